/**
 * When she can talk: days, hours and parts of the day in what she wrote, as windows of local time. Offers are matched
 * against these windows, so a window that is too wide costs her a call at a bad hour: what is not understood adds nothing.
 */
import { addDays, weekdayOf } from '../../calendar/zones.js';
import { type DayMark, readDays } from './dayWords.js';
import {
  DAY_END,
  type HourMark,
  hourText,
  minutesOf,
  PARTS,
  type PartMark,
  readHours,
  readParts,
  saysExcept,
} from './hourWords.js';
import { type Presence, presenceOf } from './presence.js';

/** Local times, "2026-05-19T17:30". A window with `from` = `to` is one exact time; otherwise `to` is not included. */
export interface Window {
  from: string;
  to: string;
  /** Of every day, "16:15" to "24:00": a time at which he may be there or that she excluded, which no other window opens. */
  never?: true;
  /** Of `never`: on these days alone. */
  dates?: readonly string[];
  /** On a weekday, which comes again next week. */
  weekly?: true;
}

/** How many days "cualquier día" and an hour without a day look ahead, today included. */
const HORIZON_DAYS = 7;
const DAY_BEGINS = 480;
const DAY_CLOSES = 1200;
/** For how long somebody who leaves is surely away. */
const AWAY_MINUTES = 240;
const ANY_HOUR =
  /\b(?:(?:a )?cualquier (?:otr[ao] )?(?:hora|dia)|(?:el|al) resto del dia|any (?:other )?(?:time|day|hour))\b/;

/**
 * The windows in a text, in order and without repeats; empty when it says nothing of time. `now` is her local time
 * ("2026-05-19T11:00"): nothing before it is returned, and a weekday is the next such day (today while time is left).
 *
 * Without a. m. or p. m., 1 to 7 are in the afternoon. "martes o miércoles después de las 5" is both days after 17:00;
 * "cualquier día menos el viernes" leaves Friday out. A time alone ("a las 10") means any of the next days. Words that
 * only say when she can not ("domingo no") give nothing: one must ask. When he comes, leaves or is there is cut out, and
 * alone it leaves the rest of the day; the times that are cut out follow as windows of `never`.
 */
export function readWindows(text: string, now: string, options: { horizonDays?: number } = {}): Window[] {
  const horizon = options.horizonDays ?? HORIZON_DAYS;
  const today = now.slice(0, 10);
  const times = timesOf(text, today, horizon);
  const windows = times.groups.flatMap(group => windowsOf(group, times, today, horizon, now));
  const kept = new Map(windows.map(it => [`${it.from}/${it.to}`, it]));
  const open = [...kept.values()].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
  return open.length > 0 ? [...open, ...neverOf(times)] : [];
}

/** Whether a local time ("2026-05-19T17:30") lies in one of the windows. */
export const inWindows = (windows: readonly Window[], local: string): boolean =>
  !isNever(windows, local) &&
  windows.some(it => !it.never && (it.from === it.to ? local === it.from : it.from <= local && local < it.to));

/** Whether a local time lies in one that she excluded, or at which he may be there. */
export const isNever = (windows: readonly Window[], local: string): boolean =>
  windows.some(
    it =>
      it.never &&
      (it.dates === undefined || it.dates.includes(local.slice(0, 10))) &&
      it.from <= local.slice(11, 16) &&
      local.slice(11, 16) < it.to,
  );

/**
 * The days that are not hers: that she cannot on ("los martes no puedo"), or at which he is there ("él está los jueves"), as
 * windows of `never`. A weekday is meant for the weeks to come. Of "el martes no puedo en la mañana" it is the morning alone.
 */
export function deniedDays(text: string, now: string): Window[] {
  const times = timesOf(text, now.slice(0, 10), HORIZON_DAYS);
  return times.groups.flatMap(({ days, hours, parts }) => {
    const denied = days.filter(it => it.denied);
    const dates = denied.flatMap(it => (it.weekly ? it.dates.flatMap(inTheWeeksToCome) : it.dates));
    if (dates.length === 0) return [];
    const spans =
      denied.length < days.length
        ? []
        : [
            ...hours.filter(it => it.denied).map(it => [it.from, Math.max(it.to, it.from + 60)] as const),
            ...parts.filter(it => it.denied).map(it => PARTS[it.part]),
          ];
    return (spans.length > 0 ? spans : [[0, DAY_END] as const]).map(([from, to]) => neverOn(dates, from, to));
  });
}

