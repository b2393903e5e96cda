/** Dates, times and lists as a person reads them, in Spanish and English. Other locales are served in Spanish. */
import { localOf, weekdayOf } from '../calendar/zones.js';

export const WEEKDAYS = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

export const MONTHS = {
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** The day of an instant (ms UTC) in a zone: "martes 26 de mayo", "Tuesday 26 May". */
export const sayDay = (at: number, zone: string, locale = 'es'): string => sayDate(localOf(at, zone).date, locale);

/** The time of an instant (ms UTC) in a zone, by the 24-hour clock in every language: "17:30", "09:05". */
export const sayTime = (at: number, zone: string): string => localOf(at, zone).time;

/** "martes 26 de mayo a las 17:30", "Tuesday 26 May at 17:30". */
export function sayWhen(at: number, zone: string, locale = 'es'): string {
  const time = sayTime(at, zone);
  if (languageOf(locale) === 'en') return `${sayDay(at, zone, locale)} at ${time}`;
  return `${sayDay(at, zone, locale)} a ${time.startsWith('01') ? 'la' : 'las'} ${time}`;
}

/** A date: "2026-05-26" → "martes 26 de mayo", "Tuesday 26 May"; with the year when asked. Throws RangeError for no date. */
export function sayDate(date: string, locale = 'es', options: { year?: boolean } = {}): string {
  const language = languageOf(locale);
  const weekday = WEEKDAYS[language][weekdayOf(date) - 1];
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[language][(month ?? 1) - 1];
  if (language === 'en') return `${weekday} ${day} ${name}${options.year ? ` ${year}` : ''}`;
  return `${weekday} ${day} de ${name}${options.year ? ` de ${year}` : ''}`;
}

/**
 * A list in words: "a", "a y b", "a, b y c". Spanish *y* becomes *e* before the sound i ("Juan e Inés") and *o* becomes
 * *u* before o ("siete u ocho"). Languages: es, en, pt, ht; others as Spanish.
 */
export function joinList(items: readonly string[], locale = 'es', kind: 'and' | 'or' = 'and'): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  if (items.length === 1) return last;
  return `${items.slice(0, -1).join(', ')} ${linkBefore(last, locale.slice(0, 2), kind)} ${last}`;
}

function linkBefore(word: string, language: string, kind: 'and' | 'or'): string {
  const other = { en: ['and', 'or'], pt: ['e', 'ou'], ht: ['ak', 'oswa'] }[language];
  if (other) return other[kind === 'and' ? 0 : 1] ?? '';
  if (kind === 'and') return /^h?[ií](?![aeoáéó])/i.test(word) ? 'e' : 'y';
  return /^(?:h?[oó]|8)/i.test(word) ? 'u' : 'o';
}

const languageOf = (locale: string): 'es' | 'en' => (locale.startsWith('en') ? 'en' : 'es');
