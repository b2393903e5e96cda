/** Logistic regression on a handful of numbers: from raw outputs to honest probabilities. */
import { sigmoid } from '../model.js';
import type { Affine } from '../weights.js';

/**
 * Logistic regression of a yes or no on a few numbers, by Newton's method with a slight penalty.
 * @param rows the numbers of each case, all of one length
 */
export function fitAffine(rows: readonly (readonly number[])[], right: readonly boolean[]): Affine {
  const n = rows[0]!.length + 1;
  const at = new Float64Array(n);
  for (let step = 0; step < 25; step++) {
    const slope = new Float64Array(n);
    const curve = Array.from({ length: n }, () => new Float64Array(n));
    for (const [i, row] of rows.entries()) {
      const x = [...row, 1];
      const p = sigmoid(x.reduce((sum, v, k) => sum + v * at[k]!, 0));
      const miss = p - (right[i] ? 1 : 0);
      for (let a = 0; a < n; a++) {
        slope[a]! += miss * x[a]!;
        for (let b = 0; b < n; b++) curve[a]![b]! += p * (1 - p) * x[a]! * x[b]!;
      }
    }
    for (let a = 0; a < n; a++) {
      slope[a]! += PENALTY * at[a]!;
      curve[a]![a]! += PENALTY;
    }
    const move = solve(curve, slope);
    for (let a = 0; a < n; a++) at[a]! -= move[a]!;
    if (Math.max(...move.map(Math.abs)) < 1e-9) break;
  }
  return { weights: [...at.subarray(0, n - 1)], bias: at[n - 1]! };
}

const PENALTY = 1e-3;

/** Gaussian elimination with the largest pivot. */
function solve(matrix: Float64Array[], right: Float64Array): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c || rows[c]![c] === 0) continue;
      const times = rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= n; k++) rows[r]![k]! -= times * rows[c]![k]!;
    }
  }
  return rows.map((row, i) => (row[i] === 0 ? 0 : row[n]! / row[i]!));
}
