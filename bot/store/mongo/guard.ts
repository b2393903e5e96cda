/**
 * "Change it if it is still as I saw it", on servers that do not keep that promise.
 *
 * MongoDB applies an update to one document in isolation, and everything here is then free. FerretDB 1 does not: of
 * twelve that swapped the same version at once, up to twelve were told that they had won. Inserting under one `_id` is
 * safe there too, so a short lock document makes the swaps of one name follow each other.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { InOrder } from '../../order.js';
import { StoreUnavailable } from '../store.js';
import { type Connection, isDuplicate } from './connection.js';

/** A process that dies inside holds the lock as long as this. */
const HELD_MS = 2_000;
const AGAIN_MS = 4;
const PATIENCE_MS = 3 * HELD_MS;

export class Guard {
  readonly #connection: Connection;
  readonly #order = new InOrder();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Runs what reads and then changes documents under this name, after those that began before. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.#connection.isolated) return work();
    return this.#order.run(name, async () => {
      await this.#take(name);
      try {
        return await work();
      } finally {
        await this.#connection.locks.deleteOne({ _id: name });
      }
    });
  }

  async #take(name: string): Promise<void> {
    const { locks } = this.#connection;
    // By the clock, and not by looks: on a slow server each of them takes its time.
    for (const since = Date.now(); Date.now() - since < PATIENCE_MS; ) {
      try {
        await locks.insertOne({ _id: name, until: Date.now() + HELD_MS });
        return;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      const lock = await locks.findOne({ _id: name });
      if (lock && lock.until < Date.now()) await locks.deleteOne({ _id: name, until: lock.until });
      else await pause(AGAIN_MS);
    }
    throw new StoreUnavailable(`another process holds ${name.split(' ')[0]} for too long`);
  }
}
