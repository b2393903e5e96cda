/**
 * Looks for many phrases in one message, as women write them: by sound, with slips, with a word or two in between,
 * with pronouns before or behind the verb ("me está pegando", "está pegándome"), joined or cut ("mequierematar",
 * "no me de ja").
 *
 * Fast because a phrase is tried only when all its words are somewhere in the message.
 */
import { isWord, type Normalised, normalise, soundOf } from '../text/normalise.js';
import { slipsOf } from './typos.js';

export interface Found {
  /** Index of the phrase in the book. */
  phrase: number;
  /** Positions of its words among the tokens of the message, in order. */
  at: readonly number[];
}

export interface PhraseBook {
  /** Every place where a phrase stands, in order of phrases. */
  find(message: Normalised): Found[];
}

export function phraseBook(phrases: readonly string[]): PhraseBook {
  const wanted = phrases.map(partsOf);
  const words = [...new Set(wanted.flatMap(parts => parts.map(p => p.sound)))];
  const ids = new Map(words.map((word, i) => [word, i]));
  const slips = slipsOf(words);
  /** By the word of it that fewest phrases need: where that one is not, the phrase is not. */
  const phrasesWith: number[][] = words.map(() => []);
  const needed = wanted.map(parts => [...new Set(parts.filter(p => !p.may).map(p => p.sound))]);
  const often = new Map<string, number>();
  for (const sound of needed.flat()) often.set(sound, (often.get(sound) ?? 0) + 1);
  for (const [phrase, must] of needed.entries()) {
    const [rarest] = must.toSorted((a, b) => often.get(a)! - often.get(b)!);
    if (rarest !== undefined) phrasesWith[ids.get(rarest)!]!.push(phrase);
  }
  const joined = new Map<string, number[]>();
  for (const [phrase, parts] of wanted.entries()) {
    const text = parts.map(p => p.sound).join('');
    if (text.length >= JOINED_FROM) joined.set(text, [...(joined.get(text) ?? []), phrase]);
  }
  const beginnings = new Set([...joined.keys()].map(text => text.slice(0, JOINED_FROM)));
  const longest = Math.max(0, ...[...joined.keys()].map(text => text.length));

  return {
    find(message) {
      const places = new Map<string, number[]>();
      const clitics: (string | undefined)[] = [];
      const put = (sound: string, at: number) => {
        const list = places.get(sound);
        if (list) list.push(at);
        else places.set(sound, [at]);
      };
      for (const [at, sound] of message.sounds.entries()) {
        for (const id of slips.meant(sound)) put(words[id]!, at);
        const verb = CLITIC_ENDS.has(sound.at(-1)!) ? WITH_CLITIC.exec(sound) : null;
        if (!verb) continue;
        clitics[at] = soundOf(verb[2]!);
        for (const id of slips.meant(verb[1]!)) put(words[id]!, at);
      }
      const there = new Set([...places.keys(), ...clitics.filter(c => c !== undefined)]);
      const found: Found[] = [];
      for (const sound of there) {
        const id = ids.get(sound);
        for (const phrase of id === undefined ? NO_PHRASES : phrasesWith[id]!)
          if (needed[phrase]!.every(other => there.has(other)))
            for (const at of standsAt(wanted[phrase]!, places, clitics, message.tokens).slice(0, PLACES_MAX))
              found.push({ phrase, at });
      }
      const apart = new Set(found.map(f => f.phrase));
      for (const { at, phrases: same } of runsTogether(message, joined, beginnings, longest)) {
        for (const phrase of same) {
          if (apart.has(phrase)) continue;
          apart.add(phrase);
          found.push({ phrase, at });
        }
      }
      return found.sort((a, b) => a.phrase - b.phrase || a.at[0]! - b.at[0]!);
    },
  };
}

/** A word of a phrase; one that `may` be left out is looked for but not missed. The last word is never left out. */
interface Part {
  sound: string;
  may: boolean;
}

