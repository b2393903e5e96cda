/**
 * A snapshot at rest: plain JSON with the hash of the definition it belongs to. XState fills gaps silently when it
 * restores, so `thaw` compares the leaves before and after, and refuses what does not fit; the shell then hands the
 * conversation to a person. Nothing is thrown away.
 */
import { getNextTransitions } from 'xstate';
import type { Compiled } from './compile.js';
import type { Context } from './context.js';
import { isTimer } from './events.js';
import { placesBackOf } from './insides.js';
import type { Snapshot } from './turn.js';

export interface Frozen {
  protocol: string;
  hash: string;
  value: unknown;
  historyValue: unknown;
  context: Context;
}

/** The stored state is of another definition, or of none. */
export class SnapshotDoesNotFit extends Error {
  override name = 'SnapshotDoesNotFit';
}

/** As XState persists it: its own way looks for actors in all that is remembered, and there are none. */
export function freeze({ protocol }: Pick<Compiled, 'protocol'>, snapshot: Snapshot): Frozen {
  const { value, context } = snapshot as { value: unknown; context: Context };
  const back = Object.entries(placesBackOf(snapshot)).map(([name, states]) => [name, states.map(({ id }) => ({ id }))]);
  const historyValue: unknown = Object.fromEntries(back);
  return { protocol: protocol.id, hash: protocol.hash, value, historyValue, context };
}

export function thaw({ machine, protocol }: Compiled, frozen: Frozen): Snapshot {
  if (frozen.protocol !== protocol.id || frozen.hash !== protocol.hash)
    throw new SnapshotDoesNotFit(
      `snapshot of ${frozen.protocol} ${frozen.hash.slice(0, 8)} met ${protocol.id} ${protocol.hash.slice(0, 8)}`,
    );
  return restore(machine, protocol.id, frozen);
}

/** Ids of the timers that this state waits for. */
export function timersOf(snapshot: Snapshot): string[] {
  return [
    ...new Set(
      getNextTransitions(snapshot)
        .map(t => t.eventType)
        .filter(isTimer),
    ),
  ];
}

/** Dotted paths of all active leaves. */
export function leaves(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return [at ? `${at}.${value}` : value];
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length === 0) return at ? [at] : [];
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, inner]) => leaves(inner, at ? `${at}.${key}` : key));
}

/** Throws SnapshotDoesNotFit when the machine lacks a place that the state names. */
export function restore(
  machine: Compiled['machine'],
  id: string,
  { value, historyValue, context }: Pick<Frozen, 'value' | 'historyValue' | 'context'>,
): Snapshot {
  let snapshot: Snapshot;
  try {
    snapshot = machine.restoreSnapshot(
      {
        status: 'active',
        value,
        historyValue: historyValue ?? {},
        context,
        children: {},
        output: undefined,
        error: undefined,
      } as never,
      {} as never,
    ) as Snapshot;
  } catch (error) {
    throw new SnapshotDoesNotFit(`snapshot of ${id}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const before = leaves(value).join(' ');
  const after = leaves(snapshot.value).join(' ');
  if (before !== after)
    throw new SnapshotDoesNotFit(`snapshot of ${id} says ${before}, the machine reads it as ${after}`);
  return snapshot;
}
