/** The trained linear models at work: a message in, the outputs of each head, and which words weighed. */
import type { Normalised } from '../text/normalise.js';
import { FeatureList } from './features.js';
import { INTENTS, LANGUAGES } from './types.js';
import { type Affine, RISK_OUTPUTS, type Weights } from './weights.js';
import { vectors } from './vectors.js';

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
  const reader = vectors(vocabulary);
  const topicReader = vectors(topicVocabulary);
  const { outputs, bytes } = shared;
  const scale = Float64Array.from(shared.scale);
  const bias = Float64Array.from(shared.bias);
  let filled = 0;

  return {
    read(message) {
      list.read(message);
      filled = reader.read(list);
      const sum = new Float64Array(outputs);
      for (let i = 0; i < filled; i++) {
        const base = reader.at[i]! * outputs;
        const value = reader.value[i]!;
        for (let o = 0; o < outputs; o++) sum[o]! += value * bytes[base + o]!;
      }
      for (let o = 0; o < outputs; o++) sum[o] = sum[o]! * scale[o]! + bias[o]!;
      return {
        risk: sum.slice(0, RISK_OUTPUTS),
        intent: sum.slice(RISK_OUTPUTS, RISK_OUTPUTS + INTENTS.length),
        language: sum.slice(RISK_OUTPUTS + INTENTS.length, RISK_OUTPUTS + INTENTS.length + LANGUAGES.length),
        topic: topics(),
      };
    },
    weighed(output, tokens) {
      const sum = new Float64Array(tokens);
      for (let i = 0; i < filled; i++) {
        const token = reader.token[i]!;
        if (token >= 0 && token < tokens)
          sum[token]! += reader.value[i]! * bytes[reader.at[i]! * outputs + output]! * scale[output]!;
      }
      return sum;
    },
  };

  function topics(): Float64Array {
    const sum = new Float64Array(topic.outputs);
    const found = topicReader.read(list);
    for (let i = 0; i < found; i++) {
      const feature = topicReader.at[i]!;
      const value = topicReader.value[i]!;
      for (let p = topic.start[feature]!; p < topic.start[feature + 1]!; p++)
        sum[topic.output[p]!]! += value * topic.bytes[p]!;
    }
    for (let o = 0; o < topic.outputs; o++) sum[o] = sum[o]! * topic.scale[o]! + topic.bias[o]!;
    return sum;
  }
}

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
