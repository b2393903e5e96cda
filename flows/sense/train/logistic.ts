/**
 * Logistic regression with an L2 penalty over a sparse matrix, for several outputs at once, by L-BFGS on the whole
 * data: no random order, no learning rate, so that the same messages always give the same weights to the last bit.
 */
import type { Matrix } from './matrix.js';

export interface Task {
  /** `apart`: each output is its own yes or no. `one`: exactly one output is right. */
  kind: 'apart' | 'one';
  outputs: number;
  /** rows × outputs, each 0 or 1. */
  target: Float32Array;
  /** How much each row counts: rows × outputs when `apart`, rows when `one`. */
  weight: Float32Array;
  penalty: number;
  steps: number;
}

export interface Linear {
  outputs: number;
  /** columns × outputs. */
  weights: Float32Array;
  bias: Float32Array;
}

/** Pairs of steps that the curvature is estimated from. */
const MEMORY = 6;
/** Stops when a step gains less than this share of the loss. */
const GAIN_MIN = 1e-5;
const HALVINGS_MAX = 15;

export function fit(matrix: Matrix, task: Task): Linear {
  const size = (matrix.columns + 1) * task.outputs;
  let point = new Float32Array(size);
  let slope = new Float32Array(size);
  let loss = lossAt(matrix, task, point, slope);
  const past: { moved: Float32Array; bent: Float32Array; scale: number }[] = [];

  for (let step = 0; step < task.steps; step++) {
    const direction = downhill(slope, past);
    const steepness = dot(slope, direction);
    let length = step === 0 ? Math.min(1, 1 / Math.sqrt(dot(slope, slope))) : 1;
    const next = new Float32Array(size);
    const nextSlope = new Float32Array(size);
    let nextLoss = loss;
    for (let halvings = 0; halvings < HALVINGS_MAX; halvings++) {
      for (let k = 0; k < size; k++) next[k] = point[k]! + length * direction[k]!;
      nextLoss = lossAt(matrix, task, next, nextSlope);
      if (nextLoss <= loss + 1e-4 * length * steepness) break;
      length /= 2;
    }
    const moved = difference(next, point);
    const bent = difference(nextSlope, slope);
    const curve = dot(moved, bent);
    if (curve > 1e-10) {
      past.push({ moved, bent, scale: 1 / curve });
      if (past.length > MEMORY) past.shift();
    }
    const gain = (loss - nextLoss) / Math.max(1, Math.abs(nextLoss));
    [point, slope, loss] = [next, nextSlope, nextLoss];
    if (gain < GAIN_MIN) break;
  }
  const biasAt = matrix.columns * task.outputs;
  return { outputs: task.outputs, weights: point.slice(0, biasAt), bias: point.slice(biasAt) };
}

/** The outputs of a linear model for each row: rows × outputs. */
export function apply(matrix: Matrix, { outputs, weights, bias }: Linear): Float32Array {
  const out = new Float32Array(matrix.rows * outputs);
  const z = new Float64Array(outputs);
  for (let row = 0; row < matrix.rows; row++) {
    z.set(bias);
    addUp(matrix, row, weights, z);
    out.set(z, row * outputs);
  }
  return out;
}

/** The penalised loss at a point, and its gradient into `slope`. The bias, at the end, has no penalty. */
function lossAt(matrix: Matrix, task: Task, point: Float32Array, slope: Float32Array): number {
  const { outputs, target, weight, penalty } = task;
  const biasAt = matrix.columns * outputs;
  const z = new Float64Array(outputs);
  let loss = 0;
  slope.fill(0);
  for (let row = 0; row < matrix.rows; row++) {
    for (let c = 0; c < outputs; c++) z[c] = point[biasAt + c]!;
    addUp(matrix, row, point, z);
    loss +=
      task.kind === 'one'
        ? missOne(z, target, weight[row]!, row * outputs)
        : missApart(z, target, weight, row * outputs);
    for (let c = 0; c < outputs; c++) slope[biasAt + c]! += z[c]!;
    for (let p = matrix.start[row]!; p < matrix.start[row + 1]!; p++) {
      const base = matrix.at[p]! * outputs;
      const value = matrix.value[p]!;
      for (let c = 0; c < outputs; c++) slope[base + c]! += value * z[c]!;
    }
  }
  for (let k = 0; k < biasAt; k++) {
    slope[k]! += penalty * point[k]!;
    loss += 0.5 * penalty * point[k]! * point[k]!;
  }
  return loss;
}

function addUp(matrix: Matrix, row: number, weights: Float32Array, z: Float64Array): void {
  const outputs = z.length;
  for (let p = matrix.start[row]!; p < matrix.start[row + 1]!; p++) {
    const base = matrix.at[p]! * outputs;
    const value = matrix.value[p]!;
    for (let c = 0; c < outputs; c++) z[c]! += value * weights[base + c]!;
  }
}

/** Loss of one row with one right output; `z` becomes the gradient of the outputs. */
function missOne(z: Float64Array, target: Float32Array, weight: number, base: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const v of z) top = Math.max(top, v);
  let sum = 0;
  for (const v of z) sum += Math.exp(v - top);
  const all = top + Math.log(sum);
  let loss = 0;
  for (let c = 0; c < z.length; c++) {
    const right = target[base + c]!;
    loss -= weight * right * (z[c]! - all);
    z[c] = weight * (Math.exp(z[c]! - all) - right);
  }
  return loss;
}

function missApart(z: Float64Array, target: Float32Array, weight: Float32Array, base: number): number {
  let loss = 0;
  for (let c = 0; c < z.length; c++) {
    const right = target[base + c]!;
    const w = weight[base + c]!;
    const v = z[c]!;
    loss += w * (Math.max(v, 0) - v * right + Math.log1p(Math.exp(-Math.abs(v))));
    z[c] = w * (1 / (1 + Math.exp(-v)) - right);
  }
  return loss;
}

/** The two-loop recursion of L-BFGS. */
function downhill(
  slope: Float32Array,
  past: readonly { moved: Float32Array; bent: Float32Array; scale: number }[],
): Float32Array {
  const way = slope.map(v => -v);
  const alphas: number[] = [];
  for (const { moved, bent, scale } of past.toReversed()) {
    const alpha = scale * dot(moved, way);
    alphas.push(alpha);
    addTo(way, bent, -alpha);
  }
  const last = past.at(-1);
  if (last) {
    const size = 1 / (last.scale * dot(last.bent, last.bent));
    for (let k = 0; k < way.length; k++) way[k]! *= size;
  }
  for (const { moved, bent, scale } of past) addTo(way, moved, alphas.pop()! - scale * dot(bent, way));
  return way;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

function addTo(a: Float32Array, b: Float32Array, times: number): void {
  for (let k = 0; k < a.length; k++) a[k]! += times * b[k]!;
}

function difference(a: Float32Array, b: Float32Array): Float32Array {
  const out = new Float32Array(a.length);
  for (let k = 0; k < a.length; k++) out[k] = a[k]! - b[k]!;
  return out;
}
