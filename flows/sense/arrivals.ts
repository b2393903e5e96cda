/**
 * Who came: "ya llegó" alone is of him; "ya llegó mi hermana", "mi hijo ya llegó" and "ya llegó la citación" are not. Only
 * a noun that stands right beside tells, and none where he is named, too.
 */
import { isWord, type Normalised, normalise, soundOf } from '../text/normalise.js';
import type { Lexicon } from './lexicon.js';
import { type PhraseBook, phraseBook } from './phrases.js';

interface Arrivals {
  book: PhraseBook;
  others: ReadonlySet<string>;
  him: ReadonlySet<string>;
}

const known = new WeakMap<Lexicon, Arrivals>();

function arrivalsOf(lexicon: Lexicon): Arrivals | null {
  const { arrivals } = lexicon;
  if (!arrivals) return null;
  const sounds = (words: readonly string[]): ReadonlySet<string> =>
    new Set(words.map(word => soundOf(normalise(word).plain)));
  const made = known.get(lexicon) ?? {
    book: phraseBook(arrivals.phrases),
    others: sounds(arrivals.others),
    him: sounds(arrivals.him),
  };
  known.set(lexicon, made);
  return made;
}

/** Positions of the words that tell of the arrival of somebody else or of a thing, with its noun; none where it may be him. */
export function arrivalOfAnother(message: Normalised, lexicon: Lexicon): number[] {
  const arrivals = arrivalsOf(lexicon);
  if (!arrivals) return [];
  const { book, others, him } = arrivals;
  const { tokens, sounds } = message;
  const all = book.find(message);
  // "Ya llegó" holds "llegó": the longer one tells who stands beside it.
  const found = all.filter(
    one => !all.some(more => more.at.length > one.at.length && one.at.every(at => more.at.includes(at))),
  );
  if (found.length === 0 || sounds.some((sound, at) => him.has(sound) || isHe(tokens, at))) return [];
  const told: number[] = [];
  for (const { at } of found) {
    const [first, last] = [at[0]!, at.at(-1)!];
    const noun = OF_A_NOUN.has(tokens[last + 1] ?? '') ? last + 2 : last + 1;
    const isAfter = others.has(sounds[noun] ?? '');
    if (!isAfter && !(others.has(sounds[first - 1] ?? '') && endsThere(tokens[last + 1]))) return [];
    const end = isAfter ? noun : last;
    const places = tokens.flatMap((_, place) => (place > last && place <= end ? [place] : []));
    told.push(...at, ...places, ...(isAfter ? [] : [first - 1]), ...purposeAfter(tokens, end));
  }
  return told;
}

/** "A ayudarme", "a buscarnos": what for. */
const purposeAfter = (tokens: readonly string[], end: number): number[] =>
  tokens[end + 1] === 'a' && TO_DO.test(tokens[end + 2] ?? '') ? [end + 1, end + 2] : [];
const TO_DO = /^\p{L}+[aei]r(?:me|nos|l[aoe]s?)?$/u;

const OF_A_NOUN: ReadonlySet<string> = new Set('mi mis la el los las un una tu nuestra nuestro otra otro'.split(' '));
/** "Mi hijo ya llegó del colegio"; in "mi hija ya llegó y…" and "mi hija, ya llegó" it may be of anybody. */
const endsThere = (token: string | undefined): boolean =>
  token === undefined || !isWord(token) || 'de del a al con'.split(' ').includes(token);

/** "Él" as who does it: no noun follows. */
const isHe = (tokens: readonly string[], at: number): boolean => {
  if (tokens[at] !== 'el') return false;
  const next = tokens[at + 1];
  return next === undefined || !isWord(next) || AFTER_HE.has(next) || BEFORE_HE.has(tokens[at - 1] ?? '');
};
const AFTER_HE: ReadonlySet<string> = new Set(
  'esta viene tambien ya y con a me nos se quiere va anda lo la'.split(' '),
);
const BEFORE_HE: ReadonlySet<string> = new Set('con y que es de'.split(' '));
