/** The SQLite store keeps the contract of all stores, and what is its own: group commit, a full disk, copies. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeContract } from '../../../test/store/contract.js';
import { entryOf, NOON } from '../../../test/store/entries.js';
import type { Store } from '../store.js';
import { restoreInto } from './backup.js';
import { type Database, openDatabase } from './database.js';
import { openDataDir } from './lock.js';
import { asideOf, databaseIn, openMemoryStore, openSqliteStore, sqliteStore } from './sqlite.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A store that has its folder to itself until it is closed. */
function openIn(dir: string): Store {
  const held = openDataDir(dir);
  const store = openSqliteStore(held.path);
  return {
    ...store,
    async close() {
      await store.close();
      held.release();
    },
  };
}

storeContract(
  'SQLite',
  () => {
    const dir = path.join(folder, 'data');
    return Promise.resolve({
      open: () => Promise.resolve().then(() => openIn(dir)),
      shared: false,
      drop: () => Promise.resolve(),
    });
  },
  { runs: 60 },
);

describe('a full disk', () => {
  let db: Database;
  let store: Store;
  beforeEach(() => {
    db = openDatabase(path.join(folder, 'full.db'));
    store = sqliteStore(db);
  });
  afterEach(() => store.close());
  const fill = () => db.exec('PRAGMA max_page_count = 1');
  const clear = () => db.exec('PRAGMA max_page_count = 1000000');
  const big = (conversation: string, turn: number) => entryOf({ conversation, turn, body: new Uint8Array(50_000) });

  test('refuses every message of the group, keeps what was there, and goes on when there is room again', async () => {
    await store.commit(entryOf({ conversation: 'before', turn: 1 }));
    fill();
    const refused = await Promise.allSettled(Array.from({ length: 5 }, (_, i) => store.commit(big(`c${i}`, 1))));
    expect(refused.map(r => r.status === 'rejected' && `${r.reason.name}: ${r.reason.message.split(' (')[0]}`)).toEqual(
      Array.from({ length: 5 }, () => 'StoreUnavailable: the disk is full'),
    );
    expect((await store.head('before'))!.turn).toBe(1);
    expect(await store.heads({})).toHaveLength(1);

    clear();
    const taken = await Promise.all(Array.from({ length: 5 }, (_, i) => store.commit(big(`c${i}`, 1))));
    expect(taken.map(t => t.result)).toEqual(Array.from({ length: 5 }, () => 'stored'));
    await store.ping();
  });

  test('fails all of a group in which another entry is wrong too', async () => {
    fill();
    const results = await Promise.allSettled([
      store.commit(entryOf({ conversation: 'x\0', turn: 1 })),
      store.commit(big('c', 1)),
    ]);
    expect(results.map(r => r.status === 'rejected' && r.reason.name)).toEqual([
      'StoreUnavailable',
      'StoreUnavailable',
    ]);
    clear();
    expect((await store.commit(big('c', 1))).result).toBe('stored');
  });
});

describe('copies', () => {
  test('a backup made while turns are written holds whole turns, and is what a restore brings back', async () => {
    const data = path.join(folder, 'data');
    const store = openIn(data);
    for (let turn = 1; turn <= 50; turn++) await store.commit(entryOf({ conversation: 'c', turn, outbox: [{}] }));
    const copy = path.join(folder, 'copy.db');
    const copied = store.backup(copy);
    for (let turn = 51; turn <= 200; turn++) await store.commit(entryOf({ conversation: 'c', turn, outbox: [{}] }));
    await copied;
    await store.close();

    const dir = openDataDir(data);
    restoreInto(databaseIn(data), copy, asideOf(databaseIn(data)));
    dir.release();
    const restored = openIn(data);
    const turns = await restored.turns('c');
    expect(turns.length).toBeGreaterThanOrEqual(50);
    expect((await restored.head('c'))!.turn).toBe(turns.length);
    expect(await restored.effects('c')).toHaveLength(turns.length);
    expect(
      (await restored.commit(entryOf({ conversation: 'c', turn: turns.length + 1, cause: 'in:new' }))).result,
    ).toBe('stored');
    await restored.close();
  });

  test('the database that a restore replaces is kept beside it', async () => {
    const [data, other] = [path.join(folder, 'data'), path.join(folder, 'other')];
    for (const [dir, conversation] of [
      [data, 'mine'],
      [other, 'theirs'],
    ] as const) {
      const store = openIn(dir);
      await store.commit(entryOf({ conversation, turn: 1 }));
      await store.close();
    }
    restoreInto(databaseIn(data), databaseIn(other), asideOf(databaseIn(data)));

    const kept = sqliteStore(openDatabase(asideOf(databaseIn(data))));
    expect((await kept.heads({})).map(h => h.conversation)).toEqual(['mine']);
    await kept.close();
    const now = openIn(data);
    expect((await now.heads({})).map(h => h.conversation)).toEqual(['theirs']);
    await now.close();
  });

  test.each([
    ['an empty file', ''],
    ['a text', 'no es una base de datos'.repeat(100)],
  ])('%s is refused as a backup, and nothing changes', async (_, content) => {
    const data = path.join(folder, 'data');
    const store = openIn(data);
    await store.commit(entryOf({ conversation: 'c', turn: 1 }));
    await store.close();
    writeFileSync(path.join(folder, 'bad'), content);

    expect(() => restoreInto(databaseIn(data), path.join(folder, 'bad'), asideOf(databaseIn(data)))).toThrow(
      'no es una copia de Cauce',
    );
    const again = openIn(data);
    expect((await again.head('c'))!.turn).toBe(1);
    await again.close();
  });

  test('a store in memory can be copied too', async () => {
    const store = openMemoryStore();
    await store.commit(entryOf({ conversation: 'c', turn: 1 }));
    await store.backup(path.join(folder, 'copy.db'));
    await store.close();
    const copy = sqliteStore(openDatabase(path.join(folder, 'copy.db')));
    expect((await copy.head('c'))!.turn).toBe(1);
    await copy.close();
  });
});

