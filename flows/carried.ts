/**
 * A conversation whose own definition cannot be loaded any more, taken over by the one that is there, and by a person.
 *
 * Each region stays where it was if the new machine has that place, and begins anew otherwise. What is known of her, who
 * has her, the calls and an open emergency are kept whatever fits; timers that the new state waits for and nobody armed
 * are armed.
 */
import type { Compiled } from './compile.js';
import { type Context, initialContext, initialMarks } from './context.js';
import type { World } from './events.js';
import type { Shape } from './talk/say.js';
import { type Frozen, restore, SnapshotDoesNotFit, timersOf } from './snapshot.js';
import { advance, begin, type Snapshot, type Turned } from './turn.js';

/** @param armed - Timers that the store holds for her now. */
export function carried(
  compiled: Compiled,
  frozen: Frozen | undefined,
  { world, shape, armed }: { world: World; shape: Shape; armed: Iterable<string> },
): Turned {
  const { snapshot, lost } = fitted(compiled, frozen);
  const parked = { type: 'PARKED', reason: 'snapshot', text: '', world } as const;
  const opened = lost.has('emergency')
    ? advance(compiled, snapshot, { type: 'SOS', why: 'executive', read: null, world }, shape)
    : undefined;
  const turned = advance(compiled, opened?.snapshot ?? snapshot, parked, shape, opened);
  return rearmed(compiled, turned, new Set(armed));
}

/** The state as far as this machine has its places. `lost`: the emergency, when it was open and begins anew. */
function fitted(compiled: Compiled, frozen: Frozen | undefined): { snapshot: Snapshot; lost: Set<string> } {
  const { machine, protocol } = compiled;
  const begun = begin(compiled);
  if (!isObject(frozen?.value) || !isObject(frozen.context)) return { snapshot: begun, lost: new Set() };
  const { context, value: before, historyValue } = frozen;
  const kept: Context = {
    ...initialContext(protocol.locales[0]!),
    ...context,
    marks: { ...initialMarks, ...context.marks },
  };
  const at = (value: unknown, history: unknown = {}): Snapshot | null => {
    try {
      return restore(machine, protocol.id, { value, historyValue: history, context: kept });
    } catch (error) {
      if (error instanceof SnapshotDoesNotFit) return null;
      throw error;
    }
  };
  const whole = at(before, historyValue);
  if (whole) return { snapshot: whole, lost: new Set() };
  let value: unknown = begun.value;
  const lost = new Set<string>();
  for (const region of Object.keys(begun.value as object)) {
    const moved = { ...(value as object), [region]: (before as Record<string, unknown>)[region] };
    if (moved[region] !== undefined && at(moved)) value = moved;
    else lost.add(region);
  }
  const snapshot = restore(machine, protocol.id, { value, historyValue: {}, context: without(kept, lost) });
  return { snapshot, lost: kept.marks.emergency ? lost : new Set() };
}

/** What a region that begins anew cannot go on with: its calls are kept as they were, without an outcome. */
function without(context: Context, lost: ReadonlySet<string>): Context {
  const gone = context.calls.flatMap((call, slot) => (call && lost.has(`call${slot}`) ? [call] : []));
  const calls = context.calls.map((call, slot) => (lost.has(`call${slot}`) ? null : call));
  return {
    ...context,
    calls,
    ledger: [...context.ledger, ...gone],
    marks: {
      ...context.marks,
      open: calls.filter(call => call !== null).length as Context['marks']['open'],
      emergency: context.marks.emergency && !lost.has('emergency'),
    },
  };
}

/** Armed is what the new state waits for, and nothing else. */
function rearmed({ delays }: Compiled, turned: Turned, armed: ReadonlySet<string>): Turned {
  const awaited = new Set(timersOf(turned.snapshot));
  for (const timer of armed) if (!awaited.has(timer)) turned.timers.set(timer, 'cancelled');
  for (const timer of awaited) {
    const isSet = turned.timers.has(timer) ? turned.timers.get(timer) !== 'cancelled' : armed.has(timer);
    if (!isSet) turned.timers.set(timer, { delayMs: lengthOf(timer, delays) });
  }
  return turned;
}

/** XState names a timer after its delay and its state: `xstate.after.<delay>.<state>`. */
function lengthOf(timer: string, delays: Compiled['delays']): number {
  const named = Object.keys(delays).filter(name => timer.startsWith(`xstate.after.${name}.`));
  const longest = named.sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) throw new Error(`timer ${timer} has none of the machine's delays`);
  return delays[longest]!;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
