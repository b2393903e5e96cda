/**
 * The compiled machine with guards that may meet what is not known. Transitions, actions and effects are the real ones;
 * only the leaves of a condition are answered by `Unknowns` where the conversation holds an unknown value.
 *
 * An unknown value stands in the context as a mark that no code writes: 0 for a boolean, '?' for a word, NaN for a
 * counter, `unknownNeed` for what she needs. A turn that writes the real value overwrites it, and from then on guards see
 * that value. Code that is no guard (what is said, what is kept) takes 0 for false, and sees a reading that reads nothing.
 * What such code writes is forgotten at the end of the turn, so nothing is lost by its seeing one case only.
 */
import { type Change, changed } from '../actions.js';
import { changing, type Compiled } from '../compile.js';
import type { Context, Marks, Need } from '../context.js';
import type { FlowEvent, SosWhy } from '../events.js';
import { type Condition, COUNT_MOST, holds, type Known } from '../guards.js';
import type { Option } from '../reading.js';
import { INTENTS } from '../sense/types.js';
import type { Turned } from '../turn.js';
import { type Arrival, arrivalOf, openingGuard, passingGuards } from './arrivals.js';
import { type Answer, atom, type Formula, NOTHING_ELSE, Unknowns } from './unknowns.js';

/** @param sheet id of a sheet that exists, so that it can be said where a guard found one */
export const unknownNeed = (sheet: string | null): Need => ({
  text: 'lo que escribió',
  intent: '?',
  sheet,
  sensitive: false,
  risk: 0,
  language: 'es-CL',
});

