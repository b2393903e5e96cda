/** Named features as further columns of a matrix. */
import type { Matrix } from '../../../flows/sense/train/matrix.js';

/** Columns of the names that at least `seenIn` of the messages have, in the order of the alphabet. */
export function columnsOf(messages: readonly ReadonlySet<string>[], seenIn: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const names of messages) for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
  const kept = [...seen].flatMap(([name, count]) => (count >= seenIn ? [name] : [])).sort();
  return new Map(kept.map((name, column) => [name, column]));
}

/** A matrix with each row's names beside it, all of a row together of length `weight`. */
export function beside(
  matrix: Matrix,
  names: readonly ReadonlySet<string>[],
  columns: ReadonlyMap<string, number>,
  weight: number,
): Matrix {
  const more = names.map(some => [...some].flatMap(name => columns.get(name) ?? []).sort((a, b) => a - b));
  const all = matrix.at.length + more.reduce((sum, row) => sum + row.length, 0);
  const [start, at, value] = [new Int32Array(matrix.rows + 1), new Int32Array(all), new Float32Array(all)];
  for (let row = 0; row < matrix.rows; row++) {
    const [from, to] = [matrix.start[row]!, matrix.start[row + 1]!];
    const begins = start[row]!;
    at.set(matrix.at.subarray(from, to), begins);
    value.set(matrix.value.subarray(from, to), begins);
    const mine = more[row]!;
    for (const [i, column] of mine.entries()) {
      at[begins + to - from + i] = matrix.columns + column;
      value[begins + to - from + i] = weight / Math.sqrt(mine.length);
    }
    start[row + 1] = begins + to - from + mine.length;
  }
  return { rows: matrix.rows, columns: matrix.columns + columns.size, start, at, value };
}
