/**
 * Who is working on what, until when. In memory: the data folder belongs to one process, so its claims end with it and
 * what it left undone is free the moment it starts again.
 */
export class Leases {
  readonly #held = new Map<string, { worker: string; until: number }>();

  /** Takes it for the worker, or says that somebody (the worker itself included) still has it. */
  take(key: string, worker: string, now: number, ms: number): boolean {
    const lease = this.#held.get(key);
    if (lease && lease.until > now) return false;
    this.#held.set(key, { worker, until: now + ms });
    return true;
  }

  /** Whether another worker took it last. */
  isOthers(key: string, worker: string): boolean {
    const lease = this.#held.get(key);
    return lease !== undefined && lease.worker !== worker;
  }

  release(key: string): void {
    this.#held.delete(key);
  }

  get size(): number {
    return this.#held.size;
  }

  /** Forgets those that ended without being released. */
  sweep(now: number): void {
    for (const [key, lease] of this.#held) if (lease.until <= now) this.#held.delete(key);
  }
}
