/**
 * What a guess of the models is worth where she also says something plain: an answer to what was asked, a number, "I am
 * in no danger", "I want to talk to somebody". What is plain is taken off, and the rest of her message is judged alone:
 * danger in "no, si voy me mata" is not in the "no". An ordinary phrase that sounds of danger ("mi jefe me va a matar") is
 * taken off, too, but it may be meant: it is asked about. Words of alarm are no guess and are never weighed.
 */
import { isAskedWhen, isNotWhileThere } from '../booking/notWhileThere.js';
import type { Context } from '../context.js';
import { type Condition, holds } from '../guards.js';
import { type Protocol, understoodWhen } from '../protocol.js';
import { saidOf } from '../lists.js';
import { DANGER_SURE, type Option, type Reading } from '../reading.js';
import { DANGER_LIKELY } from './guess.js';
import type { World } from '../events.js';
import { arrivalOfAnother } from '../sense/arrivals.js';
import { type PhraseBook, phraseBook } from '../sense/phrases.js';
import { FILLERS, isLaughter } from '../sense/sos.js';
import { HIGH, IMMINENT, MEDIUM, RISKS, type Sensed } from '../sense/types.js';
import { type ReadingList, standsIn } from '../shelf.js';
import { kindOf } from '../steps/index.js';
import { reads } from '../steps/parts.js';
import { UNSURE } from './dangerQuestion.js';
import {
  AT_HOME,
  FRAME,
  LEADS,
  NEGATES,
  NOES,
  NOT_YET,
  OF_COUNTS,
  OF_THE_VERB,
  OF_TIME,
  POLITE,
  TIMES,
  WITH_HIM,
} from './plainWords.js';
import { soundsOf } from '../text/bare.js';
import { withoutCondition } from '../text/time/calledOff.js';
import { choose } from '../text/choice.js';
import { isWord, normalise, soundOf } from '../text/normalise.js';
import { words } from '../text/plain.js';

/**
 * It is her answer and no danger; it tells of everyday life and nothing else; danger may be in it and is asked about; or
 * nothing speaks against the guess.
 */
export type Weight = 'answer' | 'everyday' | 'asked' | 'guess';

/** Under this, nothing in the words beside everyday ones sounds of danger. */
const CALM = 0.15;
/** More words than this tell more than an answer. */
const ANSWER_WORDS_MOST = 4;
/** In fewer words a model finds danger where there is none: "es mío", "en mi pieza". */
const REST_WORDS_LEAST = 4;

/** Says nothing of danger, wherever the talk is. */
const PLAIN = [
  ...['no-danger', 'menu', 'wants-person', 'email', 'phone', 'rut', 'folio', 'grade'],
  // He is calm, or nothing is heard any more.
  'quiet-now',
  // Of the call, whether she has one or not.
  ...['change-slot', 'cancel-slot', 'my-slot', 'slot-unknown', 'asks-hour', 'while-away'],
  // "Contesta": impatience, hers or his; his screen shows her messages no more.
  ...['demands', 'mirror-closed'],
];
/** Blows that are heard, he who may not come near and is there, fear for her life: danger that is asked about. */
export const MAY_BE_NOW = 'may-be-now';
/** Not safe to write on, or not harmless: the guess stays. */
const NOT_PLAIN = ['hush', 'beside', 'unclear-danger', 'weapon', 'hurts', 'drunk', 'found-out', MAY_BE_NOW];
/** While she waits for a person: whether it is safe, and when. */
const FITS_IN_THE_QUEUE = reads('yes', 'no', 'unknown', 'alone', 'hours', 'when');
/** Said of the waiting itself. */
const OF_THE_QUEUE = reads('tires-of-waiting');
const FITS_THE_DANGER_QUESTION = reads('yes', 'no', 'unknown', 'now', 'all-well');
/** An answer whose very words may be of danger ("lo contesta él"): beside more words the guess stays. */
const HALF_PLAIN = ['shared-mail', 'shared-phone', 'heard-call'];
/** Found anywhere in what she writes, and no answer by themselves: "the Friday he hit me" has a day. */
const LOOSE: ReadonlySet<string> = new Set(['when', 'hours', 'date', 'number']);

