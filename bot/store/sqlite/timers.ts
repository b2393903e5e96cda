/** Timers: part of their conversation's row, found by its `wake`. */
import { integer, text } from '../checks.js';
import type { Claim, TimerRow } from '../store.js';
import { asked, type Database } from './database.js';
import type { GroupCommit } from './group-commit.js';
import { Leases } from './leases.js';

/** How a row holds its timers: `[timer, arm, dueAt][]` as JSON. */
type Packed = [timer: string, arm: string, dueAt: number][];

const PAGE = 100;
/** Rows looked at for the earliest timer: enough to be exact whenever anything is overdue and somebody claims. */
const LOOKED_AT_MOST = 2_000;
const LEASES_MOST = 10_000;

export class Timers {
  readonly #writes: GroupCommit;
  readonly #leases = new Leases();
  readonly #of;
  readonly #due;
  readonly #waiting;
  readonly #put;
  /** All timers of all conversations; kept so that health need not count them. */
  #count: number;

  constructor(db: Database, writes: GroupCommit) {
    this.#writes = writes;
    this.#of = db.prepare('SELECT rowid AS row, timers, wake FROM heads WHERE conversation = ?');
    this.#due = db.prepare(
      `SELECT rowid AS row, conversation, timers, wake FROM heads
       WHERE wake IS NOT NULL AND wake <= ? AND (wake, rowid) > (?, ?) ORDER BY wake, rowid LIMIT ${PAGE}`,
    );
    this.#waiting = db.prepare(
      `SELECT timers, wake FROM heads WHERE wake IS NOT NULL ORDER BY wake LIMIT ${LOOKED_AT_MOST}`,
    );
    this.#put = db.prepare('UPDATE heads SET timers = ?, wake = ? WHERE rowid = ?');
    const { n } = db.prepare('SELECT sum(json_array_length(timers)) AS n FROM heads WHERE wake IS NOT NULL').get() as {
      n: number | null;
    };
    this.#count = n ?? 0;
  }

  of(conversation: string): TimerRow[] {
    const found = this.#of.get(conversation) as { timers: string } | undefined;
    return found ? unpack(found.timers).map(timer => rowOf(conversation, timer)) : [];
  }

  counted(change: number): void {
    this.#count += change;
  }

  async claim({ now, worker, leaseMs, limit }: Claim): Promise<TimerRow[]> {
    const claimed: TimerRow[] = [];
    const early: string[] = [];
    let [wake, row] = [-1, -1];
    for (;;) {
      const found = asked(() => this.#due.all(now, wake, row)) as {
        row: number;
        conversation: string;
        timers: string;
        wake: number;
      }[];
      for (const { conversation, timers } of found) {
        const due = unpack(timers).filter(([, , dueAt]) => dueAt <= now);
        if (due.length === 0) early.push(conversation);
        for (const timer of due) {
          if (
            claimed.length < limit &&
            this.#leases.take(keyOf(conversation, timer[0], timer[1]), worker, now, leaseMs)
          ) {
            claimed.push(rowOf(conversation, timer));
          }
        }
      }
      const last = found.at(-1);
      if (found.length < PAGE || !last || claimed.length >= limit) break;
      [wake, row] = [last.wake, last.row];
    }
    if (early.length > 0)
      await this.#writes.write(() => early.forEach(conversation => this.#rewrite(conversation, timers => timers)));
    if (this.#leases.size > LEASES_MOST) this.#leases.sweep(now);
    return claimed.sort((a, b) => a.dueAt - b.dueAt);
  }

  async drop({ conversation, timer, arm }: TimerRow): Promise<void> {
    const dropped = await this.#writes.write(() =>
      this.#rewrite(conversation, all => all.filter(([name, of]) => name !== timer || of !== arm)),
    );
    this.#count -= dropped;
    this.#leases.release(keyOf(conversation, timer, arm));
  }

  /** How many there are, and the earliest. */
  backlog(): { timers: number; oldestTimer: number | null } {
    let oldest: number | null = null;
    for (const { timers, wake } of this.#waiting.iterate() as Iterable<{ timers: string; wake: number }>) {
      if (oldest !== null && wake >= oldest) break;
      const earliest = earliestOf(unpack(timers));
      if (earliest !== null && (oldest === null || earliest < oldest)) oldest = earliest;
    }
    return { timers: this.#count, oldestTimer: oldest };
  }

  /** Returns how many fewer there are. */
  #rewrite(conversation: string, change: (timers: Packed) => Packed): number {
    const found = this.#of.get(conversation) as { row: number; timers: string } | undefined;
    if (!found) return 0;
    const before = unpack(found.timers);
    const after = change(before);
    this.#put.run(JSON.stringify(after), earliestOf(after), found.row);
    return before.length - after.length;
  }
}

export interface Rearmed {
  timers: string;
  wake: number | null;
  /** How many more there are. */
  added: number;
}

/** What a turn makes of its conversation's timers. `wake` stays where it is unless something is due before it. */
export function rearm(
  before: { timers: string; wake: number | null } | null,
  set: readonly TimerRow[],
  cancelled: readonly string[],
): Rearmed {
  const old = before ? unpack(before.timers) : [];
  const gone = new Set([...cancelled, ...set.map(t => t.timer)]);
  const after: Packed = old.filter(([timer]) => !gone.has(timer));
  for (const t of set) after.push([text(t.timer, 'timer'), text(t.arm, 'arm'), integer(t.dueAt, 'dueAt')]);
  const earliest = earliestOf(after);
  const kept = before?.wake ?? null;
  const wake = earliest === null || kept === null || earliest < kept ? earliest : kept;
  return { timers: JSON.stringify(after), wake, added: after.length - old.length };
}

const unpack = (timers: string): Packed => JSON.parse(timers) as Packed;
const rowOf = (conversation: string, [timer, arm, dueAt]: Packed[number]): TimerRow => ({
  conversation,
  timer,
  arm,
  dueAt,
});
const keyOf = (...parts: readonly string[]): string => parts.join('\0');

function earliestOf(timers: Packed): number | null {
  return timers.length === 0 ? null : Math.min(...timers.map(([, , dueAt]) => dueAt));
}
