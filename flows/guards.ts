/**
 * Every condition that a machine can ask, as data, in one place. Of a conversation verify knows exactly its state, its marks
 * and who has it, and of the event its kind. All else that a condition can ask (readings, her need, what is kept or known of
 * her, her place, hours, the guideline, the language, bounded counters) is an unknown, tried with every answer that it can
 * have (verify/unknowns.ts). That is what makes exhaustive exploration sound: two conversations that agree on the
 * first and on the answers to the second behave alike.
 */
import { isApart } from './emergency/apart.js';
import type { Context, Marks } from './context.js';
import type { FlowEvent, RiskLevel, Slot } from './events.js';
import { mayMove, placeChange } from './place/herPlace.js';
import type { PlaceChange } from './place/placeChange.js';
import { isElsewhere } from './place/toldPlace.js';
import { isTold, strays, type Topic } from './danger/herWords.js';
import { type Guideline, levelOf } from './emergency/guideline.js';
import { answersAfter } from './emergency/guidelineJoined.js';
import { nearIn, pickedOf, sheetsFor, type Titled } from './talk/offers.js';
import { CHECK_WORD, saysWord } from './sight/safeContact.js';
import { pickSlot } from './text/time/when.js';
import type { Option, Reading } from './reading.js';

export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  /** One of these readings is in her text: built in (yes, no, when, email …) or a list of the protocol. */
  | { reads: readonly string[] }
  /** Her text picks this one of the options. */
  | { picks: string; of: readonly Option[] }
  | { intent: readonly string[] }
  /**
   * A sheet surely answers her text: any, or one that may be shown before she says that it is safe. `near`: she asks
   * something general, and there are sheets to choose from.
   */
  | { sheet: 'any' | 'plain' | 'near' }
  /** Some sheet was given to her in this conversation, or the last one was one of these. */
  | { given: true | readonly string[] }
  /** What answers her need, or surely what she asks now, is the sheet that she was given last. */
  | { given: 'needed' | 'asked' }
  /** She said this before, and it is kept. */
  | { kept: 'wanted' | 'check_word' | 'word_asked' }
  | { sensed: number }
  | { marks: Partial<Marks> }
  | { tries: { under: number } }
  /** What she wrote and nobody has answered. */
  | {
      need: {
        intent?: readonly string[];
        sheet?: 'found' | 'sensitive' | 'plain' | 'several' | 'unasked' | 'none';
        risk?: number;
        /** One of these readings was in it; only those that a route asks for are remembered. */
        reads?: readonly string[];
        any?: true;
        text?: true;
        /** Sheets are offered to her while she waits for a person. */
        offered?: true;
      };
    }
  | { risk: { from: number } }
  /** She is answered in one of these languages. */
  | { locale: readonly string[] }
  | { world: { staffed?: boolean; open?: boolean; onCall?: boolean; unarrived?: true; removes?: true } }
  /** A field of the event equals one of these. */
  | { event: string; is: readonly unknown[] }
  /** How many slots the event lists. */
  | { slots: { from?: number; to?: number } }
  /** Her text picks exactly one of the slots on offer. */
  | { slotPicked: true }
  /** Her text picks one of the sheets on offer, or the option that is none of them. */
  | { offered: 'one' | 'other'; other: Option }
  /** What the guideline says of the answers so far; `rises`: with the one that a person enters now, and not before it. */
  | { guideline: { from: RiskLevel; rises?: true } }
  | { question: { from: number } }
  /** The word that she agreed on with a person is in her text. */
  | { says: 'check-word' }
  | { owner: 'same' | 'other' }
  /** Nothing is left to ask in an emergency. */
  | { asked: { from: number } }
  /**
   * What whoever comes must know of this she told, asked or not; her text counts. `wound`: that somebody needs an ambulance;
   * `wound-before`: the same, in what she wrote before this text.
   */
  | { told: Topic | 'wound' | 'wound-before' }
  /** Her text is not about what she was asked last, which was asked once. */
  | { strays: true }
  /** It is about nothing that is asked, and who writes may not be her: he was told of as near, or it is long since she wrote. */
  | { apart: 'near' | 'late' }
  /** He was told of as near, and nothing since says that he left. */
  | { near: true }
  /** She told that she is afraid, in whatever text. */
  | { afraid: true }
  /** She told something of him or of his people that no person has read. */
  | { ofHim: true }
  /** What her text does to the address that is kept. */
  | { place: PlaceChange }
  /** She may have gone from where she said, or goes: it is not sure. */
  | { mayMove: true }
  | { eased: { under: number } }
  | { alerts: { under: number } };

/** Counters that conditions read stop growing here, so that the machine stays finite. */
export const COUNT_MOST = 8;

/** What conditions and changes may know of the protocol. */
export interface Known {
  guideline: Guideline;
  zone: string;
  sheets: readonly Titled[];
  /** Sheets shown only after she says that it is safe. */
  sensitive: ReadonlySet<string>;
  /** Readings that are remembered of what she needs. */
  remembered: readonly string[];
}