/** @param sense what is understood of another text */
export function weigh(
  read: Reading,
  context: Context | null,
  protocol: Protocol,
  world: World,
  sense: (text: string) => Sensed,
): Weight {
  if (isAskedWhen(context, protocol) && isNotWhileThere(read.text)) return 'answer';
  if (read.risk < MEDIUM || read.intent === 'aggressor' || read.media || context?.marks.emergency) return 'guess';
  if (read.reads('grave') || NOT_PLAIN.some(name => read.reads(name))) return 'guess';
  // He has the telephone that would ring: silence, and people are told; she cannot be asked.
  if (context?.marks.booked === true && read.reads('has-called-telephone')) return 'answer';
  // Violence that is guessed and not danger is the same guess, only less sure.
  if (read.risk < HIGH) {
    const isTold = read.sensed.signals.length > 0;
    return !isTold && isEveryday(read, protocol, sense) ? 'everyday' : 'guess';
  }
  // "No está él": silence, and no guess of it opens aloud.
  if (isBeginning(read) || isRefusal(read.text) || read.reads('perhaps-there')) return 'answer';
  if (read.reads('condition-of-call') && wordsLeft(withoutCondition(read.text)) === 0) return 'answer';
  if (isOnlyFaces(read.text)) return 'asked';
  if (isEveryday(read, protocol, sense) || isCount(read.text)) return 'everyday';
  const said = plainly(read, context, protocol, world);
  if (!said && read.reads('when') && wordsLeft(restOf(read.text, A_TIME, [], protocol)) === 0) return 'answer';
  const ordinary = ordinaryIn(read.text, protocol);
  if (!said && ordinary.length === 0 && !HAS_NUMBER.test(read.text)) return 'guess';
  // She moves the hour that she has, in however many words: what she says around it is a guess at most.
  if (isOfHerHour(read, context) && read.sensed.riskScore < DANGER_LIKELY) return 'answer';
  const calm = said || ordinary.length === 0 ? 'answer' : 'asked';
  const few = words(read.text).length <= ANSWER_WORDS_MOST;
  if (!few && HALF_PLAIN.some(name => read.reads(name))) return 'asked';

  const rest = restOf(read.text, said ?? NOTHING, ordinary, protocol);
  const left = wordsLeft(rest);
  if (left === 0) return calm;
  const { risk, riskScore, signals } = sense(rest);
  const level = RISKS.indexOf(risk);
  if (!few && said?.picked.length === 0 && said.names.every(name => LOOSE.has(name))) return 'guess';
  if (level < HIGH) return calm;
  const grave = signals.some(s => (s.level === 'S' || s.level === 'H') && !s.negated);
  const sure = grave || riskScore >= DANGER_SURE;
  if (!sure && (few || left < REST_WORDS_LEAST)) return calm;
  return sure && level >= IMMINENT ? 'guess' : 'asked';
}

/**
 * Words of everyday life that the models hear danger in ("estoy embarazada", "no me deja ver a mis hijos"): alone, or beside
 * words that are calm by themselves. What else she tells keeps the guess.
 */
function isEveryday(read: Reading, protocol: Protocol, sense: (text: string) => Sensed): boolean {
  if (!EVERYDAY.names.some(name => read.reads(name))) return false;
  const rest = restOf(read.text, EVERYDAY, [], protocol);
  const left = words(rest);
  // "En el baño" has no "él".
  const beside = (word: string, at: number): boolean =>
    WITH_HIM.has(word) && !(word === 'el' && AT_HOME.has(left[at + 1] ?? ''));
  const placed = left.some(word => AT_HOME.has(word)) && left.some(beside);
  if (!placed && left.every(word => FILLERS.has(soundOf(word)) || FRAME.has(word) || isLaughter(word))) return true;
  const { risk, riskScore, signals } = sense(rest);
  return RISKS.indexOf(risk) < MEDIUM && riskScore < CALM && signals.length === 0;
}

const isOfHerHour = (read: Reading, context: Context | null): boolean =>
  context?.marks.booked === true && read.reads('change-slot') && !read.reads('slot-unsafe');

/** "Me", "sobre la": of so few words a model knows nothing, however sure it is. In more it may hear what they begin to tell. */
const isBeginning = (read: Reading): boolean =>
  read.reads('unfinished') && (words(read.text).length <= BEGINNING_WORDS || read.sensed.riskScore < DANGER_SURE);
const BEGINNING_WORDS = 2;

/** "No, todavía no": a no, and nothing else. Who pleads with him says more than that. */
function isRefusal(text: string): boolean {
  const said = words(text);
  return said.some(word => NOES.has(word)) && said.every(word => NOES.has(word) || NOT_YET.has(word));
}

