/** One thing at a time per key, in order of asking; different keys run side by side. */
export class InOrder {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key);
    const mine = before ? before.then(work, work) : work();
    const tail = mine.catch(() => undefined);
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return mine;
  }

  /** Resolves when nothing is running. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}

/**
 * Lets so many pass in one round of the event loop, in order of asking; the others wait for the next rounds. Without it
 * all that came in at once is worked off in one round, and a new connection, of which Node takes one a round, waits for
 * as many rounds as there are connections before it: seconds, where many write at once.
 */
export class Paced {
  readonly #most: number;
  #passed = 0;
  #planned = false;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  pass(): Promise<void> {
    this.#plan();
    if (this.#passed < this.#most && this.#waiting.length === 0) {
      this.#passed++;
      return DONE;
    }
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      const next = this.#waiting.splice(0, this.#most);
      this.#passed = next.length;
      if (next.length > 0) this.#plan();
      for (const resolve of next) resolve();
    });
  }
}

const DONE = Promise.resolve();

/** The most recently used, at most so many. */
export class Recent<V> {
  readonly #kept = new Map<string, V>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): V | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value as string);
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }
}
