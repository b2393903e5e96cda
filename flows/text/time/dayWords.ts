/**
 * Days inside what people write: "martes o miércoles", "pasado mañana", "el 3 de diciembre", "24/11", "entre semana",
 * "cualquier día menos el viernes"; Spanish and English, and the names of the days in Portuguese and Haitian Creole.
 * Chile writes the day before the month. Texts are in plain form with punctuation (plain.ts); dates are "2026-05-19".
 */
import { addDays, daysBetween, weekdayOf } from '../../calendar/zones.js';
import { explicitDates, nextDate } from './dateWords.js';
import { isDenied } from './hourWords.js';
import { isHisDay } from './presence.js';

export interface DayMark {
  dates: readonly string[];
  /** "menos el viernes", "el martes no": these days do not suit her. */
  denied: boolean;
  start: number;
  end: number;
  /** "lunes 10": the number after a weekday is its hour, unless the date is that day of the month (`dated`): then perhaps. */
  hour?: number;
  dated?: boolean;
  /** Weekdays, which come again: when the time of one is over today, the one of next week is meant. */
  weekly?: boolean;
}

/** All days named in a plain text, in order; `today` is her date, `horizon` how many days "any day" looks ahead. */
export function readDays(flat: string, today: string, horizon: number): DayMark[] {
  const marks: DayMark[] = [];
  if (!NAMES_DAY.test(flat)) return marks;
  const add = (dates: readonly string[], start: number, end: number, more: Partial<DayMark> = {}) => {
    if (dates.length > 0 && !marks.some(mark => start < mark.end && mark.start < end))
      marks.push({ dates, denied: isDenied(flat, start, end) || isHisDay(flat, start, end), start, end, ...more });
  };
  for (const it of explicitDates(flat))
    add(
      [nextDate(it, today)].flatMap(date => date ?? []),
      it.start,
      it.end,
    );
  for (const [match, first, last] of weekdayRanges(flat))
    add(
      spread(today, 7, day => within(weekdayOf(day), first, last)),
      match.index,
      match.index + match[0].length,
      { weekly: true },
    );
  for (const [pattern, datesOf, weekly] of SETS)
    for (const match of flat.matchAll(pattern))
      add(datesOf(today, horizon), match.index, match.index + match[0].length, weekly ? { weekly } : {});
  for (const match of flat.matchAll(WEEKDAY)) addWeekday(match, today, flat, add);
  for (const match of flat.matchAll(DAY_OF_MONTH))
    add(nextDayOfMonth(Number(match[1]), today), match.index, match.index + match[0].length);
  return marks.sort((a, b) => a.start - b.start);
}

function addWeekday(
  match: RegExpExecArray,
  today: string,
  flat: string,
  add: (dates: readonly string[], start: number, end: number, more?: Partial<DayMark>) => void,
): void {
  const weekday = weekdayNamed(match.groups?.['day'] ?? '');
  const end = match.index + match[0].length;
  const number = match.groups?.['number'];
  const first = nextWeekday(weekday, today);
  const nextWeek = mondayAfter(today);
  const later = /proxim|otr[ao]|que viene|next/.test(match[0]);
  if (/semana|week/.test(match[0])) return add([addDays(nextWeek, weekday - 1)], match.index, end);
  if (later) return add([first === today ? addDays(first, 7) : first], match.index, end);
  if (number === undefined || OTHER_THING.test(flat.slice(end)))
    return add([first], match.index, number === undefined ? end : end - number.length, { weekly: true });
  const dated = [0, 7, 14, 21, 28]
    .map(days => addDays(first, days))
    .find(day => Number(day.slice(8)) === Number(number));
  const hour = Number(number) <= 23 ? { hour: Number(number) } : {};
  add([dated ?? first], match.index, end, dated ? { ...hour, dated: true } : { ...hour, weekly: true });
}

function* weekdayRanges(flat: string): Generator<[RegExpExecArray, number, number]> {
  for (const match of flat.matchAll(WEEKDAY_RANGE))
    yield [match, weekdayNamed(match.groups?.['first'] ?? ''), weekdayNamed(match.groups?.['last'] ?? '')];
}

const within = (weekday: number, first: number, last: number): boolean =>
  first <= last ? weekday >= first && weekday <= last : weekday >= first || weekday <= last;
const weekdayNamed = (name: string): number => NAMES.findIndex(names => names.includes(name)) + 1;
const nextWeekday = (weekday: number, today: string): string => addDays(today, (weekday - weekdayOf(today) + 7) % 7);
const mondayAfter = (today: string): string => addDays(today, 8 - weekdayOf(today));
const spread = (from: string, days: number, keep: (date: string) => boolean = () => true): string[] =>
  Array.from({ length: days }, (_, i) => addDays(from, i)).filter(keep);

