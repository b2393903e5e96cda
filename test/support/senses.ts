/** Senses for tests: what is understood of each text is written down, and anything else is understood as nothing. */
import type { Senses } from '../../flows/sense/sense.js';
import type { Sensed } from '../../flows/sense/types.js';

const NOTHING: Sensed = {
  intent: 'other',
  confidence: 0,
  risk: 'none',
  riskScore: 0,
  language: 'es-CL',
  sheet: null,
  sheets: [],
  signals: [],
  evidence: [],
};

/** The part of what is sensed that matters to a test; an intent that is written is a sure one. */
export type Script = Partial<Sensed>;

export class ScriptedSenses implements Senses {
  readonly #scripts = new Map<string, Script>();

  /** From here on `text` is understood so; without a script, as nothing. */
  script(text: string, script: Script): void {
    this.#scripts.set(text, script);
  }

  read(text: string): Sensed {
    const script = this.#scripts.get(text) ?? {};
    return { ...NOTHING, ...(script.intent ? { confidence: 1 } : {}), ...script };
  }

  sheet(text: string): string | null {
    return this.read(text).sheet;
  }
}
