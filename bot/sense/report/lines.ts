/** The linear models that ship, on n-grams alone or with further features beside them. */
import type { Example } from '../../../flows/sense/corpus.js';
import { type HeadSettings, SHARED_OUTPUTS, sharedTask, topicTask } from '../../../flows/sense/train/heads.js';
import { type Matrix, matrixOf, rowsOf } from '../../../flows/sense/train/matrix.js';
import { apply, fit } from '../../../flows/sense/train/svm.js';
import { INTENTS } from '../../../flows/sense/types.js';
import type { Vocabulary } from '../../../flows/sense/vectors.js';
import { RISK_OUTPUTS } from '../../../flows/sense/weights.js';
import type { Normalised } from '../../../flows/text/normalise.js';
import type { Approach, Raw } from './approach.js';

/** A message as n-grams twice: over the features of risk and intent, and over those of the sheets. */
export interface Grams {
  shared: Matrix;
  topic: Matrix;
}

export interface Vocabularies {
  shared: Vocabulary;
  topic: Vocabulary;
}

export const grams = (vocabularies: Vocabularies, messages: readonly Normalised[]): Grams => ({
  shared: matrixOf(messages, vocabularies.shared),
  topic: matrixOf(messages, vocabularies.topic),
});

export const someGrams = ({ shared, topic }: Grams, rows: readonly number[]): Grams => ({
  shared: rowsOf(shared, rows),
  topic: rowsOf(topic, rows),
});

export interface Costs {
  shared: HeadSettings & { lookalike: number };
  topic: HeadSettings;
}

/** @param topics ids of the sheets, in the order of the outputs */
export function lines(
  name: string,
  encode: (messages: readonly Normalised[]) => Grams,
  topics: readonly string[],
  costs: Costs,
): Approach<Grams> {
  return {
    name,
    encode,
    some: someGrams,
    learn({ shared, topic }, examples) {
      const of = fit(shared, sharedTask(examples, costs.shared));
      const asking = askingOf(examples);
      const ofTopics = fit(
        rowsOf(topic, asking),
        topicTask(
          asking.map(i => examples[i]!),
          topics,
          costs.topic,
        ),
      );
      return {
        numbers: of.weights.length + ofTopics.weights.filter(w => w !== 0).length,
        read: encoded => {
          const [out, outTopics] = [apply(encoded.shared, of), apply(encoded.topic, ofTopics)];
          return Array.from({ length: encoded.shared.rows }, (_, row): Raw => {
            const all = Float64Array.from(out.subarray(row * SHARED_OUTPUTS, (row + 1) * SHARED_OUTPUTS));
            return {
              danger: [...all.subarray(0, RISK_OUTPUTS)],
              intents: all.slice(RISK_OUTPUTS, RISK_OUTPUTS + INTENTS.length),
              topics: Float64Array.from(outTopics.subarray(row * topics.length, (row + 1) * topics.length)),
            };
          });
        },
      };
    },
  };
}

/** Places of the messages that a sheet answers. */
export const askingOf = (examples: readonly Example[]): number[] =>
  examples.flatMap((example, i) => (example.topic ? [i] : []));
