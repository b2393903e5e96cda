/**
 * The imminent-risk guideline (pauta): from answers to a level, with each answer's contribution.
 *
 * Rules R1–R7 of the guideline's own file: unknown never lowers, a critical answer cannot land in low, her own fear is
 * not overruled, and the highest level reached is kept by the caller. It orders a conversation; it predicts nothing.
 */
import { z } from 'zod';
import type { Recency, RiskLevel } from '../events.js';
import { HIGH, IMMINENT, LOW, MEDIUM } from '../sense/types.js';

const questionSchema = z.strictObject({
  id: z.string(),
  order: z.number().int(),
  now: z.boolean().default(false),
  critical: z.boolean().default(false),
  weight: z.number().int().min(0).max(20),
  short: z.boolean().default(false),
  /** Yes means at least high whatever the sum (her own judgement). */
  fear: z.boolean().default(false),
  /** What of the danger it tells whoever comes, besides its weight. */
  tells: z.enum(['injured', 'weapon', 'children']).optional(),
  also_call: z.array(z.string()).optional(),
  why: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
});

export const guidelineSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  reviewed: z.boolean(),
  about: z.string().optional(),
  /** Sum from which each level begins. */
  bands: z.strictObject({ low: z.number().int(), medium: z.number().int(), high: z.number().int() }),
  /** Fewer clear answers than this and the level is not low. */
  answers_for_low: z.number().int().min(1),
  actions: z.record(z.enum(['low', 'medium', 'high', 'imminent']), z.string()).optional(),
  questions: z.array(questionSchema).min(3).max(30),
  limits: z.record(z.string(), z.string()).optional(),
});
export type Guideline = z.infer<typeof guidelineSchema>;
export type Question = Guideline['questions'][number];

/** Recency only matters where two critical answers meet: `now` and `48h` make them imminent. */
export interface Answered {
  value: 'yes' | 'no' | 'unknown';
  recency?: Recency;
}
export type Answers = Readonly<Record<string, Answered | undefined>>;

export interface Assessment {
  level: RiskLevel;
  score: number;
  contributions: { id: string; value: 'yes' | 'no' | 'unknown' | 'not_asked'; points: number; critical: boolean }[];
  /** The rule that decided, for the executive. */
  rule: string;
}

export function assess(guideline: Guideline, answers: Answers): Assessment {
  const contributions = guideline.questions.map(q => ({
    id: q.id,
    value: answers[q.id]?.value ?? ('not_asked' as const),
    points: pointsOf(q, answers[q.id]),
    critical: q.critical,
  }));
  const score = contributions.reduce((sum, c) => sum + c.points, 0);
  return { ...decide(guideline, answers, score), score, contributions };
}

export const levelOf = (guideline: Guideline, answers: Answers): RiskLevel => assess(guideline, answers).level;

/** R1: unknown on a critical question adds half its weight, rounded up; on another, 1. Not asked adds nothing. */
function pointsOf(question: Question, answered: Answered | undefined): number {
  if (!answered || answered.value === 'no') return 0;
  if (answered.value === 'yes') return question.weight;
  return question.critical ? Math.ceil(question.weight / 2) : 1;
}

function decide(guideline: Guideline, answers: Answers, score: number): { level: RiskLevel; rule: string } {
  const said = (id: string) => answers[id]?.value;
  const yes = (q: Question) => said(q.id) === 'yes';
  const [present, near, hurt] = guideline.questions.filter(q => q.now && q.short);
  if ((present && yes(present)) || (hurt && yes(hurt))) return { level: IMMINENT, rule: 'R3' };
  const critical = guideline.questions.filter(q => q.critical);
  const beside = near !== undefined && yes(near);
  const first = guideline.questions.filter(q => q.critical && q.id !== near?.id).slice(0, 5);
  if (beside && !first.every(q => said(q.id) === 'no')) return { level: IMMINENT, rule: 'R3' };
  const grave = critical.filter(yes);
  if (grave.length >= 2 && grave.some(q => answers[q.id]?.recency === 'now' || answers[q.id]?.recency === '48h'))
    return { level: IMMINENT, rule: 'R5' };
  if (grave.some(q => q.fear)) return { level: HIGH, rule: 'R6' };
  if (beside || grave.length > 0) return { level: HIGH, rule: beside ? 'R3' : 'R5' };
  if (score >= guideline.bands.high) return { level: HIGH, rule: 'suma' };
  if (score >= guideline.bands.medium) return { level: MEDIUM, rule: 'suma' };
  const clear = guideline.questions.filter(q => said(q.id) === 'yes' || said(q.id) === 'no').length;
  const criticalKnown = critical.every(q => said(q.id) === 'yes' || said(q.id) === 'no');
  return clear >= guideline.answers_for_low && criticalKnown
    ? { level: LOW, rule: 'suma' }
    : { level: MEDIUM, rule: 'R1' };
}
