/**
 * The connection to MongoDB: how it waits, what its errors mean to us, and the collections with their indexes.
 *
 * What is relied on is what every server of the kind has: one document is written whole or not at all, `_id` and plain
 * unique indexes are unique, a write that was acknowledged by the majority stays. No transactions, change streams, TTL
 * or partial indexes, pipelines in updates or positional operators, so that replica sets, sharded clusters (shard `turns`,
 * `heads`, `timers` and `outbox` by `conversation`, not hashed ids) and servers that only speak the protocol will do.
 */
import { type Collection, type Db, MongoClient, MongoError, MongoServerError } from 'mongodb';
import { StoreUnavailable } from '../store.js';
import type { BlobDoc, EffectDoc, HeadDoc, LockDoc, PlainDoc, TimerDoc, TurnDoc } from './shapes.js';

export interface Collections {
  turns: Collection<TurnDoc>;
  heads: Collection<HeadDoc>;
  timers: Collection<TimerDoc>;
  outbox: Collection<EffectDoc>;
  docs: Collection<PlainDoc>;
  blobs: Collection<BlobDoc>;
  locks: Collection<LockDoc>;
  pulse: Collection<{ _id: string; beats: number }>;
}

export interface Connection extends Collections {
  db: Db;
  /** False on servers where two updates of one document may both see its old state; see guard.ts. */
  isolated: boolean;
  close(): Promise<void>;
}

/** A message must not wait long for a store that is away: the channel is told to try again. */
const AWAY_MS = 2_000;
/** A server that took a question and says nothing. */
const SILENT_MS = 8_000;
const MAJORITY_MS = 5_000;

/** Throws StoreUnavailable for an address that the driver does not read; never with what it quotes, which may be the password. */
function clientOf(uri: string): MongoClient {
  try {
    return new MongoClient(uri, {
      appName: 'cauce',
      serverSelectionTimeoutMS: AWAY_MS,
      connectTimeoutMS: AWAY_MS,
      waitQueueTimeoutMS: AWAY_MS,
      heartbeatFrequencyMS: AWAY_MS,
      socketTimeoutMS: SILENT_MS,
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: MAJORITY_MS },
      readConcern: { level: 'majority' },
      promoteBuffers: true,
      ignoreUndefined: true,
    });
  } catch (error) {
    throw new StoreUnavailable(
      'la dirección de MongoDB no se puede leer: debe ser una como mongodb://user:password@127.0.0.1:27017/cauce, con opciones que el driver conozca, y los signos de la clave como @ : / escritos %40 %3A %2F',
      { cause: error },
    );
  }
}

/** Whether a server is there and lets us in; nothing is made in it. Throws StoreUnavailable. */
export async function answers(uri: string): Promise<void> {
  const client = clientOf(uri);
  try {
    await reached(async () => {
      await client.connect();
      await client.db('admin').command({ ping: 1 });
    });
  } finally {
    await client.close();
  }
}

/**
 * @param database where the URI names none: `cauce`
 * @throws StoreUnavailable when it cannot be reached or refuses us
 */
export async function connect(uri: string, database?: string): Promise<Connection> {
  const client = clientOf(uri);
  try {
    await reached(() => client.connect());
    const db = client.db(database ?? (client.options.dbName === 'test' ? 'cauce' : client.options.dbName));
    const collections: Collections = {
      turns: db.collection('turns'),
      heads: db.collection('heads'),
      timers: db.collection('timers'),
      outbox: db.collection('outbox'),
      docs: db.collection('docs'),
      blobs: db.collection('blobs'),
      locks: db.collection('locks'),
      pulse: db.collection('pulse'),
    };
    await reached(() => index(collections));
    const info = await reached(() => db.admin().buildInfo());
    return { ...collections, db, isolated: !isFerret1(info), close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** Runs what asks the server, and tells "it cannot now" (StoreUnavailable) from a mistake of ours. */
export async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUnfound(error) && (!(error instanceof MongoError) || isDuplicate(error) || isOurs(error))) throw error;
    throw new StoreUnavailable(`MongoDB no responde ahora: ${error.message}`, { cause: error });
  }
}

/** The name of a `mongodb+srv` address that no name server knows. */
const isUnfound = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && ((error as NodeJS.ErrnoException).syscall ?? '').startsWith('query');

export const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11_000;

/** BadValue, FailedToParse, TypeMismatch: what we asked makes no sense, and will not later. */
const isOurs = (error: MongoError): boolean =>
  error instanceof MongoServerError && [2, 9, 14].includes(Number(error.code));

/**
 * Writes many, of which those that are there already (a unique index says so) are left as they are.
 *
 * The driver throws for a duplicate after it has done all the others, because they are not ordered.
 */
export async function unlessThere(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failed = (error as { writeErrors?: { code: number }[] | { code: number } }).writeErrors;
    const errors = failed === undefined ? [] : [failed].flat();
    if (!isDuplicate(error) || errors.some(e => e.code !== 11_000)) throw error;
  }
}

/** One by one: some servers fail when one of several is there already. */
async function index({ turns, heads, timers, outbox, docs }: Collections): Promise<void> {
  // (conversation, cause) is the `_id`.
  await turns.createIndex({ conversation: 1, turn: 1 }, { unique: true });
  await turns.createIndex({ pending: 1 }, { sparse: true });
  await heads.createIndex({ open: 1, updatedAt: -1 });
  await heads.createIndex({ updatedAt: -1 });
  await heads.createIndex({ contact: 1 });
  await timers.createIndex({ dueAt: 1 });
  await timers.createIndex({ conversation: 1 });
  await outbox.createIndex({ state: 1, dueAt: 1 });
  await outbox.createIndex({ conversation: 1, lane: 1, order: 1 });
  await outbox.createIndex({ contact: 1 });
  await docs.createIndex({ collection: 1, id: 1 });
  await docs.createIndex({ contact: 1 }, { sparse: true });
}

/** FerretDB before 2 finds the document, changes it, and writes it over whatever was written in between. */
function isFerret1(info: Record<string, unknown>): boolean {
  const { version } = (info.ferretdb ?? {}) as { version?: string };
  if (version !== undefined) return /^v?[01]\./.test(version);
  return info.ferretdbVersion !== undefined;
}
