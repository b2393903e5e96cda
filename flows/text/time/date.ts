/**
 * One date in an answer: a birthday, the day something happened, the day of a hearing. Chile writes the day first;
 * 05/25 is refused rather than guessed.
 */
import { addDays, weekdayOf } from '../../calendar/zones.js';
import { explicitDates, isoDate, type WrittenDate } from './dateWords.js';
import { plain } from '../plain.js';
import { spelled } from '../spelled.js';
import { found, type Parsed, refused } from '../parsed.js';

/**
 * `none`: no date there. `several`: two different ones. `impossible`: no such day (31 February, month 25). `no-year`: a
 * birthday without its year. `past`, `future`: on the wrong side of today. `too-old`: a birthday over 120 years ago.
 */
export type DateProblem = 'none' | 'several' | 'impossible' | 'no-year' | 'past' | 'future' | 'too-old';

/**
 * The date in a text, as "2026-05-19". `today` is her date. `expect` says what the question is about: a `birth` needs its
 * year and two digits mean the century that has passed; `past` and `future` choose the nearest year on that side, and
 * refuse the other side; `any` (default) takes the nearest. "Ayer", "hace 3 días" and "el lunes pasado" are understood.
 */
export function parseDate(
  text: string,
  today: string,
  expect: 'birth' | 'past' | 'future' | 'any' = 'any',
): Parsed<string, DateProblem> {
  const flat = plain(spelled(text));
  const written = explicitDates(compact(flat));
  if (written.length === 0) return checked(relative(flat, today, expect), today, expect);
  const read = written.map(it =>
    it.year === undefined && expect === 'birth'
      ? refused('no-year')
      : checked(dateOf(it, today, expect), today, expect, 'impossible'),
  );
  const good = new Set(read.flatMap(it => (it.ok ? [it.value] : [])));
  if (good.size > 1) return refused('several');
  const [only] = good;
  return only === undefined ? (read[0] ?? refused('none')) : found(only);
}

function checked(
  date: string | undefined,
  today: string,
  expect: string,
  missing: DateProblem = 'none',
): Parsed<string, DateProblem> {
  if (date === undefined) return refused(missing);
  if ((expect === 'birth' || expect === 'past') && date > today) return refused('future');
  if (expect === 'future' && date < today) return refused('past');
  if (expect === 'birth' && Number(today.slice(0, 4)) - Number(date.slice(0, 4)) > 120) return refused('too-old');
  return found(date);
}

function dateOf(it: WrittenDate, today: string, expect: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  if (it.year !== undefined)
    return isoDate(it.year < 100 ? centuryOf(it.year, thisYear, expect) : it.year, it.month, it.day);
  const near = [thisYear - 1, thisYear, thisYear + 1].flatMap(year => isoDate(year, it.month, it.day) ?? []);
  const past = near.filter(date => date <= today).at(-1);
  const future = near.find(date => date >= today);
  if (expect === 'past') return past;
  if (expect === 'future' || past === undefined || future === undefined) return future ?? past;
  return Date.parse(future) - Date.parse(today) < Date.parse(today) - Date.parse(past) ? future : past;
}

const centuryOf = (year: number, thisYear: number, expect: string): number =>
  expect !== 'future' && 2000 + year > thisYear ? 1900 + year : 2000 + year;

/** "ayer", "hace 3 semanas", "el lunes pasado", "mañana": a date by how far it is from today. */
function relative(flat: string, today: string, expect: string): string | undefined {
  const near = NEAR.find(([pattern]) => pattern.test(flat));
  if (near) return addDays(today, near[1]);
  const [, count, unit] = /\bhace (\d{1,3}|un|una|dos|tres|cuatro|cinco|seis) (dia|semana)s?\b/.exec(flat) ?? [];
  if (count && unit) return addDays(today, -(COUNTS[count] ?? Number(count)) * (unit === 'semana' ? 7 : 1));
  const [, day = ''] = WEEKDAY.exec(flat) ?? [];
  if (day === '') return undefined;
  const ahead = (WEEKDAYS.indexOf(day) + 1 - weekdayOf(today) + 7) % 7;
  const back = /pasad[ao]|ultimo/.test(flat) || expect === 'past';
  return addDays(today, back ? (ahead === 0 ? -7 : ahead - 7) : ahead);
}

/** "12051985" alone is a date written without signs. */
const compact = (flat: string): string => flat.replace(/^(\d{2})(\d{2})((?:19|20)\d{2})$/, '$1/$2/$3');

const NEAR: readonly (readonly [RegExp, number])[] = [
  [/\b(?:anteayer|antes de ayer|antier|day before yesterday)\b/, -2],
  [/\b(?:ayer|anoche|yesterday)\b/, -1],
  [/\b(?:pasado manana|day after tomorrow)\b/, 2],
  [/\b(?:hoy|today|recien|ahora)\b/, 0],
  [/(?<!\b(?:la|las|esta) )\b(?:manana|tomorrow)\b/, 1],
];
const COUNTS: Readonly<Record<string, number>> = { un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6 };
const WEEKDAYS = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
const WEEKDAY = new RegExp(`\\b(${WEEKDAYS.join('|')})\\b`);
