/**
 * Numbers as people write them in Chile: digits ("1.250", "12,5"), or Spanish words up to a million
 * ("dos mil trescientos diez"), and back to words for reading aloud.
 */
import { plain } from './plain.js';
import { found, type Parsed, refused } from './parsed.js';

export interface NumberFound {
  value: number;
  /** Place in the plain form of the text (plain.ts). */
  start: number;
  end: number;
}

/** `none`: no number; `several`: two different ones, so ask which; `size`: beyond ±a million million, surely no answer. */
export type NumberProblem = 'none' | 'several' | 'size';

/** The only number in a reply. "un" and "una" are articles when another number is there, and 1 otherwise ("un hijo"). */
export function parseNumber(text: string): Parsed<number, NumberProblem> {
  const values = new Set(findNumbers(text).map(it => it.value));
  if (values.size > 1) return refused('several');
  const [only] = values;
  if (only !== undefined) return Math.abs(only) > LIMIT ? refused('size') : found(only);
  return /\b(?:un|una|one|um|uma|youn)\b/.test(plain(text)) ? found(1) : refused('none');
}

/** All numbers of a text, in order. A dot before groups of three digits is for thousands; "un" alone is not a number. */
export function findNumbers(text: string): NumberFound[] {
  const flat = plain(text);
  const digits = [...flat.matchAll(DIGITS)].map(match => ({
    value: ofDigits(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spelled = [...flat.matchAll(SPELLED)].flatMap(match => ofRun(match[0], match.index));
  return [...digits, ...spelled].sort((a, b) => a.start - b.start);
}

/** 0 … 999,999,999 in Spanish words, as read aloud: 21 → "veintiuno". Larger or fractional ones: each digit. */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1_000_000_000)
    return [...String(value)].map(digit => UNITS[Number(digit)] ?? 'coma').join(' ');
  if (value < 30) return UNITS[value] ?? '';
  if (value < 100)
    return join(TENS[Math.floor(value / 10)] ?? '', value % 10 === 0 ? '' : `y ${numberInWords(value % 10)}`);
  if (value === 100) return 'cien';
  if (value < 1000)
    return join(HUNDREDS[Math.floor(value / 100)] ?? '', value % 100 === 0 ? '' : numberInWords(value % 100));
  const [size, name] = value < 1_000_000 ? [1000, 'mil'] : [1_000_000, value < 2_000_000 ? 'un millón' : 'millones'];
  const many = Math.floor(value / size);
  const counted =
    many === 1
      ? ''
      : numberInWords(many)
          .replace(/veintiuno$/, 'veintiún')
          .replace(/uno$/, 'un');
  return join(join(counted, name), value % size === 0 ? '' : numberInWords(value % size));
}

function ofDigits(written: string): number {
  const thousands = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written);
  return Number((thousands ? written.replace(/\./g, '') : written).replace(',', '.'));
}

/** A run of number words, cut where they make no single number: "dos tres" are two. */
function ofRun(run: string, start: number): NumberFound[] {
  const parts = run.split(' ');
  for (let length = parts.length; length > 0; length--) {
    const text = parts.slice(0, length).join(' ');
    const value = parts[length - 1] === 'y' ? null : ofWords(parts.slice(0, length));
    if (value === null) continue;
    const rest = run.slice(text.length).replace(/^ (?:y )?/, '');
    return [{ value, start, end: start + text.length }, ...(rest ? ofRun(rest, start + run.length - rest.length) : [])];
  }
  return [];
}

/** Spanish number words, already plain, to a number; null when they do not make one ("y", "mil mil"). */
function ofWords(parts: readonly string[]): number | null {
  let total = 0;
  let group = 0;
  let size = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part === 'y') continue;
    const value = WORD.get(part);
    if (value === undefined) return null;
    if (value === 1000 || value === 1_000_000) {
      if (total % value !== 0 && total !== 0) return null;
      total += (group === 0 ? 1 : group) * value;
      group = 0;
      size = Number.POSITIVE_INFINITY;
    } else {
      const step = value >= 100 ? 100 : value >= 30 ? 10 : 1;
      if (step >= size) return null;
      group += value;
      size = step;
    }
  }
  return total + group;
}

const join = (a: string, b: string): string => (a && b ? `${a} ${b}` : a || b);

const LIMIT = 1e12;
const UNITS =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  );
const TENS = '_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const HUNDREDS =
  '_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(' ');
const WORD = new Map<string, number>([
  ...UNITS.map((name, value) => [plain(name), value] as const),
  ...TENS.map((name, i) => [name, i * 10] as const),
  ...HUNDREDS.flatMap((name, i) => [[name, i * 100] as const, [name.replace(/os$/, 'as'), i * 100] as const]),
  ['cien', 100],
  ['mil', 1000],
  ['millon', 1_000_000],
  ['millones', 1_000_000],
  ['un', 1],
  ['una', 1],
  ['veintiun', 21],
  ['veintiuna', 21],
]);
WORD.delete('_');

const NAMES = [...WORD.keys()]
  .filter(name => name !== 'un' && name !== 'una')
  .sort((a, b) => b.length - a.length)
  .join('|');
const END = '(?![\\p{L}\\d])';
const FIRST = `(?:${NAMES}|una?(?= mil))${END}`;
const NEXT = `(?:${NAMES}|una?(?= mil)|(?<=y )una?)${END}`;
const DIGITS = /(?<![\p{L}\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\p{L}\d])/gu;
const SPELLED = new RegExp(`(?<![\\p{L}\\d])${FIRST}(?: (?:y )?${NEXT})*`, 'gu');
