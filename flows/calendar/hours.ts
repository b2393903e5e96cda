/**
 * When a service attends, as its author writes it:
 *
 *     hours: { zone: America/Santiago, weekly: { mon-fri: '08:00-24:00', sat: '10:00-14:00, 16:00-20:00' }, holidays: closed }
 *
 * Local times of the zone; `24:00` ends a day. `closed_on` holds the dates that no rule of holidays knows: elections,
 * a holiday by its own law, a move of the office.
 */
import { z } from 'zod';
import { isHoliday } from './holidays.js';
import { isZone, localOf } from './zones.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const DAY = DAYS.join('|');
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const SPAN = String.raw`${TIME}-(?:${TIME}|24:00)`;

const daysKey = z
  .string()
  .regex(
    new RegExp(`^(?:${DAY})(?:-(?:${DAY}))?$`),
    'un día (mon, tue, wed, thu, fri, sat, sun) o un rango de días (mon-fri)',
  );
const spans = z
  .string()
  .regex(new RegExp(`^${SPAN}(?:, ?${SPAN})*$`), 'horas como "09:00-18:00", o varias separadas por comas');

export const zoneSchema = z.string().refine(isZone, 'una zona horaria, como America/Santiago');

export const weeklySchema = z.record(daysKey, spans);

export const hoursSchema = z.strictObject({
  zone: zoneSchema,
  weekly: weeklySchema,
  holidays: z.enum(['closed', 'open']),
  closed_on: z.array(z.string().regex(/^\d{4}-\d\d-\d\d$/, 'una fecha como 2026-11-15')).optional(),
  /** Where the hours come from and when somebody looked: shown to the supervisor. */
  source: z.string().optional(),
  checked: z.string().optional(),
});
export type Hours = z.infer<typeof hoursSchema>;

/** Whether the service attends at an instant (ms UTC). */
export function isOpen(hours: Hours, at: number): boolean {
  const { date, minutes, weekday } = localOf(at, hours.zone);
  if (hours.holidays === 'closed' && isHoliday(date)) return false;
  if (hours.closed_on?.includes(date)) return false;
  return rulesOf(hours.weekly).some(
    rule => rule.days.includes(weekday) && rule.spans.some(([from, to]) => from <= minutes && minutes < to),
  );
}

/** The hours in words: "lunes a viernes de 08:00 a 24:00, salvo feriados". In Spanish where the language is not known here. */
export function sayHours(hours: Hours, locale: string): string {
  const words = WORDS[locale] ?? SPANISH;
  const parts = rulesOf(hours.weekly).map(
    ({ days, spans: open }) =>
      `${sayDays(days, words)} ${open.map(([from, to]) => words.span(clock(from), clock(to))).join(words.and)}`,
  );
  const listed = parts.length === 0 ? words.never : parts.join('; ');
  return hours.holidays === 'closed' && parts.length > 0 ? `${listed}${words.holidays}` : listed;
}

interface Rule {
  /** 1 = Monday … 7 = Sunday. */
  days: readonly number[];
  /** Minutes since 00:00, the end not included. */
  spans: readonly (readonly [number, number])[];
}

/** Asked at every turn of every conversation: read once. */
const read = new WeakMap<Hours['weekly'], readonly Rule[]>();

function rulesOf(weekly: Hours['weekly']): readonly Rule[] {
  const kept = read.get(weekly);
  if (kept) return kept;
  const rules = Object.entries(weekly).map(
    ([key, value]): Rule => ({ days: daysOf(key), spans: value.split(',').map(spanOf) }),
  );
  read.set(weekly, rules);
  return rules;
}

function daysOf(key: string): number[] {
  const [first = '', last = first] = key.split('-');
  const from = DAYS.indexOf(first as 'mon') + 1;
  const to = DAYS.indexOf(last as 'mon') + 1;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from - 1 + i) % 7) + 1);
}

function spanOf(written: string): readonly [number, number] {
  const [from = '', to = ''] = written.trim().split('-');
  return [minutesOf(from), minutesOf(to)];
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

interface Words {
  days: readonly string[];
  to: string;
  and: string;
  span(from: string, to: string): string;
  holidays: string;
  never: string;
}

const SPANISH: Words = {
  days: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  to: ' a ',
  and: ' y ',
  span: (from, to) => `de ${from} a ${to}`,
  holidays: ', salvo feriados',
  never: 'sin horario de atención',
};
const WORDS: Readonly<Record<string, Words>> = {
  es: SPANISH,
  pt: {
    days: ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo'],
    to: ' a ',
    and: ' e ',
    span: (from, to) => `das ${from} às ${to}`,
    holidays: ', exceto feriados',
    never: 'sem horário de atendimento',
  },
  ht: {
    days: ['lendi', 'madi', 'mèkredi', 'jedi', 'vandredi', 'samdi', 'dimanch'],
    to: ' rive ',
    and: ' epi ',
    span: (from, to) => `depi ${from} rive ${to}`,
    holidays: ', eksepte jou konje',
    never: 'san orè',
  },
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    to: ' to ',
    and: ' and ',
    span: (from, to) => `from ${from} to ${to}`,
    holidays: ', except holidays',
    never: 'no opening hours',
  },
};

const sayDays = (days: readonly number[], words: Words): string =>
  days.length === 1
    ? words.days[days[0]! - 1]!
    : `${words.days[days[0]! - 1]}${words.to}${words.days[days.at(-1)! - 1]}`;