/** "Tiene 14", "son 3 niños", "he is 7": how old, or how many; and what is only polite. */
function isCount(text: string): boolean {
  const said = words(text);
  const counts = said.filter(word => /^\d{1,2}$/.test(word)).length === 1 && said.some(word => OF_COUNTS.has(word));
  if (counts && !said.some(word => AT_HOME.has(word) || WITH_HIM.has(word)))
    return said.every(word => /^\d+$/.test(word) || OF_COUNTS.has(word) || FRAME.has(word));
  return said.length > 0 && said.every(word => POLITE.has(word));
}

/**
 * What she adds to what answers the question on her screen: "me ayudaron, pero tengo miedo", "sí, pero me pega", or
 * "información" and a sentence. Beside the answer a model hardly hears it, so it is read alone. Null where nothing is added.
 *
 * @param read how another text is read
 */
export function addedTo(
  text: string,
  context: Context | null,
  protocol: Protocol,
  world: World,
  read: (text: string) => Reading,
): string | null {
  if (!context || context.marks.emergency) return null;
  const turned = TURN.exec(text);
  if (turned && plainly(read(turned[1]!), context, protocol, world))
    return isCondition(read(turned[2]!)) ? null : turned[2]!;
  const [, first, rest] = FIRST_WORD.exec(text) ?? [];
  if (first === undefined || rest === undefined || words(rest).length < ADDED_WORDS_LEAST) return null;
  // Most questions have no options, and most first words are none of them: then nothing has to be understood of it.
  const options = picksIn(fitting(context, protocol));
  if (!options.some(({ picks, of }) => choose(first, of) === picks)) return null;
  return plainly(read(first), context, protocol, world)?.picked.length ? rest : null;
}

/** "Sí, pero solo entre las 9 y las 12, que él está trabajando": when it suits her, and no danger beside a yes. */
const isCondition = (added: Reading): boolean =>
  added.reads('while-away') && added.reads('when') && !added.reads('grave') && !NOT_PLAIN.some(it => added.reads(it));

type Picks = Extract<Condition, { picks: unknown }>;

function picksIn(condition: Condition | null): Picks[] {
  if (condition === null) return [];
  if ('any' in condition) return condition.any.flatMap(picksIn);
  if ('all' in condition) return condition.all.flatMap(picksIn);
  return 'picks' in condition ? [condition] : [];
}
const TURN = /^(.+?)[\s,.;]+(?:pero|but|men)\s+(\S.*)$/isu;
const FIRST_WORD = /^\s*(\p{L}+)[\s,.;:]+(\S.*)$/su;
/** After a word of the menu fewer name what she wants: "información divorcio". */
const ADDED_WORDS_LEAST = 3;

const wordsLeft = (rest: string): number => words(rest).filter(word => !FILLERS.has(soundOf(word))).length;

/** What is plain in her message: readings by name, and words of the option she picks. */
interface Plainly {
  names: readonly string[];
  picked: readonly string[];
}
const NOTHING: Plainly = { names: [], picked: [] };
const EVERYDAY: Plainly = {
  names: [
    'everyday',
    'bleeds-calmly',
    'of-her-day',
    'denies',
    'for-one-of-hers',
    'figures',
    'usual-dose',
    'asks-secrecy',
  ],
  picked: [],
};
const A_TIME: Plainly = { names: ['when'], picked: [] };

function plainly(read: Reading, context: Context | null, protocol: Protocol, world: World): Plainly | null {
  const found = { names: PLAIN.filter(name => read.reads(name)), picked: [] as string[] };
  if (context) {
    const is = (condition: Condition): boolean => holds(condition, context, { type: 'MSG', read, world }, protocol);
    for (const understood of protocol.understands)
      if (understood.first && !understood.doubt && is(understoodWhen(understood)))
        collect(understoodWhen(understood), is, found);
    const fits = fitting(context, protocol);
    if (fits) for (const condition of [fits, reads('now')]) if (is(condition)) collect(condition, is, found);
  }
  return found.names.length + found.picked.length > 0 ? found : null;
}

