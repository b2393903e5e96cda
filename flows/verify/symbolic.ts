/**
 * The compiled machine with guards that may meet what is not known. Transitions, actions and effects are the real ones;
 * only the leaves of a condition are answered by `Unknowns` where the conversation holds an unknown value.
 *
 * An unknown value stands in the context as a mark that no code writes: 0 for a boolean, '?' for a word, NaN for a
 * counter, `unknownNeed` for what she needs. A turn that writes the real value overwrites it, and from then on guards see
 * that value. Code that is no guard (what is said, what is kept) takes 0 for false, and sees a reading that reads nothing.
 * What such code writes is forgotten at the end of the turn, so nothing is lost by its seeing one case only.
 */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { type Change, changed } from '../actions.js';
import { changing, type Compiled } from '../compile.js';
import type { Context, Marks, Need } from '../context.js';
import type { FlowEvent, SosWhy } from '../events.js';
import { type Condition, COUNT_MOST, holds, type Known } from '../guards.js';
import { movesOf, statesOf } from '../insides.js';
import type { Option } from '../reading.js';
import type { Snapshot, Turned } from '../turn.js';
import { type Arrival, arrivalOf, openingGuard, passingGuards } from './arrivals.js';
import { MEANT, type NeedNow, needFits, NO_YES, readingIs, RISK_LEVELS, SHEETS, SURE_OF } from './needs.js';
import { type Answer, type Atom, atom, type Formula, NOTHING_ELSE, Unknowns } from './unknowns.js';

/** @param sheet id of a sheet that exists, so that it can be said where a guard found one */
export const unknownNeed = (sheet: string | null): Need => ({
  text: 'lo que escribió',
  intent: '?',
  sheet,
  sensitive: false,
  risk: 0,
  language: 'es-CL',
});

const COUNTS = Array.from({ length: COUNT_MOST + 1 }, (_, n) => n);
const WORDS: Partial<Record<keyof Marks, readonly unknown[]>> = {
  safe: ['unknown', 'yes', 'no'],
  danger: ['unknown', 'no'],
  mail: ['unknown', 'no', 'given'],
  waited: ['no', 'once'],
  guess: ['none', 'asked', 'open', 'over', 'left', 'opened'],
  place: ['none', 'partial', 'full'],
};
/** An SOS that the verifier tries stands for these; one that the machine raises (`unsure`) for itself. */
const WHY: Partial<Record<SosWhy, readonly SosWhy[]>> = {
  word: ['word', 'agreed', 'button'],
  signal: ['signal', 'sensed', 'executive', 'unsure'],
};
/** Her text when it asks for a person, by words that the protocol lists or by what was sensed, and reads as nothing else. */
export const ASKING_FOR_A_PERSON: readonly (readonly Answer[])[] = [
  { person: true, intent: 'other' },
  { person: false, intent: 'human' },
].map(({ person, intent }) => [
  { about: 'reads.person', left: [person], of: NO_YES },
  { about: 'read.intent', left: [intent], of: MEANT },
  { about: 'read.risk', left: [0], of: RISK_LEVELS },
  { about: 'read.sheet', left: ['none'], of: SHEETS },
  NOTHING_ELSE,
]);

/** One turn of the symbolic machine. */
export interface Watch {
  unknowns: Unknowns;
  need: NeedNow;
  /** Counters that were raised in this turn: another unknown than before. */
  raised: Record<string, number>;
  changes: Change[];
  /** A step was entered, and has not asked yet how to go on. */
  entered: boolean;
  /** Where the steps that were entered first asked how to go on. */
  arrivals: Arrival[];
}

/** Regions that move, by their dotted paths: one only, or all but some. */
export type Moving = { only: string } | { but: readonly string[] };

export interface Symbolic {
  compiled: Compiled;
  /**
   * Starts a turn, which fills `turned`; what is learnt of it is in the watch.
   *
   * @param moving the regions whose moves are made; all of them where nothing is said
   */
  watch(unknowns: Unknowns, turned?: Turned, moving?: Moving): Watch;
  /** The moves that the turn makes first. It makes them when it is run. */
  decide(snapshot: Snapshot, event: FlowEvent): Moves;
}

