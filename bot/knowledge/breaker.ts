/**
 * A circuit breaker: after some failures in a row whoever fails is left alone for a while, then tried once, and asked again
 * when that goes well. Our own, because those that run on Node 20 look at the machine's clock or set timers of their own,
 * and what a service does here is decided by the clock that it was given.
 */
export interface BreakerParts {
  now(): number;
  /** Failures in a row that open it. */
  opensAfter: number;
  /** Milliseconds until one is let through to try. */
  restMs: number;
}

export class Breaker {
  readonly #parts: BreakerParts;
  #failures = 0;
  #restsUntil: number | null = null;
  #isTrying = false;

  constructor(parts: BreakerParts) {
    this.#parts = parts;
  }

  /** `half-open`: the next one tries whether it works again. */
  get state(): 'closed' | 'open' | 'half-open' {
    if (this.#restsUntil === null) return 'closed';
    return this.#parts.now() < this.#restsUntil || this.#isTrying ? 'open' : 'half-open';
  }

  /** Whether it may be tried now; whoever is let through says how it went. */
  enter(): boolean {
    const { state } = this;
    if (state === 'half-open') this.#isTrying = true;
    return state !== 'open';
  }

  succeeded(): void {
    this.#failures = 0;
    this.#restsUntil = null;
    this.#isTrying = false;
  }

  failed(): void {
    this.#failures += 1;
    this.#isTrying = false;
    if (this.#failures >= this.#parts.opensAfter) this.#restsUntil = this.#parts.now() + this.#parts.restMs;
  }
}
