/** Timers: one document for each arming, leased to one process at a time. */
import type { Clock } from '../../clock.js';
import type { Claim, TimerRow } from '../store.js';
import { type Connection, reached, unlessThere } from './connection.js';
import type { Guard } from './guard.js';
import { type After, key, type TimerDoc } from './shapes.js';

type Arming = TimerDoc & { arm: string; dueAt: number };

export class Timers {
  readonly #db: Connection;
  readonly #guard: Guard;
  readonly #clock: Clock;

  constructor(db: Connection, guard: Guard, clock: Clock) {
    this.#db = db;
    this.#guard = guard;
    this.#clock = clock;
  }

  /** What a turn makes of its conversation's timers. May be done again, also late. */
  async rearm(
    conversation: string,
    turn: number,
    set: After['timersSet'],
    cancelled: readonly string[],
  ): Promise<void> {
    const armed = new Set(set.map(t => t.timer));
    const over = cancelled.filter(timer => !armed.has(timer));
    const docs: TimerDoc[] = [
      ...set.map(({ timer, arm, dueAt }) => ({ timer, arm, dueAt })),
      ...over.map(timer => ({ timer, endedAt: this.#clock.now() })),
    ].map(change => ({
      _id: key(conversation, change.timer, String(turn)),
      conversation,
      turn,
      leaseUntil: 0,
      ...change,
    }));
    if (docs.length === 0) return;
    await reached(() => unlessThere(() => this.#db.timers.insertMany(docs, { ordered: false })));
    const timer = { $in: docs.map(doc => doc.timer) };
    await reached(() => this.#db.timers.deleteMany({ conversation, timer, turn: { $lt: turn } }));
  }

  async of(conversation: string): Promise<TimerRow[]> {
    const docs = await reached(() => this.#db.timers.find({ conversation }).toArray());
    return [...latest(docs).values()].filter(isArming).map(rowOf);
  }

  claim({ now, worker, leaseMs, limit }: Claim): Promise<TimerRow[]> {
    return reached(() =>
      this.#guard.alone('timers', async () => {
        const due = await this.#db.timers
          .find({ dueAt: { $lte: now }, leaseUntil: { $lte: now } })
          .sort({ dueAt: 1, _id: 1 })
          .limit(limit)
          .toArray();
        if (due.length === 0) return [];
        const conversation = { $in: [...new Set(due.map(doc => doc.conversation))] };
        const newest = latest(await this.#db.timers.find({ conversation }).toArray());
        const counts = (doc: TimerDoc) => newest.get(key(doc.conversation, doc.timer))?._id === doc._id;
        const stale = due.filter(doc => !counts(doc)).map(doc => doc._id);
        if (stale.length > 0) await this.#db.timers.deleteMany({ _id: { $in: stale } });
        const armings = due.filter(isArming).filter(counts);
        const taken = await Promise.all(
          armings.map(({ _id, leaseUntil }) =>
            this.#db.timers.updateOne({ _id, leaseUntil }, { $set: { worker, leaseUntil: now + leaseMs } }),
          ),
        );
        return armings.filter((_, i) => taken[i]!.modifiedCount === 1).map(rowOf);
      }),
    );
  }

  async drop({ conversation, timer, arm }: TimerRow): Promise<void> {
    await reached(() => this.#db.timers.deleteMany({ conversation, timer, arm }));
  }

  async backlog(): Promise<{ timers: number; oldestTimer: number | null }> {
    const armed = { dueAt: { $gte: 0 } };
    const [timers, [oldest]] = await reached(() =>
      Promise.all([
        this.#db.timers.countDocuments(armed),
        this.#db.timers
          .find(armed, { projection: { dueAt: 1 } })
          .sort({ dueAt: 1 })
          .limit(1)
          .toArray(),
      ]),
    );
    return { timers, oldestTimer: oldest?.dueAt ?? null };
  }

  /** Forgets cancellings so old that nobody can bring back what they ended. */
  async sweep(before: number): Promise<void> {
    await reached(() => this.#db.timers.deleteMany({ endedAt: { $lt: before } }));
  }
}

/** The document that counts, of each timer of each conversation. */
function latest(docs: readonly TimerDoc[]): Map<string, TimerDoc> {
  const newest = new Map<string, TimerDoc>();
  for (const doc of docs) {
    const timer = key(doc.conversation, doc.timer);
    if (doc.turn >= (newest.get(timer)?.turn ?? 0)) newest.set(timer, doc);
  }
  return newest;
}

const isArming = (doc: TimerDoc): doc is Arming => doc.arm !== undefined && doc.dueAt !== undefined;
const rowOf = ({ conversation, timer, arm, dueAt }: Arming): TimerRow => ({ conversation, timer, arm, dueAt });
