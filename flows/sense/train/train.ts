/**
 * Training: messages in, weights out, the same ones to the last byte for the same messages.
 *
 * 1. Features that are seen often enough, and each message as a sparse row.
 * 2. Cross-validation: every group of near-duplicates is held out once, so that each message gets outputs from models
 *    that never saw it nor anything like it. Calibration and thresholds are chosen on those.
 * 3. The models that ship are trained on all messages, and brought to one byte a weight.
 *
 * The outputs of sheets may learn from more questions than the others do: those move no chance of danger.
 * Only the train split may be given. The lexicon and the sheets are those of the protocol that the calibration is for;
 * other protocols use the same weights with their own.
 */
import { normalise } from '../../text/normalise.js';
import type { Example } from '../corpus.js';
import { hashOf, SPEC } from '../features.js';
import type { Lexicon } from '../lexicon.js';
import type { Outputs } from '../model.js';
import type { SheetText } from '../retrieval.js';
import { INTENTS, LANGUAGES } from '../types.js';
import type { Vocabulary } from '../vectors.js';
import { encode, type Header, quantise, RISK_OUTPUTS, sparse, type Weights } from '../weights.js';
import { calibrate, type Held } from './calibrate.js';
import { sharedTask, topicTask } from './heads.js';
import { matrixOf, rowsOf, vocabularyOf } from './matrix.js';
import { apply, fit, type Linear } from './svm.js';

/** Costs and features are chosen by cross-validation inside train; the shares of calibration by what each level does. */
export const SETTINGS = {
  folds: 4,
  /** In how many messages a feature of each kind must be seen. */
  seenIn: [5, 7, 3, 6, 1],
  shared: { cost: 0.3, balance: 0.5, passes: 8, lookalike: 2 },
  topicSeenIn: [2, 3, 2, 3, 1],
  topic: { cost: 0.5, balance: 0, passes: 8 },
  /** Weights of sheets under so many hundred-and-twenty-sevenths of the largest are left out. */
  topicFrom: 6,
  calibration: {
    /** Of the harmless messages with words of alarm, how many may be taken for high, lexicon included: each is asked one question. */
    lookalikesAsHigh: 0.2,
    /** Of all messages under high, how many may be taken for imminent, lexicon included: each opens an emergency. */
    harmlessAsImminent: 0.012,
    /** How likely a sheet must be the right one to be given: she is asked whether it helped, and a person is next. */
    sheetSure: 0.35,
  },
} as const;

export interface Around {
  lexicon: Lexicon;
  sheets: readonly SheetText[];
  /** Messages that only the outputs of sheets, and the chance that one is right, learn from. None where left out. */
  ofSheets?: Labelled;
  /** Weights whose danger, intents and languages stay as they are, to the last byte: only the sheets are learnt anew. */
  kept?: Weights;
}

/** Messages with the SHA-256 of the files that hold them. */
export interface Labelled {
  examples: readonly Example[];
  sha256: string;
}

