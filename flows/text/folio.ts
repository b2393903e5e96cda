/**
 * The folio of a request, "M-2026-000731": a prefix of one to three letters, the year, and six digits. People write it
 * with spaces, without zeros, in lower case, or give only the number.
 */
import { plain } from './plain.js';

/** The folio as it is stored. Throws RangeError for a prefix, year or number that has no place in it. */
export function folioOf(prefix: string, year: number, number: number): string {
  const folio = `${prefix}-${year}-${String(number).padStart(DIGITS, '0')}`;
  if (!WHOLE.test(folio))
    throw new RangeError(
      `"${folio}" is no folio; a prefix has 1 to 3 capital letters, a year 4 digits, a number at most ${DIGITS}`,
    );
  return folio;
}

/** The folio in a text: a whole one ("M-2026-000731") if there is one, else the number after the word ("99999"), else null. */
export const parseFolio = (text: string): string | null =>
  /\d/.test(text) ? (findFolios(text)[0] ?? partialFolio(text)) : null;

/** All whole folios of a text, in order and without repeats. */
export function findFolios(text: string): string[] {
  const found = [...plain(text).matchAll(FOLIO)].map(
    match => `${match[1]?.toUpperCase()}-${match[2]}-${match[3]?.padStart(DIGITS, '0')}`,
  );
  return [...new Set(found)];
}

/** "folio 99999", "mi número de solicitud es A-5521": what she gives when it is not a whole folio. */
function partialFolio(text: string): string | null {
  const [, code] = PARTIAL.exec(plain(text)) ?? [];
  return code === undefined ? null : code.replace(/[ .]/g, '').toUpperCase();
}

const DIGITS = 6;
const WHOLE = /^[A-Z]{1,3}-(?:19|20)\d{2}-\d{6}$/;
const FOLIO = /(?<![\p{L}\d])([a-z]{1,3}) ?[-_./]? ?(20\d{2}) ?[-_./ ] ?(\d{1,6})(?![\d\p{L}])/gu;
const PARTIAL =
  /\b(?:folio|solicitud|reclamo|ticket|caso|seguimiento)(?: (?:es|el|n[uº°]?|nro|num|numero|de|seguimiento|solicitud|:))*[ :#.-]*((?:[a-z]{1,3} ?-? ?)?\d{1,3}(?:[. ]?\d{3})+|(?:[a-z]{1,3}-?)?\d{1,10})(?![\d\p{L}/:-])/u;
