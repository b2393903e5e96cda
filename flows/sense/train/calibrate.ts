/**
 * From raw outputs to honest probabilities, and from probabilities to thresholds, on messages that were held out.
 *
 * Thresholds follow from what each level does: `imminent` opens the emergency by itself, so it is said where it is
 * almost sure; `high` costs one question, so it is said sooner.
 */
import type { Normalised } from '../../text/normalise.js';
import { type Example, isDangerous } from '../corpus.js';
import { intentChances, judge, riskChances, riskRow } from '../judge.js';
import type { Lexicon } from '../lexicon.js';
import { affine, type Outputs, shares, sigmoid } from '../model.js';
import { retrieval, sheetRow, type SheetText } from '../retrieval.js';
import { signalReader } from '../signals.js';
import { INTENTS, LANGUAGES, RISKS, type Risk } from '../types.js';
import type { Header } from '../weights.js';
import { fitAffine } from './affine.js';

/** A message with the outputs of models that never saw it. */
export interface Held {
  example: Example;
  message: Normalised;
  outputs: Outputs;
  /** Only what is said of sheets may be fitted on it. */
  onlySheets: boolean;
}

const SHARPNESSES = [1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6];
/** How much of the classes' shares among the messages is given back to a class: training made them equal in part. */
const SHARES_BACK = [0, 0.25, 0.5];

export interface Allowed {
  lexicon: Lexicon;
  sheets: readonly SheetText[];
  /** Ids of the sheets that the outputs of topic are about, in their order. */
  topics: readonly string[];
  /** Shares 0–1, see SETTINGS of train.ts. */
  lookalikesAsHigh: number;
  harmlessAsImminent: number;
  sheetSure: number;
}

