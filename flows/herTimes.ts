/** When she wants to be called, as it is kept from message to message: what she says now within what she said before. */
import type { Context } from './context.js';
import { localOf } from './calendar/zones.js';
import type { Reading } from './reading.js';
import { narrowed, type Window } from './text/when.js';

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
