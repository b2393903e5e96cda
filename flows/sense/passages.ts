/**
 * A long message is as grave as its gravest passage. The models weigh a message as a whole, and in a page about a
 * pension the one sentence of what he did to her hardly counts; so each passage is read by itself, too.
 */
import { isWord, type Normalised } from '../text/normalise.js';
import type { Judged } from './judge.js';
import type { Signals } from './signals.js';
import { HIGH, RISKS, type Signal } from './types.js';

/** A stretch of a message, and where it begins among its tokens. */
export interface Passage {
  message: Normalised;
  at: number;
}

/** Shorter messages are read as a whole only. In words and signs. */
const LONG_FROM = 40;
/** A shorter sentence is read with the next: by itself it says too little. In words. */
const SENTENCE_LEAST = 6;
/** A sentence without an end is read in stretches of so many words and signs, each half over the next. */
const STRETCH = 24;
/** Of many passages one may look grave by chance: the models must be this sure of it. */
const SURE = 0.9;
const SENTENCE_END = /^[?!.;]/;

/** The passages of a long message; none of a short one. */
export function passagesOf(message: Normalised): Passage[] {
  if (message.tokens.length < LONG_FROM) return [];
  return sentencesOf(message).flatMap(([from, to]) => stretchesOf(from, to).map(([a, b]) => passage(message, a, b)));
}

type Range = readonly [from: number, to: number];

function sentencesOf({ tokens }: Normalised): Range[] {
  const found: Range[] = [];
  let from = 0;
  let said = 0;
  for (const [at, token] of tokens.entries()) {
    if (isWord(token)) said++;
    const ends = at === tokens.length - 1 || (SENTENCE_END.test(token) && said >= SENTENCE_LEAST);
    if (!ends) continue;
    found.push([from, at + 1]);
    [from, said] = [at + 1, 0];
  }
  return found;
}

function stretchesOf(from: number, to: number): Range[] {
  const found: Range[] = [];
  for (let at = from; ; at += STRETCH / 2) {
    const last = to - at <= STRETCH + STRETCH / 2;
    found.push([at, last ? to : at + STRETCH]);
    if (last) return found;
  }
}

function passage({ tokens, sounds, shouted }: Normalised, from: number, to: number): Passage {
  const some = tokens.slice(from, to);
  return { message: { plain: some.join(' '), tokens: some, sounds: sounds.slice(from, to), shouted }, at: from };
}

export interface Read {
  judged: Judged;
  signals: Signals;
}

/** What the whole and its passages come to: the gravest that is sure, with every signal that was found. */
export function gravestOf(whole: Read, passages: readonly (Read & { at: number })[]): Read {
  const sure = passages.filter(({ judged, signals }) => {
    const floor = RISKS.indexOf(signals.floor) >= HIGH;
    return floor || (RISKS.indexOf(judged.risk) >= HIGH && judged.riskScore >= SURE);
  });
  const judged = sure.reduce((gravest, { judged: one }) => (isGraver(one, gravest) ? one : gravest), whole.judged);
  const known = new Set(whole.signals.signals.map(keyOf));
  const more = sure.flatMap(({ signals, at }) =>
    signals.signals.map(signal => ({ ...signal, at: signal.at + at })).filter(signal => !known.has(keyOf(signal))),
  );
  const added = new Map(more.map(signal => [keyOf(signal), signal]));
  const signals = [...whole.signals.signals, ...added.values()].sort((a, b) => a.at - b.at);
  return { judged, signals: { ...whole.signals, signals } };
}

const keyOf = ({ group, level, phrase }: Signal): string => `${group} ${level} ${phrase}`;

function isGraver(one: Judged, other: Judged): boolean {
  const [a, b] = [RISKS.indexOf(one.risk), RISKS.indexOf(other.risk)];
  return a > b || (a === b && a >= HIGH && one.riskScore > other.riskScore);
}