export function calibrate(
  all: readonly Held[],
  { lexicon, sheets, topics, lookalikesAsHigh, harmlessAsImminent, sheetSure }: Allowed,
): Pick<Header, 'calibration' | 'thresholds' | 'figures'> {
  const held = all.filter(h => !h.onlySheets);
  const intent = softmax(
    held.map(h => h.outputs.intent),
    held.map(h => INTENTS.indexOf(h.example.intent)),
  );
  const language = softmax(
    held.map(h => h.outputs.language),
    held.map(h => LANGUAGES.indexOf(h.example.lang)),
  );
  const reader = signalReader(lexicon);
  const library = retrieval(sheets, topics);
  const untrained = retrieval(sheets, []);
  const nowhere = { weights: [], bias: 0 };
  const begun = {
    low: nowhere,
    medium: nowhere,
    high: nowhere,
    imminent: nowhere,
    intent,
    language,
    sheet: nowhere,
    sheetByWords: nowhere,
  };

  const every = all.map(({ example, message, outputs, onlySheets }) => {
    const intents = intentChances(outputs, begun);
    const signals = reader.read(message, { violence: true, asked: false, inEmergency: false });
    const nearest = library.nearest(message, outputs.topic, 2);
    const byWords = untrained.nearest(message, outputs.topic, 2);
    return {
      example,
      onlySheets,
      intents,
      floor: signals.floor,
      row: riskRow(outputs, intents, signals),
      nearest,
      sheetRow: sheetRow(nearest, intents),
      byWords: { sheet: byWords[0]?.id, row: sheetRow(byWords, intents) },
    };
  });
  const read = every.filter(r => !r.onlySheets);
  const level = (least: Risk) =>
    fitAffine(
      read.map(r => r.row),
      read.map(r => RISKS.indexOf(r.example.risk) >= RISKS.indexOf(least)),
    );
  const isRight = (r: (typeof every)[number]): boolean => r.example.topic === r.nearest[0]?.id;
  const right = read.map(isRight);
  const sheet = fitAffine(
    every.map(r => r.sheetRow),
    every.map(isRight),
  );
  const sheetByWords = fitAffine(
    every.map(r => r.byWords.row),
    every.map(r => r.example.topic === r.byWords.sheet),
  );
  const calibration = {
    ...begun,
    low: level('low'),
    medium: level('medium'),
    high: level('high'),
    imminent: level('imminent'),
    sheet,
    sheetByWords,
  };

  const chances = read.map(r => riskChances(r.row, calibration));
  const least = (of: number, harmless: (example: Example) => boolean, share: number): number => {
    const some = read.flatMap((r, i) =>
      harmless(r.example) ? [RISKS.indexOf(r.floor) > of ? 1 : chances[i]![of]!] : [],
    );
    return thresholdFor(some, share);
  };
  const atBest = (of: number): number =>
    bestF1(
      chances.map(c => c[of]!),
      read.map(r => RISKS.indexOf(r.example.risk) > of),
    );
  const sure = read.map(r => sigmoid(affine(sheet, r.sheetRow)));
  const thresholds = {
    low: atBest(0),
    medium: atBest(1),
    high: least(2, e => e.hard_neg === true, lookalikesAsHigh),
    imminent: least(3, e => !isDangerous(e), harmlessAsImminent),
    sheet: sheetSure,
  };

  const judged = read.map((r, i) => judge(chances[i]!, r.intents, r.floor, { thresholds }));
  const high = (i: number): boolean => RISKS.indexOf(judged[i]!.risk) >= RISKS.indexOf('high');
  const share = (of: (example: Example) => boolean, is: (i: number) => boolean): number => {
    const some = read.flatMap((r, i) => (of(r.example) ? [i] : []));
    return Math.round((1000 * some.filter(is).length) / Math.max(1, some.length)) / 1000;
  };
  const figures = {
    'recall of high and imminent': share(isDangerous, high),
    'look-alikes taken for high': share(e => e.hard_neg === true, high),
    'ordinary messages taken for high': share(e => e.risk === 'none' || e.risk === 'low', high),
    'imminent messages taken for imminent': share(
      e => e.risk === 'imminent',
      i => judged[i]!.risk === 'imminent',
    ),
    'harmless messages taken for imminent': share(
      e => !isDangerous(e),
      i => judged[i]!.risk === 'imminent',
    ),
    'intents right': share(
      () => true,
      i => judged[i]!.intent === read[i]!.example.intent,
    ),
    'right sheet first': share(
      e => Boolean(e.topic),
      i => right[i]!,
    ),
    'right sheet given': share(
      e => Boolean(e.topic),
      i => right[i]! && sure[i]! >= thresholds.sheet,
    ),
    'wrong sheet given': share(
      e => Boolean(e.topic),
      i => !right[i] && sure[i]! >= thresholds.sheet,
    ),
    'sheet given where none answers': share(
      e => !e.topic,
      i => sure[i]! >= thresholds.sheet,
    ),
  };
  return { calibration, thresholds, figures };
}

/** The sharpness, and the part of the classes' shares, under which the right classes are likeliest. */
function softmax(outputs: readonly Float64Array[], right: readonly number[]): { sharpness: number; shares: number[] } {
  const counts = Array.from(outputs[0]!, (_, c) => right.filter(r => r === c).length);
  let best = { sharpness: 1, shares: counts.map(() => 0) };
  let least = Number.POSITIVE_INFINITY;
  for (const back of SHARES_BACK) {
    const plus = counts.map(count => back * Math.log((count + 1) / right.length));
    for (const sharpness of SHARPNESSES) {
      let loss = 0;
      for (const [i, out] of outputs.entries())
        loss -= Math.log(Math.max(1e-9, shares(out, sharpness, plus)[right[i]!]!));
      if (loss < least) [least, best] = [loss, { sharpness, shares: plus }];
    }
  }
  return best;
}

/** The least threshold at which at most `share` of the values are reached. */
export function thresholdFor(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => b - a);
  const at = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
  return at < 0 ? 0 : sorted[at]! + 1e-9;
}

/** The threshold with the best F1 of saying yes at or over it. */
export function bestF1(values: readonly number[], right: readonly boolean[]): number {
  const order = values.map((_, i) => i).sort((a, b) => values[b]! - values[a]!);
  const all = right.filter(Boolean).length;
  let [hits, best, threshold] = [0, 0, 0.5];
  for (const [rank, i] of order.entries()) {
    if (right[i]) hits++;
    const f1 = (2 * hits) / (rank + 1 + all);
    if (f1 > best) [best, threshold] = [f1, values[i]!];
  }
  return threshold;
}
