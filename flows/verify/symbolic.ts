/**
 * The compiled machine with guards that may meet what is not known. Transitions, actions and effects are the real ones;
 * only the leaves of a condition are answered by `Unknowns` where the conversation holds an unknown value.
 *
 * An unknown value stands in the context as a mark that no code writes: 0 for a boolean, '?' for a word, NaN for a
 * counter, `unknownNeed` for what she needs. A turn that writes the real value overwrites it, and from then on guards see
 * that value. Code that is no guard (what is said, what is kept) takes 0 for false, and sees a reading that reads nothing.
 * What such code writes is forgotten at the end of the turn, so nothing is lost by its seeing one case only.
 */
import { assign } from 'xstate';
import { type Change, changed } from '../actions.js';
import type { Compiled } from '../compile.js';
import type { Context, Marks, Need } from '../context.js';
import type { FlowEvent } from '../events.js';
import { type Condition, COUNT_MOST, holds } from '../guards.js';
import type { Option, Reading } from '../reading.js';
import { INTENTS } from '../sense/types.js';
import { Unknowns } from './unknowns.js';

/** @param sheet id of a sheet that exists, so that it can be said where a guard found one */
export const unknownNeed = (sheet: string | null): Need => ({ text: 'lo que escribió', intent: '?', sheet, sensitive: false, risk: 0, language: 'es-CL' });

const NO_YES = [false, true] as const;
const COUNTS = Array.from({ length: COUNT_MOST + 1 }, (_, n) => n);
const RISK_LEVELS = [0, 1, 2, 3, 4] as const;
/** First the one that means nothing, so that the plainest text is tried first. */
const MEANT = ['other', ...INTENTS.filter(intent => intent !== 'other')];
const VAGUE = ['other', 'greeting'];
const WORDS: Partial<Record<keyof Marks, readonly unknown[]>> = {
  safe: ['unknown', 'yes', 'no'],
  danger: ['unknown', 'no'],
  mail: ['unknown', 'no', 'given'],
  place: ['none', 'partial', 'full'],
};
/** Readings that exclude each other, or that one text cannot have without the other. */
const GROUPS: Record<string, { about: string; of: readonly string[]; when: readonly string[] }> = {
  ...Object.fromEntries(['yes', 'no', 'unknown'].map(name => [name, { about: 'reads.yes-no', of: ['neither', 'yes', 'no', 'unknown'], when: [name] }])),
  place: { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['partial', 'full', 'point'] },
  'full-place': { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['full'] },
  location: { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['point'] },
  media: { about: 'reads.media', of: ['none', 'picture', 'audio'], when: ['picture', 'audio'] },
  audio: { about: 'reads.media', of: ['none', 'picture', 'audio'], when: ['audio'] },
  text: { about: 'reads.words', of: ['some', 'none'], when: ['some'] },
};

/** What she needs, as the turn goes: as it was, read now, both together, or nothing. */
type NeedNow = 'before' | 'now' | 'none' | { joined: NeedNow };

/** One turn of the symbolic machine. */
export interface Watch {
  unknowns: Unknowns;
  need: NeedNow;
  /** Counters that were raised in this turn: another unknown than before. */
  raised: Record<string, number>;
  changes: Change[];
}

export interface Symbolic {
  compiled: Compiled;
  /** Starts a turn; what is learnt of it is in the watch. */
  watch(unknowns: Unknowns): Watch;
}

