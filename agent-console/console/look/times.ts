/**
 * How a time is written: the hour of Santiago whatever the computer thinks, 24 hours, and how long ago in words.
 * Figures keep their width, so a clock does not dance.
 */
import type { Locale } from '../../../bot/console/contract.js';
import { tags, type Say } from '../words/words.js';

const ZONE = 'America/Santiago';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + name;
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(tags[locale], { timeZone: ZONE, hourCycle: 'h23', ...options });
  formats.set(key, known);
  return known;
}

/** `03:14` */
export const hourOf = (at: number, locale: Locale) =>
  format(locale, 'hour', { hour: '2-digit', minute: '2-digit' }).format(at);

/** `03:14:07` */
export const secondOf = (at: number, locale: Locale) =>
  format(locale, 'second', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);

/** `22 nov 2026, 03:14` */
export const momentOf = (at: number, locale: Locale) =>
  `${format(locale, 'date', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)}, ${hourOf(at, locale)}`;

/** `domingo 22 de noviembre` */
export const dayOf = (at: number, locale: Locale) =>
  format(locale, 'day', { weekday: 'long', day: 'numeric', month: 'long' }).format(at);

/** `22 nov` */
export const shortDayOf = (at: number, locale: Locale) =>
  format(locale, 'short', { day: 'numeric', month: 'short' }).format(at);

/** `domingo 22 nov 2026, 03:14:07 (Santiago)` */
export function exactly(at: number, locale: Locale): string {
  const day = format(locale, 'exact', { weekday: 'long', day: 'numeric', month: 'short', year: 'numeric' }).format(at);
  return `${day}, ${secondOf(at, locale)} (Santiago)`;
}

/** The day in Santiago as `2026-11-22`: equal for two instants of the same day there. */
export const dayKeyOf = (at: number) => {
  const parts = format('en', 'key', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};

/** Midnight in Santiago of the day in which `at` falls, ms UTC. Exact but on the two days a year when the clock changes at midnight. */
export function dayStartOf(at: number): number {
  const parts = format('en', 'start', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(at);
  const part = (type: string) => Number(parts.find(one => one.type === type)?.value ?? 0);
  return at - (at % SECOND) - part('hour') * HOUR - part('minute') * MINUTE - part('second') * SECOND;
}

/** Midnight in Santiago of a day as `2026-11-22`, or so much later. */
export const dayStartOfKey = (key: string, laterMs = 0): number => dayStartOf(Date.parse(`${key}T12:00:00Z`) + laterMs);

/** How long, as a clock: `0:41`, `12:05`, `1:02:05`. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** How long ago a deadline passed: by the second for an hour, then `9 h`, `3 d`; what is that late gains nothing by more. */
export function lapseOf(ms: number, t: Say): string {
  if (ms < HOUR) return clockOf(ms);
  return ms < DAY ? t('time.hours', { h: Math.floor(ms / HOUR), m: 0 }) : spanOf(ms, t);
}

const two = (n: number) => String(n).padStart(2, '0');

/** How long, in words: `ahora`, `40 s`, `4 min`, `2 h 10 min`, `3 d`. */
export function spanOf(ms: number, t: Say): string {
  if (ms < 5 * SECOND) return t('time.now');
  if (ms < MINUTE) return t('time.seconds', { n: Math.floor(ms / SECOND) });
  if (ms < HOUR) return t('time.minutes', { n: Math.floor(ms / MINUTE) });
  if (ms < DAY) return t('time.hours', { h: Math.floor(ms / HOUR), m: Math.floor((ms % HOUR) / MINUTE) });
  return t('time.days', { n: Math.floor(ms / DAY) });
}