/**
 * When he may be there, as she tells of his comings and goings: of every day as windows of `never`, or of today alone where
 * she names no other day ("hoy llega a las 5"). What is not certain, and when he left once, holds for no other day.
 */
export function hisTimes(text: string, now: string): Window[] {
  const today = now.slice(0, 10);
  const { presence } = timesOf(text, today, HORIZON_DAYS);
  const flat = hourText(text);
  if (presence.unsure || presence.never.length === 0 || HE_LEFT.test(flat)) return [];
  const days = readDays(flat, today, HORIZON_DAYS);
  const isToday = days.length > 0 && days.every(day => day.dates.every(date => date === today));
  return presence.never.map(([from, to]) => ({
    from: clockOf(from),
    to: to >= DAY_END ? '24:00' : clockOf(to),
    never: true as const,
    ...(isToday && !EVERY_DAY.test(flat) ? { dates: [today] } : {}),
  }));
}
const HE_LEFT = /\bse fue\b/;
const EVERY_DAY = /\b(?:siempre|todos los dias|every day|always)\b/;

/** A time of some days, in minutes, that is not hers. */
export const neverOn = (dates: readonly string[], from = 0, to = DAY_END): Window => ({
  from: clockOf(from),
  to: to >= DAY_END ? '24:00' : clockOf(to),
  never: true,
  dates,
});

const inTheWeeksToCome = (date: string): string[] => [0, 7, 14].map(days => addDays(date, days));

/** Days, and the hours and parts of the day that go with them. */
export interface TimeGroup {
  days: DayMark[];
  hours: HourMark[];
  parts: PartMark[];
}

/** What a text says of time: her days and hours in groups, and what is cut out of them. */
export interface Times {
  groups: TimeGroup[];
  presence: Presence;
  /** "Cualquier otra hora", "menos en la mañana", or when he is there: the rest of the day is hers. */
  restOfDay: boolean;
}

/** What a text says of time, cut into groups of days with their times; `today` and `horizon` as in `readDays`. */
export function timesOf(text: string, today: string, horizon: number): Times {
  const flat = hourText(text);
  const days = readDays(flat, today, horizon);
  const hours = readHours(flat).filter(hour => !days.some(day => hour.start < day.end && day.start < hour.end));
  const parts = readParts(flat).filter(part => !hours.some(hour => part.start < hour.end && hour.start < part.end));
  if (days.length + hours.length + parts.length === 0) return NO_TIMES;
  const { presence, ...hers } = presenceOf(flat, hours, parts);
  const groups = presence.unsure ? [] : groupsOf(days, hers.hours, hers.parts);
  const knows = presence.never.length > 0;
  const timed = hers.hours.length + hers.parts.length > 0;
  const restOfDay = !presence.unsure && (knows || (timed && (ANY_HOUR.test(flat) || saysExcept(flat))));
  return {
    groups: groups.length === 0 && restOfDay ? [{ days: [], hours: [], parts: [] }] : groups,
    presence,
    restOfDay,
  };
}

/** Most messages name no day, hour or part of the day. */
const NO_TIMES: Times = { groups: [], presence: { never: [], leaves: null, unsure: false }, restOfDay: false };

/** Whether a group says when she can, or only when she can not. */
export const saysWhen = (group: TimeGroup, { restOfDay }: Times): boolean =>
  restOfDay || [...group.days, ...group.hours, ...group.parts].some(it => !it.denied);

