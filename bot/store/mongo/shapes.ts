/** The documents as they stand in MongoDB. What we do not search stands as JSON: any key may be in it. */
import type { Doc, Entry, Head, OutboxRow, StoredTurn } from '../store.js';

export interface TurnDoc extends Omit<StoredTurn, 'facts' | 'body'> {
  /** Conversation and cause, so that the same cause is stored once. */
  _id: string;
  facts: string;
  body: Uint8Array;
  /** The head after this turn, as JSON. It stays, so that a head that was lost is found again. */
  head: string;
  /** There until the projections are written. */
  pending?: true;
  after?: After;
}

/** What the turn changes besides the log and the head. */
export interface After {
  timersSet: { timer: string; arm: string; dueAt: number }[];
  timersCancelled: string[];
  outbox: OutboxRow[];
}

export interface HeadDoc {
  _id: string;
  turn: number;
  contact: string;
  open: boolean;
  updatedAt: number;
  head: string;
}

/**
 * One arming of a timer, or one cancelling. Written once; of those of one timer, the one of the highest turn counts, and
 * removes the others. A process that comes late can thus bring back what is over, and never undo what is new.
 */
export interface TimerDoc {
  /** Conversation, timer and turn. */
  _id: string;
  conversation: string;
  timer: string;
  turn: number;
  /** Without them it is a cancelling. */
  arm?: string;
  dueAt?: number;
  worker?: string;
  leaseUntil: number;
  /** When it was cancelled. */
  endedAt?: number;
}

/** One that is done stays a while, so that a late writer cannot bring it back to be done twice. */
export interface EffectDoc extends Omit<OutboxRow, 'id' | 'body'> {
  _id: string;
  body?: Uint8Array;
  state: 'waiting' | 'done' | 'withheld' | 'failed';
  reason?: string;
  worker: string;
  leaseUntil: number;
  /** When it was done, withheld or failed. */
  endedAt?: number;
}

export interface PlainDoc extends Omit<Doc, 'data' | 'sealed'> {
  _id: string;
  data: string;
  sealed?: Uint8Array;
}

export interface BlobDoc {
  _id: string;
  bytes: Uint8Array;
}

export interface LockDoc {
  _id: string;
  until: number;
}

/** Parts as one text that no other parts give. */
export const key = (...parts: readonly string[]): string => parts.map(part => `${part.length}:${part}`).join('');

export function turnDocOf({ turn, head, timersSet, timersCancelled, outbox }: Entry): TurnDoc & { after: After } {
  return {
    _id: key(turn.conversation, turn.cause),
    ...turn,
    facts: JSON.stringify(turn.facts),
    body: asBuffer(turn.body),
    head: JSON.stringify(head),
    pending: true,
    after: {
      timersSet: timersSet.map(({ timer, arm, dueAt }) => ({ timer, arm, dueAt })),
      timersCancelled: [...timersCancelled],
      outbox: outbox.map(row => ({ ...row, body: asBuffer(row.body) })),
    },
  };
}

export function turnOf({ conversation, turn, cause, at, contact, facts, body }: TurnDoc): StoredTurn {
  return { conversation, turn, cause, at, contact, facts: JSON.parse(facts) as StoredTurn['facts'], body };
}

export function headDocOf(json: string, turn: number): HeadDoc {
  const { conversation, contact, open, updatedAt } = JSON.parse(json) as Head;
  return { _id: conversation, turn, contact, open, updatedAt, head: json };
}

/** BSON knows Buffers; a plain Uint8Array would come back as something else. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
