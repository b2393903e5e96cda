/**
 * RUT and RUN, the number of a person or a company in Chile: seven or eight digits and a check digit (0-9 or K)
 * computed modulo 11 with the weights 2…7 from the right, as the Civil Registry prints it.
 */
import { found, type Parsed, refused } from './parsed.js';

export type RutProblem = 'none' | 'several' | 'length' | 'check-digit';

/**
 * The RUT inside what she wrote, as "12345678-5": with or without dots, hyphen or spaces, K in any case.
 *
 * `none`: nothing looks like one. `several`: two different valid ones. `length`: digits that are too few or too many.
 * `check-digit`: it has the form, but the last digit does not belong to it (a typing error, or the digit was left out).
 */
export function parseRut(text: string): Parsed<string, RutProblem> {
  const candidates = [...text.matchAll(CANDIDATE)].map(match => match[0].replace(/[^\dkK]/g, '').toUpperCase());
  const sized = candidates.filter(it => it.length >= DIGITS_MIN + 1 && it.length <= DIGITS_MAX + 1);
  const valid = [...new Set(sized.filter(it => checkDigit(Number(it.slice(0, -1))) === it.slice(-1)))];
  if (valid.length > 1) return refused('several');
  const only = valid[0];
  if (only !== undefined) return found(`${Number(only.slice(0, -1))}-${only.slice(-1)}`);
  if (sized.length > 0) return refused('check-digit');
  return refused(candidates.length > 0 ? 'length' : 'none');
}

/** The check digit of a RUT's body: "0" to "9" or "K". */
export function checkDigit(body: number): string {
  let sum = 0;
  let weight = 2;
  for (let rest = body; rest > 0; rest = Math.floor(rest / 10)) {
    sum += (rest % 10) * weight;
    weight = weight === 7 ? 2 : weight + 1;
  }
  const digit = 11 - (sum % 11);
  return digit === 11 ? '0' : digit === 10 ? 'K' : String(digit);
}

/** The oldest living people have six digits; none has nine. */
const DIGITS_MIN = 6;
const DIGITS_MAX = 8;

/** A run of digits with dots, commas, spaces or hyphens between them, perhaps ending in K; at least five digits. */
const CANDIDATE = /(?<![\d\p{L}+])\d(?:[ .,-]{0,3}\d){4,}(?: ?[-–] ?[kK]|[kK])?(?![\p{L}\d])/gu;
