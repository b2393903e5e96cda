/**
 * The channel port: what every way of reaching a citizen implements.
 *
 * A channel verifies and parses what comes in and hands it to `Inbound`; it acknowledges to its own world only when
 * that promise resolves, because only then is the message durable. Going out, `send` tries once: the outbox owns
 * retries, order and fencing. What the channel learns later (delivered, read, failed) comes back through `acked`.
 */
import type { Media } from '../../flows/reading.js';

/** What a channel can show. Texts are degraded to it before they are decided, never by cutting words. */
export interface Capabilities {
  /** Buttons under a message: how many and how long; null = choices become numbered text. */
  buttons: { most: number; label: number } | null;
  /** Choices stand in the text by number as well: the other side may show only the text. */
  numberedToo?: true;
  /** Rows of a list message. */
  list: { most: number; label: number } | null;
  /** Longest body, in characters. */
  body: number;
  /** The furthest state that the channel reports by itself. `none`: readers come for their messages (pull). */
  acks: 'none' | 'sent' | 'delivered' | 'read';
  /** It tells of each message that it has come to her screen: in an emergency, one that has not is told to people. */
  arrivals?: true;
  /** It takes messages of ours away again when it is asked, and says which: another system declares it. */
  removesOurs?: true;
  typing: boolean;
  /** It knows people by their telephone number: they can be called where they write from. */
  callable: boolean;
}

/** What of a message a channel shows: all that a text is made for before it is decided. */
export type Shows = Pick<Capabilities, 'buttons' | 'numberedToo' | 'list' | 'body'>;

export type Author = 'bot' | 'safety' | 'executive';

/**
 * What she is told of who attends her: the first name alone. He may be reading, and somebody with a whole name can be
 * looked for.
 */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

/** A message on its way out. `id` is the idempotency key: the same id is never shown twice. */
export interface Outgoing {
  id: string;
  conversation: string;
  /** Where to: the address as this channel knows it. */
  address: string;
  seq: number;
  author: Author;
  /** First name of the executive, where one writes. */
  name?: string;
  text: string;
  choices?: readonly Choice[];
  locale: string;
}

export interface Choice {
  id: string;
  label: string;
}

/** The channel took it (`sent`), or will never take it (`refused`, with what the executive should know). Anything worth retrying throws. */
export type Sent = { state: 'sent'; externalId?: string } | { state: 'refused'; reason: string };

/** A message on its way in, parsed and verified. Sizes are limited before this point. */
export interface Incoming {
  /** Channel account, such as `webchat` or `http`. */
  channel: string;
  /** Opaque to us: telephone, session or conversation id of the other side. */
  address: string;
  /** The channel's own id of the message: the same id again is the same message. */
  id: string;
  text: string;
  media?: Media;
  /** When she wrote it, as the provider says; arrival when it does not. */
  sentAt?: number;
  /** The protocol asked for, where the channel lets the caller choose. */
  protocol?: string;
  /** The language of her screen, when she just chose it: with her first message, and after she changed it. */
  locale?: string;
  /** She pressed the button that means danger, whatever the text says. */
  sos?: boolean;
}

/** What is to leave her screen. Asked again with the same `id`, it is the same removal. */
export interface Removal {
  id: string;
  conversation: string;
  /** Where to: the address as this channel knows it. */
  address: string;
  /** All lines up to this one. */
  upTo: number;
  /** Our messages among them, as far as they left and are not known to be gone. */
  ours: readonly { seq: number; id: string }[];
}

/** All of it; or the ids of those that are gone, others are not. Anything worth another try throws. */
export type Removed = 'all' | readonly string[];

export interface Health {
  state: 'ok' | 'degraded' | 'down' | 'off';
  /** One plain sentence, and what to do. */
  detail?: string;
  lastInboundAt: number | null;
  lastSentAt: number | null;
}

export interface Channel {
  readonly id: string;
  readonly capabilities: Capabilities;
  send(message: Outgoing): Promise<Sent>;
  /** Takes lines from her screen, where the channel can; resolves once it has, and may be asked again. */
  remove?(removal: Removal): Promise<Removed>;
  health(): Health;
  close(): Promise<void>;
}

/** What `send` learned later. */
export interface Ack {
  channel: string;
  conversation: string;
  /** Up to and including this outbound message; `failed` goes for this one alone. */
  seq: number;
  state: 'sent' | 'delivered' | 'read' | 'failed';
  reason?: string;
}