type Moves = readonly AnyTransitionDefinition[];

export function symbolic(compiled: Compiled): Symbolic {
  // No list has anything in a text of which nothing is known, and none is made ready to find that.
  const sheets = compiled.protocol.sheets.map(sheet => ({ ...sheet, refusedBy: [] }));
  const protocol = { ...compiled.protocol, readings: {}, sheets };
  const fresh = (unknowns: Unknowns): Watch => ({
    unknowns,
    need: 'before',
    raised: {},
    changes: [],
    entered: false,
    arrivals: [],
  });
  const passing = passingGuards(compiled);
  const opening = openingGuard(compiled);
  let now: Watch = fresh(new Unknowns());
  let filled: Turned | undefined;
  let decided: Moves | undefined;
  const machine = compiled.machine.provide({
    guards: {
      check: ({ context, event }: Scope, guard: { condition: Condition }) => {
        if (filled && guard === opening && context.owner.kind === 'bot')
          now.arrivals.push(arrivalOf(guard, context, now, filled));
        else if (filled && now.entered && passing.has(guard)) {
          now.arrivals.push(arrivalOf(guard, context, now, filled));
          now.entered = false;
        }
        return now.unknowns.holds(() => formulaOf(guard.condition, context, event, now, protocol));
      },
    },
    actions: {
      change: changing((context, event, change) => {
        noted(now, change, event);
        return changed(context, event, change, protocol);
      }),
    },
  } as never);
  const selectAll = machine.getTransitionData.bind(machine);
  let part: Moving | undefined;
  const select: typeof selectAll = (snapshot, event) => {
    if (part === undefined) return selectAll(snapshot, event);
    return 'only' in part ? movesIn(part.only, snapshot, event) : selectAll(without(part.but, snapshot), event);
  };
  machine.getTransitionData = (snapshot, event) => {
    const moves = decided ?? select(snapshot, event);
    // What is selected later in the turn is of events that it raised itself.
    decided = undefined;
    return moves as ReturnType<typeof select>;
  };

  return {
    compiled: { ...compiled, machine, protocol },
    watch: (unknowns, turned, moving) => {
      filled = turned;
      part = moving;
      decided = undefined;
      return (now = fresh(unknowns));
    },
    decide: (snapshot, event) => (decided = select(snapshot, event)),
  };
}

/** Of the moves that the machine would make, those of one region: of its innermost state that has one. */
function movesIn(region: string, snapshot: Snapshot, event: FlowEvent): AnyTransitionDefinition[] {
  const within = ({ path }: AnyStateNode): boolean => `${path.join('.')}.`.startsWith(`${region}.`);
  const innermost = statesOf(snapshot).find(node => node.type === 'atomic' && within(node));
  for (let at = innermost; at && within(at); at = at.parent) {
    const moves = movesOf(at, snapshot, event);
    if (moves.length > 0) return moves;
  }
  return [];
}

/** The same place as the library selects its moves, which goes by the states that it is in: these regions have none. */
function without<T extends object>(regions: readonly string[], snapshot: T & { value: unknown }): T {
  const known = reduced.get(snapshot);
  if (known?.regions === regions) return known.to as T;
  const value = regions.reduce((left, region) => cut(left, region.split('.')), snapshot.value);
  const to = value === snapshot.value ? snapshot : (Object.create(snapshot, { value: { value } }) as T);
  reduced.set(snapshot, { regions, to });
  return to;
}
const reduced = new WeakMap<object, { regions: readonly string[]; to: object }>();

function cut(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined || typeof value !== 'object' || value === null || !(first in value)) return value;
  const { [first]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [first]: cut(inner, rest) };
}

/** As the library selects the moves of one state. */
interface Scope {
  context: Context;
  event: FlowEvent;
}

