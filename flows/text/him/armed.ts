/**
 * "Tine un cchillo", "anda con una pistla", "me tine encerrada": "tiene" and the name of a weapon as a hurried hand writes
 * them, put as they are spelt. Two slips side by side are too many for any list of phrases. Only beside each other, or where
 * only "tiene" can stand, are they mended: "tine" or "pistla" alone may be anything.
 */
import { lately } from '../lately.js';
import { plain } from '../plain.js';
import { isWritten, soundOf } from '../spelled.js';

/** The same text with those words as they are spelt; all else stays as it was. */
export const armed: (text: string) => string = lately(text =>
  text
    .replace(SQUARE, '$1')
    .replace(HAS, (verb: string, before: string | undefined, next: string) => {
      const isHeld = before !== undefined || ARTICLES.has(plain(next)) || weaponOf(next) !== null;
      return isHeld && plain(verb) !== 'tiene' && isMeant(verb, 'tiene') ? 'tiene' : verb;
    })
    .replace(HELD, noun => weaponOf(noun) ?? noun),
);

/** "Plaza de Armas" is where she is, and nothing that anybody has in his hand. */
const SQUARE = /(?<!\p{L})(plaza|plasa|metro|estaci[oó]n)(?:\s+plaza)?\s+(?:de\s+)?armas(?!\p{L})/giu;
const WEAPONS = ['cuchillo', 'cuchilla', 'pistola', 'escopeta', 'machete', 'revolver', 'navaja'];
const ARTICLES = new Set('un una el la su'.split(' '));
/** With what stands before it, where that tells, and the word behind it. */
const HAS = /(?:(?<=(?<!\p{L})(me|nos|l[oa]s?)\s+)|(?<!\p{L}))\p{L}{4,6}(?=\s+(\p{L}{2,11})(?!\p{L}))/giu;
const HELD =
  /(?<=(?<!\p{L})(?:tiene|con|sac[oó]|saca|trae|trajo|agarr[oó]|agarra|tom[oó]|usa|busca)\s+(?:(?:una?|el|la|su)\s+)?)\p{L}{4,11}(?!\p{L})/giu;

/** Words of their own that are as near. */
const OTHER_WORDS = new Set('tienes tienen tiende tienden tente tenue tiena tienta machote'.split(' '));

/** Null for what is none; what is spelt right, one or several, stays as it is written. */
function weaponOf(written: string): string | null {
  const word = plain(written);
  if (WEAPONS.some(name => word === name || word === `${name}s`)) return written;
  return WEAPONS.find(name => isMeant(written, name)) ?? null;
}

/** By its sound, or by its letters: "cchillo" has lost one, and its sound two. */
function isMeant(written: string, meant: string): boolean {
  const word = plain(written);
  return !OTHER_WORDS.has(word) && (isWritten(soundOf(word), soundOf(meant)) || isWritten(word, meant));
}
