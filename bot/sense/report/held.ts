/**
 * What an approach says of messages that it has not learnt from: of each training message by models that were learnt
 * without its group and the other groups of its part, and of each dev message by one that was learnt from all of train.
 */
import type { Example } from '../../../flows/sense/corpus.js';
import { hashOf } from '../../../flows/sense/features.js';
import { SETTINGS } from '../../../flows/sense/train/train.js';
import type { Normalised } from '../../../flows/text/normalise.js';
import type { Approach, Raw } from './approach.js';

export interface Messages {
  examples: readonly Example[];
  texts: readonly Normalised[];
}

export interface HeldOut {
  name: string;
  train: Raw[];
  dev: Raw[];
  /** Milliseconds a message of dev took, encoding included, when many were read at once. */
  millis: number;
  numbers: number;
  /** Seconds that learning from all of train took. */
  seconds: number;
}

/** The part of train that a message is held out with: near-duplicates share it. */
export const foldOf = ({ group }: Example): number => (hashOf(group, 3) >>> 0) % SETTINGS.folds;

/** @param clock milliseconds of some clock */
export function heldOut<E>(approach: Approach<E>, train: Messages, dev: Messages, clock: () => number): HeldOut {
  const encoded = approach.encode(train.texts);
  const out: Raw[] = [];
  for (let fold = 0; fold < SETTINGS.folds; fold++) {
    const [kept, held] = [
      placesOf(train.examples, e => foldOf(e) !== fold),
      placesOf(train.examples, e => foldOf(e) === fold),
    ];
    const learnt = approach.learn(
      approach.some(encoded, kept),
      kept.map(i => train.examples[i]!),
    );
    for (const [place, raw] of learnt.read(approach.some(encoded, held)).entries()) out[held[place]!] = raw;
  }
  const began = clock();
  const learnt = approach.learn(encoded, train.examples);
  const learntAt = clock();
  const read = learnt.read(approach.encode(dev.texts));
  return {
    name: approach.name,
    train: out,
    dev: read,
    millis: (clock() - learntAt) / dev.texts.length,
    numbers: learnt.numbers,
    seconds: (learntAt - began) / 1000,
  };
}

const placesOf = (examples: readonly Example[], is: (example: Example) => boolean): number[] =>
  examples.flatMap((example, i) => (is(example) ? [i] : []));