/** The minutes of a group's times, without those that she denied or at which he may be there; the whole day when it has none. */
export function spansOf(group: TimeGroup, { presence, restOfDay }: Times): (readonly [number, number])[] {
  const denied = [
    ...group.hours.filter(it => it.denied).map(it => [it.from, Math.max(it.to, it.from + 60)] as const),
    ...group.parts.filter(it => it.denied).map(it => PARTS[it.part]),
  ];
  const asked = [...group.hours, ...group.parts].some(it => !it.denied);
  const allowed =
    asked || !restOfDay
      ? allowedSpans(
          group.hours.filter(it => !it.denied),
          group.parts.filter(it => !it.denied),
        )
      : [restOf(presence)];
  return [...denied, ...presence.never].reduce((left, cut) => left.flatMap(span => without(span, cut)), allowed);
}

/** The hours of the day on which calls are made; after he leaves, only the next few, for nobody knows when he is back. */
const restOf = ({ leaves }: Presence): readonly [number, number] =>
  leaves === null ? [DAY_BEGINS, DAY_CLOSES] : [leaves, Math.max(leaves, Math.min(leaves + AWAY_MINUTES, DAY_CLOSES))];

/** Her own bounds hold outside her windows too, where one group has them all. */
function neverOf({ groups, presence }: Times): Window[] {
  const [only, more] = groups;
  // "En la noche, no después de las 10": the part says which half of the day the bound is in.
  const bounds = !only || more || only.parts.some(it => !it.denied) ? [] : boundsOf(only);
  return [...bounds, ...presence.never].map(([from, to]) => ({
    from: clockOf(from),
    to: clockOf(Math.min(to, DAY_END)),
    never: true as const,
  }));
}

/** What a group says no to, and what is beyond "antes de las 5". */
const boundsOf = ({ hours, parts }: TimeGroup): (readonly [number, number])[] => [
  ...hours.filter(it => it.denied).map(it => [it.from, Math.max(it.to, it.from + 60)] as const),
  ...(hours.length === 1 ? hours : [])
    .filter(it => !it.denied && (it.kind === 'before' || it.hard))
    .map(it => (it.kind === 'before' ? ([it.to, DAY_END] as const) : ([0, it.from] as const))),
  ...parts.map(it => PARTS[it.part]),
];

/** A new day after "day + time" begins a new group, and so does a new time after "time + day". */
function groupsOf(days: readonly DayMark[], hours: readonly HourMark[], parts: readonly PartMark[]): TimeGroup[] {
  const marks = [
    ...days.map(day => ({ day, start: day.start })),
    ...hours.map(hour => ({ hour, start: hour.start })),
    ...parts.map(part => ({ part, start: part.start })),
  ].sort((a, b) => a.start - b.start);
  const groups: TimeGroup[] = [];
  let group: TimeGroup = { days: [], hours: [], parts: [] };
  let timesFirst = false;
  for (const mark of marks) {
    const timed = group.hours.length + group.parts.length > 0;
    const full =
      timed && group.days.some(it => !it.denied) && ('day' in mark ? !timesFirst && !mark.day.denied : timesFirst);
    if (full) {
      groups.push(group);
      group = { days: [], hours: [], parts: [] };
    }
    if (group.days.length + group.hours.length + group.parts.length === 0) timesFirst = !('day' in mark);
    if ('day' in mark) group.days.push(mark.day);
    else if ('hour' in mark) group.hours.push(mark.hour);
    else group.parts.push(mark.part);
  }
  return marks.length > 0 ? [...groups, group] : [];
}

function windowsOf(group: TimeGroup, times: Times, today: string, horizon: number, now: string): Window[] {
  const denied = new Set(group.days.filter(it => it.denied).flatMap(it => it.dates));
  const wanted = group.days.filter(it => !it.denied);
  const ahead = Array.from({ length: horizon }, (_, i) => addDays(today, i));
  if (!saysWhen(group, times)) return [];
  const dates = (wanted.length > 0 ? wanted.flatMap(it => it.dates) : ahead).filter(date => !denied.has(date));
  const timed = group.hours.length + group.parts.length > 0;
  const numbered = timed ? [] : wanted.filter(it => it.hour !== undefined);
  const hourOnly = new Set(numbered.filter(it => !it.dated).flatMap(it => it.dates));
  const spans = timed || times.restOfDay ? spansOf(group, times) : [[0, DAY_END] as const];
  const weekly = new Set(wanted.filter(it => it.weekly).flatMap(it => it.dates));
  const windows = dates
    .filter(date => !hourOnly.has(date))
    .flatMap(date =>
      onDate(date, spans, now, weekly.has(date)).map(it => (weekly.has(date) ? { ...it, weekly: true as const } : it)),
    );
  return [...windows, ...numbered.flatMap(it => hourOnWeekday(it, today, now))];
}

