/**
 * When it is safe to write to her or to call her, in local time: "09:00-12:00" as stored in her profile, or in her words
 * ("contéstenme después de las 10", "no me escriban después de las 7", "en la mañana, menos el martes").
 *
 * Sending outside these windows may put her in danger: what is not understood opens no window.
 */
import { addDays, instantOf, localOf, weekdayOf } from '../../calendar/zones.js';
import { DAY_END, saysExcept } from './hourWords.js';
import { plain, words } from '../plain.js';
import { spelled } from '../spelled.js';
import { saysWhen, spansOf, type TimeGroup, type Times, timesOf } from './windows.js';

/** Local times "HH:MM", `to` not included and up to "24:00"; `to` before `from` goes over midnight. */
export interface SafeWindow {
  from: string;
  to: string;
  /** ISO weekdays on which it begins (1 = Monday … 7 = Sunday); every day when missing. */
  days?: readonly number[];
}

/** One stored window, "09:00-12:00"; null when it is not written so. "00:00-24:00" is the whole day. */
export function safeWindow(written: string): SafeWindow | null {
  const [, from = '', to = ''] =
    /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(written.trim()) ?? [];
  return from !== '' && from !== to ? { from, to } : null;
}

/**
 * The windows in her words; empty when there are none. One hour ("a las 10") is a window of an hour. A day that comes
 * only once ("mañana a las 10") is no habit and gives none: that is an appointment (when.ts).
 */
export function readSafeHours(text: string): SafeWindow[] {
  const flat = plain(text);
  const times = timesOf(text, ANY_MONDAY, 7);
  const { groups, presence } = times;
  const limits =
    presence.unsure ||
    presence.never.length > 0 ||
    saysExcept(flat) ||
    groups.some(it => it.days.some(day => day.denied));
  if (ANY_TIME.test(flat) && !limits) return [{ from: '00:00', to: '24:00' }];
  if (groups.some(group => group.days.some(day => !day.weekly))) return [];
  return groups.flatMap(group => windowsOf(group, times));
}

/** Whether a text says days and hours and nothing that may happen then. */
export const namesOnlyHours = (text: string): boolean =>
  words(spelled(text)).every(word => /^\d{1,4}(?:hrs?|h|am|pm)?$/.test(word) || OF_HOURS.has(word));

const OF_HOURS = new Set(
  (
    'si sip ya ok no solo solamente siempre mejor ojala puede pueden podria ser seria a al de del desde hasta entre en la las el los lo por para y o e u ' +
    'despues antes tipo cerca como menos tambien todo todos todas toda cada cualquier cualquiera dia dias hora horas hrs am pm media cuarto ' +
    'mañana manana tarde tardes noche noches mediodia medianoche almuerzo madrugada temprano semana fin findes ' +
    'hoy pasado proximo proxima today tomorrow next lunes martes miercoles jueves viernes sabado sabados domingo domingos una uno dos tres cuatro cinco seis siete ocho nueve diez once doce ' +
    'gracias porfa favor yes only always the at on from to until between after before and or any every day days hour hours time anytime ' +
    'morning mornings afternoon afternoons evening evenings night noon midnight weekdays weekends monday mondays tuesday tuesdays wednesday ' +
    'wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays please thanks'
  ).split(' '),
);

/** Whether an instant (ms UTC) lies in a window. Without windows she has set no limit, and every time does. */
export function inSafeHours(windows: readonly SafeWindow[], at: number, zone: string): boolean {
  return windows.length === 0 || nextSafeTime(windows, at, zone) === at;
}

/** The first instant (ms UTC) from `at` on that lies in a window; null when no window ever opens. `at` itself without windows. */
export function nextSafeTime(windows: readonly SafeWindow[], at: number, zone: string): number | null {
  if (windows.length === 0) return at;
  const today = localOf(at, zone).date;
  const openings = Array.from({ length: DAYS_AHEAD }, (_, i) => addDays(today, i - 1)).flatMap(date =>
    windows.filter(it => isOn(it, date)).map(it => opening(it, date, zone)),
  );
  const next = openings.filter(([, closes]) => closes > at).map(([opens]) => Math.max(opens, at));
  return next.length > 0 ? Math.min(...next) : null;
}

function windowsOf(group: TimeGroup, times: Times): SafeWindow[] {
  const wanted = group.days.filter(day => !day.denied).flatMap(day => day.dates.map(weekdayOf));
  const denied = new Set(group.days.filter(day => day.denied).flatMap(day => day.dates.map(weekdayOf)));
  const days = [...new Set(wanted.length > 0 ? wanted : ALL_DAYS)]
    .filter(day => !denied.has(day))
    .sort((a, b) => a - b);
  if (!saysWhen(group, times) || days.length === 0) return [];
  const limit = days.length === ALL_DAYS.length ? {} : { days };
  return spansOf(group, times).map(([from, to]) => ({
    from: clock(from),
    to: clock(from === to ? Math.min(from + HOUR, DAY_END) : to),
    ...limit,
  }));
}

function opening(it: SafeWindow, date: string, zone: string): [number, number] {
  return [
    instantOf(`${date}T${it.from}`, zone),
    instantOf(`${it.to <= it.from ? addDays(date, 1) : date}T${it.to}`, zone),
  ];
}

const isOn = (it: SafeWindow, date: string): boolean => it.days === undefined || it.days.includes(weekdayOf(date));
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const HOUR = 60;
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
/** Yesterday's window may still be open; a weekly one opens again within seven days. */
const DAYS_AHEAD = 9;
/** Weekdays are read from some Monday on; only the weekday of each date is used. */
const ANY_MONDAY = '2024-01-01';
const ANY_TIME =
  /\b(?:a cualquier hora|cuando quieran|cuando puedan|a toda hora|todo el dia|todos los dias a toda hora|any ?time|whenever)\b/;
