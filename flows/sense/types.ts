/**
 * What sense says of one text: the intents and risks of the corpus, and the evidence for each decision.
 * Nothing here closes, blocks or lowers anything: it raises, asks or routes, and a person decides.
 */
import type { Place } from '../text/place/place.js';

/** In the order of the trained weights: a new one goes to the end and asks for a new training. */
export const INTENTS = [
  'general_info',
  'specific_question',
  'sos',
  'emotional_support',
  'preventive_orientation',
  'request_status',
  'new_request',
  'aggressor',
  'prank',
  'greeting',
  'human',
  'survey_answer',
  'privacy',
  'goodbye',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number];

/** From nothing to happening now. The position is the level: only ever raised by machine. */
export const RISKS = ['none', 'low', 'medium', 'high', 'imminent'] as const;
export type Risk = (typeof RISKS)[number];

/** Levels as figures: their places in `RISKS`. */
export const LOW = 1;
export const MEDIUM = 2;
export const HIGH = 3;
export const IMMINENT = 4;

export const LANGUAGES = ['es-CL', 'en', 'pt', 'ht'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Floors of the lexicon. S: straight to the emergency. H: a person within 60 s. M: a person within 3 min, with a mark.
 * X: another person may be holding the telephone; a person reads, nothing closes by itself.
 */
export const LEVELS = ['S', 'H', 'M', 'X'] as const;
export type Level = (typeof LEVELS)[number];

/** One hit of the lexicon, after negations, hard negatives and context. */
export interface Signal {
  /** Id of the group in the lexicon, for example `weapon`. */
  group: string;
  level: Level;
  /** The lexicon's phrase that fired, as it is written there. */
  phrase: string;
  /** Index of the first word of the hit in the normalised text. */
  at: number;
  /** Said with a negation that takes it back in part ("ya no me pega"). */
  negated?: boolean;
}

export interface Evidence {
  kind: 'word' | 'signal' | 'model' | 'sheet' | 'language' | 'context';
  what: string;
  /** How much it weighed: log-odds for words and model, similarity 0–1 for sheets, probability for languages. */
  weight?: number;
}

export interface Sensed {
  intent: Intent;
  /** Calibrated probability of the intent, 0–1. */
  confidence: number;
  risk: Risk;
  /** What decisions weigh, 0–1: the chance below, and at least 0.9 where a phrase of level S makes the risk imminent. */
  riskScore: number;
  /**
   * Calibrated probability that the risk is high or imminent, 0–1. The lexicon's hits are part of what it is worked out
   * from; where they make the risk high or more, it is never under what is said to be high.
   */
  chance: number;
  language: Language;
  /** Id of the sheet that answers, or null when none is sure enough. */
  sheet: string | null;
  /** The nearest sheets, best first, whatever the abstention said. */
  sheets: { id: string; score: number }[];
  signals: Signal[];
  evidence: Evidence[];
  /** Names of the readings that it completes with what she wrote before (pieces.ts). */
  together?: readonly string[];
  /** The place that it makes with the pieces before it (looseStreet.ts). */
  pieced?: Place;
  /** The hour that she has for her call, in ms UTC: other times are told by it (text/time/herHour.ts). */
  slot?: number;
}
