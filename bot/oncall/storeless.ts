/**
 * Calls for help that the store could not take: everybody on the list is called, one after the other, by this process alone,
 * until the store is back.
 */
import { STEP_MS } from './pages.js';
import type { OnCallPerson } from './roster.js';
import type { Tried } from './ways.js';

interface Parts {
  roster(): readonly OnCallPerson[];
  /** Calls this person to what has waited since. */
  page(person: OnCallPerson, since: number): Promise<Tried[]>;
  log: { error(event: string, fields?: Record<string, unknown>): void };
}

export class Storeless {
  readonly #parts: Parts;
  #going: { since: number; calls: number; nextAt: number } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Gives the call that is being made, or null where they go on already or nobody can be called. */
  begin(now: number): Promise<void> | null {
    if (this.#going) return null;
    this.#going = { since: now, calls: 0, nextAt: now };
    return this.tick(now);
  }

  /** Gives the call that fell due, or null. */
  tick(now: number): Promise<void> | null {
    const going = this.#going;
    if (!going || now < going.nextAt) return null;
    going.nextAt = now + STEP_MS;
    const { roster, page, log } = this.#parts;
    const people = roster();
    const person = people[going.calls++ % Math.max(1, people.length)];
    if (!person) {
      log.error('call for help without a store, and nobody is on call');
      return null;
    }
    return page(person, going.since).then(tries => {
      for (const { way, result, reason } of tries)
        if (result === 'failed') log.error('person on call not reached', { way, reason });
    });
  }

  end(): void {
    this.#going = null;
  }
}
