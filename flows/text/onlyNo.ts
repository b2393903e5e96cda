/**
 * A "no" that answers, told from the one of a sentence: asked whether it is safe to write, "no" and "no, ahora no" are an
 * answer, and "no tengo trabajo" or "no estoy bien" tell something of her own.
 */
import { plain, words } from './plain.js';
import { readYesNo } from './yesno.js';

/**
 * Whether her text says no and its "no" stands for itself: nothing follows, or a comma does, or words that it cannot negate
 * ("no el está acá"). Where he may be near ("no está en la pieza") it counts as one. English has no such sentences.
 */
export function isOnlyNo(text: string): boolean {
  if (readYesNo(text) !== 'no') return false;
  const [, after = ''] = FIRST_NO.exec(plain(text)) ?? [];
  return !(OF_HERS.test(after) && words(after).length > 1);
}

/** The first "no", repeated or not, and what follows it up to the next sign. */
const FIRST_NO = /(?:^|\s)n(?:o|ao)(?: n(?:o|ao))*(?=[\s,.;:!?]|$)\s*([^,.;:!?\n]*)/u;

/** Verbs of what she has, is and wants, and what was done: a "no" before them is theirs. Not of where somebody is. */
const OF_HERS =
  /^(?:(?:me|te|se|le|les|lo|la|los|las|nos) )?(?:quiero|kiero|necesito|deseo|prefiero|estoy|toy|estou|tengo|tenho|tengamos|tenemos|tiene|tienen|tem|es|era|fue|son|hay|ha|han|he|vive|vivo|viven|siento|gusta|gusto|gustaria|quero|preciso|sirve|sirvio|ayudo|conviene|interesa)\b/;