export function symbolic(compiled: Compiled): Symbolic {
  const { protocol } = compiled;
  const fresh = (unknowns: Unknowns): Watch => ({ unknowns, need: 'before', raised: {}, changes: [] });
  let now: Watch = fresh(new Unknowns([]));
  const machine = compiled.machine.provide({
    guards: { check: ({ context, event }: Scope, { condition }: { condition: Condition }) => decide(condition, context, event) },
    actions: {
      change: assign((({ context, event }: Scope, change: Change) => {
        noted(now, change);
        return changed(context, event, change, protocol);
      }) as never),
    },
  } as never);

  const decide = (condition: Condition, context: Context, event: FlowEvent): boolean => {
    if ('all' in condition) return condition.all.every(c => decide(c, context, event));
    if ('any' in condition) return condition.any.some(c => decide(c, context, event));
    if ('not' in condition) return !decide(condition.not, context, event);
    const { unknowns } = now;
    if ('marks' in condition) return Object.entries(condition.marks).every(([name, value]) => markIs(unknowns, context.marks, name as keyof Marks, value));
    if ('tries' in condition) return countFits(now, context, 'tries', n => n < condition.tries.under);
    if ('asked' in condition) return countFits(now, context, 'asked', n => n >= condition.asked.from);
    if ('eased' in condition) return countFits(now, context, 'eased', n => n < condition.eased.under);
    if ('alerts' in condition) return countFits(now, context, 'alerts', n => n < condition.alerts.under);
    if ('question' in condition) return countFits(now, context, 'question', n => n >= condition.question.from);
    if ('risk' in condition) return unknowns.fits('risk', RISK_LEVELS, level => level >= condition.risk.from);
    if ('guideline' in condition) return unknowns.fits('guideline', RISK_LEVELS, level => level >= condition.guideline.from);
    if ('world' in condition) return Object.entries(condition.world).every(([name, value]) => unknowns.fits(`world.${name}`, [true, false], v => v === value));
    if ('need' in condition) return needFits(now, context.need, condition.need);
    if ('event' in condition || 'slots' in condition || 'owner' in condition) return holds(condition, context, event, protocol);
    if (event.type !== 'MSG' && event.type !== 'SOS') return false;
    if ('slotPicked' in condition) return unknowns.fits('picks a slot', NO_YES, Boolean);
    if ('reads' in condition) return condition.reads.some(name => readingFits(unknowns, name));
    if ('picks' in condition) return unknowns.fits(pickOf(condition.of), [null, ...condition.of.map(o => o.id)], id => id === condition.picks);
    if ('intent' in condition) return unknowns.fits('read.intent', MEANT, intent => condition.intent.includes(intent));
    if ('sensed' in condition) return unknowns.fits('read.risk', levelsOf(event), level => level >= condition.sensed);
    throw new Error(`verify does not know the condition ${JSON.stringify(condition)}; add it to flows/verify/symbolic.ts`);
  };

  return { compiled: { ...compiled, machine }, watch: unknowns => (now = fresh(unknowns)) };
}

interface Scope {
  context: Context;
  event: FlowEvent;
}

/** Sensed as imminent it would not be a message, but an SOS. */
const levelsOf = (event: FlowEvent): readonly number[] => (event.type === 'MSG' ? RISK_LEVELS.slice(0, 4) : RISK_LEVELS);

const pickOf = (options: readonly Option[]): string => `picks ${options.map(o => o.id).join(' ')}`;

function readingFits(unknowns: Unknowns, name: string): boolean {
  const group = GROUPS[name];
  return group ? unknowns.fits(group.about, group.of, value => group.when.includes(value)) : unknowns.fits(`reads.${name}`, NO_YES, Boolean);
}

function markIs(unknowns: Unknowns, marks: Marks, name: keyof Marks, wanted: unknown): boolean {
  const value = marks[name] as unknown;
  if (name !== 'open' && (value === 0 || value === '?')) return unknowns.fits(`marks.${name}`, WORDS[name] ?? NO_YES, v => v === wanted);
  return value === wanted;
}

function countFits({ unknowns, raised }: Watch, context: Context, name: 'tries' | 'asked' | 'eased' | 'alerts' | 'question', test: (n: number) => boolean): boolean {
  return Number.isNaN(context[name]) ? unknowns.fits(`${name}${"'".repeat(raised[name] ?? 0)}`, COUNTS, test) : test(context[name]);
}

// ---- what she needs -----------------------------------------------------------------------------------------------------

