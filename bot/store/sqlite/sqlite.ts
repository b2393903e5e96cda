/**
 * The store in one SQLite file: the default, for one process and a whole institution.
 *
 * Everything that a turn changes is one transaction, so `recover` has nothing to do. Every write joins the group commit;
 * reads are immediate and see what is durable.
 */
import path from 'node:path';
import { text } from '../checks.js';
import {
  type Committed,
  type Doc,
  type DocQuery,
  type Entry,
  RevisionConflict,
  type Store,
  StoreUnavailable,
} from '../store.js';
import { copyInto } from './backup.js';
import { asked, type Database, openDatabase } from './database.js';
import { Docs } from './docs.js';
import { GroupCommit } from './group-commit.js';
import { Log } from './log.js';
import { Outbox } from './outbox.js';
import { Timers } from './timers.js';

/** The file of the database in a data folder. */
export const databaseIn = (folder: string): string => path.join(folder, 'cauce.db');

/** Where a restore puts the database that it replaces. */
export const asideOf = (database: string): string => `${database}.before-restore`;

/** Opens (or creates) the store of a data folder that this process holds; see openDataDir. */
export function openSqliteStore(folder: string): Store {
  return sqliteStore(openDatabase(databaseIn(folder)));
}

/** A store that is gone when it is closed, for simulations. */
export function openMemoryStore(): Store {
  return sqliteStore(openDatabase(':memory:'));
}

/** The store of an open database, which it closes. */
export function sqliteStore(db: Database): Store {
  const writes = new GroupCommit(db);
  const outbox = new Outbox(db, writes);
  const log = new Log(db, outbox);
  const timers = new Timers(db, writes);
  const docs = new Docs(db);
  const blobs = {
    put: db.prepare(
      'INSERT INTO blobs (id, bytes) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes',
    ),
    get: db.prepare('SELECT bytes FROM blobs WHERE id = ?'),
    delete: db.prepare('DELETE FROM blobs WHERE id = ?'),
  };
  const pulse = {
    beat: db.prepare(
      'INSERT INTO pulse (id, beats) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET beats = beats + 1 RETURNING beats',
    ),
    feel: db.prepare('SELECT beats FROM pulse WHERE id = 1'),
  };
  const others = db.prepare('PRAGMA data_version');
  let copying: Promise<void> = Promise.resolve();

  const read = async <T>(question: () => T): Promise<T> => asked(question);
  const write = async <T>(change: () => T): Promise<T> => {
    if (!db.isOpen) throw new StoreUnavailable('the database is closed');
    return writes.write(change);
  };

  return {
    async commit(entry: Entry): Promise<Committed> {
      const { committed, timersAdded } = await write(() => log.commit(entry));
      timers.counted(timersAdded);
      return committed;
    },
    turnByCause: (conversation, cause) => read(() => log.byCause(conversation, cause)),
    turns: (conversation, { after = 0, limit = -1 } = {}) => read(() => log.turns(conversation, after, limit)),
    turn: (conversation, turn) => read(() => log.turn(conversation, turn)),
    putBodies: bodies => write(() => log.putBodies(bodies)),
    head: conversation => read(() => log.head(conversation)),
    heads: query => read(() => log.heads(query)),
    async *conversations() {
      yield* asked(() => log.conversations());
    },
    putHead: head => write(() => log.putHead(head)),

    timers: conversation => read(() => timers.of(conversation)),
    claimTimers: claim => timers.claim(claim),
    dropTimer: timer => timers.drop(timer),

    claimEffects: claim => read(() => outbox.claim(claim)),
    settleEffect: (id, worker, settled) => outbox.settle(id, worker, settled),
    withholdEffects: (contact, reason) => outbox.withhold(contact, reason),
    effects: conversation => read(() => outbox.of(conversation)),
    backlog: () => read(() => ({ ...outbox.backlog(), ...timers.backlog() })),

    getDoc: (collection, id) => read(() => docs.get(collection, id)),
    async putDoc(doc: Omit<Doc, 'version'>, expected: number): Promise<number> {
      const put = await write(() => docs.put(doc, expected));
      if ('version' in put) return put.version;
      throw new RevisionConflict(`${doc.collection} ${doc.id} is at version ${put.found}, not ${expected}`);
    },
    findDocs: (collection: string, query: DocQuery = {}) => read(() => docs.find(collection, query)),
    docsOf: contact => read(() => docs.ofContact(contact)),
    deleteDoc: (collection, id) => write(() => docs.delete(collection, id)),

    putBlob: (id, bytes) => write(() => void blobs.put.run(text(id, 'blob id'), bytes)),
    getBlob: id => read(() => (blobs.get.get(id) as { bytes: Uint8Array } | undefined)?.bytes ?? null),
    deleteBlob: id => write(() => void blobs.delete.run(id)),

    recover: () => Promise.resolve(0),
    async ping() {
      const { beats } = await write(() => pulse.beat.get() as { beats: number });
      const felt = await read(() => pulse.feel.get() as { beats: number } | undefined);
      if (!felt || felt.beats < beats) throw new StoreUnavailable('what was written cannot be read');
    },
    othersWrote: () => asked(() => (others.get() as { data_version: number }).data_version),
    async scrub() {
      // A copy in progress still reads the log that is to be emptied.
      await copying;
      await read(() => {
        writes.flush();
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      });
    },
    backup(file: string): Promise<void> {
      const copy = copying.then(() => copyInto(db, file));
      copying = copy.catch(() => undefined);
      return copy;
    },
    async close() {
      await copying;
      if (!db.isOpen) return;
      writes.flush();
      try {
        // Closing does not do it while statements are prepared; a closed store is one file.
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // On a full disk the log keeps what it has, and the next start reads it from there.
      }
      db.close();
    },
  };
}
