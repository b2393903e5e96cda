/**
 * The server's time and the one ticker of the page.
 *
 * Times on the screen come from the server's clock: the computer's may be wrong, and an executive compares what she sees
 * with what an institution says. Clocks write into text nodes at a tick; React does not paint for the passing of time.
 */
import { Store } from './store.js';

/** Past this the person is told that the computer's clock is wrong. */
export const DRIFT_TOLD_MS = 30_000;

export interface TickingClock {
  /** Writes itself for this instant, and says how long it may rest, in ms. */
  tick(now: number): number;
}

export class Clock {
  /** How far this computer is behind the server, ms. */
  readonly offset = new Store(0);
  readonly #clocks = new Map<TickingClock, number>();
  readonly #localNow: () => number;

  constructor(localNow: () => number) {
    this.#localNow = localNow;
  }

  readonly now = (): number => this.#localNow() + this.offset.get();

  /** The server said what time it is. Small differences are the network's and are ignored. */
  set(serverNow: number): void {
    const offset = serverNow - this.#localNow();
    if (Math.abs(offset - this.offset.get()) > 250) this.offset.set(offset);
  }

  /** Draws it at once and then when it is due; gives the function that forgets it. */
  add(clock: TickingClock): () => void {
    this.#draw(clock, this.now());
    return () => this.#clocks.delete(clock);
  }

  /** Once a second. `all`: the page was hidden or the format changed, so nothing on it can be trusted. */
  beat(all = false): void {
    const now = this.now();
    for (const [clock, due] of this.#clocks) if (all || now >= due) this.#draw(clock, now);
  }

  #draw(clock: TickingClock, now: number): void {
    this.#clocks.set(clock, now + clock.tick(now));
  }
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Under two minutes each second; later every fifteen. */
export const restOf = (age: number): number => (Math.abs(age) < 2 * MINUTE ? SECOND - 50 : 15 * SECOND);
