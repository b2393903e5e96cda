/**
 * The MongoDB store keeps the contract of all stores, and what is its own: crashes between a turn and what follows from
 * it, processes that come late, a server that goes away and comes back.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoNetworkError } from 'mongodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeContract } from '../../../test/store/contract.js';
import { entryOf, NOON } from '../../../test/store/entries.js';
import { mongoPlace, withoutMongo } from '../../../test/store/mongo-place.js';
import { wireTo } from '../../../test/store/wire.js';
import { VirtualClock } from '../../../test/support/virtual-clock.js';
import type { Store } from '../store.js';
import { connect, type Connection } from './connection.js';
import { mongoStore, openMongoStore } from './mongo.js';

const MINUTE = 60_000;

describe.skipIf(withoutMongo)('with a MongoDB server', () => {
  storeContract('MongoDB', () => Promise.resolve(mongoPlace()), { runs: 8 });

  describe('two processes', () => {
    let place: ReturnType<typeof mongoPlace>;
    let clock: VirtualClock;
    /** This process, whose writes the test can hold or break, and another. */
    let ours: Store;
    let theirs: Store;
    let breakAt: string[];
    let holdAt: string | null;
    let held: Promise<void>;
    let goOn: () => void;

    beforeEach(async () => {
      place = mongoPlace();
      clock = new VirtualClock(NOON);
      [breakAt, holdAt] = [[], null];
      held = new Promise(resolve => {
        goOn = resolve;
      });
      ours = mongoStore(between(await connect(place.uri, place.database)), clock);
      theirs = mongoStore(await connect(place.uri, place.database), clock);
    });
    afterEach(async () => {
      await Promise.all([ours.close(), theirs.close()]);
      await place.drop();
    });

    /** The same connection, with the wire cut or slow where the test says: `heads.updateOne`. */
    function between(connection: Connection): Connection {
      const wrap = (name: string, collection: object) =>
        new Proxy(collection, {
          get(target, method: string) {
            const call = Reflect.get(target, method) as unknown;
            if (typeof call !== 'function') return call;
            return async (...args: unknown[]) => {
              if (breakAt.includes(`${name}.${method}`)) throw new MongoNetworkError('cut by the test');
              if (holdAt === `${name}.${method}`) await held;
              return (call as (...args: unknown[]) => unknown).apply(target, args);
            };
          },
        });
      const written = { heads: connection.heads, timers: connection.timers, outbox: connection.outbox };
      const cut = Object.entries(written).map(([name, collection]) => [
        name,
        writesOnly(collection, wrap(name, collection)),
      ]);
      return { ...connection, ...(Object.fromEntries(cut) as typeof written) };
    }

    const first = () =>
      entryOf({
        conversation: 'c',
        turn: 1,
        cause: 'in:a',
        timers: { wait: NOON },
        outbox: [{ id: 'e1' }, { id: 'e2' }],
      });
    const claimed = async (store: Store) =>
      (await store.claimEffects({ now: clock.now(), worker: 'w', leaseMs: MINUTE, limit: 10 })).map(e => e.id);

    test('a turn is durable although the store goes away right after it, and another process completes it', async () => {
      breakAt = ['outbox.insertMany', 'timers.updateOne', 'heads.updateOne'];
      expect(await ours.commit(first())).toEqual({ result: 'stored' });
      expect(await theirs.head('c')).toBeNull();

      expect(await theirs.recover()).toBe(1);
      expect((await theirs.head('c'))!.turn).toBe(1);
      expect(await theirs.timers('c')).toHaveLength(1);
      expect(await theirs.effects('c')).toHaveLength(2);
      await theirs.commit(entryOf({ conversation: 'd', turn: 1 }));
      await theirs.close();
      theirs = mongoStore(await connect(place.uri, place.database), clock);
      expect(await theirs.recover()).toBe(0);
    });

    test('a process that meets such a turn completes it before it decides anew', async () => {
      breakAt = ['outbox.insertMany', 'heads.updateOne'];
      await ours.commit(first());
      expect(await theirs.commit(entryOf({ conversation: 'c', turn: 1, cause: 'in:b' }))).toEqual({
        result: 'conflict',
      });
      expect((await theirs.head('c'))!.turn).toBe(1);
      expect(await theirs.effects('c')).toHaveLength(2);
    });

    test('the same message again, at another process, completes it and gets its answer', async () => {
      breakAt = ['heads.updateOne'];
      await ours.commit(first());
      expect(await theirs.commit({ ...first() })).toMatchObject({ result: 'duplicate', turn: { turn: 1 } });
      expect((await theirs.head('c'))!.turn).toBe(1);
    });

    test('the process itself catches up before its next turn, so that messages keep their order', async () => {
      breakAt = ['outbox.insertMany', 'heads.updateOne'];
      await ours.commit(first());
      await expect(ours.commit(entryOf({ conversation: 'c', turn: 2, outbox: [{ id: 'e3' }] }))).rejects.toMatchObject({
        name: 'StoreUnavailable',
      });
      breakAt = [];
      expect(await ours.commit(entryOf({ conversation: 'c', turn: 2, outbox: [{ id: 'e3' }] }))).toEqual({
        result: 'stored',
      });

      expect((await ours.head('c'))!.turn).toBe(2);
      expect((await ours.effects('c')).map(e => e.id)).toEqual(['e1', 'e2', 'e3']);
      expect(await claimed(theirs)).toEqual(['e1']);
    });

    test('what was done in the meantime is not done again by a process that comes late', async () => {
      holdAt = 'outbox.insertMany';
      const late = ours.commit(first());
      while ((await theirs.recover()) === 0) {}
      for (const id of ['e1', 'e2']) {
        expect(await claimed(theirs)).toEqual([id]);
        await theirs.settleEffect(id, 'w', { result: 'done' });
      }
      goOn();
      expect(await late).toEqual({ result: 'stored' });
      clock.pass(2 * MINUTE);
      expect(await claimed(theirs)).toEqual([]);

      // Long after, nobody can bring it back, and it is forgotten.
      clock.pass(120 * MINUTE);
      await theirs.recover();
      const connection = await connect(place.uri, place.database);
      expect(await connection.outbox.countDocuments()).toBe(0);
      await connection.close();
    });

    test('what a later turn decided is not undone by a process that comes late', async () => {
      holdAt = 'heads.updateOne';
      const late = ours.commit(first());
      while ((await theirs.recover()) === 0) {}
      await theirs.commit(
        entryOf({
          conversation: 'c',
          turn: 2,
          timers: { wait: NOON + MINUTE },
          head: { step: 'newer' },
        }),
      );
      await theirs.withholdEffects('contact-of-c', 'erased');
      goOn();
      await late;

      expect((await theirs.head('c'))!.step).toBe('newer');
      expect((await theirs.timers('c')).map(t => t.arm)).toEqual(['2']);
      expect((await theirs.effects('c')).map(e => `${e.id} ${e.state}`)).toEqual(['e1 withheld', 'e2 withheld']);
    });

    test('a backup brings everything back into an empty database, and into no other', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'cauce-mongo-'));
      const empty = mongoPlace();
      try {
        await theirs.commit(first());
        await theirs.putBlob('b', Uint8Array.of(0, 255));
        await theirs.putDoc(
          { collection: 'keys', id: 'k', fields: { at: 1 }, data: { $x: 1 }, sealed: Uint8Array.of(7), contact: 'her' },
          0,
        );
        await theirs.backup(path.join(folder, 'copy'));
        writeFileSync(path.join(folder, 'bad'), 'no es una copia');

        const other = await openMongoStore(empty.uri, { database: empty.database });
        await expect(other.restore(path.join(folder, 'bad'))).rejects.toThrow('no es una copia de Cauce');
        await other.restore(path.join(folder, 'copy'));
        expect(await other.head('c')).toEqual(await theirs.head('c'));
        expect(await other.turns('c')).toEqual(await theirs.turns('c'));
        expect(await other.timers('c')).toEqual(await theirs.timers('c'));
        expect(await other.effects('c')).toEqual(await theirs.effects('c'));
        expect(await other.getDoc('keys', 'k')).toEqual(await theirs.getDoc('keys', 'k'));
        expect(await other.getBlob('b')).toEqual(await theirs.getBlob('b'));
        await expect(other.restore(path.join(folder, 'copy'))).rejects.toThrow('tiene conversaciones');
        await other.close();
      } finally {
        rmSync(folder, { recursive: true });
        await empty.drop();
      }
    });
  });

  test('a server that goes away is told as such, and when it is back the same store goes on', async () => {
    const place = mongoPlace();
    const wire = await wireTo(place.uri);
    const store = await openMongoStore(wire.uri, { database: place.database });
    await store.commit(entryOf({ conversation: 'c', turn: 1 }));

    await wire.cut();
    await expect(store.commit(entryOf({ conversation: 'c', turn: 2 }))).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
    await expect(store.ping()).rejects.toThrow(/^MongoDB no responde ahora/);
    await wire.mend();
    await expect
      .poll(
        () =>
          store.ping().then(
            () => 'well',
            () => 'ill',
          ),
        { timeout: 20_000 },
      )
      .toBe('well');
    expect(['stored', 'duplicate']).toContain((await store.commit(entryOf({ conversation: 'c', turn: 2 }))).result);
    expect((await store.head('c'))!.turn).toBe(2);

    await store.close();
    await wire.cut();
    await place.drop();
  });
});

test('a server that is not there is told in a sentence, without its password', async () => {
  const opened = openMongoStore('mongodb://user:secreto@127.0.0.1:9/cauce');
  await expect(opened).rejects.toMatchObject({ name: 'StoreUnavailable' });
  await expect(opened).rejects.toThrow(/^MongoDB no responde ahora: (?!.*secreto)/);
});

/** Reading goes by the real collection: cursors are not promises. */
function writesOnly<T extends object>(real: T, wrapped: T): T {
  return new Proxy(real, {
    get(target, method) {
      const from = /^(insert|update|replace|delete|bulk)/.test(String(method)) ? wrapped : target;
      const value = Reflect.get(from, method) as unknown;
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
}
