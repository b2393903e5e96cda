/**
 * The smallest common form of what a person types: lower case, without accents, one space between words.
 * Readers of answers (a number, a day, a commune) compare in this form; sense has its own, richer one.
 */
import { lately } from './lately.js';

/**
 * Lower case, accents and other marks off (ñ → n, é → e, 1️⃣ → 1), skin tones and invisible characters off,
 * typographic quotes and dashes made plain, white space collapsed and trimmed.
 *
 * With `punctuation: false`, all that is no letter, digit or space becomes a space (emoji too).
 * Applying it twice changes nothing.
 */
export const plain = (text: string, { punctuation = true }: { punctuation?: boolean } = {}): string =>
  punctuation ? withSigns(text) : withoutSigns(text);

const withSigns = lately(text => tidy(foldedOf(text)));
const withoutSigns = lately(text => tidy(unsigned(text)));
const tidy = (folded: string): string => folded.replace(/\s+/g, ' ').trim();
const unsigned = (text: string): string =>
  foldedOf(text)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ');

/** One word of a text in plain form, joined where a sign or a space stood in it; the whole texts that were read last stay at hand. */
export const plainWord = (word: string): string =>
  LETTERS.test(word) ? word.toLowerCase() : unsigned(word).replace(/\s+/g, '');

function foldedOf(text: string): string {
  const lower = text.toLowerCase();
  // Most messages are written without accents, and have nothing to fold.
  if (SIMPLE.test(lower)) return lower.replaceAll('`', "'");
  return lower
    .normalize('NFD')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** The words of a text in plain form, without punctuation. "¿Sí, po?" → ["si", "po"] */
export function words(text: string): string[] {
  const bare = plain(text, { punctuation: false });
  return bare === '' ? [] : bare.split(' ');
}

/** One letter for each run of the same letter, so that "siiii", "sii" and "si" are one word. Digits stay. */
export const squeeze = (plainText: string): string => plainText.replace(/(\p{L})\1+/gu, '$1');

/**
 * A text as phrases are looked for in it, and a phrase as it is looked for: plain, without punctuation, a space at both
 * ends. `spaced(text).includes(spaced(phrase))` then finds whole words only. An empty phrase is in no text that has words.
 */
export const spaced = (text: string): string => ` ${plain(text, { punctuation: false })} `;

/** Marks, variation selectors, skin tones, zero-width and control characters other than white space. */
const INVISIBLE = /\p{M}|[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]|[\u{1f3fb}-\u{1f3ff}]|[\0-\x08\x0e-\x1f\x7f]/gu;
/** Nothing in it has to be folded. */
const LETTERS = /^[A-Za-z0-9]+$/;
/** Printable ASCII and white space. */
const SIMPLE = /^[\t-\r -~]*$/;
