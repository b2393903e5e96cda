/**
 * A small embedding: each n-gram is a point in a space of few dimensions, a message the sum of its n-grams' points, and
 * danger, intent and sheet are read off that one point (as fastText does). All is learnt together, message by message,
 * in an order fixed by a generator, so that twice gives the same.
 */
import { isDangerous } from '../../../flows/sense/corpus.js';
import type { Matrix } from '../../../flows/sense/train/matrix.js';
import { generator, shuffle } from '../../../flows/sense/train/svm.js';
import { INTENTS } from '../../../flows/sense/types.js';
import type { Normalised } from '../../../flows/text/normalise.js';
import type { Approach, Raw } from './approach.js';
import { type Grams, someGrams } from './lines.js';

/** Chosen by cross-validation inside train. */
export const EMBEDDING = { dimensions: 32, passes: 10, rate: 0.1, lookalike: 2 };

export function embedding(
  encode: (messages: readonly Normalised[]) => Grams,
  topics: readonly string[],
): Approach<Grams> {
  const outputs = 1 + INTENTS.length + topics.length;
  return {
    name: 'embedding of n-grams',
    encode,
    some: someGrams,
    learn({ shared }, examples) {
      const { dimensions, passes, rate, lookalike } = EMBEDDING;
      const random = generator();
      const points = Float32Array.from({ length: shared.columns * dimensions }, () => (random() - 0.5) / dimensions);
      const heads = new Float32Array(outputs * (dimensions + 1));
      const order = Int32Array.from({ length: shared.rows }, (_, i) => i);
      const point = new Float64Array(dimensions);
      const back = new Float64Array(dimensions);
      const miss = new Float64Array(outputs);
      const topicOf = examples.map(e => topics.indexOf(e.topic ?? ''));
      const intentOf = examples.map(e => INTENTS.indexOf(e.intent));
      const steps = passes * shared.rows;
      let step = 0;
      for (let pass = 0; pass < passes; pass++) {
        shuffle(order, random);
        for (const row of order) {
          const now = rate * (1 - step++ / steps);
          pointOf(shared, row, points, point);
          missesOf(point, row);
          back.fill(0);
          for (let o = 0; o < outputs; o++) {
            const by = miss[o]!;
            if (by === 0) continue;
            const base = o * (dimensions + 1);
            for (let d = 0; d < dimensions; d++) {
              back[d]! += by * heads[base + d]!;
              heads[base + d]! -= now * by * point[d]!;
            }
            heads[base + dimensions]! -= now * by;
          }
          for (let p = shared.start[row]!; p < shared.start[row + 1]!; p++) {
            const base = shared.at[p]! * dimensions;
            const by = now * shared.value[p]!;
            for (let d = 0; d < dimensions; d++) points[base + d]! -= by * back[d]!;
          }
        }
      }
      return {
        numbers: points.length + heads.length,
        read: encoded =>
          Array.from({ length: encoded.shared.rows }, (_, row): Raw => {
            pointOf(encoded.shared, row, points, point);
            const out = Float64Array.from({ length: outputs }, (__, o) => outputOf(heads, o, point));
            return {
              danger: [out[0]!],
              intents: out.slice(1, 1 + INTENTS.length),
              topics: out.slice(1 + INTENTS.length),
            };
          }),
      };

      /** How far each output is from what it should say: a yes or no for danger, one of all for the others. */
      function missesOf(at: Float64Array, row: number): void {
        const example = examples[row]!;
        for (let o = 0; o < outputs; o++) miss[o] = outputOf(heads, o, at);
        miss[0] = 1 / (1 + Math.exp(-miss[0]!)) - (isDangerous(example) ? 1 : 0);
        if (example.hard_neg) miss[0] *= lookalike;
        softmax(miss, 1, 1 + INTENTS.length, intentOf[row]!);
        softmax(miss, 1 + INTENTS.length, outputs, topicOf[row]!);
      }
    },
  };
}

function pointOf({ start, at, value }: Matrix, row: number, points: Float32Array, into: Float64Array): void {
  const dimensions = into.length;
  into.fill(0);
  for (let p = start[row]!; p < start[row + 1]!; p++) {
    const base = at[p]! * dimensions;
    for (let d = 0; d < dimensions; d++) into[d]! += value[p]! * points[base + d]!;
  }
}

function outputOf(heads: Float32Array, output: number, point: Float64Array): number {
  const base = output * (point.length + 1);
  let sum = heads[base + point.length]!;
  for (let d = 0; d < point.length; d++) sum += heads[base + d]! * point[d]!;
  return sum;
}

/** From outputs to misses in place; nothing is missed where nothing is asked (`right` under nought). */
function softmax(values: Float64Array, from: number, to: number, right: number): void {
  if (right < 0) return void values.fill(0, from, to);
  let top = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) top = Math.max(top, values[i]!);
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] = Math.exp(values[i]! - top);
  for (let i = from; i < to; i++) values[i]! /= sum;
  values[from + right]! -= 1;
}
