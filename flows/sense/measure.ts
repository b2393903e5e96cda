/**
 * How well sense does on labelled messages that it was not trained on: the figures of `cauce eval`, whose names are
 * those of its JSON. Shares are 0–1.
 */
import { type Example, isDangerous } from './corpus.js';
import { INTENTS, LANGUAGES, RISKS, type Risk, type Sensed } from './types.js';

export interface Understood {
  example: Example;
  sensed: Sensed;
}

/** How danger is found in some of the messages. */
export interface RiskFigures {
  messages: number;
  dangerous: number;
  /** Of the high and imminent ones, those said to be high or imminent. */
  recall: number;
  /** Of those said to be high or imminent, the ones that are. */
  precision: number;
  /** Of the imminent ones, those said to be imminent. */
  imminent_recall: number;
  false_alarms: {
    /** Of the harmless messages with words of alarm, those said to be high or imminent. */
    lookalikes: number;
    /** Of the messages of risk none or low. */
    ordinary: number;
    /** Of the messages of risk medium. */
    medium: number;
    /** Of all messages under high, those said to be imminent: each opens an emergency. */
    imminent: number;
  };
}

export interface Figures {
  messages: number;
  risk: RiskFigures & {
    /** Recall by risk_score at thresholds that let so many look-alikes, or ordinary messages, through. */
    recall_at: Curves;
    /** The same by what decisions weigh: a phrase of level S counts 0.9 and more, whatever the models make of it. */
    recall_at_weighed: Curves;
    confusion: Table;
    by_language: Record<string, RiskFigures>;
    by_kind: Record<string, RiskFigures>;
  };
  intent: {
    macro_f1: number;
    accuracy: number;
    by_intent: Record<string, { messages: number; precision: number; recall: number; f1: number }>;
    confusion: Table;
  };
  language: { accuracy: number; confusion: Table };
  sheets: {
    questions: number;
    /** The nearest sheet is right, whether it was given or not. */
    right_first: number;
    right_given: number;
    wrong_given: number;
    abstained: number;
    /** Of the messages that no sheet answers, those that got one. */
    given_without_need: number;
  };
}

export interface Curves {
  lookalikes: Record<string, number>;
  ordinary: Record<string, number>;
  /** Ordinary messages without words of alarm: the look-alikes are left out. */
  plain: Record<string, number>;
}

/** Rows: what it is. Columns: what was said. */
export type Table = Record<string, Record<string, number>>;

const ALARM_SHARES = [0.2, 0.12, 0.1, 0.08, 0.05, 0.03, 0.02] as const;

export function measure(all: readonly Understood[]): Figures {
  const languages = LANGUAGES.filter(l => all.some(u => u.example.lang === l));
  const kinds = [...new Set(all.flatMap(u => u.example.kind ?? []))].sort();
  const byIntent = Object.fromEntries(
    INTENTS.map(intent => [
      intent,
      matchOf(
        all,
        u => u.example.intent === intent,
        u => u.sensed.intent === intent,
      ),
    ]),
  );
  const met = Object.values(byIntent).filter(f => f.messages > 0);
  const questions = all.filter(u => u.example.topic);
  const right = (u: Understood): boolean => u.sensed.sheets[0]?.id === u.example.topic;
  return {
    messages: all.length,
    risk: {
      ...riskFigures(all),
      recall_at: curvesOf(all, u => u.sensed.chance),
      recall_at_weighed: curvesOf(all, u => u.sensed.riskScore),
      confusion: tableOf(
        all,
        RISKS,
        u => u.example.risk,
        u => u.sensed.risk,
      ),
      by_language: Object.fromEntries(languages.map(l => [l, riskFigures(all.filter(u => u.example.lang === l))])),
      by_kind: Object.fromEntries(kinds.map(kind => [kind, riskFigures(all.filter(u => u.example.kind === kind))])),
    },
    intent: {
      macro_f1: rounded(met.reduce((sum, f) => sum + f.f1, 0) / Math.max(1, met.length)),
      accuracy: share(all, u => u.sensed.intent === u.example.intent),
      by_intent: byIntent,
      confusion: tableOf(
        all,
        INTENTS,
        u => u.example.intent,
        u => u.sensed.intent,
      ),
    },
    language: {
      accuracy: share(all, u => u.sensed.language === u.example.lang),
      confusion: tableOf(
        all,
        LANGUAGES,
        u => u.example.lang,
        u => u.sensed.language,
      ),
    },
    sheets: {
      questions: questions.length,
      right_first: share(questions, right),
      right_given: share(questions, u => u.sensed.sheet === u.example.topic),
      wrong_given: share(questions, u => u.sensed.sheet !== null && u.sensed.sheet !== u.example.topic),
      abstained: share(questions, u => u.sensed.sheet === null),
      given_without_need: share(
        all.filter(u => !u.example.topic),
        u => u.sensed.sheet !== null,
      ),
    },
  };
}

