/** When she wants to be called, as it is kept from message to message: what she says now within what she said before. */
import type { Context } from './context.js';
import { localOf } from './calendar/zones.js';
import type { Reading } from './reading.js';
import { narrowed, type Window } from './text/when.js';
import { neverOn } from './text/windows.js';

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

/**
 * The days that are not hers, from whatever she tells, as long as she has not named one of them herself since: never offered, at the
 * first booking and at each change. Of an hour that does not suit, the day that she names with it is such a day.
 */
export function withNotOn(kept: Context['kept'], read: Reading): Context['kept'] {
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

/** @param windows when she wants to be called; the days that are not hers are left out of them, and of the nearest */
export const leavingOut = (windows: unknown, { kept }: Context): readonly unknown[] => [
  ...((windows as readonly unknown[] | undefined) ?? []),
  ...((kept.notOn as readonly unknown[] | undefined) ?? []),
];
