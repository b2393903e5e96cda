/**
 * One way of understanding messages, to be compared with others on the same ones: it encodes texts, learns from some of
 * them, and says of others what it makes of danger, intent and sheet.
 */
import type { Example } from '../../../flows/sense/corpus.js';
import type { Normalised } from '../../../flows/text/normalise.js';

/** What is made of one message, in numbers that are no probabilities yet. */
export interface Raw {
  /** What the chance of "high or imminent" is worked out from, by one logistic regression for all approaches alike. */
  danger: readonly number[];
  /** In the order of INTENTS, the larger the likelier; null from who tells none. */
  intents: Float64Array | null;
  /** In the order of the corpus' topics; null from who tells none. */
  topics: Float64Array | null;
}

export interface Approach<Encoded> {
  name: string;
  /** Texts as what it learns from. Nothing here may know a label. */
  encode(messages: readonly Normalised[]): Encoded;
  /** Some of the encoded messages, in the order given. */
  some(encoded: Encoded, rows: readonly number[]): Encoded;
  learn(encoded: Encoded, examples: readonly Example[]): Learnt<Encoded>;
}

export interface Learnt<Encoded> {
  read(encoded: Encoded): Raw[];
  /** How many numbers it has to keep, features without a name not counted. */
  numbers: number;
}
