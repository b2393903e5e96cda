/** Waiting before another try: longer each time, never twice the same, and over at once when there is a reason. */
import type { World } from './wire.js';

const FIRST_MS = 700;
const LONGEST_MS = 15_000;

export class Patience {
  readonly #world: World;
  #tries = 0;
  #over: (() => void) | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  /** It worked: the next wait is short again. */
  rest(): void {
    this.#tries = 0;
  }

  /** Waits so long, or as long as the tries so far ask for. */
  wait(ms?: number): Promise<void> {
    const grown = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#tries++);
    return new Promise(resolve => {
      const done = (): void => {
        cancel();
        this.#over = null;
        resolve();
      };
      const cancel = this.#world.later(ms ?? grown * (0.75 + this.#world.chance() / 2), done);
      this.#over = done;
    });
  }

  /** The network is back, or she came back to the page. */
  hurry(): void {
    this.#over?.();
  }
}
