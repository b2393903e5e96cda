/**
 * Dates with a day and a month inside what people write: "24/11", "24-11-2026", "3 de diciembre", "2026-12-03",
 * "December 3". Chile writes the day first. Texts are in plain form with punctuation (plain.ts).
 */
import { Temporal } from 'temporal-polyfill';
import { plain } from '../plain.js';
import { MONTHS } from './display.js';

export interface WrittenDate {
  day: number;
  month: number;
  /** Four digits; undefined when she wrote none. Two digits stay below 100: their century depends on the question. */
  year?: number | undefined;
  start: number;
  end: number;
}

/** All dates with a month in a plain text, in order; whether they exist is not checked ("31/02"). */
export function explicitDates(flat: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  // Every pattern has one of these.
  if (!/\d|primero|first/.test(flat)) return dates;
  for (const pattern of PATTERNS) {
    for (const match of flat.matchAll(pattern)) {
      const {
        day = '',
        month = '',
        year,
      } = match.groups as { day?: string; month?: string; year?: string | undefined };
      const it = {
        day: /^\d/.test(day) ? Number(day) : 1,
        month: monthNamed(month),
        year: year === undefined ? undefined : Number(year),
        start: match.index,
        end: match.index + match[0].length,
      };
      if (it.month > 0 && !dates.some(other => it.start < other.end && other.start < it.end)) dates.push(it);
    }
  }
  return dates.sort((a, b) => a.start - b.start);
}

/** "2026-02-28", or undefined when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const first = month >= 1 && month <= 12 && year > 0 ? new Temporal.PlainDate(year, month, 1) : undefined;
  return first && day >= 1 && day <= first.daysInMonth ? first.with({ day }).toString() : undefined;
}

/** The date meant for something to come: without a year, the next one from `today` on. */
export function nextDate(it: WrittenDate, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  if (it.year !== undefined) return isoDate(it.year < 100 ? 2000 + it.year : it.year, it.month, it.day);
  const now = isoDate(thisYear, it.month, it.day);
  return now !== undefined && now >= today ? now : (isoDate(thisYear + 1, it.month, it.day) ?? now);
}

function monthNamed(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  return NAMES.findIndex(names => names.includes(written)) + 1;
}

const NAMES = MONTHS.es.map((name, i) => {
  const english = MONTHS.en[i] ?? '';
  return [
    name,
    name.slice(0, 3),
    ...(i === 8 ? ['setiembre', 'sept', 'set'] : []),
    plain(english),
    plain(english).slice(0, 3),
  ];
});
const NAME = [...new Set(NAMES.flat())].sort((a, b) => b.length - a.length).join('|');
const PATTERNS = [
  /(?<![\d/.-])(?<year>(?:19|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d/])/g,
  /(?<![\d/.,-])(?<day>\d{1,2}) ?[/-] ?(?<month>\d{1,2}) ?[/-] ?(?<year>\d{4}|\d{2})(?![\d/-])/g,
  /(?<![\d/.,-])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}|\d{2})(?![\d/-])/g,
  /(?<![\d/.,:-])(?<day>\d{1,2}) (?<month>0?[1-9]|1[0-2]) (?<year>(?:19|20)\d{2})(?![\d/-])/g,
  /(?<![\d/.,:-])(?<day>\d{1,2})\/(?<month>\d{1,2})(?![\d/:])/g,
  /(?<![\d/.,:-])(?<day>\d{1,2})-(?<month>0[1-9]|1[0-2])(?![\d/:-])/g,
  new RegExp(
    `(?<![\\d/.,:-])(?<day>\\d{1,2})(?:ro|er|st|nd|rd|th)? ?(?:de |of |/|-)?(?<month>${NAME})\\b\\.?(?:,?(?: de| del)?[ /-](?<year>(?:19|20)\\d{2}))?`,
    'g',
  ),
  new RegExp(
    `\\b(?<day>primero|first) (?:de |of )(?<month>${NAME})\\b(?:,?(?: de| del)? (?<year>(?:19|20)\\d{2}))?`,
    'g',
  ),
  new RegExp(
    `\\b(?<month>${NAME})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? (?<year>(?:19|20)\\d{2}))?`,
    'g',
  ),
];
