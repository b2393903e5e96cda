/** Timers: one document for each arming, leased to one process at a time. */
import type { Claim, TimerRow } from '../store.js';
import { type Connection, reached, unlessThere } from './connection.js';
import type { Guard } from './guard.js';
import { type After, key, type TimerDoc } from './shapes.js';

export class Timers {
  readonly #db: Connection;
  readonly #guard: Guard;

  constructor(db: Connection, guard: Guard) {
    this.#db = db;
    this.#guard = guard;
  }

  /** What a turn makes of its conversation's timers. May be done again, also late: a newer arming is never undone. */
  async rearm(
    conversation: string,
    turn: number,
    set: After['timersSet'],
    cancelled: readonly string[],
  ): Promise<void> {
    const ids = set.map(({ timer, arm }) => key(conversation, timer, arm));
    const gone = [...new Set([...cancelled, ...set.map(t => t.timer)])];
    // One by one: some servers stop at the first that cannot be done.
    await Promise.all(
      set.map(({ timer, arm, dueAt }, i) => {
        const change = { $set: { conversation, timer, arm, dueAt, turn }, $setOnInsert: { leaseUntil: 0 } };
        return reached(() => unlessThere(() => this.#db.timers.updateOne({ _id: ids[i]! }, change, { upsert: true })));
      }),
    );
    if (gone.length > 0) {
      const older = { conversation, timer: { $in: gone }, turn: { $lt: turn }, _id: { $nin: ids } };
      await reached(() => this.#db.timers.deleteMany(older));
    }
  }

  async of(conversation: string): Promise<TimerRow[]> {
    const docs = await reached(() => this.#db.timers.find({ conversation }).toArray());
    return docs.map(rowOf);
  }

  claim({ now, worker, leaseMs, limit }: Claim): Promise<TimerRow[]> {
    return reached(() =>
      this.#guard.alone('timers', async () => {
        const due = await this.#db.timers
          .find({ dueAt: { $lte: now }, leaseUntil: { $lte: now } })
          .sort({ dueAt: 1, _id: 1 })
          .limit(limit)
          .toArray();
        const taken = await Promise.all(
          due.map(({ _id, leaseUntil }) =>
            this.#db.timers.updateOne({ _id, leaseUntil }, { $set: { worker, leaseUntil: now + leaseMs } }),
          ),
        );
        return due.filter((_, i) => taken[i]!.modifiedCount === 1).map(rowOf);
      }),
    );
  }

  async drop({ conversation, timer, arm }: TimerRow): Promise<void> {
    await reached(() => this.#db.timers.deleteOne({ _id: key(conversation, timer, arm) }));
  }

  async backlog(): Promise<{ timers: number; oldestTimer: number | null }> {
    const [timers, [oldest]] = await reached(() =>
      Promise.all([
        this.#db.timers.estimatedDocumentCount(),
        this.#db.timers
          .find({}, { projection: { dueAt: 1 } })
          .sort({ dueAt: 1 })
          .limit(1)
          .toArray(),
      ]),
    );
    return { timers, oldestTimer: oldest?.dueAt ?? null };
  }
}

const rowOf = ({ conversation, timer, arm, dueAt }: TimerDoc): TimerRow => ({ conversation, timer, arm, dueAt });
