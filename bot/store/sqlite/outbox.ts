/** The outbox: effects that wait, and what became of those that were withheld or failed. */
import { integer, text } from '../checks.js';
import type { EffectClaim, EffectState, OutboxRow, Settled } from '../store.js';
import type { Database } from './database.js';
import type { GroupCommit } from './group-commit.js';
import { Leases } from './leases.js';

interface Stored extends Omit<OutboxRow, 'order' | 'dueAt'> {
  ord: number;
  due_at: number;
}

const COLUMNS = 'id, conversation, contact, lane, way, ord, type, epoch, due_at, attempts, body';

export class Outbox {
  readonly #writes: GroupCommit;
  readonly #leases = new Leases();
  readonly #insert;
  readonly #end;
  readonly #due;
  readonly #done;
  readonly #retry;
  readonly #endOf;
  readonly #of;
  readonly #backlog;

  constructor(db: Database, writes: GroupCommit) {
    this.#writes = writes;
    this.#insert = db.prepare(
      `INSERT INTO outbox (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#due = db.prepare(
      `SELECT ${COLUMNS} FROM outbox AS one WHERE state IS NULL AND due_at <= ?
         AND way NOT IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
         SELECT 1 FROM outbox AS before
         WHERE before.conversation = one.conversation AND before.lane = one.lane AND before.state IS NULL
           AND (before.ord, before.id) < (one.ord, one.id))
       ORDER BY due_at, id LIMIT ?`,
    );
    this.#done = db.prepare('DELETE FROM outbox WHERE id = ?');
    this.#retry = db.prepare('UPDATE outbox SET due_at = ?, attempts = attempts + 1 WHERE id = ? AND state IS NULL');
    this.#end = db.prepare(`UPDATE outbox SET state = ?, reason = ?, body = x'' WHERE id = ? AND state IS NULL`);
    this.#endOf = db.prepare(
      `UPDATE outbox SET state = 'withheld', reason = ?, body = x'' WHERE contact = ? AND state IS NULL`,
    );
    this.#of = db.prepare(
      'SELECT id, type, ord, attempts, state, reason FROM outbox WHERE conversation = ? ORDER BY ord, id',
    );
    this.#backlog = db.prepare(
      'SELECT count(*) AS effects, min(due_at) AS oldestEffect FROM outbox WHERE state IS NULL',
    );
  }

  /** Inside a transaction. */
  add(rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      this.#insert.run(
        text(row.id, 'effect id'),
        row.conversation,
        row.contact,
        text(row.lane, 'lane'),
        text(row.way, 'way'),
        integer(row.order, 'order'),
        text(row.type, 'effect type'),
        integer(row.epoch, 'epoch'),
        integer(row.dueAt, 'dueAt'),
        integer(row.attempts, 'attempts'),
        row.body,
      );
    }
  }

  claim({ now, worker, leaseMs, limit, without = [] }: EffectClaim): OutboxRow[] {
    const rows = this.#due.all(now, JSON.stringify(without), limit + this.#leases.size) as Stored[];
    const claimed: OutboxRow[] = [];
    for (const { ord, due_at, ...row } of rows) {
      if (claimed.length === limit) break;
      if (this.#leases.take(row.id, worker, now, leaseMs)) claimed.push({ ...row, order: ord, dueAt: due_at });
    }
    return claimed;
  }

  async settle(id: string, worker: string, settled: Settled): Promise<void> {
    if (settled.result !== 'done' && this.#leases.isOthers(id, worker)) return;
    await this.#writes.write(() => {
      if (settled.result === 'done') this.#done.run(id);
      else if (settled.result === 'retry') this.#retry.run(integer(settled.dueAt, 'dueAt'), id);
      else this.#end.run(settled.result, settled.reason, id);
    });
    this.#leases.release(id);
  }

  withhold(contact: string, reason: string): Promise<number> {
    return this.#writes.write(() => this.#endOf.run(reason, contact).changes);
  }

  of(conversation: string): EffectState[] {
    const rows = this.#of.all(conversation) as {
      id: string;
      type: string;
      ord: number;
      attempts: number;
      state: 'withheld' | 'failed' | null;
      reason: string | null;
    }[];
    return rows.map(({ ord, state, ...row }) => ({ ...row, conversation, order: ord, state: state ?? 'waiting' }));
  }

  backlog(): { effects: number; oldestEffect: number | null } {
    const { effects, oldestEffect } = this.#backlog.get() as { effects: number; oldestEffect: number | null };
    return { effects, oldestEffect };
  }
}
