/** The outbox: one document for each effect, leased to one process at a time. */
import type { Clock } from '../../clock.js';
import { integer } from '../checks.js';
import type { EffectClaim, EffectState, OutboxRow, Settled } from '../store.js';
import { type Connection, reached, unlessThere } from './connection.js';
import type { Guard } from './guard.js';
import { asBuffer, type EffectDoc, key } from './shapes.js';

type Waiting = EffectDoc & { body: Uint8Array };

const PAGE = 200;

export class Outbox {
  readonly #db: Connection;
  readonly #guard: Guard;
  readonly #clock: Clock;

  constructor(db: Connection, guard: Guard, clock: Clock) {
    this.#db = db;
    this.#guard = guard;
    this.#clock = clock;
  }

  /** May be done again, also late: what is done, withheld or failed stays so. */
  async add(rows: readonly OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    const docs = rows.map(
      ({ id, body, ...row }): EffectDoc => ({
        _id: id,
        ...row,
        body: asBuffer(body),
        state: 'waiting',
        worker: '',
        leaseUntil: 0,
      }),
    );
    await reached(() => unlessThere(() => this.#db.outbox.insertMany(docs, { ordered: false })));
  }

  claim(claim: EffectClaim): Promise<OutboxRow[]> {
    return reached(() => this.#guard.alone('outbox', () => this.#claim(claim)));
  }

  async settle(id: string, worker: string, settled: Settled): Promise<void> {
    const ours = { _id: id, state: 'waiting' as const, worker: { $in: [worker, ''] } };
    await reached(async () => {
      if (settled.result === 'done') {
        await this.#db.outbox.updateOne({ _id: id }, this.#end('done'));
      } else if (settled.result === 'retry') {
        const again = { dueAt: integer(settled.dueAt, 'dueAt'), worker: '', leaseUntil: 0 };
        await this.#db.outbox.updateOne(ours, { $set: again, $inc: { attempts: 1 } });
      } else {
        await this.#db.outbox.updateOne(ours, this.#end(settled.result, settled.reason));
      }
    });
  }

  async withhold(contact: string, reason: string): Promise<number> {
    const { modifiedCount } = await reached(() =>
      this.#db.outbox.updateMany({ contact, state: 'waiting' }, this.#end('withheld', reason)),
    );
    return modifiedCount;
  }

  async of(conversation: string): Promise<EffectState[]> {
    const docs = await reached(() =>
      this.#db.outbox
        .find({ conversation, state: { $ne: 'done' } }, { projection: { body: 0 } })
        .sort({ order: 1, _id: 1 })
        .toArray(),
    );
    return docs.map(({ _id, type, order, state, attempts, reason = null }) => ({
      id: _id,
      conversation,
      type,
      order,
      state: state as EffectState['state'],
      attempts,
      reason,
    }));
  }

  async backlog(): Promise<{ effects: number; oldestEffect: number | null }> {
    const waiting = { state: 'waiting' as const };
    const [effects, [oldest]] = await reached(() =>
      Promise.all([
        this.#db.outbox.countDocuments(waiting),
        this.#db.outbox
          .find(waiting, { projection: { dueAt: 1 } })
          .sort({ dueAt: 1 })
          .limit(1)
          .toArray(),
      ]),
    );
    return { effects, oldestEffect: oldest?.dueAt ?? null };
  }

  /** Forgets effects that were done so long ago that nobody can bring them back. */
  async sweep(before: number): Promise<void> {
    await reached(() => this.#db.outbox.deleteMany({ state: 'done', endedAt: { $lt: before } }));
  }

  async #claim({ now, worker, leaseMs, limit, without = [] }: EffectClaim): Promise<OutboxRow[]> {
    const claimed: string[] = [];
    let last: Candidate | null = null;
    const way = without.length > 0 ? { way: { $nin: [...without] } } : {};
    // Page by page, because those behind others of their lane are passed over, however many they are.
    while (claimed.length < limit) {
      const due: Candidate[] = await this.#db.outbox
        .find(
          { state: 'waiting', dueAt: { $lte: now }, leaseUntil: { $lte: now }, ...way, ...after(last) },
          { projection: CANDIDATE },
        )
        .sort({ dueAt: 1, _id: 1 })
        .limit(PAGE)
        .toArray();
      const firsts = (await this.#firsts(due)).slice(0, limit - claimed.length);
      const taken = await Promise.all(firsts.map(one => this.#take(one, worker, now + leaseMs)));
      claimed.push(...firsts.filter((_, i) => taken[i]).map(one => one._id));
      last = due.at(-1) ?? null;
      if (due.length < PAGE) break;
    }
    if (claimed.length === 0) return [];
    const rows = await this.#db.outbox
      .find({ _id: { $in: claimed }, worker, state: 'waiting' })
      .sort({ dueAt: 1, _id: 1 })
      .toArray();
    return rows.map(row => rowOf(row as Waiting));
  }

  async #take({ _id, leaseUntil, attempts }: Candidate, worker: string, until: number): Promise<boolean> {
    const asSeen = { _id, state: 'waiting' as const, leaseUntil, attempts };
    const { modifiedCount } = await this.#db.outbox.updateOne(asSeen, { $set: { worker, leaseUntil: until } });
    return modifiedCount === 1;
  }

  /** Those before which nothing waits in their lane. */
  async #firsts(due: readonly Candidate[]): Promise<Candidate[]> {
    if (due.length === 0) return [];
    const conversation = { $in: [...new Set(due.map(e => e.conversation))] };
    const waiting: Candidate[] = await this.#db.outbox
      .find({ conversation, state: 'waiting' }, { projection: CANDIDATE })
      .toArray();
    const first = new Map<string, Candidate>();
    for (const one of waiting) {
      const lane = key(one.conversation, one.lane);
      const known = first.get(lane);
      if (!known || isBefore(one, known)) first.set(lane, one);
    }
    return due.filter(one => first.get(key(one.conversation, one.lane))?._id === one._id);
  }

  #end(state: 'done' | 'withheld' | 'failed', reason?: string) {
    return {
      $set: { state, endedAt: this.#clock.now(), ...(reason === undefined ? {} : { reason }) },
      $unset: { body: '' as const },
    };
  }
}

/** What is needed to choose; bodies are read of those that are ours. */
type Candidate = Pick<EffectDoc, '_id' | 'conversation' | 'lane' | 'order' | 'dueAt' | 'leaseUntil' | 'attempts'>;
const CANDIDATE = { conversation: 1, lane: 1, order: 1, dueAt: 1, leaseUntil: 1, attempts: 1 } as const;

const isBefore = (a: Candidate, b: Candidate): boolean => a.order < b.order || (a.order === b.order && a._id < b._id);

/** What sorts after the last one of a page. */
const after = (last: Candidate | null) =>
  last ? { $or: [{ dueAt: { $gt: last.dueAt } }, { dueAt: last.dueAt, _id: { $gt: last._id } }] } : {};

function rowOf(effect: Waiting): OutboxRow {
  const { _id: id, conversation, contact, lane, way, order, type, epoch, dueAt, attempts, body } = effect;
  return { id, conversation, contact, lane, way, order, type, epoch, dueAt, attempts, body };
}
