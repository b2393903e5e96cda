/**
 * The database file: how it is opened, what is in it, and what its errors mean to us.
 *
 * What a turn writes decides what the service can carry, so the tables are laid out for it. A turn adds one row at the end
 * of `turns` and one entry to its only index, and rewrites one row of `heads`; whatever else could be an index that
 * moves with every turn is not:
 * - a cause is unique, and turns follow without gaps, because the only writer looks before it writes;
 * - a conversation's timers stand in its `heads` row. `wake` is an instant not after the earliest of them: a timer that
 *   is armed again later leaves it, and whoever wakes too soon moves it;
 * - `day` says roughly when a head changed, and moves once a day.
 */
import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { StoreUnavailable } from '../store.js';

export type Database = DatabaseSyncInstance;

/** "Cauc": what tells our files from other SQLite files. */
export const APPLICATION_ID = 0x43617563;

/** Each brings a file from the version of its place to the next. What was released is never edited. */
const MIGRATIONS = [
  `
  CREATE TABLE turns (
    conversation TEXT NOT NULL, turn INTEGER NOT NULL, cause TEXT NOT NULL, at INTEGER NOT NULL,
    contact TEXT NOT NULL, facts TEXT NOT NULL, body BLOB NOT NULL
  ) STRICT;
  CREATE INDEX turns_of ON turns (conversation, cause, turn);

  CREATE TABLE heads (
    conversation TEXT NOT NULL PRIMARY KEY, contact TEXT NOT NULL, turn INTEGER NOT NULL, open INTEGER NOT NULL,
    day INTEGER NOT NULL, updated_at INTEGER NOT NULL, head TEXT NOT NULL, timers TEXT NOT NULL, wake INTEGER
  ) STRICT;
  CREATE INDEX heads_of ON heads (contact);
  CREATE INDEX heads_recent ON heads (open, day);
  CREATE INDEX heads_due ON heads (wake) WHERE wake IS NOT NULL;

  CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY, conversation TEXT NOT NULL, contact TEXT NOT NULL, lane TEXT NOT NULL,
    ord INTEGER NOT NULL, type TEXT NOT NULL, epoch INTEGER NOT NULL, due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL, body BLOB NOT NULL, state TEXT, reason TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX outbox_lane ON outbox (conversation, lane, ord, state);
  CREATE INDEX outbox_due ON outbox (due_at) WHERE state IS NULL;

  CREATE TABLE docs (
    collection TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, fields TEXT NOT NULL, data TEXT NOT NULL,
    sealed BLOB, contact TEXT, PRIMARY KEY (collection, id)
  ) STRICT;
  CREATE INDEX docs_of ON docs (contact) WHERE contact IS NOT NULL;
  CREATE TABLE doc_fields (
    collection TEXT NOT NULL, field TEXT NOT NULL, value ANY NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (collection, field, value, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE blobs (id TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE pulse (id INTEGER PRIMARY KEY, beats INTEGER NOT NULL) STRICT;
  `,
  // The way stands in the index: those of one that hangs are passed over without a look at their rows, however many they are.
  `
  ALTER TABLE outbox ADD COLUMN way TEXT NOT NULL DEFAULT '';
  DROP INDEX outbox_due;
  CREATE INDEX outbox_due ON outbox (due_at, id, way) WHERE state IS NULL;
  `,
];

/** 32 MB of log before it is written into the file: pages that many turns change are then written once. */
const CHECKPOINT_PAGES = 8_000;
/** A log that a long backup made grow is cut back to this. */
const LOG_BYTES = 64 * 2 ** 20;
const CACHE_KIB = 131_072;

/**
 * @param file a path, or `:memory:`
 * @throws StoreUnavailable when it cannot be opened, Error when it is not ours or newer than this program
 */
export function openDatabase(file: string): Database {
  if (file !== ':memory:' && !existsSync(file)) makeForOwner(file);
  const db = asked(() => new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true }));
  try {
    asked(() => {
      refuseForeign(db, file);
      // FULL: a commit that was acknowledged survives a power cut. FAST: what is deleted is overwritten where it stood.
      db.exec(`
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST; PRAGMA temp_store = MEMORY;
        PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA journal_size_limit = ${LOG_BYTES}; PRAGMA cache_size = -${CACHE_KIB}`);
      migrate(db, file);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLite would let whoever is on the machine read it, and its log as well, which takes the mode of the file. */
function makeForOwner(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    // Why it cannot be made, the database says when it opens it.
  }
}

/** Runs what asks the database, and tells "it cannot now" (StoreUnavailable) from a mistake of ours. */
export function asked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(error) ?? error;
  }
}

/** What the operator can do about each primary result code of SQLite that is no fault of the caller. */
const REASONS: Record<number, string> = {
  5: 'another process holds the database',
  6: 'another process holds the database',
  7: 'out of memory',
  8: 'the database may not be written',
  10: 'the disk fails',
  11: 'the database file is damaged; restore a backup',
  13: 'the disk is full',
  14: 'the database file cannot be opened',
  15: 'another process holds the database',
  26: 'the file is not a database',
};

function unavailable(error: unknown): StoreUnavailable | null {
  if (error instanceof StoreUnavailable) return error;
  const { errcode, message } = error as { errcode?: number; message: string };
  const reason = errcode === undefined ? undefined : REASONS[errcode & 0xff];
  if (reason) return new StoreUnavailable(`${reason} (SQLite ${errcode}: ${message})`, { cause: error });
  // The driver's own words when it could not even open the file.
  if (/unable to open database|database is not open|connection is closed/i.test(message))
    return new StoreUnavailable(message, { cause: error });
  return null;
}

function refuseForeign(db: Database, file: string): void {
  const id = pragma(db, 'application_id');
  const empty = pragma(db, 'schema_version') === 0;
  if (id !== APPLICATION_ID && !empty)
    throw new Error(
      `${file} no es una base de datos de Cauce: llévela a otro lugar, o nombre otra carpeta en CAUCE_DATA`,
    );
}

function migrate(db: Database, file: string): void {
  const version = pragma(db, 'user_version');
  if (version > MIGRATIONS.length) {
    throw new Error(
      `${file} viene de un Cauce más nuevo (esquema ${version}, este conoce ${MIGRATIONS.length}): use esa versión o restaure una copia anterior`,
    );
  }
  for (let at = version; at < MIGRATIONS.length; at++) {
    db.exec('BEGIN IMMEDIATE');
    db.exec(MIGRATIONS[at]!);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${at + 1}`);
    db.exec('COMMIT');
  }
}

const pragma = (db: Database, name: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0]);
