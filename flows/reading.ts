/**
 * From a citizen's text to what it can mean to a step: named readings, worked out once and only when asked for.
 *
 * Whether the text is danger is decided by hear.ts, before any step sees it.
 */
import type { RiskLevel } from './events.js';
import { besides } from './besides.js';
import { AS_ANSWER, AS_QUESTION, type Calm } from './danger/calmRead.js';
import { addsUp, DANGER_LIKELY, opensFrom, tells } from './danger/guess.js';
import { type Said, saidOf, type WordLists } from './lists.js';
import { HIGH, RISKS, type Sensed } from './sense/types.js';
import { choose } from './text/choice.js';
import { addressIn, isSlip } from './text/email.js';
import { parseFolio } from './text/folio.js';
import { parseGrade } from './text/grade.js';
import { telephoneIn } from './text/phone.js';
import { localOf } from './calendar/zones.js';
import { parseDate } from './text/time/date.js';
import { isFollowUp, isQuestion } from './text/followUp.js';
import { parseNumber } from './text/number.js';
import { isOnlyNo } from './text/onlyNo.js';
import { parseRut } from './text/rut.js';
import { isUnfinished } from './text/unfinished.js';
import { isToldAfterAnswer, OF_HIM } from './sight/readingsOfHim.js';
import { plain, words } from './text/plain.js';
import { isOnlyLandmark, placeOfPoint, type Place, readPlace } from './text/place/place.js';
import { namesOnlyHours, readSafeHours, type SafeWindow } from './text/time/safeHours.js';
import { readNotOn, readWhen, type Window } from './text/time/when.js';
import { isAddress } from './text/place/onlyAddress.js';
import { OF_SOMEBODY, withoutCompany } from './text/him/company.js';
import { readYesNo, type YesNo } from './text/yesno.js';

export interface Option {
  id: string;
  label: string;
  accepts: readonly string[];
  /** Only a whole name of it picks it. */
  exact?: boolean;
}

export interface Media {
  type: 'image' | 'audio' | 'video' | 'sticker' | 'document' | 'contact' | 'location';
  lat?: number;
  lon?: number;
  blob?: string;
}

export interface Reading {
  readonly text: string;
  readonly plain: string;
  readonly media: Media | null;
  readonly sensed: Sensed;
  /** She can be called where she writes from: her channel knows her by a telephone number. */
  readonly callable: boolean;
  readonly intent: string;
  readonly risk: RiskLevel;
  readonly place: Place | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly folio: string | null;
  readonly grade: number | null;
  readonly number: number | null;
  /** 12345678-5 */
  readonly rut: string | null;
  /** yyyy-mm-dd */
  readonly date: string | null;
  readonly when: readonly Window[];
  /** Days on which she cannot, or he is there, as windows of `never`. */
  readonly notOn: readonly Window[];
  readonly hours: readonly SafeWindow[];
  reads(name: string): boolean;
  /** The sheet that surely answers this text alone, or null: nobody asked for it, so more certainty is needed than for an answer. */
  readonly sureSheet: string | null;
  /** The sheet that answers what she wrote before and this together; null when none is sure enough. */
  sheetWith?(before: string): string | null;
  /** Id of the one option that her text picks, or null. */
  pick(options: readonly Option[]): string | null;
}

/** Under this, an intent is a guess and routes nothing. */
export const INTENT_SURE = 0.35;
/** Under this, and without words of his, it is not him: she is taken for somebody who asks, and a person reads her. */
const HIM_SURE = 0.5;
/** A question is surely one, and its sheet surely the right one, from here on. */
const QUESTION_SURE = 0.5;
const SHEET_SURE = 0.8;
/** She asks for it where what she writes has the form of a question. */
const ASKED_SURE = 0.7;

/** From here on a guess of danger is hardly a wrong one. */
export const DANGER_SURE = 0.9;
/**
 * @param sensed what sense made of the text (of its caption, where there is media)
 * @param now instant in ms UTC and zone, for "mañana a las 10"
 * @param sheetOf the sheet that sense finds for a text
 */
export function readText(
  text: string,
  media: Media | null,
  sensed: Sensed,
  lists: WordLists,
  now: { ms: number; zone: string },
  sheetOf: (text: string) => string | null = () => null,
  callable = true,
): Reading {
  return new TextReading(text, media, sensed, lists, now, sheetOf, callable);
}

/** The same text as the answer that it is. Without words of alarm, no model makes danger of it. */
export function asAnswer(
  { text, media, sensed, callable }: Reading,
  lists: WordLists,
  now: { ms: number; zone: string },
): Reading {
  return new TextReading(text, media, sensed, lists, now, () => sensed.sheet, callable, AS_ANSWER);
}

/** The same text as what it tells of everyday life. */
export function asEveryday(
  { text, media, sensed, callable }: Reading,
  lists: WordLists,
  now: { ms: number; zone: string },
): Reading {
  const as = sensed.sheet ? AS_QUESTION : AS_ANSWER;
  return new TextReading(text, media, sensed, lists, now, () => sensed.sheet, callable, as);
}

