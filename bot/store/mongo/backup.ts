/**
 * Copies of a MongoDB store: one compressed file of extended JSON, a line for each document, and its way back.
 *
 * The log is copied last. It only grows, so every turn that a copied head, timer or effect came from is in the copy; what
 * was stored while copying is in the log, and `cauce rebuild` writes its head again. Where the cluster has its own backup
 * with a point in time, prefer that one.
 */
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BSON, type Document } from 'mongodb';
import { StoreUnavailable } from '../store.js';
import { type Connection, reached } from './connection.js';

const { EJSON } = BSON;

/** In the order in which they are copied. */
const COPIED = ['heads', 'timers', 'outbox', 'docs', 'blobs', 'turns'] as const;
const FORMAT = { cauce: 'backup', version: 1 };
const BATCH = 500;

/**
 * Writes the copy to `file`, which only its owner may read.
 *
 * Throws Error when the file exists (a backup is never overwritten), StoreUnavailable when it cannot be read or written.
 */
export async function copyInto(db: Connection, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} ya existe: dé otro nombre a la copia`);
  const part = `${file}.part`;
  try {
    const out = createWriteStream(part, { mode: 0o600, flush: true });
    await pipeline(Readable.from(lines(db)), createGzip(), out);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw new StoreUnavailable(`no se pudo escribir la copia en ${file}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * Brings a copy back into a database without conversations. Erasures done since must be replayed afterwards
 * (bot/privacy/erase.ts).
 *
 * Throws Error when the database has conversations or the file is no copy of ours.
 */
export async function restoreFrom(db: Connection, file: string): Promise<void> {
  if (await reached(() => db.turns.findOne({}))) {
    throw new Error('esta base de MongoDB tiene conversaciones: nombre una vacía en MONGODB_URI, y restaure ahí');
  }
  const input = createReadStream(file).pipe(createGunzip());
  const batch: Document[] = [];
  let into = '';
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await reached(() => db.db.collection(into).insertMany(batch));
    batch.length = 0;
  };
  try {
    for await (const line of createInterface({ input })) {
      const read = EJSON.parse(line) as Document;
      if (read.cauce === FORMAT.cauce) {
        if (read.version !== FORMAT.version) throw new Error(`${file} viene de otra versión de Cauce`);
      } else if (typeof read.into === 'string') {
        await flush();
        into = read.into;
      } else if (batch.push(read) >= BATCH) {
        await flush();
      }
    }
  } catch (error) {
    if (error instanceof StoreUnavailable || into !== '') throw error;
    throw new Error(`${file} no es una copia de Cauce: dé un archivo que escribió \`cauce backup\``, { cause: error });
  }
  await flush();
}

async function* lines(db: Connection): AsyncGenerator<string> {
  yield `${JSON.stringify(FORMAT)}\n`;
  for (const name of COPIED) {
    yield `${JSON.stringify({ into: name })}\n`;
    // Binary, which has a form in extended JSON; a Buffer has none.
    for await (const doc of db.db.collection(name).find({}, { promoteBuffers: false }))
      yield `${EJSON.stringify(doc, { relaxed: false })}\n`;
  }
}
