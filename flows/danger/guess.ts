/** What a guess of the models is worth where no word of alarm is in her text, as far as it opens an emergency. */
import type { Sensed } from '../sense/types.js';

/**
 * Of what the models are so sure of without a word of alarm, nearly all is danger; in languages of which they saw little,
 * less is (docs/sense.md).
 */
const OPENS = 0.9;
const FOREIGN_OPENS = 0.97;
/** From here danger is much likelier than not. */
export const DANGER_LIKELY = 0.6;
/** Of fewer words a model makes danger where there is none: "ya quiero hora". */
const WORDS_LEAST = 4;

/** From which belief on a guess is enough by itself. */
export const opensFrom = (sensed: Sensed): number => (isKnown(sensed) ? OPENS : FOREIGN_OPENS);

/** It says enough to be one. */
export const tells = (sensed: Sensed, count: number): boolean =>
  count >= WORDS_LEAST && (isKnown(sensed) || sensed.riskScore >= DANGER_LIKELY);

/** Beside another likely guess it is enough. In languages of which the models saw little it is not. */
export const addsUp = (sensed: Sensed, count: number): boolean =>
  sensed.riskScore >= opensFrom(sensed) ||
  (isKnown(sensed) && count >= WORDS_LEAST && sensed.riskScore >= DANGER_LIKELY);

const isKnown = ({ language }: Sensed): boolean => language === 'es-CL';

/** Too much swallowed, blood, a child that comes, somebody after her, shut in; another who is hurt now: no model is asked. */
export const TOO_MUCH =
  'overdose overdose-of-another bleeds waters-broke labour followed locked-in means-at-hand another-now'.split(' ');
