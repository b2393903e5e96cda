/**
 * A process that commits turns as fast as it can and tells its parent each one that was acknowledged, until it is killed:
 * `store-writer.ts sqlite <folder>` or `store-writer.ts mongo <uri> <database>`.
 */
import { writeSync } from 'node:fs';
import { createIds } from '../../bot/ids.js';
import { systemClock } from '../../bot/clock.js';
import { openMongoStore } from '../../bot/store/mongo/mongo.js';
import { openDataDir } from '../../bot/store/sqlite/lock.js';
import { openSqliteStore } from '../../bot/store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from '../../bot/store/store.js';
import { entryOf } from '../store/entries.js';

const CONVERSATIONS = 12;

const [kind, where = '', database = ''] = process.argv.slice(2);
const store = kind === 'mongo' ? await openMongoStore(where, { database }) : openSqliteStore(openDataDir(where).path);
const ids = createIds(systemClock);
writeSync(1, 'ready\n');
await Promise.all(Array.from({ length: CONVERSATIONS }, (_, i) => talk(store, `c${i}`)));

async function talk(store: Store, conversation: string): Promise<never> {
  for (;;) {
    const cause = `in:${ids.next()}`;
    let turn = await tried(store, conversation, cause);
    while (turn === null) turn = await tried(store, conversation, cause);
    writeSync(1, `${conversation} ${turn} ${cause}\n`);
  }
}

/** The turn in which it is stored; null when another process was first or the store did not answer, and it is to be tried again. */
async function tried(store: Store, conversation: string, cause: string): Promise<number | null> {
  try {
    const turn = ((await store.head(conversation))?.turn ?? 0) + 1;
    const outbox = [{ id: `${conversation}-${cause}` }];
    const committed = await store.commit(entryOf({ conversation, turn, cause, outbox, timers: { wait: turn } }));
    if (committed.result === 'conflict') return null;
    return committed.result === 'duplicate' ? committed.turn.turn : turn;
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}