/** @param report told of progress, a line a step */
export function train(
  own: readonly Example[],
  { lexicon, sheets, ofSheets, kept: before }: Around,
  sha256: string,
  report: (line: string) => void,
): Uint8Array {
  const more = ofSheets?.examples ?? [];
  const examples = [...own, ...more];
  if (examples.some(e => e.split !== 'train'))
    throw new Error('training was given messages that are not of the train split');
  if (before && before.header.corpus.sha256 !== sha256)
    throw new Error('the weights to keep were trained on another corpus; train all of them');
  report(`${own.length} messages, ${more.length} more for the sheets`);
  const messages = examples.map(example => normalise(example.text));
  const vocabulary = vocabularyOf(messages.slice(0, own.length), SETTINGS.seenIn);
  const shared = { vocabulary, matrix: matrixOf(messages, vocabulary) };
  const asking = examples.flatMap((example, i) => (example.topic ? [i] : []));
  const topics = [...new Set(asking.map(i => examples[i]!.topic!))].sort();
  const topicVocabulary = vocabularyOf(
    asking.map(i => messages[i]!),
    SETTINGS.topicSeenIn,
  );
  const topic = {
    vocabulary: topicVocabulary,
    matrix: matrixOf(
      asking.map(i => messages[i]!),
      topicVocabulary,
    ),
  };
  report(`${shared.matrix.columns} features, ${topic.matrix.columns} for ${topics.length} sheets`);

  const fitShared = (rows: readonly number[]): Linear =>
    fit(
      rowsOf(shared.matrix, rows),
      sharedTask(
        rows.map(i => examples[i]!),
        SETTINGS.shared,
      ),
    );
  const placeOf = new Map(asking.map((i, place) => [i, place]));
  const fitTopic = (rows: readonly number[]): Linear => {
    const places = rows.flatMap(i => placeOf.get(i) ?? []);
    return fit(
      rowsOf(topic.matrix, places),
      topicTask(
        places.map(p => examples[asking[p]!]!),
        topics,
        SETTINGS.topic,
      ),
    );
  };

  const isOwn = (i: number): boolean => i < own.length;
  const everything = matrixOf(messages, topic.vocabulary);
  const held: Held[] = [];
  for (let fold = 0; fold < SETTINGS.folds; fold++) {
    const [kept, out] = split(examples, fold);
    const sharedOut = apply(rowsOf(shared.matrix, out), fitShared(kept.filter(isOwn)));
    const topicOut = apply(rowsOf(everything, out), fitTopic(kept));
    for (const [place, i] of out.entries())
      held.push({
        example: examples[i]!,
        message: messages[i]!,
        outputs: outputsAt(sharedOut, topicOut, place, topics.length),
        onlySheets: !isOwn(i),
      });
    report(`fold ${fold + 1} of ${SETTINGS.folds}: ${out.length} messages held out`);
  }
  const fitted = calibrate(held, { lexicon, sheets, topics, ...SETTINGS.calibration });
  for (const [name, value] of Object.entries(fitted.figures)) report(`  ${name} ${value}`);

  const every = examples.map((_, i) => i);
  const danger = before ?? dense(shared.vocabulary, fitShared(every.filter(isOwn)));
  const lastTopic = fitTopic(every);
  report('models on all messages');
  const topicBytes = quantise(lastTopic.weights, lastTopic.outputs);
  const { scale, bias } = danger.shared;
  const header: Header = {
    spec: SPEC,
    corpus: { sha256, messages: own.length },
    ...(ofSheets && { ofSheets: { sha256: ofSheets.sha256, messages: more.length } }),
    settings: JSON.stringify(SETTINGS),
    intents: [...INTENTS],
    languages: [...LANGUAGES],
    topics,
    shared: { scale: [...scale], bias: [...bias] },
    topic: { scale: topicBytes.scale, bias: [...lastTopic.bias] },
    ...(before ? sheetsOf(fitted, before.header) : fitted),
    sections: {},
  };
  return encode({
    header,
    vocabulary: danger.vocabulary,
    shared: danger.shared,
    topicVocabulary: topic.vocabulary,
    topic: sparse(topicBytes, header.topic.bias, SETTINGS.topicFrom),
  });
}

function dense(vocabulary: Vocabulary, { weights, outputs, bias }: Linear): Pick<Weights, 'vocabulary' | 'shared'> {
  const { bytes, scale } = quantise(weights, outputs);
  return { vocabulary, shared: { outputs, bytes, scale, bias: [...bias] } };
}

type Fitted = Pick<Header, 'calibration' | 'thresholds' | 'figures'>;

/** What was fitted of sheets, in the order of `fitted`, and all else as it was before. */
function sheetsOf(fitted: Fitted, before: Fitted): Fitted {
  const { sheet, sheetByWords } = fitted.calibration;
  const figures = Object.entries(fitted.figures).map(([name, value]) => [
    name,
    name.includes('sheet') ? value : (before.figures[name] ?? value),
  ]);
  return {
    calibration: { ...fitted.calibration, ...before.calibration, sheet, sheetByWords },
    thresholds: { ...fitted.thresholds, ...before.thresholds, sheet: fitted.thresholds.sheet },
    figures: Object.fromEntries(figures),
  };
}

/** Rows that are kept and rows that are held out, by group, so that near-duplicates stay together. */
function split(examples: readonly Example[], fold: number): [kept: number[], out: number[]] {
  const kept: number[] = [];
  const out: number[] = [];
  for (const [i, { group }] of examples.entries())
    ((hashOf(group, 3) >>> 0) % SETTINGS.folds === fold ? out : kept).push(i);
  return [kept, out];
}

function outputsAt(shared: Float32Array, topic: Float32Array, row: number, topics: number): Outputs {
  const outputs = RISK_OUTPUTS + INTENTS.length + LANGUAGES.length;
  const all = Float64Array.from(shared.subarray(row * outputs, (row + 1) * outputs));
  return {
    risk: all.slice(0, RISK_OUTPUTS),
    intent: all.slice(RISK_OUTPUTS, RISK_OUTPUTS + INTENTS.length),
    language: all.slice(RISK_OUTPUTS + INTENTS.length),
    topic: Float64Array.from(topic.subarray(row * topics, (row + 1) * topics)),
  };
}
