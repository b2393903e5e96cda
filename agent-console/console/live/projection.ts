/**
 * The console's copy of the queue: a snapshot, then patches that follow one another without gaps.
 *
 * A patch that does not follow is kept aside until the missing ones are asked for and come; what was asked last decides,
 * so a server that starts again with lower numbers is believed. Never reloads, never guesses by age.
 *
 *     const request = projection.ask();         // on connecting, after a gap, on waking
 *     projection.load(await sync(request));     // complete: false → ask again
 *     projection.receive(patch);                // 'gap' → ask
 */
import type { DrillRunning, Patch, QueueRow, Staff, SyncReply, SyncRequest } from '../../../bot/console/contract.js';

export interface DeskView {
  /** False until the first snapshot. */
  loaded: boolean;
  seq: number;
  rows: ReadonlyMap<string, QueueRow>;
  staff: readonly Staff[];
  /** The drill that goes on. */
  drill: DrillRunning | null;
  /** When the last citizen arrived, for an empty queue. */
  lastArrivalAt: number | null;
}

export const emptyView: DeskView = {
  loaded: false,
  seq: 0,
  rows: new Map(),
  staff: [],
  drill: null,
  lastArrivalAt: null,
};

/** After so many answers that do not close a gap, a whole snapshot is asked for. */
const PATIENCE = 2;

export class Projection {
  #view: DeskView = emptyView;
  #asking = false;
  #vain = 0;
  readonly #aside = new Map<number, Patch>();

  /** The same object while nothing changes. */
  get view(): DeskView {
    return this.#view;
  }

  /** What to send as `sync`. Until its answer is loaded, patches are kept aside. */
  ask(): SyncRequest {
    this.#asking = true;
    return this.#view.loaded && this.#vain < PATIENCE ? { since: this.#view.seq } : {};
  }

  /** The connection is gone, and with it the answer and whatever came early: the next one numbers its own way. */
  disconnected(): void {
    this.#asking = false;
    this.#aside.clear();
  }

  /** `complete` is false when patches are still missing; `changed` counts the conversations that moved. */
  load(reply: SyncReply): { complete: boolean; changed: number } {
    this.#asking = false;
    const before = this.#view.rows;
    if (reply.kind === 'snapshot') this.#take(reply);
    else for (const patch of reply.patches) this.#aside.set(patch.seq, patch);
    this.#applyAside();
    const complete = this.#aside.size === 0;
    this.#vain = complete ? 0 : this.#vain + 1;
    return { complete, changed: countChanges(before, this.#view.rows) };
  }

  /** `gap`: something is missing, ask. `held`: an answer is awaited, nothing to do. */
  receive(patch: Patch): 'applied' | 'known' | 'held' | 'gap' {
    if (!this.#asking && this.#view.loaded && patch.seq <= this.#view.seq) return 'known';
    this.#aside.set(patch.seq, patch);
    if (this.#asking) return 'held';
    if (!this.#view.loaded) return 'gap';
    this.#applyAside();
    return this.#aside.size === 0 ? 'applied' : 'gap';
  }

  #take(snapshot: Extract<SyncReply, { kind: 'snapshot' }>): void {
    const rows = new Map(snapshot.rows.map(row => [row.conversation, this.#same(row)]));
    // What was kept aside belongs to the numbering before this answer when it does not come after it.
    for (const seq of this.#aside.keys()) if (seq <= snapshot.seq) this.#aside.delete(seq);
    this.#view = {
      loaded: true,
      seq: snapshot.seq,
      rows,
      staff: snapshot.staff,
      drill: snapshot.drill,
      lastArrivalAt: snapshot.lastArrivalAt,
    };
  }

  /** An equal row keeps its identity, so that nothing is painted again for it. */
  #same(row: QueueRow): QueueRow {
    const known = this.#view.rows.get(row.conversation);
    return known && JSON.stringify(known) === JSON.stringify(row) ? known : row;
  }

  #applyAside(): void {
    for (const seq of [...this.#aside.keys()].sort((a, b) => a - b)) {
      if (seq > this.#view.seq + 1) return;
      const patch = this.#aside.get(seq);
      this.#aside.delete(seq);
      if (patch && seq === this.#view.seq + 1) this.#apply(patch);
    }
  }

  #apply(patch: Patch): void {
    const { rows, lastArrivalAt } = this.#view;
    const touched = (patch.rows?.length ?? 0) + (patch.gone?.length ?? 0) > 0;
    const next = touched ? new Map(rows) : rows;
    if (next instanceof Map) {
      for (const row of patch.rows ?? []) next.set(row.conversation, row);
      for (const gone of patch.gone ?? []) next.delete(gone);
    }
    const arrived = (patch.rows ?? []).filter(row => !rows.has(row.conversation)).length > 0;
    this.#view = {
      loaded: true,
      seq: patch.seq,
      rows: next,
      staff: patch.staff ?? this.#view.staff,
      drill: patch.drill === undefined ? this.#view.drill : patch.drill,
      lastArrivalAt: arrived ? patch.at : lastArrivalAt,
    };
  }
}

function countChanges(before: ReadonlyMap<string, QueueRow>, after: ReadonlyMap<string, QueueRow>): number {
  const gone = [...before.keys()].filter(conversation => !after.has(conversation)).length;
  return gone + [...after].filter(([conversation, row]) => before.get(conversation) !== row).length;
}
