/**
 * Linear classifiers over a sparse matrix, many outputs in one pass: each output is a yes or no with a squared hinge
 * loss and an L2 penalty, solved row by row in the dual (Hsieh et al. 2008). A few passes are enough, and the order is
 * fixed by a generator of our own, so that the same messages always give the same weights to the last bit.
 */
import type { Matrix } from './matrix.js';

export interface Task {
  outputs: number;
  /** rows × outputs: 1 where the output should say yes. */
  yes: Uint8Array;
  /** rows × outputs: how much a miss costs; 0 leaves the row out of that output. */
  cost: Float32Array;
  passes: number;
}

export interface Linear {
  outputs: number;
  /** columns × outputs. */
  weights: Float32Array;
  bias: Float32Array;
}

/** Value of the constant feature that carries the bias: larger means less penalised. */
const BIAS_VALUE = 1;

export function fit(matrix: Matrix, task: Task): Linear {
  const { outputs, yes, cost, passes } = task;
  const { rows, start, at, value } = matrix;
  const weights = new Float32Array(matrix.columns * outputs);
  const bias = new Float32Array(outputs);
  const alpha = new Float32Array(rows * outputs);
  const length = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = BIAS_VALUE * BIAS_VALUE;
    for (let p = start[row]!; p < start[row + 1]!; p++) sum += value[p]! * value[p]!;
    length[row] = sum;
  }
  const z = new Float64Array(outputs);
  const moved = new Int32Array(outputs);
  const by = new Float64Array(outputs);
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const random = generator();

  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const row of order) {
      outputsOf(matrix, row, weights, bias, z);
      let count = 0;
      for (let c = 0; c < outputs; c++) {
        const k = row * outputs + c;
        if (cost[k]! <= 0) continue;
        const sign = yes[k] ? 1 : -1;
        const slack = 0.5 / cost[k]!;
        const gradient = sign * z[c]! - 1 + slack * alpha[k]!;
        const before = alpha[k]!;
        if (before === 0 && gradient >= 0) continue;
        alpha[k] = Math.max(0, before - gradient / (length[row]! + slack));
        const change = (alpha[k]! - before) * sign;
        if (change === 0) continue;
        moved[count] = c;
        by[count++] = change;
      }
      if (count === 0) continue;
      for (let j = 0; j < count; j++) bias[moved[j]!]! += by[j]! * BIAS_VALUE;
      for (let p = start[row]!; p < start[row + 1]!; p++) {
        const base = at[p]! * outputs;
        const v = value[p]!;
        for (let j = 0; j < count; j++) weights[base + moved[j]!]! += v * by[j]!;
      }
    }
  }
  return { outputs, weights, bias: bias.map(b => b * BIAS_VALUE) };
}

/** The outputs of a linear model for each row: rows × outputs. */
export function apply(matrix: Matrix, { outputs, weights, bias }: Linear): Float32Array {
  const out = new Float32Array(matrix.rows * outputs);
  const z = new Float64Array(outputs);
  for (let row = 0; row < matrix.rows; row++) {
    outputsOf(matrix, row, weights, bias, z);
    out.set(z, row * outputs);
  }
  return out;
}

function outputsOf(
  { start, at, value }: Matrix,
  row: number,
  weights: Float32Array,
  bias: Float32Array,
  z: Float64Array,
): void {
  const outputs = z.length;
  z.set(bias);
  for (let p = start[row]!; p < start[row + 1]!; p++) {
    const base = at[p]! * outputs;
    const v = value[p]!;
    for (let c = 0; c < outputs; c++) z[c]! += v * weights[base + c]!;
  }
}

/** Numbers from 0 to 1, always the same ones (a linear congruential generator of 32 bits). */
export function generator(): () => number {
  let state = 0x2545f491;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
