/**
 * Keeps timers and outbox going: woken by each commit, and by the clock for what falls due later. One run at a time;
 * an error in one run is told and the next follows.
 */
export interface Job {
  name: string;
  /** Returns how many things it did; more than none and it runs again at once. */
  run(): Promise<number>;
}

export class Loop {
  readonly #job: Job;
  readonly #onError: (name: string, error: unknown) => void;
  #running: Promise<void> = Promise.resolve();
  #isRunning = false;
  #again = false;
  #stopped = false;
  #tick: NodeJS.Timeout | null = null;

  constructor(job: Job, onError: (name: string, error: unknown) => void) {
    this.#job = job;
    this.#onError = onError;
  }

  /** Looks every `everyMs` for what fell due. */
  start(everyMs: number): void {
    this.#tick = setInterval(() => this.wake(), everyMs);
    this.#tick.unref();
    this.wake();
  }

  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    if (!this.#isRunning) this.#running = this.#drain();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#tick) clearInterval(this.#tick);
    await this.#running;
  }

  async #drain(): Promise<void> {
    this.#isRunning = true;
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        if ((await this.#job.run()) > 0) this.#again = true;
      }
    } catch (error) {
      this.#onError(this.#job.name, error);
    } finally {
      // In the moment of the last look, and not when the promise is looked at: a wake in between would be lost.
      this.#isRunning = false;
    }
  }
}
