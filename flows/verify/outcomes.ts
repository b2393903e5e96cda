/**
 * What an event can lead to, in each way that guards tell apart, worked out once for all configurations that differ only in
 * whether something that was handled has to be erased: that is one more thing that is not known, and of the turns made
 * so each configuration has those that fit it.
 *
 * Many turns come to one step in the same way, from wherever they come, and go on alike (ways.ts): only as far as there is
 * each of them run.
 */
import type { Author, Change } from '../actions.js';
import type { Compiled } from '../compile.js';
import type { Marks } from '../context.js';
import type { FlowEvent } from '../events.js';
import type { Milestone } from '../milestones.js';
import { NARROWEST } from '../talk/shape.js';
import { contextOf, moved, nothingYet, type Snapshot, type Turned, understood, withContext } from '../turn.js';
import type { Arrival } from './arrivals.js';
import { Decisions, heardAfter } from './decided.js';
import type { Moving, Symbolic } from './symbolic.js';
import { erasingOf } from './erasing.js';
import { type Answer, everyRun, type Unknowns } from './unknowns.js';
import { Ways } from './ways.js';

export interface Outcome {
  /** Where the turn comes to; null when it fails. */
  after: Snapshot | null;
  said: readonly { author: Author; key: string; text: string }[];
  effects: readonly string[];
  milestones: readonly Milestone[];
  /** Steps that the turn entered, passing ones too. */
  steps: readonly string[];
  changes: readonly Change[];
  answers: readonly Answer[];
  /** Whether something had to be erased before, as far as the turn tells these apart. */
  erases: readonly unknown[] | undefined;
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

/** What all turns from one place by one event have in common: how they begin. */
interface Begun {
  snapshot: Snapshot;
  event: FlowEvent;
  heard: Turned;
  /** Why it cannot even be heard. */
  failed: string | null;
  decisions: Decisions;
}

/** A turn that went no further, because what follows is known. */
const STOPPED = 'stopped where what follows is known';

export class Outcomes {
  readonly #machine: Symbolic;
  readonly #made = new Map<string, readonly Outcome[]>();
  readonly #ways = new Ways();
  readonly #moving: Moving | undefined;
  readonly #placeOf: PlaceOf | undefined;

  /**
   * @param moving the regions that move, where some are explored apart
   * @param placeOf names all that is asked of the end of a turn: of the turns that are then alike but for the answers that led to
   *   them, one is kept
   */
  constructor(machine: Symbolic, moving?: Moving, placeOf?: PlaceOf) {
    this.#machine = machine;
    this.#moving = moving;
    this.#placeOf = placeOf;
  }

  /**
   * @param turn names all that the turns can depend on, but for what has to be erased
   * @param erase whether something has to be erased
   */
  of(turn: string, erase: boolean, snapshot: Snapshot, event: FlowEvent, known: readonly Answer[]): Outcome[] {
    const made = this.#made.get(turn) ?? this.#make(snapshot, event, known);
    this.#made.set(turn, made);
    return made.filter(({ erases }) => erases?.includes(erase) ?? true);
  }

