/** What tests of stores start from: the ground they stand on, and turns with everything the test does not name filled in. */
import type { Entry, Head, OutboxRow, Store, StoredTurn, TimerRow } from '../../bot/store/store.js';

/** Where a store's data is. Opened again, it has what was there. */
export interface Place {
  open(): Promise<Store>;
  /** Whether several processes may have it open at once. */
  shared: boolean;
  drop(): Promise<void>;
}

/** The store under test, made anew before each. */
export interface Ground {
  store: Store;
  place: Place;
}

/** The store of another process where there may be one, to be closed; otherwise the same. */
export async function otherProcess({ place, store }: Ground): Promise<Store> {
  return place.shared ? place.open() : store;
}

interface Given {
  conversation: string;
  turn: number;
  cause?: string;
  at?: number;
  contact?: string;
  body?: Uint8Array;
  head?: Partial<Head>;
  /** Name → due; the arm is the turn. */
  timers?: Record<string, number>;
  cancelled?: string[];
  outbox?: Partial<OutboxRow>[];
}

export const NOON = Date.UTC(2026, 2, 2, 12);

export function entryOf(given: Given): Entry {
  const { conversation, turn, at = NOON, contact = `contact-of-${conversation}` } = given;
  return {
    turn: turnOf({ ...given, at, contact }),
    head: headOf({ conversation, turn, at, contact, ...given.head }),
    timersSet: Object.entries(given.timers ?? {}).map(
      ([timer, dueAt]): TimerRow => ({ conversation, timer, arm: String(turn), dueAt }),
    ),
    timersCancelled: given.cancelled ?? [],
    outbox: (given.outbox ?? []).map(
      (row, i): OutboxRow => ({
        id: `${conversation}-${turn}-${i}`,
        conversation,
        contact,
        lane: conversation,
        way: 'say:webchat',
        order: turn * 1000 + i,
        type: 'say',
        epoch: 0,
        dueAt: at,
        attempts: 0,
        body: Buffer.from(`sealed ${conversation} ${turn} ${i}`),
        ...row,
      }),
    ),
  };
}

function turnOf({
  conversation,
  turn,
  cause = `in:${turn}`,
  at,
  contact,
  body,
}: Given & { at: number; contact: string }): StoredTurn {
  return {
    conversation,
    turn,
    cause,
    at,
    contact,
    facts: {
      event: 'MSG',
      from: 'talk.bot.menu',
      to: 'talk.bot.info',
      owner: 'bot',
      epoch: 0,
      risk: 0,
      milestones: ['menu-shown'],
      seq: turn * 2,
      messages: 2,
      protocol: 'orientacion',
      version: '1',
    },
    body: body ?? Buffer.from(`sealed body ${conversation} ${turn}`),
  };
}

function headOf({
  at,
  ...given
}: Partial<Head> & { conversation: string; turn: number; at: number; contact: string }): Head {
  return {
    channel: 'webchat',
    protocol: 'orientacion',
    version: '1',
    snapshotTurn: given.turn,
    seq: given.turn * 2,
    owner: 'bot',
    epoch: 0,
    risk: 0,
    emergency: 'idle',
    open: true,
    step: 'menu',
    locale: 'es',
    createdAt: at,
    updatedAt: at,
    queuedAt: null,
    lastInboundAt: at,
    desk: { calls: [], 'a.dotted $name': [[1, 2], []], label: null },
    ...given,
  };
}

/** Bytes as numbers, so that a Buffer equals a Uint8Array. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
  return value;
}