/** A condition, with what is known put in. */
function formulaOf(condition: Condition, context: Context, event: FlowEvent, watch: Watch, known: Known): Formula {
  const of = (inner: Condition): Formula => formulaOf(inner, context, event, watch, known);
  if ('all' in condition) return everyOf(condition.all, of);
  if ('any' in condition) return someOf(condition.any, of);
  if ('not' in condition) {
    const inner = of(condition.not);
    return typeof inner === 'boolean' ? !inner : { not: inner };
  }
  if ('marks' in condition)
    return everyOf(Object.keys(condition.marks) as (keyof Marks)[], name =>
      markIs(context.marks, name, condition.marks[name]),
    );
  if ('tries' in condition) return count(watch, context, 'tries', n => n < condition.tries.under);
  if ('asked' in condition) return count(watch, context, 'asked', n => n >= condition.asked.from);
  if ('eased' in condition) return count(watch, context, 'eased', n => n < condition.eased.under);
  if ('alerts' in condition) return count(watch, context, 'alerts', n => n < condition.alerts.under);
  if ('question' in condition) return count(watch, context, 'question', n => n >= condition.question.from);
  if ('need' in condition) return context.need !== null && needFits(watch.need, condition.need);
  if ('event' in condition && condition.event === 'why' && event.type === 'SOS' && WHY[event.why])
    return atom('why', WHY[event.why]!, why => condition.is.includes(why));
  if ('event' in condition || 'slots' in condition || 'owner' in condition)
    return holds(condition, context, event, known);
  const hers = event.type === 'MSG' || event.type === 'SOS';
  if ('sensed' in condition) return hers && sensedAs(condition.sensed, event);
  const formula = unknownOf(condition);
  return hers || !formula.read ? formula.is : false;
}

/** All of them; what is certain is left out, and nothing more is asked after a no. */
function everyOf<T>(parts: readonly T[], of: (part: T) => Formula): Formula {
  const open: Formula[] = [];
  for (const part of parts) {
    const is = of(part);
    if (is === false) return false;
    if (is !== true) open.push(is);
  }
  return open.length === 0 ? true : open.length === 1 ? open[0]! : { all: open };
}

/** One of them; likewise, after a yes. */
function someOf<T>(parts: readonly T[], of: (part: T) => Formula): Formula {
  const open: Formula[] = [];
  for (const part of parts) {
    const is = of(part);
    if (is === true) return true;
    if (is !== false) open.push(is);
  }
  return open.length === 0 ? false : open.length === 1 ? open[0]! : { any: open };
}

/** What is never known of the conversation, or of her text (`read`): the same question whoever asks it. */
function unknownOf(condition: Condition): { read: boolean; is: Formula } {
  const made = unknown.get(condition);
  if (made) return made;
  const before = rememberedOf(condition);
  const formula = before === null ? { read: true, is: readOf(condition) } : { read: false, is: before };
  unknown.set(condition, formula);
  return formula;
}
const unknown = new WeakMap<Condition, { read: boolean; is: Formula }>();

/** Of what was before her text, and of the world; null for what is asked of her text. */
function rememberedOf(condition: Condition): Formula | null {
  if ('risk' in condition) return atom('risk', RISK_LEVELS, level => level >= condition.risk.from);
  if ('locale' in condition) return atom(`locale ${condition.locale.join(' ')}`, NO_YES, Boolean);
  if ('guideline' in condition) {
    const { from, rises } = condition.guideline;
    return atom(rises ? 'guideline rises' : 'guideline', RISK_LEVELS, level => level >= from);
  }
  if ('world' in condition)
    return {
      all: Object.entries(condition.world).map(([name, value]) =>
        atom(`world.${name}`, [true, false], v => v === value),
      ),
    };
  if ('given' in condition) {
    const { given } = condition;
    if (given === true) return atom('given a sheet', NO_YES, Boolean);
    return atom(`given ${typeof given === 'string' ? `what is ${given}` : given.join(' ')}`, NO_YES, Boolean);
  }
  if ('told' in condition) return atom(`told ${condition.told}`, NO_YES, Boolean);
  if ('strays' in condition) return atom('tells another thing', NO_YES, Boolean);
  if ('apart' in condition) return atom(`apart ${condition.apart}`, NO_YES, Boolean);
  if ('near' in condition) return atom('he is near', NO_YES, Boolean);
  if ('kept' in condition) return atom(`kept ${condition.kept}`, NO_YES, Boolean);
  return null;
}