  #make(snapshot: Snapshot, event: FlowEvent, known: readonly Answer[]): Outcome[] {
    const beside = besideTalk(snapshot, event);
    const begun = begunBy(this.#machine.compiled, snapshot, event);
    /** What names the ways from there; null where they may depend on more. */
    const besideOf = (arrival: Arrival): string | null => arrival.beside ?? beside;
    let last: Ran | null = null;
    const follow = (first: Ran, to: Arrival, unknowns: Unknowns): Ran | null => {
      const way = this.#ways.follow(besideOf(to) ?? '', first, to, unknowns);
      if (!way) unknowns.restart();
      return way;
    };
    const run = (unknowns: Unknowns): Ran => {
      const shared = last?.arrivals.findLast(to => to.asked <= unknowns.replayed && besideOf(to) !== null);
      const way = last && shared ? follow(last, shared, unknowns) : null;
      if (way) return (last = way);
      if (!shared) {
        const first = this.#run(begun, unknowns, true);
        if (first.error !== STOPPED) return (last = this.#learn(first, unknowns, besideOf));
        const rest = follow({ ...first, error: null }, first.arrivals.at(-1)!, unknowns);
        if (rest) return (last = rest);
      }
      return (last = this.#learn(this.#run(begun, unknowns, false), unknowns, besideOf));
    };
    const all = everyRun(run, known).map(({ result, answers }) => shown(result, answers));
    return this.#placeOf ? distinct(all, this.#placeOf) : all;
  }

  #learn(ran: Ran, unknowns: Unknowns, besideOf: (arrival: Arrival) => string | null): Ran {
    for (const arrival of ran.arrivals) {
      const beside = besideOf(arrival);
      if (beside !== null) this.#ways.add(beside, ran, arrival, unknowns);
    }
    return ran;
  }

  /** @param stops where it is decided what the turn does, if that was run before: its error is then STOPPED */
  #run({ snapshot, event, heard, failed, decisions }: Begun, unknowns: Unknowns, stops: boolean): Ran {
    const { compiled, watch, decide } = this.#machine;
    const told = copied(heard);
    const { changes, arrivals } = watch(unknowns, told, this.#moving);
    const ended = (error: string | null): Ran => ({ told, changes, error, arrivals });
    if (failed !== null) return ended(failed);
    try {
      if (!told.ignored) {
        const moves = decide(told.snapshot, event);
        const arrival = decisions.of(told.snapshot, moves, unknowns, told);
        if (arrival) arrivals.push(arrival);
        if (stops && arrival && this.#ways.knows(arrival.beside!, arrival)) return ended(STOPPED);
      }
      moved(compiled, snapshot, event, NARROWEST, told);
      return ended(null);
    } catch (thrown) {
      return ended(messageOf(thrown));
    }
  }
}

type PlaceOf = (after: Snapshot) => string;

/** Of outcomes of which all is the same that any property asks, the first. */
function distinct(outcomes: readonly Outcome[], placeOf: PlaceOf): Outcome[] {
  const kept = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const name = nameOf(outcome, placeOf);
    if (!kept.has(name)) kept.set(name, outcome);
  }
  return [...kept.values()];
}

function nameOf(
  { after, said, effects, milestones, changes, answers, erases, error }: Outcome,
  placeOf: PlaceOf,
): string {
  const spoken = said.map(({ author, key }) => `${author} ${key}`).join();
  const staffed = answers.find(({ about }) => about === STAFFED)?.left[0];
  const place = after ? `${placeOf(after)} ${String(contextOf(after).marks.erase)}` : '';
  return [place, spoken, effects.join(), milestones.join(), erasingOf(changes), staffed, erases?.join(), error].join(
    '|',
  );
}

/** Whether people are there: some properties look at it. */
export const STAFFED = 'world.staffed';

/** The event, and all that stands beside the talk after its first moves; null in an emergency, where more than the talk may move. */
function besideTalk(snapshot: Snapshot, event: FlowEvent): string | null {
  const { talk: _, ...beside } = snapshot.value as Record<string, unknown>;
  return beside.emergency === 'idle' ? JSON.stringify([heardAfter(event), beside]) : null;
}

function shown({ told, changes, error }: Ran, answers: readonly Answer[]): Outcome {
  const did = error === null ? told : null;
  return {
    after: did?.snapshot ?? null,
    said: did?.messages.map(({ author, key, text }) => ({ author, key, text })) ?? [],
    effects: did?.effects.map(({ type }) => type) ?? [],
    milestones: did?.milestones ?? [],
    steps: changes.flatMap(change => ('step' in change ? [change.step] : [])),
    changes,
    answers,
    erases: answers.find(({ about }) => about === 'marks.erase')?.left,
    error,
  };
}

function begunBy(compiled: Compiled, snapshot: Snapshot, event: FlowEvent): Begun {
  const begun = { snapshot, event, decisions: new Decisions(event) };
  try {
    return { ...begun, heard: understood(compiled, snapshot, event, NARROWEST), failed: null };
  } catch (thrown) {
    return { ...begun, heard: nothingYet(snapshot), failed: messageOf(thrown) };
  }
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The same beginning, for one more turn to go on from. */
const copied = (begun: Turned): Turned => ({
  ...begun,
  messages: [...begun.messages],
  hushed: [...begun.hushed],
  milestones: [...begun.milestones],
  effects: [...begun.effects],
  timers: new Map(begun.timers),
});

export const withMarks = (snapshot: Snapshot, marks: Partial<Marks>): Snapshot =>
  withContext(snapshot, { ...contextOf(snapshot), marks: { ...contextOf(snapshot).marks, ...marks } });
