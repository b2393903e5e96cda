/** What each output of the models should say of each training message, and what a miss costs. */
import type { Example } from '../corpus.js';
import { INTENTS, LANGUAGES, RISKS } from '../types.js';
import { RISK_OUTPUTS } from '../weights.js';
import type { Task } from './svm.js';

export interface HeadSettings {
  /** Cost of a miss before balance: more fits the messages closer. */
  cost: number;
  /** 0 counts every message the same, 1 every class the same. */
  balance: number;
  passes: number;
}

/** At least low, medium, high, imminent; then each intent; then each language. */
export const SHARED_OUTPUTS = RISK_OUTPUTS + INTENTS.length + LANGUAGES.length;

/** @param lookalike how many times a harmless message with words of alarm counts in the outputs of risk */
export function sharedTask(examples: readonly Example[], settings: HeadSettings & { lookalike: number }): Task {
  const yes = new Uint8Array(examples.length * SHARED_OUTPUTS);
  const times = new Float32Array(examples.length * SHARED_OUTPUTS).fill(1);
  for (const [row, example] of examples.entries()) {
    const base = row * SHARED_OUTPUTS;
    for (let level = 0; level < RISK_OUTPUTS; level++) {
      yes[base + level] = RISKS.indexOf(example.risk) > level ? 1 : 0;
      if (example.hard_neg) times[base + level] = settings.lookalike;
    }
    yes[base + RISK_OUTPUTS + INTENTS.indexOf(example.intent)] = 1;
    yes[base + RISK_OUTPUTS + INTENTS.length + LANGUAGES.indexOf(example.lang)] = 1;
  }
  return task(yes, times, SHARED_OUTPUTS, settings);
}

/** One output a sheet. @param topics ids of the sheets, in the order of the outputs */
export function topicTask(examples: readonly Example[], topics: readonly string[], settings: HeadSettings): Task {
  const yes = new Uint8Array(examples.length * topics.length);
  for (const [row, { topic }] of examples.entries()) {
    const output = topics.indexOf(topic ?? '');
    if (output >= 0) yes[row * topics.length + output] = 1;
  }
  return task(yes, new Float32Array(yes.length).fill(1), topics.length, settings);
}

function task(yes: Uint8Array, times: Float32Array, outputs: number, { cost, balance, passes }: HeadSettings): Task {
  const rows = yes.length / outputs;
  const saying = new Float64Array(outputs);
  for (let k = 0; k < yes.length; k++) saying[k % outputs]! += yes[k]!;
  const costs = times.map((count, k) => {
    const alike = yes[k] ? saying[k % outputs]! : rows - saying[k % outputs]!;
    return count * cost * (rows / 2 / alike) ** balance;
  });
  return { outputs, yes, cost: costs, passes };
}
