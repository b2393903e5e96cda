/**
 * What the lexicon says of one message: which phrases of alarm are there, with what level, and the floor of risk that
 * they set. The order of the rules is the service's: context, company and time, negations, hard negatives, cues of two.
 *
 * Levels are floors. A hard negative takes back one single hit of the same words; it never silences a second signal,
 * and inside an emergency it takes back nothing.
 */
import { isWord, type Normalised, soundOf } from '../text/normalise.js';
import { arrivalOfAnother } from './arrivals.js';
import { habitIn } from './habits.js';
import type { Lexicon, LexiconGroup } from './lexicon.js';
import { phraseBook } from './phrases.js';
import { FILLERS } from './sos.js';
import { type Level, type Risk, RISKS, type Signal } from './types.js';

export interface SignalContext {
  /** The service, or this thread, is about violence. */
  violence: boolean;
  /** She was asked a safety question within the last ten minutes. */
  asked: boolean;
  inEmergency: boolean;
}

export interface Signals {
  /** In order of appearance. */
  signals: Signal[];
  floor: Risk;
  /** A word of alarm inside a longer text: nothing by itself, much beside other signs of danger. */
  hint: boolean;
}

export interface SignalReader {
  read(message: Normalised, context: SignalContext): Signals;
}

/** A phrase found, on its way to becoming a signal. */
interface Hit {
  text: string;
  group: LexiconGroup;
  level: Level;
  /** Positions of its words. */
  at: readonly number[];
  negated: boolean;
}

const FLOOR: Record<Level, Risk> = { S: 'imminent', H: 'high', M: 'medium', X: 'medium' };
const HEIGHT: Record<Level, number> = { X: 0, M: 1, H: 2, S: 3 };
const STRONG = HEIGHT.H;

export function signalReader(lexicon: Lexicon): SignalReader {
  const look = sections({
    phrases: lexicon.groups.flatMap(group => group.phrases.map(text => ({ text, group }))),
    negations: lexicon.negations,
    ordinary: lexicon.hard_negatives.map(text => ({ text })),
    now: lexicon.markers.now.map(text => ({ text })),
    past: lexicon.markers.past.map(text => ({ text })),
    longPast: lexicon.markers.long_past.map(text => ({ text })),
    company: lexicon.groups.flatMap(group => (group.raised?.with ?? []).map(text => ({ text, group: group.id }))),
  });
  const whole = new Set(lexicon.whole_message_only);
  const contextOnly = new Set(lexicon.context_only);

  return {
    read(message, context) {
      const found = look(message);
      const all = found.phrases.map(
        ({ text, group, at }): Hit => ({ text, group, level: group.level, at, negated: false }),
      );
      let hits = all.filter(hit => !whole.has(hit.text) || isWhole(hit, message));
      const hint = hits.length < all.length && all.some(hit => hit.group.level === 'S' && !hits.includes(hit));

      const inContext = context.violence || context.asked || context.inEmergency;
      if (!inContext) for (const hit of hits) if (contextOnly.has(hit.text)) hit.level = 'H';
      raise(hits, {
        now: found.now.length > 0,
        past: found.past.length + found.longPast.length > 0,
        beside: new Set(found.company.map(c => c.group)),
      });
      age(hits, { now: found.now.length > 0, past: found.past.length > 0, longPast: found.longPast.length > 0 });
      negate(hits, message, context.asked);
      for (const { text, level, at } of found.negations)
        if (!isSetOff(at, message)) hits = cover(hits, text, level, at);
      const arrived = arrivalOfAnother(message, lexicon);
      if (!context.inEmergency) {
        const isHabit = habitIn(message, lexicon);
        for (const hit of hits) if (isHabit?.(hit.text)) hit.level = 'M';
        hits = takeBackOne(hits, found.ordinary, message).filter(hit => !hit.at.every(at => arrived.includes(at)));
      }

      const signals = hits.map(
        (hit): Signal => ({
          group: hit.group.id,
          level: hit.level,
          phrase: hit.text,
          at: hit.at[0]!,
          ...(hit.negated ? { negated: true } : {}),
        }),
      );
      return { signals: signals.sort((a, b) => a.at - b.at), floor: floorOf(hits, inContext), hint };
    },
  };
}

/** One book for all lists: each message is read once, and what was found goes back to its list. */
function sections<T extends Record<string, readonly { text: string }[]>>(
  lists: T,
): (message: Normalised) => { [K in keyof T]: (T[K][number] & { at: readonly number[] })[] } {
  const names = Object.keys(lists) as (keyof T)[];
  const entries = names.flatMap(name => lists[name]!.map(entry => ({ name, entry })));
  const book = phraseBook(entries.map(e => e.entry.text));
  return message => {
    const out = Object.fromEntries(names.map(name => [name, [] as unknown[]])) as {
      [K in keyof T]: (T[K][number] & { at: readonly number[] })[];
    };
    for (const { phrase, at } of book.find(message)) {
      const { name, entry } = entries[phrase]!;
      out[name]!.push({ ...entry, at } as T[typeof name][number] & { at: readonly number[] });
    }
    return out;
  };
}

/** The hit is all she says, greetings, courtesies and signs apart. */
const isWhole = (hit: Hit, message: Normalised): boolean =>
  message.sounds.every(
    (sound, at) =>
      hit.at.includes(at) || !isWord(message.tokens[at]!) || FILLERS.has(sound) || hit.text === message.tokens[at],
  );

