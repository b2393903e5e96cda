/**
 * What an event can lead to, in each way that guards tell apart, worked out once for all configurations that differ only in
 * whether something that was handled has to be erased: that is one more thing that is not known, and of the turns made
 * so each configuration has those that fit it.
 */
import type { Marks } from '../context.js';
import type { FlowEvent } from '../events.js';
import { advance, contextOf, type Snapshot, type Turned, withContext } from '../turn.js';
import type { Symbolic, Watch } from './symbolic.js';
import { type Answer, everyRun, type Unknowns } from './unknowns.js';

/** A channel with the narrowest choices. */
export const SHAPE = { buttons: { most: 3, label: 20 }, list: { most: 10, label: 24 }, body: 4096 };

export interface Outcome {
  /** Null when the turn fails. */
  turned: Turned | null;
  seen: Watch;
  answers: readonly Answer[];
  error: string | null;
}

export class Outcomes {
  readonly #machine: Symbolic;
  readonly #made = new Map<string, readonly Outcome[]>();

  constructor(machine: Symbolic) {
    this.#machine = machine;
  }

  /**
   * @param turn names all that the turns can depend on, but for what has to be erased
   * @param erase whether something has to be erased
   */
  of(turn: string, erase: boolean, snapshot: Snapshot, event: FlowEvent, known: readonly Answer[]): Outcome[] {
    const made =
      this.#made.get(turn) ??
      everyRun(unknowns => this.#run(snapshot, event, unknowns), known).map(({ result, unknowns }) => ({
        ...result,
        answers: unknowns.answers(),
      }));
    this.#made.set(turn, made);
    return made.filter(({ answers }) => answers.find(a => a.about === 'marks.erase')?.left.includes(erase) ?? true);
  }

  #run(snapshot: Snapshot, event: FlowEvent, unknowns: Unknowns): Omit<Outcome, 'answers'> {
    const { compiled, watch } = this.#machine;
    const seen = watch(unknowns);
    try {
      return { turned: advance(compiled, snapshot, event, SHAPE), seen, error: null };
    } catch (error) {
      return { turned: null, seen, error: error instanceof Error ? error.message : String(error) };
    }
  }
}

export const withMarks = (snapshot: Snapshot, marks: Partial<Marks>): Snapshot =>
  withContext(snapshot, { ...contextOf(snapshot), marks: { ...contextOf(snapshot).marks, ...marks } });