const atLeast = (risk: Risk, level: Risk): boolean => RISKS.indexOf(risk) >= RISKS.indexOf(level);
const isLookalike = (u: Understood): boolean => u.example.hard_neg === true;
const isOrdinary = (u: Understood): boolean => !atLeast(u.example.risk, 'medium');
const alarmed = (u: Understood): boolean => atLeast(u.sensed.risk, 'high');

function riskFigures(some: readonly Understood[]): RiskFigures {
  const dangerous = some.filter(u => isDangerous(u.example));
  return {
    messages: some.length,
    dangerous: dangerous.length,
    recall: share(dangerous, alarmed),
    precision: share(some.filter(alarmed), u => isDangerous(u.example)),
    imminent_recall: share(
      some.filter(u => u.example.risk === 'imminent'),
      u => u.sensed.risk === 'imminent',
    ),
    false_alarms: {
      lookalikes: share(some.filter(isLookalike), alarmed),
      ordinary: share(some.filter(isOrdinary), alarmed),
      medium: share(
        some.filter(u => u.example.risk === 'medium'),
        alarmed,
      ),
      imminent: share(
        some.filter(u => !isDangerous(u.example)),
        u => u.sensed.risk === 'imminent',
      ),
    },
  };
}

/** What would be found if the threshold of a score let just so many of the harmless ones through. */
function curvesOf(all: readonly Understood[], scoreOf: (u: Understood) => number): Curves {
  const dangerous = all.filter(u => isDangerous(u.example)).map(scoreOf);
  const curve = (harmless: (u: Understood) => boolean): Record<string, number> => {
    const scores = all.filter(harmless).map(scoreOf);
    return Object.fromEntries(ALARM_SHARES.map(allowed => [String(allowed), foundAt(dangerous, scores, allowed)]));
  };
  return {
    lookalikes: curve(isLookalike),
    ordinary: curve(isOrdinary),
    plain: curve(u => isOrdinary(u) && !isLookalike(u)),
  };
}

/**
 * Share of the dangerous messages that is found where the threshold lets just so many of the harmless ones through.
 * @param dangerous their scores
 * @param harmless theirs
 * @param allowed share of the harmless, 0–1
 */
export function foundAt(dangerous: readonly number[], harmless: readonly number[], allowed: number): number {
  const sorted = harmless.toSorted((a, b) => b - a);
  const threshold = sorted[Math.floor(allowed * sorted.length)] ?? 0;
  return share(dangerous, score => score > threshold);
}

/** How well what was said of some things fits what they are. */
export function matchOf<T>(
  all: readonly T[],
  is: (one: T) => boolean,
  said: (one: T) => boolean,
): { messages: number; precision: number; recall: number; f1: number } {
  const [those, answered] = [all.filter(is), all.filter(said)];
  const [precision, recall] = [share(answered, is), share(those, said)];
  return {
    messages: those.length,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : rounded((2 * precision * recall) / (precision + recall)),
  };
}

function tableOf(
  all: readonly Understood[],
  names: readonly string[],
  is: (u: Understood) => string,
  said: (u: Understood) => string,
): Table {
  const table: Table = {};
  for (const name of names) {
    const row = all.filter(u => is(u) === name);
    if (row.length > 0)
      table[name] = Object.fromEntries(names.map(other => [other, row.filter(u => said(u) === other).length]));
  }
  return table;
}

export const share = <T>(some: readonly T[], of: (one: T) => boolean): number =>
  some.length === 0 ? 0 : rounded(some.filter(of).length / some.length);
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