const NO_PHRASES: readonly number[] = [];
/** A phrase written more often than this says nothing new, and must not cost time. */
const PLACES_MAX = 30;
/** Shorter phrases, run together, would be found inside ordinary words. */
const JOINED_FROM = 7;
/** Other words allowed between two words of a phrase, by how long the phrase is. */
const gapOf = (parts: readonly Part[]): number => (parts.length >= 3 ? 2 : 0);
const SMALL = new Set(
  ['el', 'la', 'los', 'las', 'un', 'una', 'de', 'del', 'a', 'al', 'en', 'con', 'y', 'que'].map(soundOf),
);
const PRONOUNS = new Set(['me', 'te', 'le', 'les', 'se', 'lo', 'la', 'nos']);
const WITH_CLITIC = /^(.{2,}(?:ando|iendo|yendo|[aei]r))(me|te|se|les?|l[oa]|nos)$/;
const CLITIC_ENDS: ReadonlySet<string> = new Set('eaos');
const SENTENCE_END = /^[?!.;]/;

function partsOf(phrase: string): Part[] {
  const { tokens, sounds } = normalise(phrase);
  const kept = sounds.filter((_, i) => isWord(tokens[i]!) || /\p{Extended_Pictographic}/u.test(tokens[i]!));
  const content = kept.filter(sound => !SMALL.has(sound)).length;
  return kept.map((sound, i) => ({ sound, may: content >= 3 && SMALL.has(sound) && i < kept.length - 1 }));
}

/** Each way in which the parts stand in order, one for each place of the first that is there. */
function standsAt(
  parts: readonly Part[],
  places: ReadonlyMap<string, number[]>,
  clitics: readonly (string | undefined)[],
  tokens: readonly string[],
): number[][] {
  const gap = gapOf(parts);
  const found: number[][] = [];

  /** Positions of the parts from `i` on, after the one at `last`; null when they do not stand so. */
  const from = (i: number, at: readonly number[], owed: readonly string[]): number[] | null => {
    if (i === parts.length) {
      const paid = owed.every(pronoun => at.some(p => clitics[p] === pronoun));
      return at.length > 0 && paid ? [...at] : null;
    }
    const part = parts[i]!;
    const last = at.at(-1);
    for (const place of places.get(part.sound) ?? []) {
      if (last !== undefined && (place <= last || place - last - 1 > gap || breaks(tokens, last, place))) continue;
      const rest = from(i + 1, [...at, place], owed);
      if (rest) {
        if (i > 0 || at.length > 0) return rest;
        found.push(rest);
      }
    }
    if (part.may) return from(i + 1, at, owed);
    if (PRONOUNS.has(part.sound)) return from(i + 1, at, [...owed, part.sound]);
    return null;
  };
  const other = from(0, [], []);
  if (other && found.length === 0) found.push(other);
  return found;
}

const breaks = (tokens: readonly string[], from: number, to: number): boolean =>
  tokens.slice(from + 1, to).some(t => SENTENCE_END.test(t));

/** Stretches of whole words that, written without spaces, are a phrase written without spaces; leftmost first. */
function* runsTogether(
  message: Normalised,
  joined: ReadonlyMap<string, number[]>,
  beginnings: ReadonlySet<string>,
  longest: number,
): Generator<{ at: number[]; phrases: number[] }> {
  const { sounds } = message;
  const { words, heads } = runsOf(message);
  for (let first = 0; first < words.length; first++) {
    if (!beginnings.has(heads[first]!)) continue;
    let run = '';
    for (let last = first; last < words.length && run.length < longest; last++) {
      run += sounds[words[last]!]!;
      if (run.length < JOINED_FROM) continue;
      const phrases = joined.get(run);
      if (phrases) yield { at: words.slice(first, last + 1), phrases };
    }
  }
}

/** The words of a message, and the first letters of what each begins, written without spaces: the same for every book. */
interface Runs {
  words: readonly number[];
  /** Shorter than a phrase run together where nothing more follows. */
  heads: readonly string[];
}

const lastRuns = new WeakMap<Normalised, Runs>();

function runsOf(message: Normalised): Runs {
  const known = lastRuns.get(message);
  if (known) return known;
  const { tokens, sounds } = message;
  const words = [...tokens.keys()].filter(at => isWord(tokens[at]!));
  const heads = words.map((_, first) => {
    let head = '';
    for (let last = first; last < words.length && head.length < JOINED_FROM; last++) head += sounds[words[last]!]!;
    return head.slice(0, JOINED_FROM);
  });
  const made = { words, heads };
  lastRuns.set(message, made);
  return made;
}