type NeedWanted = Extract<Condition, { need: unknown }>['need'];

/** As `holds` decides it of a need that is known, and as actions.ts joins two of them. */
function needFits(watch: Watch, need: Need | null, wanted: NeedWanted): boolean {
  if (need === null || !isPresent(watch, watch.need)) return false;
  if (wanted.intent && !intentFits(watch, watch.need, wanted.intent)) return false;
  if (wanted.risk !== undefined && !riskFits(watch, watch.need, wanted.risk)) return false;
  if (wanted.text && !watch.unknowns.fits('need.words', ['some', 'none'], words => words === 'some')) return false;
  return !wanted.sheet || sheetFits(watch, watch.need, { found: ['plain', 'sensitive'], sensitive: ['sensitive'], plain: ['plain'], none: ['none'] }[wanted.sheet]);
}

const isPresent = ({ unknowns }: Watch, need: NeedNow): boolean => need !== 'none' && (need !== 'before' || unknowns.fits('need', NO_YES, Boolean));

function intentFits(watch: Watch, need: NeedNow, wanted: readonly string[]): boolean {
  if (need === 'before') return watch.unknowns.fits('need.intent', MEANT, intent => wanted.includes(intent));
  const vague = typeof need === 'object' && watch.unknowns.fits('read.intent', MEANT, intent => VAGUE.includes(intent));
  if (typeof need === 'object' && vague && isPresent(watch, need.joined)) return intentFits(watch, need.joined, wanted);
  return watch.unknowns.fits('read.intent', MEANT, intent => wanted.includes(intent));
}

function riskFits(watch: Watch, need: NeedNow, from: number): boolean {
  if (need === 'before') return watch.unknowns.fits('need.risk', RISK_LEVELS.slice(0, 4), level => level >= from);
  if (watch.unknowns.fits('read.risk', RISK_LEVELS.slice(0, 4), level => level >= from)) return true;
  return typeof need === 'object' && isPresent(watch, need.joined) && riskFits(watch, need.joined, from);
}

const SHEETS = ['none', 'plain', 'sensitive'];

function sheetFits(watch: Watch, need: NeedNow, wanted: readonly string[]): boolean {
  if (need === 'before') return watch.unknowns.fits('need.sheet', SHEETS, sheet => wanted.includes(sheet));
  const none = typeof need === 'object' && watch.unknowns.fits('read.sheet', SHEETS, sheet => sheet === 'none');
  if (typeof need === 'object' && none && isPresent(watch, need.joined)) return sheetFits(watch, need.joined, wanted);
  return watch.unknowns.fits('read.sheet', SHEETS, sheet => wanted.includes(sheet));
}

/** What a change means for what is not known. */
function noted(watch: Watch, change: Change): void {
  watch.changes.push(change);
  if ('need' in change) watch.need = change.need === 'drop' ? 'none' : change.need === 'read' ? 'now' : { joined: watch.need };
  if ('tries' in change && change.tries === 'more') watch.raised.tries = (watch.raised.tries ?? 0) + 1;
  if ('count' in change && change.to === 'more') watch.raised[change.count] = (watch.raised[change.count] ?? 0) + 1;
  if ('question' in change && change.question === 'more') watch.raised.question = (watch.raised.question ?? 0) + 1;
}

/** Her text as code that is no guard sees it: it reads nothing, and means what no code looks for. */
export function unreadReading(sheet: string | null): Reading {
  return {
    text: 'lo que escribió',
    plain: 'lo que escribio',
    media: null,
    intent: '?',
    risk: 0,
    sensed: { intent: 'other', confidence: 0, risk: 'none', riskScore: 0, language: 'es-CL', sheet, sheets: [], signals: [], evidence: [] },
    place: null,
    email: null,
    phone: null,
    folio: null,
    grade: null,
    number: null,
    rut: null,
    date: null,
    when: [],
    hours: [],
    reads: () => false,
    pick: () => null,
  };
}