describe('the file', () => {
  test('what was overwritten or deleted is nowhere in the files after a scrub', async () => {
    const store = openIn(folder);
    const secret = Buffer.from('LA-LLAVE-QUE-DEBE-DESAPARECER');
    await store.putDoc({ collection: 'keys', id: 'her', fields: {}, data: null, sealed: secret }, 0);
    await store.putDoc({ collection: 'keys', id: 'other', fields: {}, data: null, sealed: secret }, 0);
    await store.commit(entryOf({ conversation: 'c', turn: 1, outbox: [{ body: secret }] }));
    await store.putDoc({ collection: 'keys', id: 'her', fields: { erased: true }, data: null }, 1);
    await store.deleteDoc('keys', 'other');
    await store.withholdEffects('contact-of-c', 'erased');
    await store.scrub();

    const files = ['', '-wal'].map(rest => readFileSync(`${databaseIn(folder)}${rest}`));
    expect(files.filter(file => file.includes(secret))).toEqual([]);
    await store.close();
  });

  test('a database of something else is left alone', () => {
    const file = path.join(folder, 'other.db');
    const other = openDatabase(file);
    other.exec('PRAGMA application_id = 7');
    other.close();
    expect(() => openDatabase(file)).toThrow('no es una base de datos de Cauce');
  });

  test('a database of a newer version is left alone', () => {
    const file = path.join(folder, 'newer.db');
    const newer = openDatabase(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openDatabase(file)).toThrow('viene de un Cauce más nuevo (esquema 99');
  });

  test('what waited in a file of before effects had a way is claimed as before', async () => {
    const file = path.join(folder, 'first.db');
    const first = openDatabase(file);
    first.exec(`
      DROP INDEX outbox_due;
      ALTER TABLE outbox DROP COLUMN way;
      CREATE INDEX outbox_due ON outbox (due_at) WHERE state IS NULL;
      INSERT INTO outbox (id, conversation, contact, lane, ord, type, epoch, due_at, attempts, body)
        VALUES ('e', 'c', 'her', 'c', 1000, 'say', 0, ${NOON}, 0, x'00');
      PRAGMA user_version = 1;`);
    first.close();

    const store = sqliteStore(openDatabase(file));
    const claimed = await store.claimEffects({ now: NOON, worker: 'w', leaseMs: 1, limit: 9, without: ['say:sms'] });
    expect(claimed.map(({ id, way }) => [id, way])).toEqual([['e', '']]);
    await store.close();
  });

  test('a file that cannot be opened says so', () => {
    expect(() => openDatabase(path.join(folder, 'no', 'such', 'folder.db'))).toThrow(
      expect.objectContaining({ name: 'StoreUnavailable' }),
    );
  });

  test('a timer that moves to later leaves the index alone until somebody wakes too soon', async () => {
    const db = openDatabase(path.join(folder, 'plan.db'));
    const store = sqliteStore(db);
    await store.commit(entryOf({ conversation: 'c', turn: 1, timers: { wait: NOON } }));
    const wake = () => (db.prepare('SELECT wake FROM heads').get() as { wake: number }).wake;
    await store.commit(entryOf({ conversation: 'c', turn: 2, timers: { wait: NOON + 60_000 } }));
    expect(wake()).toBe(NOON);
    await store.claimTimers({ now: NOON, worker: 'w', leaseMs: 1, limit: 1 });
    expect(wake()).toBe(NOON + 60_000);
    await store.close();
  });
});
