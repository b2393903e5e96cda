/**
 * From what approaches make of messages to what they would say, alone or stacked: danger by one logistic regression on
 * all that they make of it, intents and sheets by the product of their chances. Each training message is judged by a
 * regression that was fitted on the other parts of train, the dev messages by one that was fitted on all of it.
 */
import { type Example, isDangerous } from '../../../flows/sense/corpus.js';
import { affine, shares, sigmoid } from '../../../flows/sense/model.js';
import { fitAffine } from '../../../flows/sense/train/affine.js';
import { SETTINGS } from '../../../flows/sense/train/train.js';
import { INTENTS, type Intent } from '../../../flows/sense/types.js';
import type { Raw } from './approach.js';
import { foldOf, type HeldOut } from './held.js';

export interface Said {
  /** That the risk is high or imminent, 0–1. */
  chance: number;
  intent: Intent | null;
  /** Id of the sheet that stands first. */
  sheet: string | null;
}

export interface Told {
  name: string;
  train: Said[];
  dev: Said[];
  /** Milliseconds of one processor a message, all that is stacked together. */
  millis: number;
  numbers: number;
  seconds: number;
}

export type Part = 'train' | 'dev';

export interface Stack {
  name: string;
  of: readonly HeldOut[];
  /** What the chance of danger is worked out from; all that the approaches tell where left out. */
  rowOf?: (raws: readonly Raw[], part: Part, i: number) => readonly number[];
  /** Another way to the sheet than the likeliest output. */
  sheetOf?: (raws: readonly Raw[], part: Part, i: number) => string | null;
  /** Milliseconds a message beside those of the approaches. */
  millis?: number;
}

export interface Corpus {
  train: readonly Example[];
  dev: readonly Example[];
  topics: readonly string[];
}

export function told({ name, of, rowOf, sheetOf, millis = 0 }: Stack, { train, dev, topics }: Corpus): Told {
  const rawsOf = (part: Part, i: number): Raw[] => of.map(held => held[part][i]!);
  const row = (part: Part, i: number): readonly number[] =>
    rowOf ? rowOf(rawsOf(part, i), part, i) : rawsOf(part, i).flatMap(raw => raw.danger);
  const [rows, devRows] = [train.map((_, i) => row('train', i)), dev.map((_, i) => row('dev', i))];
  const intents = mixed(
    of.map(held => held.train.map(raw => raw.intents)),
    train.map(e => INTENTS.indexOf(e.intent)),
  );
  const sheets = mixed(
    of.map(held => held.train.map(raw => raw.topics)),
    train.map(e => topics.indexOf(e.topic ?? '')),
  );
  const say = (part: Part, i: number, chance: number): Said => {
    const raws = rawsOf(part, i);
    const intent = intents(raws.map(raw => raw.intents));
    const sheet = sheets(raws.map(raw => raw.topics));
    return {
      chance,
      intent: intent === null ? null : INTENTS[intent]!,
      sheet: sheetOf ? sheetOf(raws, part, i) : sheet === null ? null : topics[sheet]!,
    };
  };
  return {
    name,
    train: crossFitted(rows, train).map((chance, i) => say('train', i, chance)),
    dev: chancesBy(rows, train, devRows).map((chance, i) => say('dev', i, chance)),
    millis: of.reduce((sum, held) => sum + held.millis, millis),
    numbers: of.reduce((sum, held) => sum + held.numbers, 0),
    seconds: of.reduce((sum, held) => sum + held.seconds, 0),
  };
}

function crossFitted(rows: readonly (readonly number[])[], examples: readonly Example[]): number[] {
  const chances: number[] = [];
  const places = examples.map((_, i) => i);
  for (let fold = 0; fold < SETTINGS.folds; fold++) {
    const kept = places.filter(i => foldOf(examples[i]!) !== fold);
    const held = places.filter(i => foldOf(examples[i]!) === fold);
    const found = chancesBy(
      kept.map(i => rows[i]!),
      kept.map(i => examples[i]!),
      held.map(i => rows[i]!),
    );
    for (const [place, chance] of found.entries()) chances[held[place]!] = chance;
  }
  return chances;
}

function chancesBy(
  rows: readonly (readonly number[])[],
  examples: readonly Example[],
  others: readonly (readonly number[])[],
): number[] {
  const line = fitAffine(rows, examples.map(isDangerous));
  return others.map(row => sigmoid(affine(line, row)));
}

/** Tells the likeliest of several classes by the product of the chances of all who tell of it; null where nobody does. */
function mixed(
  outputs: readonly (readonly (Float64Array | null)[])[],
  right: readonly number[],
): (one: readonly (Float64Array | null)[]) => number | null {
  const sharpness = outputs.map(some => (some[0] ? sharpestOf(some as readonly Float64Array[], right) : 0));
  return one => {
    const sum: number[] = [];
    for (const [k, raw] of one.entries())
      if (raw)
        for (const [c, chance] of shares(raw, sharpness[k]!).entries())
          sum[c] = (sum[c] ?? 0) + Math.log(chance + 1e-9);
    return sum.length === 0 ? null : sum.indexOf(Math.max(...sum));
  };
}

const SHARPNESSES = [0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32];

/** The sharpness under which the right classes are likeliest, of the messages that have one. */
function sharpestOf(outputs: readonly Float64Array[], right: readonly number[]): number {
  const losses = SHARPNESSES.map(sharpness =>
    outputs.reduce(
      (sum, out, i) => (right[i]! < 0 ? sum : sum - Math.log(shares(out, sharpness)[right[i]!]! + 1e-9)),
      0,
    ),
  );
  return SHARPNESSES[losses.indexOf(Math.min(...losses))]!;
}
