/**
 * What an event can lead to, in each way that guards tell apart, worked out once for all configurations that differ only in
 * whether something that was handled has to be erased: that is one more thing that is not known, and of the turns made
 * so each configuration has those that fit it.
 *
 * Many turns come to one step in the same way, from wherever they come, and go on alike (ways.ts): only as far as there is
 * each of them run.
 */
import type { Change } from '../actions.js';
import type { Marks } from '../context.js';
import type { FlowEvent } from '../events.js';
import { advance, contextOf, nothingYet, type Snapshot, type Turned, withContext } from '../turn.js';
import type { Arrival } from './arrivals.js';
import type { Symbolic } from './symbolic.js';
import { type Answer, everyRun, type Unknowns } from './unknowns.js';
import { Ways } from './ways.js';

/** A channel with the narrowest choices. */
export const SHAPE = { buttons: { most: 3, label: 20 }, list: { most: 10, label: 24 }, body: 4096 };

export interface Outcome {
  /** Null when the turn fails. */
  turned: Told | null;
  changes: readonly Change[];
  answers: readonly Answer[];
  error: string | null;
}

/** What a turn came to. */
export type Told = Pick<Turned, 'snapshot' | 'messages' | 'effects' | 'milestones'>;

/** A turn that was run. */
export interface Ran {
  told: Told;
  changes: readonly Change[];
  error: string | null;
  arrivals: readonly Arrival[];
}

export class Outcomes {
  readonly #machine: Symbolic;
  readonly #made = new Map<string, readonly Outcome[]>();
  readonly #ways = new Ways();

  constructor(machine: Symbolic) {
    this.#machine = machine;
  }

  /**
   * @param turn names all that the turns can depend on, but for what has to be erased
   * @param erase whether something has to be erased
   */
  of(turn: string, erase: boolean, snapshot: Snapshot, event: FlowEvent, known: readonly Answer[]): Outcome[] {
    const made = this.#made.get(turn) ?? this.#make(snapshot, event, known);
    this.#made.set(turn, made);
    return made.filter(({ answers }) => answers.find(a => a.about === 'marks.erase')?.left.includes(erase) ?? true);
  }

  #make(snapshot: Snapshot, event: FlowEvent, known: readonly Answer[]): Outcome[] {
    const beside = besideTalk(snapshot, event);
    let last: Ran | null = null;
    const run = (unknowns: Unknowns): Ran => {
      const shared = beside === null ? undefined : last?.arrivals.findLast(({ asked }) => asked <= unknowns.replayed);
      if (last && shared) {
        const way = this.#ways.follow(beside!, last, shared, unknowns);
        if (way) return (last = way);
        unknowns.restart();
      }
      last = this.#run(snapshot, event, unknowns);
      if (beside !== null) for (const arrival of last.arrivals) this.#ways.add(beside, last, arrival, unknowns);
      return last;
    };
    return everyRun(run, known).map(({ result: { told, changes, error }, unknowns }) => ({
      turned: error === null ? told : null,
      changes,
      error,
      answers: unknowns.answers(),
    }));
  }

  #run(snapshot: Snapshot, event: FlowEvent, unknowns: Unknowns): Ran {
    const { compiled, watch } = this.#machine;
    const told = nothingYet(snapshot);
    const seen = watch(unknowns, told);
    let error: string | null = null;
    try {
      advance(compiled, snapshot, event, SHAPE, told);
    } catch (thrown) {
      error = thrown instanceof Error ? thrown.message : String(thrown);
    }
    return { told, changes: seen.changes, error, arrivals: seen.arrivals };
  }
}

/** The event, and all that stands beside the talk while it is handled; null in an emergency, where more than the talk may move. */
function besideTalk(snapshot: Snapshot, event: FlowEvent): string | null {
  const { talk: _, ...beside } = snapshot.value as Record<string, unknown>;
  return beside.emergency === 'idle' ? JSON.stringify([event, beside]) : null;
}

export const withMarks = (snapshot: Snapshot, marks: Partial<Marks>): Snapshot =>
  withContext(snapshot, { ...contextOf(snapshot), marks: { ...contextOf(snapshot).marks, ...marks } });
