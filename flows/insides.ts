/**
 * What XState keeps in a snapshot and its types do not say. Whoever raises its version looks here, at `scope.ts` (how a
 * machine is stepped) and at `snapshot.ts` (how one is restored); nothing else of its insides is read.
 */
import type { AnyMachineSnapshot as Snapshot, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { FlowEvent } from './events.js';

/** By the id of a place that can be gone back to: the states that were left there. */
export type PlacesBack = Readonly<Record<string, readonly AnyStateNode[]>>;

interface Inside {
  _nodes: readonly AnyStateNode[];
  historyValue?: PlacesBack;
}
const inside = (snapshot: Snapshot): Inside => snapshot as unknown as Inside;

/** Every state that a conversation is in, and those around them. */
export const statesOf = (snapshot: Snapshot): readonly AnyStateNode[] => inside(snapshot)._nodes;

/** Where a release would go back to. */
export const placesBackOf = (snapshot: Snapshot): PlacesBack => inside(snapshot).historyValue ?? {};

/** The same place, with what is given of it replaced. */
export const withInside = (snapshot: Snapshot, changes: { context?: unknown; historyValue?: PlacesBack }): Snapshot =>
  Object.assign(Object.create(Object.getPrototypeOf(snapshot) as object), snapshot, changes) as Snapshot;

/** The moves that one state makes on an event, by itself; none where it leaves the event to those around it. */
export const movesOf = (state: AnyStateNode, snapshot: Snapshot, event: FlowEvent): AnyTransitionDefinition[] =>
  (state as unknown as Selecting).next(snapshot, event) ?? [];

interface Selecting {
  next(snapshot: Snapshot, event: FlowEvent): AnyTransitionDefinition[] | undefined;
}
