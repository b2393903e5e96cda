/** The log of turns and the heads: what a commit writes, inside the transaction of its group. */
import { integer, text } from '../checks.js';
import type { Committed, Entry, Head, HeadQuery, StoredTurn } from '../store.js';
import type { Database } from './database.js';
import type { Outbox } from './outbox.js';
import { rearm } from './timers.js';

/** What a commit did, with how many timers there are more. */
export interface Written {
  committed: Committed;
  timersAdded: number;
}

interface StoredHead {
  row: number;
  contact: string;
  turn: number;
  open: number;
  day: number;
  timers: string;
  wake: number | null;
}

interface TurnColumns extends Omit<StoredTurn, 'facts'> {
  facts: string;
}

const DAY_MS = 86_400_000;
const PAGE = 500;
const TURN = 'conversation, turn, cause, at, contact, facts, body';

export class Log {
  readonly #outbox: Outbox;
  readonly #insertTurn;
  readonly #byCause;
  readonly #byTurn;
  readonly #after;
  readonly #lastTurn;
  readonly #putBody;
  readonly #conversations;
  readonly #place;
  readonly #insertHead;
  readonly #updateHead;
  readonly #moveHead;
  readonly #head;
  readonly #heads;

  constructor(db: Database, outbox: Outbox) {
    this.#outbox = outbox;
    this.#insertTurn = db.prepare(`INSERT INTO turns (${TURN}) VALUES (?, ?, ?, ?, ?, ?, ?)`);
    this.#byCause = db.prepare(`SELECT ${TURN} FROM turns WHERE conversation = ? AND cause = ?`);
    this.#byTurn = db.prepare(`SELECT ${TURN} FROM turns WHERE conversation = ? AND turn = ?`);
    // Rows of one conversation stand in the order of its turns; the index alone says which they are.
    this.#after = db.prepare(
      `SELECT ${TURN} FROM turns WHERE rowid IN (
         SELECT rowid FROM turns WHERE conversation = ? AND turn > ? ORDER BY turn LIMIT ?) ORDER BY rowid`,
    );
    this.#lastTurn = db.prepare('SELECT max(turn) AS turn FROM turns WHERE conversation = ?');
    this.#putBody = db.prepare('UPDATE turns SET body = ? WHERE conversation = ? AND turn = ?');
    this.#conversations = db.prepare(
      `SELECT DISTINCT conversation FROM turns WHERE conversation > ? ORDER BY conversation LIMIT ${PAGE}`,
    );
    this.#place = db.prepare(
      'SELECT rowid AS row, contact, turn, open, day, timers, wake FROM heads WHERE conversation = ?',
    );
    this.#insertHead = db.prepare(
      'INSERT INTO heads (contact, turn, open, day, updated_at, head, timers, wake, conversation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#updateHead = db.prepare('UPDATE heads SET turn = ?, updated_at = ?, head = ?, timers = ? WHERE rowid = ?');
    this.#moveHead = db.prepare(
      'UPDATE heads SET contact = ?, turn = ?, open = ?, day = ?, updated_at = ?, head = ?, timers = ?, wake = ? WHERE rowid = ?',
    );
    this.#head = db.prepare('SELECT head FROM heads WHERE conversation = ?');
    this.#heads = headQueries(db);
  }

  /** Inside a transaction. */
  commit(entry: Entry): Written {
    const { turn, head } = entry;
    const known = this.byCause(text(turn.conversation, 'conversation'), text(turn.cause, 'cause'));
    if (known) return { committed: { result: 'duplicate', turn: known }, timersAdded: 0 };

    const place = this.#placeOf(turn.conversation);
    const last = place?.turn ?? this.#last(turn.conversation);
    if (integer(turn.turn, 'turn') !== last + 1) return { committed: { result: 'conflict' }, timersAdded: 0 };

    this.#insertTurn.run(
      turn.conversation,
      turn.turn,
      turn.cause,
      integer(turn.at, 'at'),
      text(turn.contact, 'contact'),
      JSON.stringify(turn.facts),
      turn.body,
    );
    const timers = rearm(place, entry.timersSet, entry.timersCancelled);
    this.#write(head, turn.turn, place, timers);
    this.#outbox.add(entry.outbox);
    return { committed: { result: 'stored' }, timersAdded: timers.added };
  }

  /** Inside a transaction. The head that the log gives; timers stay. */
  putHead(head: Head): void {
    const place = this.#placeOf(head.conversation);
    this.#write(head, this.#last(head.conversation), place, place ?? { timers: '[]', wake: null });
  }

  /** Inside a transaction. */
  putBodies(bodies: readonly Pick<StoredTurn, 'conversation' | 'turn' | 'body'>[]): void {
    for (const { conversation, turn, body } of bodies) this.#putBody.run(body, conversation, turn);
  }

  byCause(conversation: string, cause: string): StoredTurn | null {
    return turnOf(this.#byCause.get(conversation, cause));
  }

  turn(conversation: string, turn: number): StoredTurn | null {
    return turnOf(this.#byTurn.get(conversation, turn));
  }

  turns(conversation: string, after: number, limit: number): StoredTurn[] {
    return this.#after.all(conversation, after, limit).map((row: unknown) => turnOf(row)!);
  }

  *conversations(): Generator<string> {
    let last = '';
    for (;;) {
      const page = this.#conversations.all(last) as { conversation: string }[];
      for (const { conversation } of page) yield conversation;
      if (page.length < PAGE) return;
      last = page.at(-1)!.conversation;
    }
  }

  head(conversation: string): Head | null {
    const row = this.#head.get(conversation) as { head: string } | undefined;
    return row ? (JSON.parse(row.head) as Head) : null;
  }

  heads(query: HeadQuery): Head[] {
    return this.#heads(query);
  }

  #placeOf(conversation: string): StoredHead | null {
    return (this.#place.get(conversation) as StoredHead | undefined) ?? null;
  }

  #last(conversation: string): number {
    return (this.#lastTurn.get(conversation) as { turn: number | null }).turn ?? 0;
  }

  #write(
    head: Head,
    turn: number,
    place: StoredHead | null,
    { timers, wake }: { timers: string; wake: number | null },
  ): void {
    const json = JSON.stringify(head);
    const open = head.open ? 1 : 0;
    const day = Math.floor(integer(head.updatedAt, 'updatedAt') / DAY_MS);
    if (!place) {
      this.#insertHead.run(
        text(head.contact, 'contact'),
        turn,
        open,
        day,
        head.updatedAt,
        json,
        timers,
        wake,
        head.conversation,
      );
    } else if (place.open === open && place.day === day && place.wake === wake && place.contact === head.contact) {
      // The usual turn: nothing that an index knows has changed.
      this.#updateHead.run(turn, head.updatedAt, json, timers, place.row);
    } else {
      this.#moveHead.run(text(head.contact, 'contact'), turn, open, day, head.updatedAt, json, timers, wake, place.row);
    }
  }
}