function readOf(condition: Condition): Formula {
  if ('says' in condition) return atom('says the check word', NO_YES, Boolean);
  if ('slotPicked' in condition) return atom('picks a slot', NO_YES, Boolean);
  if ('offered' in condition)
    return atom('picks on offer', [null, 'one', 'other'], picked => picked === condition.offered);
  if ('place' in condition)
    return atom(
      'changes her place',
      [null, 'completes', 'suffices', 'counts', 'denies', 'moves', 'leaves'],
      how => how === condition.place,
    );
  if ('mayMove' in condition) return atom('may have moved', NO_YES, Boolean);
  if ('reads' in condition) return { any: condition.reads.map(readingIs) };
  if ('picks' in condition)
    return atom(pickOf(condition.of), [null, ...condition.of.map(o => o.id)], id => id === condition.picks);
  if ('sheet' in condition) return atom('read.sure-sheet', SHEETS, s => SURE_OF[condition.sheet].includes(s));
  if ('intent' in condition) return atom('read.intent', MEANT, intent => condition.intent.includes(intent));
  throw new Error(
    `verify does not know the condition ${JSON.stringify(condition)}; add it to flows/verify/symbolic.ts`,
  );
}

/** Sensed as imminent it would not be a message, but an SOS. */
const LEVELS = { MSG: RISK_LEVELS.slice(0, 4), SOS: RISK_LEVELS };
const asSensed = (levels: readonly number[]) =>
  RISK_LEVELS.map(from => atom('read.risk', levels, level => level >= from));
const SENSED = { MSG: asSensed(LEVELS.MSG), SOS: asSensed(LEVELS.SOS) };
const sensedAs = (level: number, { type }: FlowEvent): Atom => SENSED[type === 'MSG' ? 'MSG' : 'SOS'][level]!;

const pickOf = (options: readonly Option[]): string => `picks ${options.map(o => o.id).join(' ')}`;

function markIs(marks: Marks, name: keyof Marks, wanted: unknown): Formula {
  const value = marks[name] as unknown;
  return name !== 'open' && (value === 0 || value === '?') ? markOf(name, wanted) : value === wanted;
}

/** One question for all that ask it. */
function markOf(name: keyof Marks, wanted: unknown): Atom {
  const key = `${name} ${String(wanted)}`;
  const made = marksAsked.get(key) ?? atom(`marks.${name}`, WORDS[name] ?? NO_YES, v => v === wanted);
  marksAsked.set(key, made);
  return made;
}
const marksAsked = new Map<string, Atom>();

type Counter = 'tries' | 'asked' | 'eased' | 'alerts' | 'question';

const count = ({ raised }: Watch, context: Context, name: Counter, test: (n: number) => boolean): Formula =>
  Number.isNaN(context[name]) ? atom(`${name}${"'".repeat(raised[name] ?? 0)}`, COUNTS, test) : test(context[name]);

/** What a change means for what is not known. */
function noted(watch: Watch, change: Change, event: FlowEvent): void {
  watch.changes.push(change);
  if ('step' in change) watch.entered = true;
  // Without a text of hers there is nothing to read, and what she needs stays as it was.
  if ('need' in change && (change.need === 'drop' || event.type === 'MSG' || event.type === 'SOS'))
    watch.need =
      change.need === 'drop'
        ? 'none'
        : change.need === 'read' || change.need === 'offer'
          ? 'now'
          : { joined: watch.need };
  if ('tries' in change && change.tries === 'more') watch.raised.tries = (watch.raised.tries ?? 0) + 1;
  if ('count' in change && change.to === 'more') watch.raised[change.count] = (watch.raised[change.count] ?? 0) + 1;
  if ('question' in change && change.question === 'more') watch.raised.question = (watch.raised.question ?? 0) + 1;
}
