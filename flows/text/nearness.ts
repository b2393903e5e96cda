/**
 * How near two words are: by letters (edit distance) and by sound (Spanish spelled by ear).
 * Both arguments are in plain form (see plain.ts).
 */
import { plain } from './plain.js';

/**
 * Edits between two words: insert, drop, change, or swap of neighbours, each counts 1
 * (optimal string alignment). More than `limit` is answered as `limit + 1`, without counting further.
 */
export function edits(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, swapped ? at(before, j - 2) + 1 : change));
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return at(last, b.length);
}

/** The known word nearest to what was written, or null when none is near enough to be meant. For "did you mean …?". */
export function nearest(written: string, known: readonly string[]): string | null {
  const wanted = plain(written);
  const distances = known.map(word => ({ word, far: edits(plain(word), wanted, SUGGESTION_EDITS) }));
  const near = distances
    .filter(({ word, far }) => far <= Math.min(SUGGESTION_EDITS, Math.ceil(word.length / 3)))
    .sort((a, b) => a.far - b.far);
  return near[0]?.word ?? null;
}

/** How many edits a word of this length may have and still be taken for the one meant: short words none. */
export const editsAllowed = (length: number): number => (length <= 4 ? 0 : length <= 8 ? 1 : 2);

/** A word as it sounds in Chile: "temuko", "kuriko" and "maypu" sound like Temuco, Curicó and Maipú. */
export function sound(plainText: string): string {
  return plainText
    .replace(/ch/g, '\u0001')
    .replace(/qu(?=[ei])|[kq]/g, 'c')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/w/g, 'u')
    .replace(/h/g, '')
    .replace(/v/g, 'b')
    .replace(/y/g, 'i')
    .replace(/\u0001/g, 'ch')
    .replace(/(\p{L})\1+/gu, '$1');
}

/** Each word of a pattern as it sounds; its signs stay. */
export const inSounds = (pattern: string): string =>
  pattern.replace(/\(\?:|\\\p{L}|\p{L}+/gu, part =>
    part.startsWith('(') || part.startsWith('\\') ? part : sound(part),
  );

const SUGGESTION_EDITS = 3;

const at = (row: readonly number[], index: number): number => row[index] ?? 0;
