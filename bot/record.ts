/**
 * What a turn's sealed body holds: the event as it came, what was sensed, messages, effects and the snapshot. JSON, read
 * back by lines, the console, export and rebuild.
 */
import type { Frozen } from '../flows/snapshot.js';
import type { Author } from './channels/channel.js';
import type { Head } from './store/store.js';

export interface RecordedMessage {
  seq: number;
  direction: 'in' | 'out';
  id: string;
  author: 'citizen' | Author;
  name?: string;
  text: string;
  key?: string;
  choices?: { id: string; label: string }[];
  media?: { type: string; lat?: number; lon?: number; blob?: string };
  sheet?: { id: string; reviewed: boolean };
  /** A person sends it outside the hours that she called safe, and knows it. */
  anyway?: true;
  at: number;
  /** When it was written, as its channel says, where it does. Of what was kept before, only where that was long before `at`. */
  sentAt?: number;
  locale: string;
}

/** Written this much before it arrived, a message is late: shown so, and never silently reordered. */
const LATE_MS = 60_000;

export const isLate = ({ at, sentAt }: Pick<RecordedMessage, 'at' | 'sentAt'>): boolean =>
  sentAt !== undefined && at - sentAt > LATE_MS;

export interface RecordedSense {
  intent: string;
  confidence: number;
  risk: string;
  riskScore: number;
  language: string;
  sheet: string | null;
  sheets: { id: string; score: number }[];
  evidence: { kind: string; what: string; weight?: number }[];
}

/** A fact about messages, effects or the people, which moves no machine. */
export type Noted = { type: 'ACK' | 'NOTE'; [field: string]: unknown };

export interface TurnBody {
  /** Type and plain fields of the event; her text is in `messages`. */
  event: { type: string; [field: string]: unknown };
  sensed?: RecordedSense;
  messages: RecordedMessage[];
  hushed?: { key: string; why: string }[];
  effects?: { id: string; type: string; params: Record<string, unknown> }[];
  parked?: string;
  /** Its words are gone with their time; what may be read without a key says what is left. */
  expired?: true;
  /** Of the turn that says so: the head that those words gave, which they cannot give again. */
  head?: Head;
  snapshot?: Frozen;
}

/** Numbers of our messages that her channel took away one by one. */
export const removedIn = (bodies: readonly TurnBody[]): ReadonlySet<number> =>
  new Set(
    bodies.flatMap(({ event }) =>
      event.state === 'removed' && Array.isArray(event.seqs) ? (event.seqs as number[]) : [],
    ),
  );

export const encode = (body: TurnBody): Uint8Array => Buffer.from(JSON.stringify(body));
export const decode = (bytes: Uint8Array): TurnBody =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as TurnBody;
