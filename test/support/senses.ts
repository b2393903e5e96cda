/**
 * Senses for tests: what is understood of each text is written down, and of a long part of it the same; anything else
 * is understood as nothing.
 */
import type { Senses } from '../../flows/sense/sense.js';
import type { Risk, Sensed } from '../../flows/sense/types.js';
import { spaced, words } from '../../flows/text/plain.js';

/** A text of which nothing is understood. */
export const NOTHING: Sensed = {
  intent: 'other',
  confidence: 0,
  risk: 'none',
  riskScore: 0,
  chance: 0,
  language: 'es-CL',
  sheet: null,
  sheets: [],
  signals: [],
  evidence: [],
};

/** The part of what is sensed that matters to a test; an intent that is written is a sure one, and so is imminent danger. */
export type Script = Partial<Sensed>;

const PART_WORDS_LEAST = 5;
const SCORES: Partial<Record<Risk, number>> = { high: 0.5, imminent: 0.95 };

export class ScriptedSenses implements Senses {
  readonly #scripts = new Map<string, Script>();

  /** From here on `text` is understood so; without a script, as nothing. */
  script(text: string, script: Script): void {
    this.#scripts.set(text, script);
  }

  read(text: string): Sensed {
    const script = this.#scripts.get(text) ?? this.#ofWhole(text) ?? {};
    const riskScore = SCORES[script.risk ?? 'none'] ?? 0;
    return { ...NOTHING, ...(script.intent ? { confidence: 1 } : {}), riskScore, ...script };
  }

  #ofWhole(text: string): Script | undefined {
    if (words(text).length < PART_WORDS_LEAST) return undefined;
    return [...this.#scripts].find(([whole]) => spaced(whole).includes(spaced(text)))?.[1];
  }

  isDanger(text: string): boolean {
    return ['high', 'imminent'].includes(this.read(text).risk);
  }

  sheet(text: string): string | null {
    return this.read(text).sheet;
  }
}
