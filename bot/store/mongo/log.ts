/**
 * The log of turns, and what follows from it.
 *
 * Inserting the turn's document is the commit: it holds all that the turn changes, and its two unique keys decide between
 * processes. Then the changes are written where they are looked for, the head last, so that whoever sees a head finds
 * its timers and effects there; then the mark `pending` goes. Each of these writes may be done twice, by two processes,
 * or late, with the same end, so whoever meets a pending turn completes it.
 */
import { integer, text } from '../checks.js';
import type { Committed, Entry, Head, HeadQuery, StoredTurn } from '../store.js';
import { StoreUnavailable } from '../store.js';
import { type Connection, isDuplicate, reached, unlessThere } from './connection.js';
import type { Guard } from './guard.js';
import type { Outbox } from './outbox.js';
import { type After, asBuffer, headDocOf, key, type TurnDoc, turnDocOf, turnOf } from './shapes.js';
import type { Timers } from './timers.js';

type Pending = TurnDoc & { after: After };

/** Turns completed side by side after a crash; those of one conversation go in order. */
const SIDE_BY_SIDE = 8;

export class Log {
  readonly #db: Connection;
  readonly #guard: Guard;
  readonly #timers: Timers;
  readonly #outbox: Outbox;
  /** Conversations with a turn of ours that is stored and not projected: the store went away in between. */
  readonly #behind = new Set<string>();
  readonly #clearing = new Set<Promise<unknown>>();

  constructor(db: Connection, guard: Guard, timers: Timers, outbox: Outbox) {
    this.#db = db;
    this.#guard = guard;
    this.#timers = timers;
    this.#outbox = outbox;
  }

