/**
 * Chile's legal holidays, computed from their laws. Elections and single holidays made by a law of their own are not
 * computed: who runs a service writes those dates in its hours.
 *
 * Sources: Ley 2.977 (fixed feasts, Good Friday and Holy Saturday), Ley 19.668 (29 June and 12 October move to a Monday),
 * Ley 20.299 (31 October), Leyes 20.215 and 20.983 (bridges of September and New Year), Ley 21.357 (winter solstice).
 * No institution has reviewed the list; it agrees with the public lists of 2021–2026.
 */
import { addDays, weekdayOf } from './zones.js';

const MONDAY = 1;
const TUESDAY = 2;
const WEDNESDAY = 3;
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

const known = new Map<number, ReadonlySet<string>>();

/** Whether a date ("2026-09-18") is a national holiday. */
export function isHoliday(date: string): boolean {
  return holidaysOf(Number(date.slice(0, 4))).has(date);
}

/** All national holidays of a year, as dates. */
export function holidaysOf(year: number): ReadonlySet<string> {
  const kept = known.get(year);
  if (kept) return kept;
  const on = (monthDay: string): string => `${String(year).padStart(4, '0')}-${monthDay}`;
  const fixed = ['01-01', '05-01', '05-21', '07-16', '08-15', '09-18', '09-19', '11-01', '12-08', '12-25'].map(on);
  const easter = easterOf(year);
  const days = new Set([
    ...fixed,
    addDays(easter, -2),
    addDays(easter, -1),
    solsticeOf(year),
    toMonday(on('06-29')),
    toMonday(on('10-12')),
    evangelical(on('10-31')),
    ...bridges(on),
  ]);
  known.set(year, days);
  return days;
}

/** Tuesday to Thursday moves back to that week's Monday, Friday forward to the next one. */
function toMonday(date: string): string {
  const day = weekdayOf(date);
  if (day >= TUESDAY && day < FRIDAY) return addDays(date, MONDAY - day);
  return day === FRIDAY ? addDays(date, 3) : date;
}

/** Tuesday moves to the Friday before, Wednesday to that week's Friday. */
function evangelical(date: string): string {
  const day = weekdayOf(date);
  if (day === TUESDAY) return addDays(date, -4);
  return day === WEDNESDAY ? addDays(date, 2) : date;
}

function bridges(on: (monthDay: string) => string): string[] {
  const eighteenth = weekdayOf(on('09-18'));
  return [
    ...(weekdayOf(on('01-01')) === SUNDAY ? [on('01-02')] : []),
    ...(eighteenth === TUESDAY || eighteenth === SATURDAY ? [on('09-17')] : []),
    ...(eighteenth === WEDNESDAY ? [on('09-20')] : []),
  ];
}

/** Gregorian Easter (the anonymous algorithm of 1876). */
function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const sum = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}

/** Winter time of Chile, hours behind UTC. */
const WINTER_HOURS = 4;
const JULIAN_OF_1970 = 2_440_587.5;

/** Day of the June solstice on Chile's clock (Meeus, mean instant: right to half an hour, and no year before 2100 is nearer to midnight than that). */
function solsticeOf(year: number): string {
  const y = (year - 2000) / 1000;
  const julian = 2_451_716.56767 + 365_241.62603 * y + 0.00325 * y ** 2 + 0.00888 * y ** 3 - 0.0003 * y ** 4;
  const days = Math.floor(julian - JULIAN_OF_1970 - WINTER_HOURS / 24);
  return addDays('1970-01-01', days);
}