/** The same text as it would be without a guess of danger: what it asks stays. */
export function asCalm(
  { text, media, sensed, callable, intent }: Reading,
  lists: WordLists,
  now: { ms: number; zone: string },
): Reading {
  const as = intent === 'sos' ? (sensed.sheet ? AS_QUESTION : AS_ANSWER) : { ...AS_ANSWER, intent };
  return new TextReading(text, media, sensed, lists, now, () => sensed.sheet, callable, as);
}

class TextReading implements Reading {
  readonly plain: string;
  readonly intent: string;
  readonly risk: RiskLevel;
  readonly text: string;
  readonly media: Media | null;
  readonly sensed: Sensed;
  readonly callable: boolean;
  readonly #said: Said;
  readonly #lists: WordLists;
  readonly #now: { ms: number; zone: string };
  readonly #sheetOf: (text: string) => string | null;
  readonly #known = new Map<string, unknown>();
  readonly #reads = new Map<string, boolean>();
  readonly #picks = new Map<readonly Option[], string | null>();
  #apart: TextReading | null = null;

  constructor(
    text: string,
    media: Media | null,
    sensed: Sensed,
    lists: WordLists,
    now: { ms: number; zone: string },
    sheetOf: (text: string) => string | null,
    callable: boolean,
    answer?: Calm,
  ) {
    this.text = text;
    this.media = media;
    this.sensed = sensed;
    this.callable = callable;
    this.plain = plain(text);
    this.intent = sensed.confidence >= INTENT_SURE || sensed.intent === 'sos' ? sensed.intent : 'other';
    this.risk = RISKS.indexOf(sensed.risk) as RiskLevel;
    if (answer) {
      this.intent = answer.intent;
      this.risk = sensed.signals.length > 0 ? answer.told : answer.untold;
    }
    this.#said = saidOf(text);
    this.#lists = lists;
    this.#now = now;
    this.#sheetOf = sheetOf;
    // "Ustedes digan" leaves it to us, and a model takes it for his.
    const isOurs = this.reads('leaves-it-to-us') && !this.reads('grave') && !this.reads('his-voice');
    if (this.intent === 'aggressor' && isOurs) [this.intent, this.risk] = ['other', 0];
    const him = this.intent === 'aggressor' && (sensed.confidence >= HIM_SURE || this.reads('his-voice'));
    if (this.intent === 'aggressor' && !him && (this.risk < HIGH || this.reads('grave')))
      this.intent = 'specific_question';
  }