  async commit(entry: Entry): Promise<Committed> {
    check(entry);
    const doc = turnDocOf(entry);
    const { conversation, turn } = doc;
    if (this.#behind.has(conversation)) await this.#complete({ conversation, pending: true });
    try {
      await reached(() => this.#db.turns.insertOne(doc));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const known = await reached(() => this.#db.turns.findOne({ _id: doc._id }));
      // Whoever stored it may have died before its head: then it would be decided on an old one for ever.
      const last = await this.#complete({ conversation, turn: { $gte: known?.turn ?? turn } });
      if (last) await this.#putHead(last);
      return known ? { result: 'duplicate', turn: turnOf(known) } : { result: 'conflict' };
    }
    try {
      await this.#project(doc);
    } catch (error) {
      // The turn is durable, and that is what was asked for.
      if (!(error instanceof StoreUnavailable)) throw error;
      this.#behind.add(conversation);
    }
    return { result: 'stored' };
  }

  /** Completes every pending turn, also those that other processes are completing right now. Returns how many. */
  async recover(): Promise<number> {
    const pending = await reached(() =>
      this.#db.turns.find({ pending: true }).sort({ conversation: 1, turn: 1 }).toArray(),
    );
    const byConversation = new Map<string, TurnDoc[]>();
    for (const turn of pending)
      byConversation.set(turn.conversation, [...(byConversation.get(turn.conversation) ?? []), turn]);
    const conversations = [...byConversation.values()];
    const next = async (): Promise<void> => {
      for (let turns = conversations.pop(); turns; turns = conversations.pop()) await this.#projectAll(turns);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, next));
    return pending.length;
  }

  async byCause(conversation: string, cause: string): Promise<StoredTurn | null> {
    const doc = await reached(() => this.#db.turns.findOne({ _id: key(conversation, cause) }));
    return doc && turnOf(doc);
  }

  async turn(conversation: string, turn: number): Promise<StoredTurn | null> {
    const doc = await reached(() => this.#db.turns.findOne({ conversation, turn }));
    return doc && turnOf(doc);
  }

  async turns(conversation: string, after: number, limit: number): Promise<StoredTurn[]> {
    const found = this.#db.turns.find({ conversation, turn: { $gt: after } }, { projection: { after: 0 } });
    return (await reached(() => found.sort({ turn: 1 }).limit(limit).toArray())).map(turnOf);
  }

  /** Each alone: cut short, it is done again. */
  async putBodies(bodies: readonly Pick<StoredTurn, 'conversation' | 'turn' | 'body'>[]): Promise<void> {
    for (const { conversation, turn, body } of bodies)
      await reached(() => this.#db.turns.updateOne({ conversation, turn }, { $set: { body: asBuffer(body) } }));
  }

  async *conversations(): AsyncGenerator<string> {
    const firsts = this.#db.turns.find({ turn: 1 }, { projection: { conversation: 1 } });
    for (;;) {
      const first = await reached(() => firsts.next());
      if (!first) return;
      yield first.conversation;
    }
  }

  async head(conversation: string): Promise<Head | null> {
    const doc = await reached(() => this.#db.heads.findOne({ _id: conversation }));
    return doc && (JSON.parse(doc.head) as Head);
  }

  async heads({ open, contact, updatedFrom, limit = 0 }: HeadQuery): Promise<Head[]> {
    const found = this.#db.heads.find({
      ...(open === undefined ? {} : { open }),
      ...(contact === undefined ? {} : { contact }),
      ...(updatedFrom === undefined ? {} : { updatedAt: { $gte: updatedFrom } }),
    });
    const docs = await reached(() => found.sort({ updatedAt: -1, _id: 1 }).limit(limit).toArray());
    return docs.map(doc => JSON.parse(doc.head) as Head);
  }

  async putHead(head: Head): Promise<void> {
    const { conversation } = head;
    await this.#complete({ conversation, pending: true });
    const [last] = await reached(() =>
      this.#db.turns
        .find({ conversation }, { projection: { turn: 1 } })
        .sort({ turn: -1 })
        .limit(1)
        .toArray(),
    );
    const json = JSON.stringify(head);
    const doc = headDocOf(json, last?.turn ?? 0);
    await reached(() => this.#db.heads.replaceOne({ _id: conversation }, doc, { upsert: true }));
    if (last) await reached(() => this.#db.turns.updateOne({ _id: last._id }, { $set: { head: json } }));
  }

  /** Waits for what is still being written. */
  async settle(): Promise<void> {
    await Promise.all(this.#clearing);
  }

  /** Completes the pending ones among these turns. Returns the last of all. */
  async #complete(which: {
    conversation: string;
    turn?: { $gte: number };
    pending?: true;
  }): Promise<TurnDoc | undefined> {
    const found = await reached(() => this.#db.turns.find(which).sort({ turn: 1 }).toArray());
    await this.#projectAll(found);
    this.#behind.delete(which.conversation);
    return found.at(-1);
  }

  async #projectAll(turns: readonly TurnDoc[]): Promise<void> {
    for (const turn of turns) if (isPending(turn)) await this.#project(turn);
  }

  async #project(doc: Pending): Promise<void> {
    const { conversation, turn, after } = doc;
    await Promise.all([
      this.#timers.rearm(conversation, turn, after.timersSet, after.timersCancelled),
      this.#outbox.add(after.outbox),
    ]);
    await this.#putHead(doc);
    this.#clear(doc._id);
  }

  /** The head after this turn, unless that of a later one is there. */
  async #putHead({ conversation, turn, head }: TurnDoc): Promise<void> {
    const { _id, ...fields } = headDocOf(head, turn);
    await reached(() =>
      this.#guard.alone(`head ${conversation}`, () =>
        // Where a newer one stands, nothing fits and the insertion fails.
        unlessThere(() => this.#db.heads.updateOne({ _id, turn: { $lt: turn } }, { $set: fields }, { upsert: true })),
      ),
    );
  }

  /** Nobody waits for it: a mark that stays is only work done twice. */
  #clear(id: string): void {
    const cleared = this.#db.turns
      .updateOne({ _id: id }, { $unset: { after: '', pending: '' } }, { writeConcern: { w: 1 } })
      .catch(() => undefined)
      .finally(() => this.#clearing.delete(cleared));
    this.#clearing.add(cleared);
  }
}

const isPending = (turn: TurnDoc): turn is Pending => turn.pending === true && turn.after !== undefined;

function check({ turn, head, timersSet, timersCancelled, outbox }: Entry): void {
  text(turn.conversation, 'conversation');
  text(turn.cause, 'cause');
  text(turn.contact, 'contact');
  text(head.contact, 'contact');
  integer(turn.turn, 'turn');
  integer(turn.at, 'at');
  integer(head.updatedAt, 'updatedAt');
  for (const { timer, arm, dueAt } of timersSet) integer((text(timer, 'timer'), text(arm, 'arm'), dueAt), 'dueAt');
  for (const timer of timersCancelled) text(timer, 'timer');
  for (const row of outbox) {
    text(row.id, 'effect id');
    text(row.lane, 'lane');
    text(row.way, 'way');
    text(row.type, 'effect type');
    for (const name of ['order', 'epoch', 'dueAt', 'attempts'] as const) integer(row[name], name);
  }
}
