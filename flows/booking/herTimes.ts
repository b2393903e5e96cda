/** When she wants to be called, as it is kept from message to message: what she says now within what she said before. */
import type { Context } from '../context.js';
import { addDays, localOf } from '../calendar/zones.js';
import type { Reading } from '../reading.js';
import { narrowed, readHisTimes, type Window } from '../text/time/when.js';
import { neverOn } from '../text/time/windows.js';

/** `wanted`: said before it was asked for; `when`: in answer to that. */
export function timesOf({ kept }: Context, read: Reading, as: 'when' | 'wanted'): readonly Window[] {
  const { wanted = [], windows = [] } = kept as { wanted?: readonly Window[]; windows?: readonly Window[] };
  if (as === 'when') return narrowed(wanted.some(it => !it.never) ? wanted : [...windows, ...wanted], read.when);
  return saysOf(read, ['only-when', 'asks-call', 'while-away']) ? narrowed(wanted, read.when) : wanted;
}

/** Before the first of the times she is shown, on the days that they are on. */
export function soonerThan({ slots }: Context, zone: string): readonly Window[] {
  const shown = slots.map(({ at }) => localOf(at, zone));
  const first = shown.map(({ time }) => time).sort()[0];
  const dates = [...new Set(shown.map(({ date }) => date))];
  return first === undefined ? [] : dates.map(date => ({ from: `${date}T00:00`, to: `${date}T${first}` }));
}

/**
 * "Quiero una llamada el viernes", before anything is asked: the day is remembered until the call is spoken of. When he is
 * there is remembered from whatever she tells ("él sale a las 8 y vuelve a las 6"): it is no time that she asks for.
 */
export function withDayAsked(context: Context, read: Reading): Context {
  const { wanted: before = [] } = context.kept as { wanted?: readonly Window[] };
  const never = read.when.filter(it => it.never);
  if (!saysOf(read, ['asks-call']))
    return never.length > 0 ? { ...context, kept: { ...context.kept, wanted: [...before, ...never] } } : context;
  return { ...context, kept: { ...context.kept, wanted: timesOf(context, read, 'wanted') } };
}

/** A text that says something else ("el viernes me gritó") names no time for a call. */
const saysOf = (read: Reading, names: readonly string[]): boolean =>
  read.reads('when') && names.some(name => read.reads(name));

/** More days than this are "cualquier día", and name none. */
const NAMED_MOST = 4;
/** Older ones are let go. */
const NEVER_MOST = 20;
const UNSUITABLE = ['slot-conflict', 'slot-unsafe'];

/** Where (`zone`) and when (ms UTC) she wrote. */
interface At {
  now: number;
  zone: string;
}

/** The days that are not hers and the times at which he may be there, as she tells of them in whatever state. */
export const withNotHers = (kept: Context['kept'], read: Reading, at: At): Context['kept'] =>
  withHisTimes(withNotOn(kept, read), read, at);

/**
 * The days that are not hers, from whatever she tells, as long as she has not named one of them herself since: never offered, at the
 * first booking and at each change. Of an hour that does not suit, the day that she names with it is such a day.
 */
function withNotOn(kept: Context['kept'], read: Reading): Context['kept'] {
  const { notOn: before = [] } = kept as { notOn?: readonly Window[] };
  const open = read.when.filter(it => !it.never);
  const dates = [...new Set(open.map(it => it.from.slice(0, 10)))];
  const isNamed = dates.length > 0 && dates.length <= NAMED_MOST;
  const isAgainst = UNSUITABLE.some(name => read.reads(name)) && !read.reads('slot-to');
  const told = read.notOn.length === 0 && isAgainst && isNamed ? [neverOn(dates)] : read.notOn;
  const wanted = isNamed && !(isAgainst && read.notOn.length === 0) ? dates : [];
  if (told.length === 0 && (wanted.length === 0 || before.length === 0)) return kept;
  const left = before.flatMap(it => {
    const on = (it.dates ?? []).filter(date => !wanted.includes(date));
    return on.length > 0 ? [{ ...it, dates: on }] : [];
  });
  const all = new Map([...left, ...told].map(it => [JSON.stringify(it), it]));
  return { ...kept, notOn: [...all.values()].slice(-NEVER_MOST) };
}

/**
 * When he may be there, from whatever she tells: left out of every day that is offered, at the first booking and at each change,
 * until she tells it anew. What she tells of the same time of the day goes before what she told of it.
 */
function withHisTimes(kept: Context['kept'], read: Reading, { now, zone }: At): Context['kept'] {
  const told = read.when.some(it => it.never) ? readHisTimes(read.text, now, zone) : [];
  if (told.length === 0) return kept;
  const { hisTimes: before = [] } = kept as { hisTimes?: readonly Window[] };
  const isToldAnew = (old: Window): boolean =>
    told.some(it => (it.dates === undefined || old.dates !== undefined) && it.from < old.to && old.from < it.to);
  return { ...kept, hisTimes: [...before.filter(it => !isToldAnew(it)), ...told].slice(-NEVER_MOST) };
}

/**
 * @param windows when she wants to be called; the days that are not hers, and the times at which he may be there, are left out of
 *   them, and of the nearest. An hour that she names herself on a day is hers, on that day alone.
 */
export function leavingOut(windows: unknown, { kept }: Context): readonly Window[] {
  const { notOn = [], hisTimes = [] } = kept as { notOn?: readonly Window[]; hisTimes?: readonly Window[] };
  const asked = (windows as readonly Window[] | undefined) ?? [];
  const named = asked.filter(it => !it.never && it.from === it.to).map(it => it.from);
  return [...asked, ...notOn, ...hisTimes.map(it => leavingOpen(it, named))];
}

/** @param named local times that stay open, "2026-05-19T17:30" */
function leavingOpen(it: Window, named: readonly string[]): Window {
  const open = named.filter(at => it.from <= at.slice(11, 16) && at.slice(11, 16) < it.to).map(at => at.slice(0, 10));
  const [first] = open;
  if (first === undefined) return it;
  const dates = it.dates ?? Array.from({ length: 2 * NAMED_AHEAD }, (_, i) => addDays(first, i - NAMED_AHEAD));
  return { ...it, dates: dates.filter(date => !open.includes(date)) };
}
/** In days, more than is ever offered. */
const NAMED_AHEAD = 30;
