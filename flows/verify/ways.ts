/**
 * Ways on from where a turn comes to a step. What follows there depends on the step's state, on what the conversation
 * holds, on the event, and on the answers to what is not known; on nothing else of where the turn came from. So each way is
 * run once, and whoever comes there in the same way is asked the same questions, with what she has answered before: the
 * turn is the one that would have been run.
 */
import type { Ran } from './outcomes.js';
import type { Arrival } from './arrivals.js';
import { withBack } from './decided.js';
import type { Formula, Unknowns } from './unknowns.js';

/** A question, and what comes after each answer that was tried. */
interface Fork {
  formula: Formula;
  yes?: Fork | End;
  no?: Fork | End;
}

/** A turn that ended here. */
interface End {
  ran: Ran;
  from: Arrival;
}

export class Ways {
  /** By guard, by what stands beside, by what the conversation holds. */
  readonly #starts = new Map<object, Map<string, Map<string, Fork | End>>>();

  /** @param beside the event, and all that the conversation is in beside the talk */
  add(beside: string, ran: Ran, from: Arrival, unknowns: Unknowns): void {
    const asked = unknowns.after(from.asked);
    const starts = this.#startsAt(beside, from);
    const end: End = { ran, from };
    const known = starts.get(from.holding);
    const [first] = asked;
    let at: Fork | End = known && 'formula' in known ? known : first ? { formula: first.formula } : end;
    starts.set(from.holding, at);
    for (const [i, { answer }] of asked.entries()) {
      const fork = at as Fork;
      const next = asked[i + 1];
      const side = answer ? 'yes' : 'no';
      if (!next) {
        fork[side] = end;
        return;
      }
      const after: Fork | End | undefined = fork[side];
      at = after && 'formula' in after ? after : (fork[side] = { formula: next.formula });
    }
  }

  #startsAt(beside: string, { guard }: Arrival): Map<string, Fork | End> {
    const atGuard = this.#starts.get(guard) ?? new Map<string, Map<string, Fork | End>>();
    this.#starts.set(guard, atGuard);
    const starts = atGuard.get(beside) ?? new Map<string, Fork | End>();
    atGuard.set(beside, starts);
    return starts;
  }

  /** Did anybody come there before? */
  knows(beside: string, to: Arrival): boolean {
    return this.#starts.get(to.guard)?.get(beside)?.has(to.holding) ?? false;
  }

  /** The turn that came there as `ran` did and goes on as these answers say; null for a way that nobody went. */
  follow(beside: string, ran: Ran, to: Arrival, unknowns: Unknowns): Ran | null {
    let at: Fork | End | undefined = this.#starts.get(to.guard)?.get(beside)?.get(to.holding);
    while (unknowns.count < to.asked) unknowns.holds(() => true);
    while (at && 'formula' in at) {
      const { formula }: Fork = at;
      at = unknowns.holds(() => formula) ? at.yes : at.no;
    }
    return at ? joined(ran, to, at) : null;
  }
}

const upTo = (arrivals: readonly Arrival[], { asked }: Arrival): number =>
  arrivals.filter(a => a.asked <= asked).length;

/** One turn up to where it comes to a step, and another from there on. */
function joined(first: Ran, to: Arrival, { ran, from }: End): Ran {
  const both = <T>(before: readonly T[], upTo: number, after: readonly T[], since: number): T[] => [
    ...before.slice(0, upTo),
    ...after.slice(since),
  ];
  const moved = (a: Arrival): Arrival => ({
    ...a,
    asked: a.asked - from.asked + to.asked,
    changed: a.changed - from.changed + to.changed,
    messages: a.messages - from.messages + to.messages,
    effects: a.effects - from.effects + to.effects,
    milestones: a.milestones - from.milestones + to.milestones,
  });
  return {
    told: {
      snapshot: from.back && to.back ? withBack(ran.told.snapshot, from.back, to.back) : ran.told.snapshot,
      messages: both(first.told.messages, to.messages, ran.told.messages, from.messages),
      effects: both(first.told.effects, to.effects, ran.told.effects, from.effects),
      milestones: both(first.told.milestones, to.milestones, ran.told.milestones, from.milestones),
    },
    changes: both(first.changes, to.changed, ran.changes, from.changed),
    error: ran.error,
    arrivals: both(first.arrivals, upTo(first.arrivals, to), ran.arrivals.map(moved), upTo(ran.arrivals, from)),
  };
}
