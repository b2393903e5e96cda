/** What is left of a text's risk where it is an answer, or tells of everyday life. */
import type { RiskLevel } from '../events.js';

/** How a text is read whose danger is a guess: its risk with words of the lexicon, and without. */
export interface Calm {
  intent: string;
  told: RiskLevel;
  untold: RiskLevel;
}
/** What a guess of the models is worth beside an answer to what was asked: words of the lexicon stay, the guess goes. */
export const AS_ANSWER: Calm = { intent: 'other', told: 2, untold: 0 };
/** The same of what tells of everyday life: where a sheet answers it, it is a question. */
export const AS_QUESTION: Calm = { ...AS_ANSWER, intent: 'general_info' };
