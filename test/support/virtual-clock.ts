/** A clock that stands still until a test moves it. */
import type { Clock } from '../../bot/clock.js';

export class VirtualClock implements Clock {
  #now: number;

  /** Monday 2 March 2026, 12:00 UTC, unless told. */
  constructor(now = Date.UTC(2026, 2, 2, 12)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** Lets so many milliseconds pass; fewer than none sets it back, as an operator may do. */
  pass(ms: number): void {
    this.#now += ms;
  }
}
