/** Dates, times and lists as a person reads them, in Spanish and English. Other locales are served in Spanish. */
import { localOf, weekdayOf } from '../../calendar/zones.js';

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

const languageOf = (locale: string): 'es' | 'en' => (locale.startsWith('en') ? 'en' : 'es');