const NO_YES = [false, true] as const;
const COUNTS = Array.from({ length: COUNT_MOST + 1 }, (_, n) => n);
const RISK_LEVELS = [0, 1, 2, 3, 4] as const;
/** First the one that means nothing, so that the plainest text is tried first. */
const MEANT = ['other', ...INTENTS.filter(intent => intent !== 'other')];
const VAGUE = ['other', 'greeting'];
const SHEETS = ['none', 'plain', 'sensitive', 'several', 'unasked'];
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
const YES_NO = { about: 'reads.yes-no', of: ['neither', 'yes', 'no', 'only-no', 'unknown'] };
/** Readings that exclude each other, or that one text cannot have without the other. */
const GROUPS: Record<string, { about: string; of: readonly string[]; when: readonly string[] }> = {
  yes: { ...YES_NO, when: ['yes'] },
  no: { ...YES_NO, when: ['no', 'only-no'] },
  'only-no': { ...YES_NO, when: ['only-no'] },
  unknown: { ...YES_NO, when: ['unknown'] },
  place: { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['partial', 'full', 'point'] },
  'full-place': { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['full'] },
  address: { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['partial', 'full'] },
  location: { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['point'] },
  media: { about: 'reads.media', of: ['none', 'picture', 'audio'], when: ['picture', 'audio'] },
  audio: { about: 'reads.media', of: ['none', 'picture', 'audio'], when: ['audio'] },
  text: { about: 'reads.words', of: ['some', 'none'], when: ['some'] },
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

/** What she needs, as the turn goes: as it was, read now, both together, or nothing. */
export type NeedNow = 'before' | 'now' | 'none' | { joined: NeedNow };

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

export interface Symbolic {
  compiled: Compiled;
  /** Starts a turn, which fills `turned`; what is learnt of it is in the watch. */
  watch(unknowns: Unknowns, turned?: Turned): Watch;
}

export function symbolic(compiled: Compiled): Symbolic {
  const { protocol } = compiled;
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

  return {
    compiled: { ...compiled, machine },
    watch: (unknowns, turned) => {
      filled = turned;
      return (now = fresh(unknowns));
    },
  };
}

interface Scope {
  context: Context;
  event: FlowEvent;
}

/** A condition, with what is known put in. */
function formulaOf(condition: Condition, context: Context, event: FlowEvent, watch: Watch, known: Known): Formula {
  const of = (inner: Condition): Formula => formulaOf(inner, context, event, watch, known);
  if ('all' in condition) return { all: condition.all.map(of) };
  if ('any' in condition) return { any: condition.any.map(of) };
  if ('not' in condition) return { not: of(condition.not) };
  if ('marks' in condition)
    return {
      all: Object.entries(condition.marks).map(([name, value]) => markIs(context.marks, name as keyof Marks, value)),
    };
  if ('tries' in condition) return count(watch, context, 'tries', n => n < condition.tries.under);
  if ('asked' in condition) return count(watch, context, 'asked', n => n >= condition.asked.from);
  if ('eased' in condition) return count(watch, context, 'eased', n => n < condition.eased.under);
  if ('alerts' in condition) return count(watch, context, 'alerts', n => n < condition.alerts.under);
  if ('question' in condition) return count(watch, context, 'question', n => n >= condition.question.from);
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
  if ('need' in condition) return context.need !== null && needFits(watch.need, condition.need);
  if ('event' in condition && condition.event === 'why' && event.type === 'SOS' && WHY[event.why])
    return atom('why', WHY[event.why]!, why => condition.is.includes(why));
  if ('event' in condition || 'slots' in condition || 'owner' in condition)
    return holds(condition, context, event, known);
  if (event.type !== 'MSG' && event.type !== 'SOS') return false;
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
  if ('sensed' in condition) return atom('read.risk', levelsOf(event), level => level >= condition.sensed);
  throw new Error(
    `verify does not know the condition ${JSON.stringify(condition)}; add it to flows/verify/symbolic.ts`,
  );
}

/** Sensed as imminent it would not be a message, but an SOS. */
const levelsOf = (event: FlowEvent): readonly number[] =>
  event.type === 'MSG' ? RISK_LEVELS.slice(0, 4) : RISK_LEVELS;

const pickOf = (options: readonly Option[]): string => `picks ${options.map(o => o.id).join(' ')}`;

function readingIs(name: string): Formula {
  const group = GROUPS[name];
  return group
    ? atom(group.about, group.of, value => group.when.includes(value))
    : atom(`reads.${name}`, NO_YES, Boolean);
}

function markIs(marks: Marks, name: keyof Marks, wanted: unknown): Formula {
  const value = marks[name] as unknown;
  return name !== 'open' && (value === 0 || value === '?')
    ? atom(`marks.${name}`, WORDS[name] ?? NO_YES, v => v === wanted)
    : value === wanted;
}

type Counter = 'tries' | 'asked' | 'eased' | 'alerts' | 'question';

const count = ({ raised }: Watch, context: Context, name: Counter, test: (n: number) => boolean): Formula =>
  Number.isNaN(context[name]) ? atom(`${name}${"'".repeat(raised[name] ?? 0)}`, COUNTS, test) : test(context[name]);

// ---- what she needs -----------------------------------------------------------------------------------------------------

type NeedWanted = Extract<Condition, { need: unknown }>['need'];

/** As `holds` decides it of a need that is known, and as actions.ts joins two of them. */
function needFits(need: NeedNow, wanted: NeedWanted): Formula {
  const { intent, risk, reads, sheet, text, offered } = wanted;
  return {
    all: [
      isPresent(need),
      ...(intent
        ? [
            fromNeed(
              need,
              'intent',
              MEANT,
              i => intent.includes(i),
              i => VAGUE.includes(i),
            ),
          ]
        : []),
      ...(risk === undefined ? [] : [riskFits(need, risk)]),
      ...(reads ? [{ any: reads.map(name => needReads(need, name)) }] : []),
      ...(offered ? [atom('need.offered', NO_YES, Boolean)] : []),
      ...(text ? [atom('need.words', ['some', 'none'], words => words === 'some')] : []),
      ...(sheet
        ? [
            fromNeed(
              need,
              'sheet',
              SHEETS,
              s => SHEETS_OF[sheet].includes(s),
              s => s === 'none' || s === 'unasked',
            ),
          ]
        : []),
    ],
  };
}

const SHEETS_OF: Record<NonNullable<NeedWanted['sheet']>, readonly string[]> = {
  found: ['plain', 'sensitive'],
  sensitive: ['sensitive'],
  plain: ['plain'],
  several: ['several'],
  unasked: ['unasked'],
  none: ['none'],
};

const SURE_OF: Record<Extract<Condition, { sheet: unknown }>['sheet'], readonly string[]> = {
  any: ['plain', 'sensitive'],
  plain: ['plain'],
  near: ['plain', 'sensitive', 'several'],
};

const isPresent = (need: NeedNow): Formula => (need === 'before' ? atom('need', NO_YES, Boolean) : need !== 'none');

/** Of two joined, what she wrote now decides, unless it says nothing and something was there before. */
function fromNeed<T>(
  need: NeedNow,
  about: 'intent' | 'sheet',
  domain: readonly T[],
  test: (value: T) => boolean,
  empty: (value: T) => boolean,
): Formula {
  if (need === 'none') return false;
  if (need === 'before') return atom(`need.${about}`, domain, test);
  if (need === 'now') return atom(`read.${about}`, domain, test);
  const before = isPresent(need.joined);
  return {
    any: [
      atom(`read.${about}`, domain, value => test(value) && !empty(value)),
      { all: [atom(`read.${about}`, domain, value => test(value) && empty(value)), { not: before }] },
      { all: [atom(`read.${about}`, domain, empty), before, fromNeed(need.joined, about, domain, test, empty)] },
    ],
  };
}

function riskFits(need: NeedNow, from: number): Formula {
  if (need === 'none') return false;
  if (need === 'before') return atom('need.risk', RISK_LEVELS.slice(0, 4), level => level >= from);
  const now = atom('read.risk', RISK_LEVELS.slice(0, 4), level => level >= from);
  return need === 'now' ? now : { any: [now, { all: [isPresent(need.joined), riskFits(need.joined, from)] }] };
}

function needReads(need: NeedNow, name: string): Formula {
  if (need === 'none') return false;
  if (need === 'before') return atom(`need.reads.${name}`, NO_YES, Boolean);
  if (need === 'now') return readingIs(name);
  return { any: [readingIs(name), { all: [isPresent(need.joined), needReads(need.joined, name)] }] };
}

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
