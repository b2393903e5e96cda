/**
 * How a region of the machine is written: states as data, with moves on events and named delays, before they become
 * XState configuration (compile.ts). The emergency, the calls and the talk use it; steps use the narrower Node.
 */
import type { Action } from './actions.js';
import type { FlowEvent } from './events.js';
import type { Condition } from './guards.js';
import type { Move } from './steps/kind.js';

export type EventType = FlowEvent['type'];

export interface State {
  entry?: readonly Action[];
  on?: Partial<Record<EventType, readonly Move[]>>;
  /** Named delays: the name stays when the number changes, so that stored timers keep their meaning. */
  after?: Readonly<Record<string, readonly Move[]>>;
  always?: readonly Move[];
  initial?: string;
  parallel?: true;
  states?: Readonly<Record<string, State>>;
  /** Deep history of its parent. */
  history?: true;
}

/** Milliseconds by delay name. */
export type Delays = Record<string, number>;

export interface Region {
  state: State;
  delays: Delays;
}

/**
 * Tells the people at once; the desk decides how loudly.
 *
 * @param when only then; what goes on in the talk is the same with it and without, so no move has to be told apart for it
 */
export const alert = (why: string, when?: Condition): Action => ({
  effect: 'alert',
  params: { why, ...(when ? { when } : {}) },
});
