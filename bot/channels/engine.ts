/**
 * What a channel asks of the engine: to take a message in, and to give the lines of a conversation back in order.
 * bot/inbound.ts is the engine; channels know this interface alone.
 */
import type { Ack, Author, Choice, Incoming } from './channel.js';

export interface Line {
  seq: number;
  direction: 'in' | 'out';
  id: string;
  author: 'citizen' | Author;
  name?: string;
  text: string;
  choices?: Choice[];
  /** Hers came with a file: image, audio, video or document. Its bytes never go back to her. */
  file?: string;
  /** It holds a sheet that no institution has reviewed yet. */
  unreviewed?: true;
  at: number;
  /** When she wrote it, as her channel says, where it does. */
  sentAt?: number;
  locale: string;
}

/** `stored`: durable now, with what this turn decided to reply. `duplicate`: the same id came before; this is the stored answer. */
export interface Taken {
  kind: 'stored' | 'duplicate';
  seq: number;
  conversation: string;
  replies: Line[];
}

/** `spooled`: durable, and not read yet because the store is away. What it is answered comes when it is back. */
export type Received = Taken | { kind: 'spooled' };

/** The id was used before with another text (409). */
export class IdReused extends Error {
  override name = 'IdReused';
}

/** The conversation belongs to another protocol than the one asked for (409). */
export class OtherProtocol extends Error {
  override name = 'OtherProtocol';
}

/** Who writes now. */
export interface Writer {
  kind: 'bot' | 'queue' | 'person';
  name?: string;
  /** She is to be left in silence, is written to under cover, or another may hold it: nothing on her page may speak of people or ask her to write. */
  quiet?: true;
  /** Lines up to this seq are removed from her screen, and not given again. */
  removed?: number;
}

/** The protocol asked for is not published here (400). */
export class UnknownProtocol extends Error {
  override name = 'UnknownProtocol';
}

/**
 * Why a message is taken although too much came from its address: its id is there already, and it is only answered
 * again; or life may hang on the conversation: an emergency is open, she was asked whether she is in danger, or she wrote
 * the word that was agreed with her alone.
 */
export type Pressing = 'known' | 'danger';

export interface Engine {
  /** Resolves when it is durable. Throws StoreUnavailable (503), IdReused and OtherProtocol (409), UnknownProtocol (400). */
  receive(message: Incoming): Promise<Received>;
  /** What is known of a message beside its words; nothing is stored, and no model is asked. Null too while the store is away. */
  pressing(message: Pick<Incoming, 'channel' | 'address' | 'id' | 'text'>): Promise<Pressing | null>;
  acked(ack: Ack): Promise<void>;
  /**
   * Both directions in order, after the given seq. Withheld messages never appear, nor do those that were removed.
   *
   * Readers keep the last seq they saw and ask for what follows: a line must never appear before one of a lower seq
   * that may still appear. Where messages wait for the outbox, lines therefore end before the first that waits.
   */
  lines(channel: string, address: string, after: number): Promise<Line[]>;
  /** The id behind an address, which acks name; null when nobody wrote from it. */
  conversation(channel: string, address: string): Promise<string | null>;
  writer(channel: string, address: string): Promise<Writer>;
  /** Live: called after each commit with something new for this address. Returns unsubscribe. */
  subscribe(channel: string, address: string, wake: () => void): () => void;
  /** Live: somebody is writing to this address. Returns unsubscribe. */
  typing?(channel: string, address: string, listen: (who: 'bot' | 'person', name?: string) => void): () => void;
}
