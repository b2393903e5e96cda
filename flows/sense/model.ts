/** The trained linear models at work: a message in, the outputs of each head, and which words weighed. */
import type { Normalised } from '../text/normalise.js';
import { FeatureList } from './features.js';
import { INTENTS, LANGUAGES } from './types.js';
import { type Affine, RISK_OUTPUTS, type Sparse, type Weights } from './weights.js';
import { type Vector, vectors } from './vectors.js';

export interface Outputs {
  /** Raw outputs: at least low, at least medium, at least high, imminent. */
  risk: Float64Array;
  /** Raw outputs in the order of INTENTS. */
  intent: Float64Array;
  /** Raw outputs in the order of LANGUAGES. */
  language: Float64Array;
  /** Raw outputs in the order of the header's topics. */
  topic: Float64Array;
}

export interface Model {
  read(message: Normalised): Outputs;
  /**
   * What each token of the message last read added to one output of the shared head. The pieces of letters count for
   * the word that they begin in.
   */
  weighed(output: number, tokens: number): Float64Array;
}

/** Place of an intent among the outputs of the shared head. */
export const intentOutput = (intent: number): number => RISK_OUTPUTS + intent;
/** Place of "at least high" among the outputs of the shared head. */
export const HIGH_OUTPUT = 2;

export function linearModel({ vocabulary, shared, topicVocabulary, topic }: Weights): Model {
  const list = new FeatureList();
  const read = vectors([vocabulary, topicVocabulary]);
  const topicWeights = packed(topic);
  const { outputs, bytes } = shared;
  const scale = Float64Array.from(shared.scale);
  const bias = Float64Array.from(shared.bias);
  let seen: Vector | null = null;

  return {
    read(message) {
      const [mine, ofTopics] = read(list.read(message));
      seen = mine!;
      const { filled, at, value: values } = mine!;
      const sum = new Float64Array(outputs);
      for (let i = 0; i < filled; i++) {
        const base = at[i]! * outputs;
        const value = values[i]!;
        for (let o = 0; o < outputs; o++) sum[o]! += value * bytes[base + o]!;
      }
      for (let o = 0; o < outputs; o++) sum[o] = sum[o]! * scale[o]! + bias[o]!;
      return {
        risk: sum.slice(0, RISK_OUTPUTS),
        intent: sum.slice(RISK_OUTPUTS, RISK_OUTPUTS + INTENTS.length),
        language: sum.slice(RISK_OUTPUTS + INTENTS.length, RISK_OUTPUTS + INTENTS.length + LANGUAGES.length),
        topic: topics(ofTopics!),
      };
    },
    weighed(output, tokens) {
      const sum = new Float64Array(tokens);
      if (!seen) return sum;
      const { filled, at, value, token } = seen;
      for (let i = 0; i < filled; i++) {
        const place = token[i]!;
        if (place >= 0 && place < tokens) sum[place]! += value[i]! * bytes[at[i]! * outputs + output]! * scale[output]!;
      }
      return sum;
    },
  };

  function topics({ filled, at, value: values }: Vector): Float64Array {
    const sum = new Float64Array(topic.outputs);
    for (let i = 0; i < filled; i++) {
      const feature = at[i]!;
      const value = values[i]!;
      const end = topic.start[feature + 1]!;
      for (let p = topic.start[feature]!; p < end; p++) {
        const weight = topicWeights[p]!;
        sum[weight >> BYTE]! += value * ((weight << SIGN) >> SIGN);
      }
    }
    for (let o = 0; o < topic.outputs; o++) sum[o] = sum[o]! * topic.scale[o]! + topic.bias[o]!;
    return sum;
  }
}

const BYTE = 8;
/** Shifting up and down by so much gives the lowest byte with its sign. */
const SIGN = 24;

/** Output and byte of each weight in one number: they are always read together. */
const packed = ({ output, bytes }: Sparse): Int32Array =>
  Int32Array.from(output, (o, p) => (o << BYTE) | (bytes[p]! & 0xff));

/** Softmax of outputs times `sharpness`, plus a constant each; entries that are not `open` get nothing. */
export function shares(
  outputs: Float64Array,
  sharpness: number,
  plus?: readonly number[],
  open?: (i: number) => boolean,
): Float64Array {
  const out = new Float64Array(outputs.length);
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < out.length; i++) {
    out[i] = open && !open(i) ? Number.NEGATIVE_INFINITY : outputs[i]! * sharpness + (plus?.[i] ?? 0);
    top = Math.max(top, out[i]!);
  }
  if (top === Number.NEGATIVE_INFINITY) return out.fill(0);
  let sum = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = Math.exp(out[i]! - top);
    sum += out[i]!;
  }
  for (let i = 0; i < out.length; i++) out[i]! /= sum;
  return out;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const affine = ({ weights, bias }: Affine, row: readonly number[]): number => {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * row[i]!;
  return sum;
};