/** What answers the question on her screen. */
function fitting(context: Context, protocol: Protocol): Condition | null {
  if (context.owner.kind === 'queue')
    return context.marks.asking ? { any: [FITS_IN_THE_QUEUE, OF_THE_QUEUE] } : OF_THE_QUEUE;
  if (context.owner.kind !== 'bot' || context.step === null) return null;
  if (context.step === UNSURE) return FITS_THE_DANGER_QUESTION;
  const step = protocol.steps[context.step];
  const own = (step && kindOf(step)?.fits?.(step as never, protocol.around)) ?? null;
  if (context.marks.guess !== 'asked') return own;
  return own ? { any: [FITS_THE_DANGER_QUESTION, own] } : FITS_THE_DANGER_QUESTION;
}

function collect(
  condition: Condition,
  is: (condition: Condition) => boolean,
  into: { names: string[]; picked: string[] },
): void {
  if ('any' in condition) for (const one of condition.any) collect(one, is, into);
  if ('all' in condition) for (const one of condition.all) collect(one, is, into);
  if ('reads' in condition) into.names.push(...condition.reads.filter(name => is(reads(name))));
  if ('picks' in condition && is(condition)) into.picked.push(...namesOf(condition.of, condition.picks));
  if ('slotPicked' in condition && is(condition)) into.names.push('when');
}

const namesOf = (options: readonly Option[], id: string): string[] =>
  options.filter(option => option.id === id).flatMap(option => [option.label, ...option.accepts]);

const NO_LIST: ReadingList = { words: [] };

/** Her message without what is plain in it. */
function restOf(text: string, { names, picked }: Plainly, ordinary: readonly number[], { readings }: Protocol): string {
  const { tokens, sounds } = normalise(text);
  const off = new Set<number>([...ordinary, ...[...tokens.keys()].filter(at => /\d/.test(tokens[at]!))]);
  for (let at = 0; at < tokens.length && isLead(tokens, at); at++) off.add(at);
  const places = [...tokens.keys()].filter(at => isWord(tokens[at]!));
  const plain = names.filter(name => !HALF_PLAIN.includes(name));
  const said = places.map(at => sounds[at]!);
  for (const [from, to] of plain.flatMap(name => standsIn(said, readings[name] ?? NO_LIST)))
    for (const at of places.slice(from, to)) off.add(at);
  for (const phrase of picked.map(soundsOf).filter(of => of.length > 0))
    for (let from = 0; from + phrase.length <= places.length; from++)
      if (phrase.every((sound, i) => said[from + i] === sound))
        for (const at of places.slice(from, from + phrase.length)) off.add(at);
  const named = new Set(picked.flatMap(soundsOf));
  const times = names.some(name => OF_TIME.has(name));
  return tokens
    .filter((token, at) => !off.has(at) && !named.has(sounds[at]!) && !(times && TIMES.has(token)))
    .join(' ');
}

const books = new WeakMap<readonly string[], PhraseBook>();

/** "I would like to know how to get a divorce" without what is only polite in it; null where nothing is, or nothing else. */
export function unframed(text: string, protocol: Protocol): string | null {
  if (!saidOf(text).reads(protocol.readings, FRAMES.names[0]!)) return null;
  const rest = restOf(text, FRAMES, [], protocol);
  return wordsLeft(rest) === 0 ? null : rest;
}
const FRAMES: Plainly = { names: ['asks-politely'], picked: [] };

/** Positions of the ordinary phrases of the lexicon among the tokens of her message. */
function ordinaryIn(text: string, { lexicon }: Protocol): number[] {
  const phrases = lexicon.hard_negatives;
  const book = books.get(phrases) ?? phraseBook(phrases);
  books.set(phrases, book);
  const message = normalise(text);
  return [...book.find(message).flatMap(found => found.at), ...arrivalOfAnother(message, lexicon)];
}

/** A yes, a no or a sign in front of the rest. "No me suelta" has none: there the "no" is of the verb. */
function isLead(tokens: readonly string[], at: number): boolean {
  const token = tokens[at]!;
  if (!isWord(token)) return true;
  return LEADS.has(token) && !(NEGATES.has(token) && OF_THE_VERB.has(tokens[at + 1] ?? ''));
}

/** A number of more digits than an hour or a house. */
const HAS_NUMBER = /\d(?:[\s.-]?\d){5}/;
/** Faces, and nothing else: she weeps, and it may be anything. */
const isOnlyFaces = (text: string): boolean => FACES.test(text);
const FACES = /^\s*(?:[\u{1f600}-\u{1f644}\u{1f910}-\u{1f917}\u{1f920}-\u{1f92f}\u{1f970}-\u{1f97a}]\ufe0f?\s*)+$/u;
