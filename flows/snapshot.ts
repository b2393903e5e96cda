/**
 * A snapshot at rest: plain JSON with the hash of the definition it belongs to. XState fills gaps silently when it
 * restores, so `thaw` compares the leaves before and after, and refuses what does not fit; the shell then hands the
 * conversation to a person. Nothing is thrown away.
 */
import { getNextTransitions } from 'xstate';
import type { Compiled } from './compile.js';
import { type Context, initialContext } from './context.js';
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

export function freeze({ machine, protocol }: Compiled, snapshot: Snapshot): Frozen {
  const { value, historyValue, context } = machine.getPersistedSnapshot(snapshot) as unknown as {
    value: unknown;
    historyValue: unknown;
    context: Context;
  };
  return { protocol: protocol.id, hash: protocol.hash, value, historyValue, context };
}

export function thaw({ machine, protocol }: Compiled, frozen: Frozen): Snapshot {
  if (frozen.protocol !== protocol.id || frozen.hash !== protocol.hash)
    throw new SnapshotDoesNotFit(
      `snapshot of ${frozen.protocol} ${frozen.hash.slice(0, 8)} met ${protocol.id} ${protocol.hash.slice(0, 8)}`,
    );
  return restore(machine, protocol.id, frozen);
}

/**
 * Takes a conversation to another version of its protocol. Leaves that the new machine lacks are renamed by `states`
 * (old dotted path → new); what still does not fit is refused.
 */
export function migrate(
  { machine, protocol }: Compiled,
  frozen: Frozen,
  states: Readonly<Record<string, string>> = {},
): { snapshot: Snapshot; timers: string[] } {
  const value = nest(leaves(frozen.value).map(path => states[path] ?? path));
  const context = { ...initialContext(protocol.locales[0]!), ...frozen.context };
  const snapshot = restore(machine, protocol.id, { ...frozen, value, historyValue: {}, context });
  return { snapshot, timers: timersOf(snapshot) };
}

/** Ids of the timers that this state waits for. */
export function timersOf(snapshot: Snapshot): string[] {
  return [
    ...new Set(
      getNextTransitions(snapshot)
        .map(t => t.eventType)
        .filter(type => type.startsWith('xstate.after.')),
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

function restore(machine: Compiled['machine'], id: string, { value, historyValue, context }: Frozen): Snapshot {
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

function nest(paths: readonly string[]): unknown {
  const root: Record<string, unknown> = {};
  for (const path of paths) {
    const keys = path.split('.');
    let at = root;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
  }
  return fold(root);
}

/** {a: {b: {}}} → {a: 'b'}, as XState writes state values. */
function fold(node: Record<string, unknown>): unknown {
  const keys = Object.keys(node);
  if (keys.length === 1) {
    const only = node[keys[0]!] as Record<string, unknown>;
    if (Object.keys(only).length === 0) return keys[0];
  }
  return Object.fromEntries(keys.map(key => [key, fold(node[key] as Record<string, unknown>)]));
}
