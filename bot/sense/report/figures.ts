/** Figures of what was said of labelled messages: curves, calibration, intents, sheets. Shares are 0–1. */
import { type Example, isDangerous } from '../../../flows/sense/corpus.js';
import { foundAt, matchOf, share } from '../../../flows/sense/measure.js';
import { INTENTS, RISKS } from '../../../flows/sense/types.js';
import type { Said } from './said.js';

/** One message and what was said of it. */
export interface Case {
  example: Example;
  said: Said;
}

export const casesOf = (examples: readonly Example[], said: readonly Said[]): Case[] =>
  examples.map((example, i) => ({ example, said: said[i]! }));

export const isLookalike = ({ example }: Case): boolean => example.hard_neg === true;
export const isOrdinary = ({ example }: Case): boolean => RISKS.indexOf(example.risk) < RISKS.indexOf('medium');

/** Share of danger that is found where so many of the harmless ones that are meant are let through. */
export const found = (cases: readonly Case[], harmless: (one: Case) => boolean, allowed: number): number =>
  foundAt(
    cases.filter(({ example }) => isDangerous(example)).map(({ said }) => said.chance),
    cases.filter(harmless).map(({ said }) => said.chance),
    allowed,
  );

export interface Bin {
  /** Of chances from `from` to `from` + 0.1. */
  from: number;
  messages: number;
  /** Mean of the chances that were said. */
  said: number;
  /** Share that was dangerous. */
  was: number;
}

const BINS = 10;

export function binsOf(cases: readonly Case[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const some = cases.filter(({ said }) => Math.min(BINS - 1, Math.floor(said.chance * BINS)) === bin);
    return {
      from: bin / BINS,
      messages: some.length,
      said: some.reduce((sum, { said }) => sum + said.chance, 0) / Math.max(1, some.length),
      was: share(some, ({ example }) => isDangerous(example)),
    };
  });
}

/** How far the chances are from the shares that were dangerous, on the mean (expected calibration error). */
export const calibrationError = (cases: readonly Case[]): number =>
  binsOf(cases).reduce((sum, { messages, said, was }) => sum + messages * Math.abs(said - was), 0) /
  Math.max(1, cases.length);

/** Mean square of how far the chance of each message is from what it was. */
export const brier = (cases: readonly Case[]): number =>
  cases.reduce((sum, { example, said }) => sum + (said.chance - (isDangerous(example) ? 1 : 0)) ** 2, 0) /
  Math.max(1, cases.length);

/** Null where no intent is told. */
export function macroF1(cases: readonly Case[]): number | null {
  if (cases.every(({ said }) => said.intent === null)) return null;
  const met = INTENTS.map(intent =>
    matchOf(
      cases,
      ({ example }) => example.intent === intent,
      ({ said }) => said.intent === intent,
    ),
  ).filter(({ messages }) => messages > 0);
  return met.reduce((sum, { f1 }) => sum + f1, 0) / met.length;
}

/** Null where no sheet is told. */
export function rightFirst(cases: readonly Case[]): number | null {
  const asking = cases.filter(({ example }) => example.topic);
  if (asking.every(({ said }) => said.sheet === null)) return null;
  return share(asking, ({ example, said }) => said.sheet === example.topic);
}
