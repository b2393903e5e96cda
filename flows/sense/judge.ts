/**
 * From raw outputs and the lexicon's hits to a decision: calibrated probabilities, thresholds, floors.
 * Training fits the calibration of exactly these rows, so whoever changes one changes both.
 */
import { affine, type Outputs, shares, sigmoid } from './model.js';
import type { Signals } from './signals.js';
import { HIGH, INTENTS, type Intent, RISKS, type Risk } from './types.js';
import type { Header } from './weights.js';

/** Probabilities that the risk is at least each level, in the order of RISKS without `none`. */
export type RiskChances = readonly [low: number, medium: number, high: number, imminent: number];

export interface Judged {
  risk: Risk;
  riskScore: number;
  chance: number;
  intent: Intent;
  confidence: number;
}

/** Intents that a message of high or imminent risk may have: who is in danger, and who is the danger. */
const DANGEROUS: readonly Intent[] = ['sos', 'aggressor'];

/** What the chance of each level of risk is worked out from. */
export function riskRow(outputs: Outputs, intents: Float64Array, signals: Signals): number[] {
  const danger = chanceOfDanger(intents);
  return [
    ...outputs.risk,
    Math.log((danger + 1e-4) / (1 - danger + 1e-4)),
    ...FLOORS.map(floor => (signals.floor === floor ? 1 : 0)),
    signals.hint ? 1 : 0,
  ];
}

const FLOORS: readonly Risk[] = ['medium', 'high', 'imminent'];

const chanceOfDanger = (intents: Float64Array): number =>
  DANGEROUS.reduce((sum, intent) => sum + intents[INTENTS.indexOf(intent)]!, 0);

export const intentChances = (outputs: Outputs, { intent }: Header['calibration']): Float64Array =>
  shares(outputs.intent, intent.sharpness, intent.shares);

export function riskChances(
  row: readonly number[],
  { low, medium, high, imminent }: Header['calibration'],
): RiskChances {
  return [
    sigmoid(affine(low, row)),
    sigmoid(affine(medium, row)),
    sigmoid(affine(high, row)),
    sigmoid(affine(imminent, row)),
  ];
}

/**
 * The highest level whose chance reaches its threshold, or the lexicon's floor if that is higher. Intent and risk are
 * told together: at high or more she is in danger or somebody is dangerous, and without it neither is said.
 */
export function judge(
  chances: RiskChances,
  intents: Float64Array,
  floor: Risk,
  { thresholds }: Pick<Header, 'thresholds'>,
): Judged {
  const least = [thresholds.low, thresholds.medium, thresholds.high, thresholds.imminent];
  const reached = chances.findLastIndex((chance, level) => chance >= least[level]!) + 1;
  const risk = RISKS[Math.max(reached, RISKS.indexOf(floor))]!;
  const dangerous = RISKS.indexOf(risk) >= HIGH;
  const open = (intent: Intent): boolean => (dangerous ? DANGEROUS.includes(intent) : intent !== 'sos');
  let best = -1;
  for (const [i, intent] of INTENTS.entries()) if (open(intent) && (best < 0 || intents[i]! > intents[best]!)) best = i;
  return {
    risk,
    riskScore: Math.max(chances[HIGH - 1]!, scoreOf(floor, thresholds)),
    chance: Math.max(chances[HIGH - 1]!, RISKS.indexOf(floor) >= HIGH ? thresholds.high : 0),
    intent: INTENTS[best]!,
    confidence: intents[best]!,
  };
}

/** What a floor is worth as a score: at least what the models would need to say the same. */
function scoreOf(floor: Risk, thresholds: Header['thresholds']): number {
  if (floor === 'imminent') return Math.max(0.9, thresholds.high);
  return floor === 'high' ? thresholds.high : 0;
}