  get sureSheet(): string | null {
    const { intent, confidence, sheet, sheets } = this.sensed;
    const [first] = sheets;
    const sure = first?.id === sheet && (first?.score ?? 0) >= (isQuestion(this.text) ? ASKED_SURE : SHEET_SURE);
    return sure && intent === 'general_info' && confidence >= QUESTION_SURE ? sheet : null;
  }
  get place(): Place | null {
    return this.#once('place', () =>
      this.media?.type === 'location' && this.media.lat !== undefined && this.media.lon !== undefined
        ? placeOfPoint(this.media.lat, this.media.lon)
        : (this.sensed.pieced ?? readPlace(this.text)),
    );
  }
  get email(): string | null {
    return this.#once('email', () => addressIn(this.text));
  }
  get phone(): string | null {
    return this.#once('phone', () => telephoneIn(this.text, this.callable));
  }
  get folio(): string | null {
    return this.#once('folio', () => parseFolio(this.text));
  }
  get grade(): number | null {
    return this.#once('grade', () => parseGrade(this.text));
  }
  get number(): number | null {
    return this.#once('number', () => valueOf(parseNumber(this.text)));
  }
  get rut(): string | null {
    return this.#once('rut', () => valueOf(parseRut(this.text)));
  }
  get date(): string | null {
    return this.#once('date', () => {
      const date = parseDate(this.text, localOf(this.#now.ms, this.#now.zone).date);
      return date.ok ? date.value : null;
    });
  }
  get when(): readonly Window[] {
    return this.#once('when', () => readWhen(this.text, this.#now.ms, this.#now.zone, this.sensed.slot));
  }
  get notOn(): readonly Window[] {
    return this.#once('notOn', () => readNotOn(this.text, this.#now.ms, this.#now.zone, this.sensed.slot));
  }
  get hours(): readonly SafeWindow[] {
    return this.#once('hours', () => readSafeHours(this.text));
  }

  reads(name: string): boolean {
    const known = this.#reads.get(name);
    if (known !== undefined) return known;
    const reads = OF_SOMEBODY.has(name) && this.#isInCompany() ? this.#apart!.reads(name) : this.#readsAlone(name);
    this.#reads.set(name, reads);
    return reads;
  }

  /** Whether company that is no danger is told of; the rest is made to be read then. */
  #isInCompany(): boolean {
    return this.#once('company', () => {
      const { text, media, sensed, callable } = this;
      const rest = withoutCompany(text);
      if (rest === text) return false;
      this.#apart = new TextReading(rest, media, sensed, this.#lists, this.#now, this.#sheetOf, callable);
      return true;
    });
  }

  #readsAlone(name: string): boolean {
    const rest = besides(name, this.text, () => this.place !== null);
    const of = rest === undefined ? this.#said : saidOf(rest);
    const said = of.reads(this.#lists, name) || !!this.sensed.together?.includes(name);
    const names = [name, ...(this.#lists[name]?.also ?? [])];
    const alone = said || names.some(also => BUILT_IN[also]?.(this) ?? false);
    return alone || isToldAfterAnswer(this.text, this.#lists, names);
  }

  sheetWith(before: string): string | null {
    return this.#once(`with ${before}`, () => this.#sheetOf(`${before}. ${this.text}`));
  }

  pick(options: readonly Option[]): string | null {
    // Each option of a question asks for itself: the answer is worked out for the first that does.
    const known = this.#picks.get(options);
    if (known !== undefined) return known;
    const picked = choose(this.text, options);
    const only = picked === 'several' ? null : picked;
    this.#picks.set(options, only);
    return only;
  }

  /** Null when it is no such answer. */
  get yesNo(): YesNo | null {
    return this.#once('yesNo', () => readYesNo(this.text));
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, make());
    return this.#known.get(key) as T;
  }
}

const valueOf = <T>(read: { ok: true; value: T } | { ok: false }): T | null => (read.ok ? read.value : null);

/** Readings that need no words from the protocol. */
const BUILT_IN: Record<string, (read: TextReading) => boolean> = {
  yes: read => read.yesNo === 'yes',
  no: read => read.yesNo === 'no',
  /** A no that answers, and no sentence of its own: "no tengo trabajo" is none. */
  'only-no': read => read.yesNo === 'no' && isOnlyNo(read.text),
  'bare-yes': read => read.yesNo === 'yes' && words(read.text).length <= 2,
  unknown: read => read.yesNo === 'unknown',
  when: read => read.when.length > 0,
  'not-on': read => read.notOn.length > 0,
  hours: read => read.hours.length > 0,
  'only-when': read => read.when.length > 0 && namesOnlyHours(read.text),
  /** Hours, or a part of the day, or any time at all, no mere day on which something is; days and hours, and not a word more. */
  'an-hour': read => read.hours.some(({ from, to, days }) => !days || from !== '00:00' || to !== '24:00'),
  'only-hours': read => read.hours.length > 0 && namesOnlyHours(read.text),
  email: read => read.email !== null,
  /** An address that is likely mistyped ("gmail.con"), or was not written in one piece. */
  'email-slip': read => isSlip(read.text),
  phone: read => read.phone !== null,
  folio: read => read.folio !== null,
  grade: read => read.grade !== null,
  place: read => read.place !== null,
  /** Words of alarm, and not only what the models guess of them. */
  grave: read => read.sensed.signals.some(s => (s.level === 'S' || s.level === 'H') && !s.negated),
  /** Danger without much doubt, by words of alarm or because the models are sure of it; and what is much likelier than not. */
  'surely-grave': read => read.risk >= HIGH && (read.sensed.riskScore >= DANGER_SURE || read.reads('grave')),
  'likely-grave': read => read.risk >= HIGH && (read.sensed.riskScore >= DANGER_LIKELY || read.reads('grave')),
  /** Words of alarm, or a guess that opens by itself where danger was asked about; one of enough words; one that does beside another. */
  'opens-alone': read => read.risk >= HIGH && (read.sensed.riskScore >= opensFrom(read.sensed) || read.reads('grave')),
  tells: read => read.risk >= HIGH && tells(read.sensed, words(read.text).length),
  'adds-up': read => read.risk >= HIGH && (addsUp(read.sensed, words(read.text).length) || read.reads('grave')),
  ...OF_HIM,
  /** Asks more of what was just said, and names no subject: "y cuánto es?". */
  'follow-up': read => isFollowUp(read.text),
  /** A question by its sign or its first words; outright, by its sign. */
  asks: read => isQuestion(read.text),
  /** This message by itself asks the service for something. */
  answerable: read => read.sensed.sheet !== null || (ASKS_US.has(read.intent) && !read.reads('brief')),
  'asks-outright': read => read.text.includes('?'),
  unfinished: read => isUnfinished(read.text),
  brief: read => read.plain.split(' ').length <= 3,
  media: read => read.media !== null,
  callable: read => read.callable,
  audio: read => read.media?.type === 'audio',
  location: read => read.place?.lat !== undefined || read.place?.link !== undefined,
  /** A street with its house, its corner or its commune, and hardly a word more; or a link to a map. */
  address: read => isAddress(read),
  /** What stands where she is, and hardly a word more: "en el baño del mall plaza norte". */
  landmark: ({ text, place }) => place !== null && !isQuestion(text) && isOnlyLandmark(text, place),
  'full-place': read => read.place?.street !== undefined && read.place.commune !== undefined,
  commune: read => read.place?.commune !== undefined,
  number: read => read.number !== null,
  date: read => read.date !== null,
  rut: read => read.rut !== null,
  text: read => read.plain !== '',
};
const ASKS_US = new Set(['general_info', 'preventive_orientation', 'emotional_support', 'human']);

export const builtInReadings: readonly string[] = Object.keys(BUILT_IN);
