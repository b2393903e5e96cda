/**
 * The store in MongoDB: any number of processes share it.
 *
 * `recover` at start and every minute or so: it completes what a process that died had stored and not yet spread.
 */
import { type Clock, systemClock } from '../../clock.js';
import { text } from '../checks.js';
import { type Store, StoreUnavailable } from '../store.js';
import { copyInto, restoreFrom } from './backup.js';
import { connect, type Connection, reached } from './connection.js';
import { Docs } from './docs.js';
import { Guard } from './guard.js';
import { Log } from './log.js';
import { Outbox } from './outbox.js';
import { asBuffer } from './shapes.js';
import { Timers } from './timers.js';

/** MongoDB takes documents of 16 MB. */
const BLOB_MOST = 15 * 2 ** 20;

/** No process that is alive takes longer from reading a pending turn to writing what follows from it. */
const REMEMBERED_MS = 3_600_000;

export interface MongoStore extends Store {
  /** Brings a backup back into this database, which must be without conversations. */
  restore(file: string): Promise<void>;
}

interface Options {
  /** Where the URI names no database: `cauce`. */
  database?: string;
  clock?: Clock;
}

/** @throws StoreUnavailable when it cannot be reached within some two seconds, or refuses us */
export async function openMongoStore(
  uri: string,
  { database, clock = systemClock }: Options = {},
): Promise<MongoStore> {
  return mongoStore(await connect(uri, database), clock);
}

/** The store of a connection, which it closes. */
export function mongoStore(db: Connection, clock: Clock): MongoStore {
  const guard = new Guard(db);
  const timers = new Timers(db, guard, clock);
  const outbox = new Outbox(db, guard, clock);
  const log = new Log(db, guard, timers, outbox);
  const docs = new Docs(db, guard);
  let closed = false;

  /** The driver would connect again behind our back. */
  const open = <T>(work: () => Promise<T>): Promise<T> =>
    closed ? Promise.reject(new StoreUnavailable('the connection to MongoDB is closed')) : work();

  return {
    commit: entry => open(() => log.commit(entry)),
    turnByCause: (conversation, cause) => open(() => log.byCause(conversation, cause)),
    turns: (conversation, { after = 0, limit = 0 } = {}) => open(() => log.turns(conversation, after, limit)),
    turn: (conversation, turn) => open(() => log.turn(conversation, turn)),
    putBodies: bodies => open(() => log.putBodies(bodies)),
    head: conversation => open(() => log.head(conversation)),
    heads: query => open(() => log.heads(query)),
    conversations: () => log.conversations(),
    putHead: head => open(() => log.putHead(head)),

    timers: conversation => open(() => timers.of(conversation)),
    claimTimers: claim => open(() => timers.claim(claim)),
    dropTimer: timer => open(() => timers.drop(timer)),

    claimEffects: claim => open(() => outbox.claim(claim)),
    settleEffect: (id, worker, settled) => open(() => outbox.settle(id, worker, settled)),
    withholdEffects: (contact, reason) => open(() => outbox.withhold(contact, reason)),
    effects: conversation => open(() => outbox.of(conversation)),
    backlog: () =>
      open(async () => {
        const [effects, due] = await Promise.all([outbox.backlog(), timers.backlog()]);
        return { ...effects, ...due };
      }),

    getDoc: (collection, id) => open(() => docs.get(collection, id)),
    putDoc: (doc, expected) => open(() => docs.put(doc, expected)),
    findDocs: (collection, query = {}) => open(() => docs.find(collection, query)),
    docsOf: contact => open(() => docs.ofContact(contact)),
    deleteDoc: (collection, id) => open(() => docs.delete(collection, id)),

    async putBlob(id, bytes) {
      if (bytes.length > BLOB_MOST) throw new RangeError(`a blob has at most ${BLOB_MOST} bytes, not ${bytes.length}`);
      const doc = { _id: text(id, 'blob id'), bytes: asBuffer(bytes) };
      await open(() => reached(() => db.blobs.replaceOne({ _id: id }, doc, { upsert: true })));
    },
    getBlob: id => open(async () => (await reached(() => db.blobs.findOne({ _id: id })))?.bytes ?? null),
    deleteBlob: id => open(async () => void (await reached(() => db.blobs.deleteOne({ _id: id })))),

    recover: () =>
      open(async () => {
        const completed = await log.recover();
        // After every pending turn is complete: what is forgotten cannot come back any more.
        const before = clock.now() - REMEMBERED_MS;
        await Promise.all([outbox.sweep(before), timers.sweep(before)]);
        return completed;
      }),
    ping: () =>
      open(async () => {
        await reached(() => db.pulse.updateOne({ _id: 'pulse' }, { $inc: { beats: 1 } }, { upsert: true }));
        if (!(await reached(() => db.pulse.findOne({ _id: 'pulse' }))))
          throw new StoreUnavailable('what was written cannot be read');
      }),
    // The server's own files are its own: WiredTiger reuses what was freed, and encryption at rest is its setting.
    scrub: () => Promise.resolve(),
    backup: file => open(() => copyInto(db, file)),
    restore: file => open(() => restoreFrom(db, file)),
    async close() {
      if (closed) return;
      closed = true;
      await log.settle();
      await db.close();
    },
  };
}
