/**
 * Complement naive Bayes (Rennie et al. 2003) on the same n-grams: what speaks for a class is how seldom a feature is
 * met in all the others. One pass over the messages, nothing to solve.
 */
import type { Matrix } from '../../../flows/sense/train/matrix.js';
import { rowsOf } from '../../../flows/sense/train/matrix.js';
import { isDangerous } from '../../../flows/sense/corpus.js';
import { INTENTS } from '../../../flows/sense/types.js';
import type { Approach, Raw } from './approach.js';
import { askingOf, type Grams, someGrams } from './lines.js';
import type { Normalised } from '../../../flows/text/normalise.js';

/** Chosen by cross-validation inside train among 0.02, 0.1, 0.3 and 1. */
const SMOOTHING = 0.1;

export function bayes(encode: (messages: readonly Normalised[]) => Grams, topics: readonly string[]): Approach<Grams> {
  return {
    name: 'naive Bayes on n-grams',
    encode,
    some: someGrams,
    learn({ shared, topic }, examples) {
      const asking = askingOf(examples);
      const danger = complement(
        shared,
        examples.map(e => (isDangerous(e) ? 1 : 0)),
        2,
      );
      const intent = complement(
        shared,
        examples.map(e => INTENTS.indexOf(e.intent)),
        INTENTS.length,
      );
      const sheet = complement(
        rowsOf(topic, asking),
        asking.map(i => topics.indexOf(examples[i]!.topic!)),
        topics.length,
      );
      return {
        numbers: danger.weights.length + intent.weights.length + sheet.weights.length,
        read: encoded => {
          const [d, i, t] = [
            scores(encoded.shared, danger),
            scores(encoded.shared, intent),
            scores(encoded.topic, sheet),
          ];
          return d.map((two, row): Raw => ({ danger: [two[1]! - two[0]!], intents: i[row]!, topics: t[row]! }));
        },
      };
    },
  };
}

interface Weighed {
  classes: number;
  /** columns × classes. */
  weights: Float32Array;
}

function complement(matrix: Matrix, of: readonly number[], classes: number): Weighed {
  const { rows, columns, start, at, value } = matrix;
  const inClass = new Float64Array(columns * classes);
  const inAll = new Float64Array(columns);
  for (let row = 0; row < rows; row++)
    for (let p = start[row]!; p < start[row + 1]!; p++) {
      inClass[at[p]! * classes + of[row]!]! += value[p]!;
      inAll[at[p]!]! += value[p]!;
    }
  const whole = new Float64Array(classes);
  for (let k = 0; k < inClass.length; k++)
    whole[k % classes]! += inAll[Math.floor(k / classes)]! - inClass[k]! + SMOOTHING;
  const weights = Float32Array.from(
    inClass,
    (mine, k) => -Math.log((inAll[Math.floor(k / classes)]! - mine + SMOOTHING) / whole[k % classes]!),
  );
  const size = new Float64Array(classes);
  for (let k = 0; k < weights.length; k++) size[k % classes]! += Math.abs(weights[k]!);
  for (let k = 0; k < weights.length; k++) weights[k]! *= columns / size[k % classes]!;
  return { classes, weights };
}

function scores({ rows, start, at, value }: Matrix, { classes, weights }: Weighed): Float64Array[] {
  return Array.from({ length: rows }, (_, row) => {
    const sum = new Float64Array(classes);
    for (let p = start[row]!; p < start[row + 1]!; p++)
      for (let c = 0; c < classes; c++) sum[c]! += value[p]! * weights[at[p]! * classes + c]!;
    return sum;
  });
}