/** "el 23": this month or the first later one that has that day. */
function nextDayOfMonth(day: number, today: string): string[] {
  const found = spread(today, 62).find(date => Number(date.slice(8)) === day);
  return found && daysBetween(today, found) >= 0 ? [found] : [];
}

const NAMES = [
  ['lunes', 'lun', 'monday', 'mondays', 'mon', 'lendi', 'segunda-feira', 'segunda feira'],
  ['martes', 'mart', 'tuesday', 'tuesdays', 'tue', 'madi', 'terca-feira', 'terca feira'],
  ['miercoles', 'mierc', 'mier', 'mie', 'wednesday', 'wednesdays', 'wed', 'mekredi', 'quarta-feira', 'quarta feira'],
  ['jueves', 'juev', 'jue', 'thursday', 'thursdays', 'thu', 'jedi', 'quinta-feira', 'quinta feira'],
  ['viernes', 'vier', 'vie', 'friday', 'fridays', 'fri', 'vandredi', 'sexta-feira', 'sexta feira'],
  ['sabado', 'sabados', 'sab', 'saturday', 'saturdays', 'sat', 'samdi'],
  ['domingo', 'domingos', 'dom', 'sunday', 'sundays', 'sun', 'dimanch'],
];
const ANY_NAME = NAMES.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const NEXT_WEEK = '(?:(?:de )?(?:la )?(?:proxima|otra) semana|(?:de )?la semana (?:que viene|proxima)|next week)';
const WEEKDAY = new RegExp(
  `\\b(?:(?:el |este |los )?(?:proximo |otro |next |este )?)?(?:${NEXT_WEEK} (?:el )?)?(?<day>${ANY_NAME})\\b\\.?(?: (?:que viene|proximo)| ${NEXT_WEEK})?(?:,? (?:el )?(?<number>\\d{1,2})(?![\\d/:.,-]|[.,]\\d|ra|er| ?(?:hrs|hr|h|am|pm|a\\.m|p\\.m|de|en la|y media|y cuarto)\\b))?`,
  'g',
);
const WEEKDAY_RANGE = new RegExp(
  `\\b(?:de |from )?(?<first>${ANY_NAME}) ?(?:a|al|hasta|to|-) ?(?:el )?(?<last>${ANY_NAME})\\b`,
  'g',
);
const DAY_OF_MONTH = /\b(?:el|el dia|dia|para el|the) (\d{1,2})(?![\d/:.,]|-\d| ?(?:de|%|am|pm|hrs|por ciento)\b)/g;
const OTHER_THING = /^ ?(?:personas|hijos|veces|horas|dias)\b/;

/** Sets of days: pattern, the dates it means, and whether they come every week. */
const SETS: readonly (readonly [RegExp, (today: string, horizon: number) => readonly string[], true?])[] = [
  [/\b(?:pasado manana|day after tomorrow)\b/g, today => [addDays(today, 2)]],
  [/\b(?:hoy(?: dia)?|today|hoje|jodi(?: a)?|esta (?:tarde|noche|manana)|tonight)\b/g, today => [today]],
  [/(?<!\b(?:la|las|esta|media) )\b(?:manana|tomorrow|amanha|demen)\b/g, today => [addDays(today, 1)]],
  [
    /\b(?:los )?(?:fin(?:es)? de semana|findes?|weekends?)\b/g,
    (today, horizon) => spread(today, Math.min(horizon, 7), day => weekdayOf(day) > 5),
    true,
  ],
  [
    /\b(?:(?:los )?dias (?:de semana|habiles)|entre semana|weekdays)\b/g,
    (today, horizon) => spread(today, Math.min(horizon, 7), day => weekdayOf(day) < 6),
    true,
  ],
  [/\besta semana\b|\bthis week\b/g, today => spread(today, 8 - weekdayOf(today))],
  [
    new RegExp(`\\b${NEXT_WEEK}\\b(?! (?:el )?(?:${ANY_NAME})\\b)(?<!(?:${ANY_NAME}) ${NEXT_WEEK})`, 'g'),
    today => spread(mondayAfter(today), 7),
  ],
  [
    /\b(?:todos los dias|cualquier dia|cualquier otro dia|any ?day|every ?day)\b/g,
    (today, horizon) => spread(today, horizon),
    true,
  ],
];

/** Something of which every pattern has one: the name of a weekday, a set of days, a number. Most texts have none. */
const NAMES_DAY = new RegExp([...SETS.map(([{ source }]) => source), ANY_NAME, '\\d|primero|first'].join('|'));
