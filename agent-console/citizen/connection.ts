/** Whether there is a connection, told only when it matters: a gap of a few seconds is nobody's business. */
import type { World } from './wire.js';

const TOLD_AFTER_MS = 5_000;

export class Connection {
  readonly #world: World;
  /** `since` when she is offline, null when she is on line again. */
  readonly #tell: (since: number | null) => void;
  #since: number | null = null;
  #told = false;
  #cancel: (() => void) | null = null;

  constructor(world: World, tell: (since: number | null) => void) {
    this.#world = world;
    this.#tell = tell;
  }

  /** Whoever called for help is told at once that nobody has heard it. */
  reached(yes: boolean, urgent = false): void {
    if (yes) this.#up();
    else this.#down(urgent ? 0 : TOLD_AFTER_MS);
  }

  /** The browser itself says so: no need to wait. */
  cut(): void {
    this.#down(0);
  }

  #down(afterMs: number): void {
    this.#since ??= this.#world.now();
    if (this.#told || (this.#cancel && afterMs > 0)) return;
    this.#cancel?.();
    this.#cancel = this.#world.later(afterMs, () => {
      this.#told = true;
      this.#tell(this.#since);
    });
  }

  #up(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#since = null;
    if (this.#told) this.#tell(null);
    this.#told = false;
  }
}