function headQueries(db: Database): (query: HeadQuery) => Head[] {
  const prepared = new Map<string, ReturnType<Database['prepare']>>();
  return ({ open, contact, updatedFrom, limit }) => {
    const where = [
      // Both named, so that the index on (open, day) serves every question about days.
      open === undefined && updatedFrom !== undefined
        ? 'open IN (0, 1)'
        : open === undefined
          ? '1'
          : `open = ${open ? 1 : 0}`,
      ...(contact === undefined ? [] : ['contact = :contact']),
      ...(updatedFrom === undefined ? [] : ['day >= :day AND updated_at >= :updatedFrom']),
    ].join(' AND ');
    const sql = `SELECT head FROM heads WHERE ${where} ORDER BY updated_at DESC, conversation LIMIT :limit`;
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    const rows = statement.all({
      limit: limit ?? -1,
      ...(contact === undefined ? {} : { contact }),
      ...(updatedFrom === undefined ? {} : { updatedFrom, day: Math.floor(updatedFrom / DAY_MS) }),
    }) as { head: string }[];
    return rows.map(row => JSON.parse(row.head) as Head);
  };
}

function turnOf(row: unknown): StoredTurn | null {
  if (!row) return null;
  const { facts, ...rest } = row as TurnColumns;
  return { ...rest, facts: JSON.parse(facts) as StoredTurn['facts'] };
}
