/**
 * The database that `restore` put aside, beside the one in use: an erasure goes through it as well, so that nothing that
 * was erased comes back from it. That needs no master key: a key is destroyed, not opened.
 */
import { existsSync } from 'node:fs';
import type { Clock } from '../clock.js';
import { openDatabase } from '../store/sqlite/database.js';
import { asideOf, databaseIn, sqliteStore } from '../store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from '../store/store.js';
import { type ErasureLog, erasureLogIn, replayErasures } from './erase.js';
import { KeysUnusable } from './keys.js';
import { destroyIn, keyIn } from './vault.js';

/** The log of erasures in `file`, whose erasures go through the database that was put aside in `folder`, where there is one. */
export function erasureLogOver(file: string, folder: string, clock: Clock): ErasureLog {
  const log = erasureLogIn(file);
  return {
    ...log,
    async alsoElsewhere() {
      await withAside(folder, async store => {
        const vault = {
          keyOf: (contact: string) => keyIn(store, contact),
          destroy: (contact: string, at: number) => destroyIn(store, contact, at),
        };
        await replayErasures({ store, vault, clock, log, forget: () => undefined });
      });
    },
  };
}

/** What `work` finds in the database that was put aside; null where there is none. Throws StoreUnavailable with what to do. */
export async function withAside<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T | null> {
  const file = asideOf(databaseIn(folder));
  if (!existsSync(file)) return null;
  let store: Store | null = null;
  try {
    store = sqliteStore(openDatabase(file));
    return await work(store);
  } catch (error) {
    // Keys that were rotated since are of the one in use alone.
    if (!(error instanceof StoreUnavailable) && !(error instanceof KeysUnusable)) throw error;
    throw new StoreUnavailable(
      `${error.message}. Es ${file}, que un restore dejó aparte: elimínelo donde nadie lo necesite, y borre de nuevo`,
      { cause: error },
    );
  } finally {
    await store?.close();
  }
}
