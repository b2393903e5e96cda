/**
 * The projection that every console copies: rows and staff under a number that rises by one with each patch. Changes
 * are gathered and told together; whoever missed some asks for those after the number it has.
 */
import {
  type DrillRunning,
  isDrill,
  type Patch,
  type QueueRow,
  type SignedIn,
  type Staff,
  type SyncReply,
} from '../console/contract.js';
import { inOrder } from '../console/queue.js';

/** Patches kept for whoever was cut off. */
const KEPT_MOST = 500;

export class Board {
  readonly #rows = new Map<string, QueueRow>();
  readonly #dirty = new Set<string>();
  readonly #patches: Patch[] = [];
  #seq: number;
  #staff: Staff[] = [];
  #staffChanged = false;
  #drill: DrillRunning | null = null;
  #drillChanged = false;
  #lastArrivalAt: number | null = null;

  /** @param startedAt numbers of a later start follow those of an earlier one, so that a console never mistakes one for the other */
  constructor(startedAt: number) {
    this.#seq = startedAt;
  }

  get rows(): ReadonlyMap<string, QueueRow> {
    return this.#rows;
  }

  get staff(): readonly Staff[] {
    return this.#staff;
  }

  /** How many conversations this person has; a drill takes nobody's place. */
  loadOf(user: string): number {
    return this.#of(user).filter(row => !isDrill(row)).length;
  }

  /** Emergencies that this person has now. */
  emergenciesOf(user: string): SignedIn['emergencies'] {
    const open = this.#of(user).filter(({ emergency }) => emergency !== 'idle');
    return [
      ...open.filter(row => !isDrill(row)).map(({ conversation, name }) => ({ conversation, name })),
      ...open.filter(isDrill).map(({ conversation, name }) => ({ conversation, name, drill: true as const })),
    ];
  }

  #of(user: string): QueueRow[] {
    return [...this.#rows.values()].filter(({ owner }) => owner.kind === 'executive' && owner.id === user);
  }

  put(row: QueueRow): void {
    const before = this.#rows.get(row.conversation);
    if (!before && !isDrill(row)) this.#lastArrivalAt = Math.max(this.#lastArrivalAt ?? 0, row.updatedAt);
    if (before && JSON.stringify(before) === JSON.stringify(row)) return;
    this.#rows.set(row.conversation, row);
    this.#dirty.add(row.conversation);
  }

  remove(conversation: string): void {
    if (this.#rows.delete(conversation)) this.#dirty.add(conversation);
  }

  /** Nothing of it is told any more, also to a console that missed some patches. */
  forget(conversation: string): void {
    for (const patch of this.#patches)
      if (patch.rows) patch.rows = patch.rows.filter(row => row.conversation !== conversation);
  }

  setStaff(staff: Staff[]): void {
    if (JSON.stringify(staff) === JSON.stringify(this.#staff)) return;
    this.#staff = staff;
    this.#staffChanged = true;
  }

  setDrill(drill: DrillRunning | null): void {
    if (JSON.stringify(drill) === JSON.stringify(this.#drill)) return;
    this.#drill = drill;
    this.#drillChanged = true;
  }

  /** What changed since the last call, or null. */
  flush(now: number): Patch | null {
    if (this.#dirty.size === 0 && !this.#staffChanged && !this.#drillChanged) return null;
    const rows = [...this.#dirty].flatMap(id => this.#rows.get(id) ?? []);
    const gone = [...this.#dirty].filter(id => !this.#rows.has(id));
    const patch: Patch = {
      seq: ++this.#seq,
      ...(rows.length > 0 ? { rows } : {}),
      ...(gone.length > 0 ? { gone } : {}),
      ...(this.#staffChanged ? { staff: this.#staff } : {}),
      ...(this.#drillChanged ? { drill: this.#drill } : {}),
      at: now,
    };
    this.#dirty.clear();
    this.#staffChanged = false;
    this.#drillChanged = false;
    this.#patches.push(patch);
    if (this.#patches.length > KEPT_MOST) this.#patches.shift();
    return patch;
  }

  /** Call `flush` first: what is not told yet is in no patch, and would be told again after a snapshot that has it. */
  sync(since: number | undefined, now: number): SyncReply {
    const first = this.#patches[0]?.seq ?? this.#seq + 1;
    if (since !== undefined && since <= this.#seq && since + 1 >= first)
      return { kind: 'patches', patches: this.#patches.filter(patch => patch.seq > since), now };
    return {
      kind: 'snapshot',
      seq: this.#seq,
      rows: inOrder(this.#rows.values(), now),
      staff: [...this.#staff],
      drill: this.#drill,
      now,
      lastArrivalAt: this.#lastArrivalAt,
    };
  }
}