export const holds = (condition: Condition, context: Context, event: FlowEvent, known: Known): boolean =>
  testOf(condition)(context, event, known);

type Test = (context: Context, event: FlowEvent, known: Known) => boolean;

/** A condition as a test, made when it is first asked: a machine asks some hundred conditions of each message, always the same. */
function testOf(condition: Condition): Test {
  const made = tests.get(condition);
  if (made) return made;
  const test = stateTest(condition) ?? heard(readingTest(condition));
  tests.set(condition, test);
  return test;
}
const tests = new WeakMap<Condition, Test>();

/** Of what needs no reading of a text; null for all others. */
function stateTest(condition: Condition): Test | null {
  if ('all' in condition) {
    const all = condition.all.map(testOf);
    return (context, event, known) => all.every(test => test(context, event, known));
  }
  if ('any' in condition) {
    const any = condition.any.map(testOf);
    return (context, event, known) => any.some(test => test(context, event, known));
  }
  if ('not' in condition) {
    const test = testOf(condition.not);
    return (context, event, known) => !test(context, event, known);
  }
  if ('marks' in condition) {
    const wanted = Object.entries(condition.marks) as [keyof Marks, unknown][];
    return ({ marks }) => wanted.every(([mark, value]) => marks[mark] === value);
  }
  if ('tries' in condition) return ({ tries }) => tries < condition.tries.under;
  if ('risk' in condition) return ({ risk }) => risk >= condition.risk.from;
  if ('asked' in condition) return ({ asked }) => asked >= condition.asked.from;
  if ('told' in condition) return (context, event) => isTold(condition.told, context, readingOf(event));
  if ('strays' in condition) return (context, event) => strays(context, readingOf(event));
  if ('apart' in condition) return (context, event) => isApart(condition.apart, context, readingOf(event));
  if ('near' in condition) return ({ near }) => near === true;
  if ('afraid' in condition) return ({ afraid }) => afraid === true;
  if ('ofHim' in condition) return ({ ofHim }) => ofHim === true;
  if ('eased' in condition) return ({ eased }) => eased < condition.eased.under;
  if ('alerts' in condition) return ({ alerts }) => alerts < condition.alerts.under;
  if ('locale' in condition) return ({ locale }) => condition.locale.includes(locale);
  if ('need' in condition) return context => needHolds(condition.need, context);
  if ('given' in condition) return (context, event, known) => givenHolds(condition.given, context, event, known);
  if ('kept' in condition) return ({ kept }) => isKept(kept[condition.kept]);
  if ('world' in condition) {
    const wanted = Object.entries(condition.world) as ['staffed', boolean][];
    return (_, { world }) => wanted.every(([is, value]) => world[is] === value);
  }
  if ('event' in condition)
    return (_, event) => condition.is.includes((event as unknown as Record<string, unknown>)[condition.event]);
  if ('question' in condition) return ({ question }) => question >= condition.question.from;
  if ('guideline' in condition)
    return (context, event, known) => guidelineHolds(condition.guideline, context, event, known);
  if ('slots' in condition) {
    const { from = 0, to = Infinity } = condition.slots;
    return (_, event) => event.type === 'SLOTS' && event.slots.length >= from && event.slots.length <= to;
  }
  if ('owner' in condition) return (context, event) => ownerHolds(condition.owner, context, event);
  return null;
}

type ReadingTest = (read: Reading, context: Context, event: FlowEvent, known: Known) => boolean;

/** Of what she wrote: no event but a citizen's has a reading. */
const heard =
  (test: ReadingTest): Test =>
  (context, event, known) => {
    const read = readingOf(event);
    return read !== null && test(read, context, event, known);
  };

function readingTest(condition: Condition): ReadingTest {
  if ('reads' in condition)
    return (read, context) =>
      condition.reads.some(name => read.reads(name) && !(OF_PLACE.has(name) && isElsewhere(context, read, name)));
  if ('says' in condition) return ({ text }, { kept }) => saysWord(text, kept[CHECK_WORD]);
  if ('slotPicked' in condition) return (_, context, event, known) => pickedSlot(context, event, known) !== null;
  if ('offered' in condition)
    return (read, { need }, _, { sheets }) => {
      const picked = pickedOf(read, need?.several ?? [], sheets, condition.other);
      return picked !== null && (picked === condition.other.id) === (condition.offered === 'other');
    };
  if ('place' in condition) return (read, context) => placeChange(context, read) === condition.place;
  if ('mayMove' in condition) return (read, context) => mayMove(context, read);
  if ('picks' in condition) return read => read.pick(condition.of) === condition.picks;
  if ('sheet' in condition) return (read, _context, _event, known) => sheetHolds(condition.sheet, read, known);
  if ('intent' in condition) return ({ intent }) => condition.intent.includes(intent);
  return ({ risk }) => risk >= (condition as Extract<Condition, { sensed: unknown }>).sensed;
}