/** Groups that weigh more in company: with a word of now (and none of then), with blood, with children named. */
function raise(hits: readonly Hit[], seen: { now: boolean; past: boolean; beside: ReadonlySet<string> }): void {
  const groups = new Set(hits.map(hit => hit.group.id));
  for (const hit of hits) {
    const { raised, id } = hit.group;
    if (!raised) continue;
    const recent = raised.now === true && seen.now && !seen.past;
    const accompanied = seen.beside.has(id) || (raised.groups ?? []).some(other => other !== id && groups.has(other));
    if ((recent || accompanied) && HEIGHT[raised.to] > HEIGHT[hit.level]) hit.level = raised.to;
  }
}

/** What is long past needs a person, not a patrol: S to H, and after months H to M. A word of now keeps the level. */
function age(hits: readonly Hit[], seen: { now: boolean; past: boolean; longPast: boolean }): void {
  if (seen.now) return;
  for (const hit of hits) {
    if (seen.longPast && HEIGHT[hit.level] >= STRONG) hit.level = 'M';
    else if (seen.past && hit.level === 'S') hit.level = 'H';
  }
}

/**
 * A negation just before a phrase, or inside it. What is denied was said: S and H leave M.
 * "no" as the first word after a safety question may be the answer, with its comma left out: that keeps H.
 */
function negate(hits: readonly Hit[], message: Normalised, asked: boolean): void {
  for (const hit of hits) {
    const negator = negatorOf(hit, message);
    if (negator === null) continue;
    hit.negated = true;
    if (HEIGHT[hit.level] >= STRONG) hit.level = negator === 0 && asked ? 'H' : 'M';
  }
}

const NEGATORS = new Set(
  ['no', 'ni', 'nunca', 'jamas', 'tampoco', 'not', 'never', 'dont', 'didnt', 'nao'].map(soundOf),
);
/** Between a negation and its verb: "no me ha pegado", "nunca le han". */
const BETWEEN = new Set(['me', 'te', 'se', 'le', 'les', 'lo', 'la', 'nos', 'ha', 'han', 'he', 'habia'].map(soundOf));
const HAITIAN_NOT = 'pa';

/** Where the negation of a hit stands, or null. A phrase with its own "no" is not negated by it. */
function negatorOf(hit: Hit, { tokens, sounds }: Normalised): number | null {
  const [first, last] = [hit.at[0]!, hit.at.at(-1)!];
  for (let at = first; at <= last; at++) {
    if (!hit.at.includes(at) && (NEGATORS.has(sounds[at]!) || tokens[at] === HAITIAN_NOT)) return at;
  }
  let before = first - 1;
  while (before >= 0 && BETWEEN.has(sounds[before]!)) before--;
  return before >= 0 && NEGATORS.has(sounds[before]!) && !NEGATORS.has(sounds[first]!) ? before : null;
}

/** "No, quiero morirme": the "no" is an answer of its own, and denies nothing of what follows. */
const isSetOff = ([first, next]: readonly number[], { tokens, sounds }: Normalised): boolean =>
  next !== undefined && NEGATORS.has(sounds[first!]!) && tokens.slice(first! + 1, next).some(t => /^[,;:]/.test(t));

/** A listed negation takes the place of the hits whose words it covers, with the value that the lexicon gives it. */
function cover(hits: readonly Hit[], text: string, level: Level | 'none' | 'kept', at: readonly number[]): Hit[] {
  if (level === 'kept') return [...hits];
  const covered = hits.filter(hit => hit.at.every(word => at.includes(word)));
  const rest = hits.filter(hit => !covered.includes(hit));
  return level === 'none' ? rest : [...rest, { text, group: covered[0]?.group ?? NEGATION, level, at, negated: true }];
}

const NEGATION: LexiconGroup = {
  id: 'negation',
  level: 'M',
  title: 'Negations',
  phrases: [],
  cues: 1,
  violence_only: false,
  shown_only: false,
};

/** A hard negative cancels the one strong hit that it shares a word with; two different hits stand. */
function takeBackOne(hits: readonly Hit[], ordinary: readonly { at: readonly number[] }[], message: Normalised): Hit[] {
  const strong = hits.filter(hit => HEIGHT[hit.level] >= STRONG && !hit.group.shown_only);
  const [first] = strong;
  if (!first || ordinary.length === 0) return [...hits];
  const share = (one: readonly number[], other: readonly number[]) =>
    one.some(at => other.includes(at) && !BETWEEN.has(message.sounds[at]!));
  const oneHit = strong.every(hit => hit === first || share(hit.at, first.at));
  const excused = strong.every(hit => ordinary.some(phrase => share(phrase.at, hit.at)));
  return oneHit && excused ? hits.filter(hit => !strong.includes(hit)) : [...hits];
}

function floorOf(hits: readonly Hit[], inContext: boolean): Risk {
  const cues = new Map<LexiconGroup, Set<string>>();
  for (const { group, text } of hits) cues.set(group, (cues.get(group) ?? new Set()).add(text));
  let floor: Risk = 'none';
  for (const { group, level } of hits) {
    if (group.shown_only || (group.violence_only && !inContext) || cues.get(group)!.size < group.cues) continue;
    if (RISKS.indexOf(FLOOR[level]) > RISKS.indexOf(floor)) floor = FLOOR[level];
  }
  return floor;
}