/** What is left of a span when another is cut out of it. */
function without(
  [from, to]: readonly [number, number],
  [cutFrom, cutTo]: readonly [number, number],
): (readonly [number, number])[] {
  if (from === to) return from >= cutFrom && from < cutTo ? [] : [[from, to]];
  return [[from, Math.min(to, cutFrom)] as const, [Math.max(from, cutTo), to] as const].filter(([a, b]) => a < b);
}

/** A part of the day says which half an hour is in, and bounds "después de las 5". */
function allowedSpans(hours: readonly HourMark[], parts: readonly PartMark[]): (readonly [number, number])[] {
  const [part] = parts;
  const bounds = part ? PARTS[part.part] : undefined;
  if (hours.length === 0) return parts.length === 0 ? [[0, DAY_END]] : parts.map(it => PARTS[it.part]);
  return hours.flatMap(hour => {
    const [from, to] = !hour.sure && part ? inPart(hour, part.part) : [hour.from, Math.min(hour.to, DAY_END)];
    if (hour.kind === 'at' || !bounds) return [[from, to] as const];
    const cut = [Math.max(from, bounds[0]), Math.min(to, bounds[1])] as const;
    return cut[0] < cut[1] ? [cut] : [[from, to] as const];
  });
}

/** An hour without a. m. or p. m., moved to the half of the day that the part names. */
function inPart(hour: HourMark, part: keyof typeof PARTS): readonly [number, number] {
  const half = {
    dawn: 'madrugada',
    morning: 'manana',
    noon: 'tarde',
    lunch: 'tarde',
    afternoon: 'tarde',
    night: 'noche',
    midMorning: 'manana',
    afterLunch: 'tarde',
    midAfternoon: 'tarde',
    afterTea: 'tarde',
    beforeWork: 'manana',
    afterWork: 'tarde',
  }[part];
  const move = (minutes: number) => minutesOf(Math.floor(minutes / 60) % 12 || 12, minutes % 60, half);
  const from = hour.kind === 'before' ? hour.from : move(hour.from);
  const to = hour.kind === 'after' ? hour.to : move(hour.to);
  return from <= to ? [from, to] : [hour.from, hour.to];
}

/** Windows of a date from now on. A weekday whose time is over today means the same day next week. */
function onDate(date: string, spans: readonly (readonly [number, number])[], now: string, weekly: boolean): Window[] {
  const windows = spans.map(([from, to]) => ({ from: localAt(date, from), to: localAt(date, to) }));
  const left = windows.flatMap(it =>
    it.from === it.to
      ? it.from >= now
        ? [it]
        : []
      : it.to > now
        ? [{ from: it.from < now ? now.slice(0, 16) : it.from, to: it.to }]
        : [],
  );
  return left.length === 0 && weekly && date === now.slice(0, 10) ? onDate(addDays(date, 7), spans, now, false) : left;
}

/** "lunes 10" at ten o'clock on the next Monday. */
function hourOnWeekday(day: DayMark, today: string, now: string): Window[] {
  const [date] = day.dates;
  if (date === undefined || day.hour === undefined) return [];
  const minutes = minutesOf(day.hour, 0);
  return onDate(addDays(today, (weekdayOf(date) - weekdayOf(today) + 7) % 7), [[minutes, minutes]], now, true);
}

function localAt(date: string, minutes: number): string {
  const day = minutes >= DAY_END ? addDays(date, 1) : date;
  const rest = minutes % DAY_END;
  return `${day}T${clockOf(rest)}`;
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
