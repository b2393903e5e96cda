/** The time, as an argument: everything in the shell that needs it takes a clock, so that tests move it by hand. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
