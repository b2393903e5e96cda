/**
 * Where turns come to a step and go on by themselves, and where a danger takes the talk from the robot: from there on they are
 * alike, wherever they come from (ways.ts).
 */
import type { Compiled } from '../compile.js';
import type { Context } from '../context.js';
import type { Turned } from '../turn.js';
import type { Config } from './conditions.js';
import type { PlacesBack } from '../insides.js';
import type { Watch } from './symbolic.js';

/** All that what follows depends on, but for the event and the answers to what is not known. */
export interface Arrival {
  /** The guard that asks, of one state only. */
  guard: object;
  /** What the conversation holds, and what is known of it. */
  holding: string;
  /** How many questions were asked before, and how many changes made. */
  asked: number;
  changed: number;
  /** How much of the turn was decided before. */
  messages: number;
  effects: number;
  milestones: number;
  /** What else the conversation is in, and what it moves to, where that is known (decided.ts). */
  beside?: string;
  /** Places that can be gone back to, where they are known (decided.ts). */
  back?: PlacesBack;
}

/** Guards by which steps go on without an event: each is of one state, so that who is asked it is there. */
export function passingGuards({ machine }: Compiled): ReadonlySet<object> {
  const guards = new Set<object>();
  const add = ({ always, states }: Config): void => {
    for (const { guard } of always ?? []) if (guard) guards.add(guard.params);
    for (const state of Object.values(states ?? {})) add(state);
  };
  const root = machine.config as unknown as Config;
  add(root.states?.talk?.states?.bot ?? {});
  return guards;
}

/**
 * The guard that is asked first when an emergency opens. Wherever the robot was, the talk goes to the queue by moves without a
 * guard, so what follows depends on what the conversation holds alone. Where it was is remembered for a release, and no
 * emergency is given back to it (explore.ts).
 */
export function openingGuard({ machine }: Compiled): object | undefined {
  const root = machine.config as unknown as Config;
  return root.states?.emergency?.states?.idle?.on?.SOS?.[0]?.guard?.params;
}

export const arrivalOf = (guard: object, context: Context, watch: Watch, turned: Turned): Arrival => ({
  guard,
  holding: JSON.stringify([context, watch.need, watch.raised]),
  asked: watch.unknowns.count,
  changed: watch.changes.length,
  messages: turned.messages.length,
  effects: turned.effects.length,
  milestones: turned.milestones.length,
});
