/**
 * Letters that only look like letters: bold and circled ones, flags, full-width ones, Cyrillic and Greek ones of the
 * same shape. A telephone's fancy keyboard writes them, and whoever must not be understood by a glance; here they are
 * the plain letters that she meant.
 */

/** The text with each such letter as a plain one; every other text comes back as it is. */
export function latin(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(SIGNS, lettersOf)
    .replace(FLAGS, signs => ([...signs].length % 2 === 0 ? signs : lettersOf(signs)))
    .replace(TWINS, letter => TWIN.get(letter)!);
}

const UNUSUAL =
  /[\u0370-\u04ff\u1f00-\u1fff\u2100-\u214f\u2460-\u24ff\uff01-\uff5e\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/u;

/** Squares, discs and halves of flags, of one letter each: the first code point of each alphabet. */
const ALPHABETS = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6] as const;
const LETTERS = 26;
const SIGNS = /[\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
/** Two make the flag of a country; an odd number of them is a word. */
const FLAGS = /[\u{1f1e6}-\u{1f1ff}]+/gu;

const lettersOf = (signs: string): string => [...signs].map(sign => letterOf(sign.codePointAt(0)!)).join('');

function letterOf(code: number): string {
  const first = ALPHABETS.find(start => code >= start && code < start + LETTERS)!;
  return String.fromCodePoint('a'.codePointAt(0)! + code - first);
}

/** Letters of other alphabets beside the plain ones of the same shape. */
const PAIRS = [
  ['аАαΑ', 'a'],
  ['ВΒ', 'b'],
  ['сСϲϹ', 'c'],
  ['еЕεΕ', 'e'],
  ['НΗһҺ', 'h'],
  ['іІιΙ', 'i'],
  ['јЈ', 'j'],
  ['кКκΚ', 'k'],
  ['мМΜ', 'm'],
  ['ΝпП', 'n'],
  ['оОοΟ', 'o'],
  ['рРρΡ', 'p'],
  ['ѕЅ', 's'],
  ['тТτΤ', 't'],
  ['υ', 'u'],
  ['хХχΧ', 'x'],
  ['уУΥ', 'y'],
  ['Ζ', 'z'],
] as const;
const TWIN: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([twins, letter]) => [...twins].map(twin => [twin, letter] as const)),
);
const TWINS = new RegExp(`[${[...TWIN.keys()].join('')}]`, 'gu');
