/** The training messages as one sparse matrix, and the choice of the features that are worth a weight. */
import type { Normalised } from '../../text/normalise.js';
import { BLOCKS, FeatureList } from '../features.js';
import { RARITY_STEP, type Vocabulary, vectors } from '../vectors.js';

/** Rows of a sparse matrix: the values of row i are those from `start[i]` to `start[i + 1]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly start: Int32Array;
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/**
 * The features seen in at least `seenIn[block]` messages; Infinity leaves a kind out.
 * Ordered by kind and number, so that the same messages give the same vocabulary in any order.
 */
export function vocabularyOf(messages: readonly Normalised[], seenIn: readonly number[]): Vocabulary {
  const seen = new Map<number, number>();
  const blockOf = new Map<number, number>();
  const list = new FeatureList();
  for (const message of messages) {
    const here = new Set<number>();
    list.read(message);
    for (let i = 0; i < list.length; i++) {
      const [feature, block] = [list.feature[i]!, list.block[i]!];
      if (seenIn[block] === Number.POSITIVE_INFINITY) continue;
      here.add(feature);
      blockOf.set(feature, block);
    }
    for (const feature of here) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  }
  const kept: number[][] = BLOCKS.map(() => []);
  for (const [feature, count] of seen) {
    const block = blockOf.get(feature)!;
    if (count >= seenIn[block]!) kept[block]!.push(feature);
  }
  const keys = Int32Array.from(kept.flatMap(list => list.sort((a, b) => a - b)));
  const rarity = Uint8Array.from(keys, key =>
    Math.min(255, Math.round(Math.log((1 + messages.length) / (1 + seen.get(key)!)) / RARITY_STEP)),
  );
  return { keys, blocks: Uint8Array.from(keys, key => blockOf.get(key)!), rarity };
}

export function matrixOf(messages: readonly Normalised[], vocabulary: Vocabulary): Matrix {
  const list = new FeatureList();
  const read = vectors([vocabulary]);
  const start = new Int32Array(messages.length + 1);
  const at: Int32Array[] = [];
  const value: Float32Array[] = [];
  for (const [i, message] of messages.entries()) {
    const [vector] = read(list.read(message));
    const { filled } = vector!;
    at.push(vector!.at.slice(0, filled));
    value.push(vector!.value.slice(0, filled));
    start[i + 1] = start[i]! + filled;
  }
  return {
    rows: messages.length,
    columns: vocabulary.keys.length,
    start,
    at: joined(at, Int32Array, start.at(-1)!),
    value: joined(value, Float32Array, start.at(-1)!),
  };
}

/** Some rows of a matrix, in the order given. */
export function rowsOf(matrix: Matrix, rows: readonly number[]): Matrix {
  const start = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) start[i + 1] = start[i]! + matrix.start[row + 1]! - matrix.start[row]!;
  const at = new Int32Array(start.at(-1)!);
  const value = new Float32Array(start.at(-1)!);
  for (const [i, row] of rows.entries()) {
    at.set(matrix.at.subarray(matrix.start[row], matrix.start[row + 1]), start[i]);
    value.set(matrix.value.subarray(matrix.start[row], matrix.start[row + 1]), start[i]);
  }
  return { rows: rows.length, columns: matrix.columns, start, at, value };
}

function joined<T extends Int32Array | Float32Array>(
  parts: readonly T[],
  Kind: new (length: number) => T,
  length: number,
): T {
  const all = new Kind(length);
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
