/**
 * Copies: one compact file without a trace of what was deleted, made while the service runs, and its way back.
 *
 * The copy is written by a thread of its own with a connection of its own, so that not one message waits for it.
 */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DatabaseSync } from '@photostructure/sqlite';
import { StoreUnavailable } from '../store.js';
import { APPLICATION_ID, type Database, openDatabase } from './database.js';

const OWNER_ONLY = 0o600;
/** Said of a file that is none. */
export const NO_BACKUP = 'no es una copia de Cauce: dé un archivo que escribió `cauce backup`';

/** Runs in the thread, which has no imports of ours. */
const COPY = `
  const { workerData } = require('node:worker_threads');
  const { DatabaseSync } = require(workerData.driver);
  const db = new DatabaseSync(workerData.from, { timeout: 5000 });
  db.prepare('VACUUM INTO ?').run(workerData.into);
  db.close();`;

/**
 * Writes a consistent copy of the database to `file`, which only its owner may read.
 *
 * Throws Error when the file exists (a backup is never overwritten), StoreUnavailable when it cannot be written.
 */
export async function copyInto(db: Database, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} ya existe: dé otro nombre a la copia`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    // VACUUM INTO fills an empty file that exists, which keeps our mode.
    closeSync(openSync(part, 'w', OWNER_ONLY));
    const from = db.location();
    if (from === null) db.prepare('VACUUM INTO ?').run(part);
    else await inThread({ driver: createRequire(import.meta.url).resolve('@photostructure/sqlite'), from, into: part });
    sync(part);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw new StoreUnavailable(`no se pudo escribir la copia en ${file}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * Puts a backup in the place of a data folder's database, of which this process must hold the folder. The database that
 * was there is kept as `aside`.
 *
 * Erasures done since the backup must be replayed afterwards (bot/privacy/erase.ts).
 *
 * Throws Error when the backup is not a whole database of Cauce; nothing is then changed.
 */
export function restoreInto(database: string, backup: string, aside: string): void {
  if (!isOurs(backup)) throw new Error(`${backup} ${NO_BACKUP}`);
  const part = `${database}.part`;
  try {
    copyFileSync(backup, part);
    chmodSync(part, OWNER_ONLY);
    checkWhole(part, backup);
    sync(part);
    if (existsSync(database)) {
      emptyLog(database);
      // Also one of an older Cauce, which left that to the folder.
      chmodSync(database, OWNER_ONLY);
      renameSync(database, aside);
    }
    for (const rest of ['-wal', '-shm']) rmSync(`${database}${rest}`, { force: true });
    renameSync(part, database);
  } finally {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${part}${rest}`, { force: true });
  }
}

function inThread(workerData: { driver: string; from: string; into: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(COPY, { eval: true, workerData, env: {}, execArgv: [] });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

/** A copy that an older program made is brought to this one's schema on the way. */
function checkWhole(file: string, backup: string): void {
  try {
    checked(file, backup);
  } catch (error) {
    // As the store says it, it would be taken for the database that is here.
    if (!(error instanceof Error && /SQLite (?:11|26)\b|malformed|not a database/.test(error.message))) throw error;
    throw new Error(`${backup} está dañada (${error.message.match(/SQLite \d+/)?.[0] ?? 'SQLite'}): use otra copia`, {
      cause: error,
    });
  }
}

function checked(file: string, backup: string): void {
  const db = openDatabase(file);
  try {
    const { quick_check: found } = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    if (found !== 'ok') throw new Error(`${backup} está dañada (${found}): use otra copia`);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** By its header: opening an empty file would make a database of it (https://www.sqlite.org/fileformat.html §1.3). */
export function isOurs(file: string): boolean {
  if (!statSync(file).isFile()) return false;
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  readSync(handle, header);
  closeSync(handle);
  return header.toString('latin1', 0, 15) === 'SQLite format 3' && header.readUInt32BE(68) === APPLICATION_ID;
}

/** So that the file alone is the whole database. */
function emptyLog(file: string): void {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
