/**
 * Which words of a list a hurried thumb may have meant: one letter doubled, lost, swapped with its neighbour, or the
 * key beside it. Not any edit distance: "me está pagando" is one letter from "me está pegando", and no thumb slips
 * from e to a.
 */

export interface Slips {
  /** Indexes of the list's words that `word` may stand for: the exact one alone, or else those one slip away. */
  meant(word: string): readonly number[];
}

/** @param words without doubles, in the form of `soundOf` */
export function slipsOf(words: readonly string[]): Slips {
  const exact = new Map(words.map((word, i) => [word, i]));
  /** By the hash of a word as it is and without each of its letters; two words of one hash are told apart by `isSlip`. */
  const near = new Map<number, number[]>();
  for (const [i, word] of words.entries()) {
    if (word.length < SWAP_FROM) continue;
    for (let skip = -1; skip < word.length; skip++) {
      const hash = hashWithout(word, skip);
      const list = near.get(hash);
      if (list) list.push(i);
      else near.set(hash, [i]);
    }
  }
  const slipped = (word: string): readonly number[] => {
    const found: number[] = [];
    for (let skip = -1; skip < word.length; skip++) {
      for (const i of near.get(hashWithout(word, skip)) ?? NONE)
        if (!found.includes(i) && isSlip(word, words[i]!)) found.push(i);
    }
    return found.length > 0 ? found : NONE;
  };
  const alone = words.map((_, i) => [i]);
  return {
    meant(word) {
      const same = exact.get(word);
      if (same !== undefined) return alone[same]!;
      return word.length < SWAP_FROM || word.length > WORD_MAX ? NONE : slipped(word);
    },
  };
}

/** Of the word without the letter at `skip`; -1 leaves none out. */
function hashWithout(word: string, skip: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) if (i !== skip) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619);
  return hash;
}

/** Whether `typed` is `meant` with one slip. Short words are only what they are: "bien" is not "viene". */
export function isSlip(typed: string, meant: string): boolean {
  const [a, b] = [typed, meant];
  if (a === b) return true;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, wanted] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length === 2 && wanted.length === 2)
    return b.length >= SWAP_FROM && left[0] === wanted[1] && left[1] === wanted[0];
  if (start === 0) return false;
  if (left.length === 1 && wanted.length === 1)
    return b.length >= BESIDE_FROM && (BESIDE[wanted]?.includes(left) ?? false);
  if (left.length === 1 && wanted.length === 0) return b.length >= EXTRA_FROM;
  if (left.length === 0 && wanted.length === 1) return b.length >= LOST_FROM;
  return false;
}

const SWAP_FROM = 4;
const EXTRA_FROM = 5;
const BESIDE_FROM = 5;
const LOST_FROM = 6;
const WORD_MAX = 24;
const NONE: readonly number[] = [];

/** Keys beside each key. Only of letters that sounds are written with. */
const BESIDE: Record<string, string> = {
  a: 'sq',
  b: 'ng',
  d: 'sfec',
  e: 'rwd',
  f: 'dgr',
  g: 'fht',
  i: 'uok',
  j: 'hkn',
  k: 'jli',
  l: 'k',
  m: 'n',
  n: 'mb',
  o: 'ip',
  p: 'o',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yi',
  x: 'sd',
  y: 'tu',
};