function givenHolds(
  wanted: Extract<Condition, { given: unknown }>['given'],
  context: Context,
  event: FlowEvent,
  { sheets }: Known,
): boolean {
  const last = lastGiven(context);
  if (wanted === 'needed') return last !== null && context.need?.sheet === last;
  if (wanted === 'asked') return last !== null && sheetOf('read', context, event, sheets) === last;
  return last !== null && (wanted === true || wanted.includes(last));
}

function sheetHolds(wanted: Extract<Condition, { sheet: unknown }>['sheet'], read: Reading, known: Known): boolean {
  if (wanted === 'near')
    return read.intent === 'general_info' && nearIn({ ...read.sensed, text: read.text }, known.sheets).length > 0;
  const sure = sureOf(read, known.sheets);
  return sure !== null && (wanted === 'any' || !known.sensitive.has(sure));
}

/** Readings that say where she is. */
const OF_PLACE: ReadonlySet<string> = new Set(['place', 'full-place', 'commune', 'landmark', 'address']);

/** The sheet that surely answers this text, which does not name several: it is asked just so, or the search is sure of it. */
function sureOf(read: Reading, sheets: readonly Titled[]): string | null {
  const known = lastSure.get(read);
  if (known?.sheets === sheets) return known.sure;
  const { sheet, written } = sheetsFor({ ...read.sensed, text: read.text }, sheets);
  const sure = sheet === read.sureSheet || (written && read.intent === 'general_info') ? sheet : null;
  lastSure.set(read, { sheets, sure });
  return sure;
}
/** Many conditions of one turn ask for it. */
const lastSure = new WeakMap<Reading, { sheets: readonly Titled[]; sure: string | null }>();

function needHolds(wanted: Extract<Condition, { need: unknown }>['need'], { need }: Context): boolean {
  if (!need) return false;
  if (wanted.intent && !wanted.intent.includes(need.intent)) return false;
  if (wanted.risk !== undefined && need.risk < wanted.risk) return false;
  if (wanted.reads && !wanted.reads.some(name => need.reads?.includes(name))) return false;
  if (wanted.text && need.text.trim() === '') return false;
  if (wanted.offered && !need.offered) return false;
  switch (wanted.sheet) {
    case 'found':
      return need.sheet !== null;
    case 'sensitive':
      return need.sheet !== null && need.sensitive;
    case 'plain':
      return need.sheet !== null && !need.sensitive;
    case 'several':
      return (need.several ?? []).length > 0;
    case 'unasked':
      return need.unasked === true;
    case 'none':
      return need.sheet === null && (need.several ?? []).length === 0 && need.unasked !== true;
    default:
      return true;
  }
}

function guidelineHolds(
  { from, rises }: Extract<Condition, { guideline: unknown }>['guideline'],
  { guideline: answers }: Context,
  event: FlowEvent,
  { guideline }: Known,
): boolean {
  const before = levelOf(guideline, answers);
  if (!rises) return before >= from;
  return before < from && levelOf(guideline, answersAfter(answers, event)) >= from;
}

function ownerHolds(wanted: 'same' | 'other', { owner }: Context, event: FlowEvent): boolean {
  const by = event.type === 'OWNER_LOST' ? event.person : 'by' in event && event.by ? event.by.id : null;
  const same = owner.kind === 'executive' && owner.id === by;
  return wanted === 'same' ? same : owner.kind === 'executive' && !same;
}

/** The reading of a citizen's event; an SOS raised by a button or a timer may have none. */
export const readingOf = (event: FlowEvent): Reading | null =>
  event.type === 'MSG' || event.type === 'SOS' ? (event.read ?? null) : null;

/** The slot on offer that her text picks, if it picks just one. */
export function pickedSlot(context: Context, event: FlowEvent, known: Known): Slot | null {
  const read = readingOf(event);
  if (!read || context.slots.length === 0) return null;
  const at = pickSlot(
    read.text,
    context.slots.map(s => s.at),
    { now: event.world.now, zone: known.zone },
  );
  return at === null || at === 'several' ? null : (context.slots.find(s => s.at === at) ?? null);
}

/** The sheet that a text or a fact is about. */
export function sheetOf(
  about: 'need' | 'read' | 'last' | { id: string },
  context: Context,
  event: FlowEvent,
  sheets: readonly Titled[],
): string | null {
  const read = readingOf(event);
  if (about === 'need') return context.need?.sheet ?? null;
  if (about === 'last') return lastGiven(context);
  if (about !== 'read') return about.id;
  return read ? sureOf(read, sheets) : null;
}

export const lastGiven = ({ kept }: Context): string | null => ((kept.given ?? []) as string[]).at(-1) ?? null;

/** A word, or times of which one is hers: when he is there is no time that she asked for. */
const isKept = (value: unknown): boolean =>
  Array.isArray(value) ? (value as { never?: true }[]).some(it => it.never !== true) : (value ?? '') !== '';
