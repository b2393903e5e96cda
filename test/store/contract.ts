/**
 * What every store promises, whatever it is made of. Each adapter's test calls `storeContract`; an adapter that passes
 * can take the other's place.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../bot/store/store.js';
import { docsContract } from './contract-docs.js';
import { outboxContract } from './contract-outbox.js';
import { timersContract } from './contract-timers.js';
import { entryOf, type Ground, NOON, otherProcess, type Place, plain } from './entries.js';

export function storeContract(name: string, create: () => Promise<Place>, options: { runs: number }): void {
  describe(`${name} keeps the contract of all stores`, () => {
    const ground = {} as Ground;
    beforeEach(async () => {
      ground.place = await create();
      ground.store = await ground.place.open();
    });
    afterEach(async () => {
      await ground.store.close();
      await ground.place.drop();
    });

    describe('the log', () => {
      logContract(ground);
    });
    describe('timers', () => {
      timersContract(ground, options);
    });
    describe('the outbox', () => {
      outboxContract(ground, options);
    });
    describe('documents and blobs', () => {
      docsContract(ground);
    });
    describe('keeping', () => {
      keepingContract(ground);
    });
  });
}

function logContract(ground: Ground): void {
  test('a turn is read back as it was written: by number, by cause, in order', async () => {
    const { store } = ground;
    const body = Uint8Array.from({ length: 2000 }, (_, i) => i % 256);
    const entries = [1, 2, 3].map(turn => entryOf({ conversation: 'c', turn, body, cause: `in:ñandú|${turn}` }));
    for (const entry of entries) expect(await store.commit(entry)).toEqual({ result: 'stored' });

    expect(plain(await store.turn('c', 2))).toEqual(plain(entries[1]!.turn));
    expect(plain(await store.turnByCause('c', 'in:ñandú|3'))).toEqual(plain(entries[2]!.turn));
    expect((await store.turns('c')).map(t => t.turn)).toEqual([1, 2, 3]);
    expect((await store.turns('c', { after: 1 })).map(t => t.turn)).toEqual([2, 3]);
    expect((await store.turns('c', { after: 1, limit: 1 })).map(t => t.turn)).toEqual([2]);
    expect(await store.turn('c', 4)).toBeNull();
    expect(await store.turn('other', 1)).toBeNull();
    expect(await store.turnByCause('other', 'in:ñandú|3')).toBeNull();
    expect(await store.turns('other')).toEqual([]);
  });

  test('the same cause again gives the stored turn, and nothing is written', async () => {
    const { store } = ground;
    const first = entryOf({ conversation: 'c', turn: 1, cause: 'in:a', outbox: [{ id: 'one' }] });
    await store.commit(first);
    await store.commit(entryOf({ conversation: 'c', turn: 2, cause: 'in:b' }));

    const again = await store.commit(
      entryOf({ conversation: 'c', turn: 3, cause: 'in:a', outbox: [{ id: 'two' }], timers: { wait: NOON } }),
    );

    expect(again).toMatchObject({ result: 'duplicate' });
    expect(plain(again.result === 'duplicate' && again.turn)).toEqual(plain(first.turn));
    expect((await store.turns('c')).length).toBe(2);
    expect((await store.head('c'))!.turn).toBe(2);
    expect((await store.effects('c')).map(e => e.id)).toEqual(['one']);
    expect(await store.timers('c')).toEqual([]);
  });

  test('the same cause in two conversations is two turns', async () => {
    const { store } = ground;
    // Ids that would look alike if they were only strung together.
    for (const conversation of ['c', 'c/in:', 'c|in:a', '1']) {
      expect(await store.commit(entryOf({ conversation, turn: 1, cause: 'in:a' }))).toEqual({ result: 'stored' });
    }
    expect((await store.turns('c')).length).toBe(1);
  });

  test('a turn that another process committed first is a conflict, and writes nothing', async () => {
    const { store } = ground;
    await store.commit(entryOf({ conversation: 'c', turn: 1, cause: 'in:a', head: { step: 'theirs' } }));

    const late = await store.commit(
      entryOf({ conversation: 'c', turn: 1, cause: 'in:b', head: { step: 'mine' }, outbox: [{}] }),
    );

    expect(late).toEqual({ result: 'conflict' });
    expect((await store.head('c'))!.step).toBe('theirs');
    expect(await store.turnByCause('c', 'in:b')).toBeNull();
    expect(await store.effects('c')).toEqual([]);
  });

  test('a body is written over, and nothing else of its turn', async () => {
    const { store } = ground;
    const entries = [1, 2].map(turn => entryOf({ conversation: 'c', turn, body: Uint8Array.of(1, 2, 3) }));
    for (const entry of entries) await store.commit(entry);
    const body = Uint8Array.of(9);

    await store.putBodies([
      { conversation: 'c', turn: 1, body },
      { conversation: 'nobody', turn: 1, body },
    ]);
    expect(plain(await store.turn('c', 1))).toEqual(plain({ ...entries[0]!.turn, body }));
    expect(plain(await store.turn('c', 2))).toEqual(plain(entries[1]!.turn));
    expect(await store.turns('nobody')).toEqual([]);
    expect(await store.head('c')).toEqual(entries[1]!.head);
  });

  test('of many that write at once, one gets each turn, and each cause is stored once', async () => {
    const { store } = ground;
    const other = await otherProcess(ground);
    const writers = Array.from({ length: 8 }, (_, i) => (i % 2 ? other : store));
    await Promise.all(
      writers.map(async (writer, i) => {
        for (const cause of [`act:${i}`, 'act:shared']) {
          for (;;) {
            const turn = ((await writer.head('c'))?.turn ?? 0) + 1;
            const { result } = await writer.commit(entryOf({ conversation: 'c', turn, cause }));
            if (result !== 'conflict') break;
          }
        }
      }),
    );
    if (other !== store) await other.close();

    const turns = await store.turns('c');
    expect(turns.map(t => t.turn)).toEqual(Array.from({ length: 9 }, (_, i) => i + 1));
    expect(turns.map(t => t.cause).sort()).toEqual([
      'act:0',
      'act:1',
      'act:2',
      'act:3',
      'act:4',
      'act:5',
      'act:6',
      'act:7',
      'act:shared',
    ]);
    expect((await store.head('c'))!.turn).toBe(9);
  });

  test('one bad entry fails alone; those committed with it are stored', async () => {
    const { store } = ground;
    await store.commit(entryOf({ conversation: 'old', turn: 1 }));
    const results = await Promise.allSettled([
      store.commit(entryOf({ conversation: 'a', turn: 1 })),
      store.commit(entryOf({ conversation: 'bad\0id', turn: 1 })),
      store.commit(entryOf({ conversation: 'old', turn: 1, cause: 'in:other' })),
      store.commit(entryOf({ conversation: 'b', turn: 1, cause: '\ud800' })),
      store.commit(entryOf({ conversation: 'c', turn: 1 })),
    ]);

    expect(results.map(r => (r.status === 'fulfilled' ? r.value.result : (r.reason as Error).name))).toEqual([
      'stored',
      'TypeError',
      'conflict',
      'TypeError',
      'stored',
    ]);
    expect((await store.turns('b')).length).toBe(0);
    expect((await store.turns('c')).length).toBe(1);
  });

  test('the head is that of the last turn', async () => {
    const { store } = ground;
    const last = entryOf({
      conversation: 'c',
      turn: 2,
      head: { owner: 'exec-1', epoch: 3, queuedAt: NOON, lastInboundAt: null },
    });
    await store.commit(entryOf({ conversation: 'c', turn: 1 }));
    await store.commit(last);

    expect(await store.head('c')).toEqual(last.head);
    expect(await store.head('nobody')).toBeNull();
  });

  test('heads are found by whether they are open, whose they are and when they changed, newest first', async () => {
    const { store } = ground;
    const day = 86_400_000;
    await store.commit(entryOf({ conversation: 'a', turn: 1, at: NOON - 3 * day }));
    await store.commit(entryOf({ conversation: 'b', turn: 1, at: NOON - 2 * day, head: { open: false } }));
    await store.commit(entryOf({ conversation: 'c', turn: 1, at: NOON - 1, contact: 'x' }));
    await store.commit(entryOf({ conversation: 'd', turn: 1, at: NOON, contact: 'x', head: { open: false } }));
    await store.commit(entryOf({ conversation: 'a', turn: 2, at: NOON + 5 }));
    const found = async (query: Parameters<Store['heads']>[0]) => (await store.heads(query)).map(h => h.conversation);

    expect(await found({})).toEqual(['a', 'd', 'c', 'b']);
    expect(await found({ open: true })).toEqual(['a', 'c']);
    expect(await found({ open: false })).toEqual(['d', 'b']);
    expect(await found({ contact: 'x' })).toEqual(['d', 'c']);
    expect(await found({ updatedFrom: NOON })).toEqual(['a', 'd']);
    expect(await found({ updatedFrom: NOON - 2 * day, open: false })).toEqual(['d', 'b']);
    expect(await found({ limit: 2 })).toEqual(['a', 'd']);
    expect(await found({ contact: 'nobody' })).toEqual([]);
  });

  test('a rebuilt head changes the head alone, and the conversation goes on', async () => {
    const { store } = ground;
    const entry = entryOf({ conversation: 'c', turn: 1, timers: { wait: NOON }, outbox: [{}] });
    await store.commit(entry);

    const rebuilt = { ...entry.head, step: 'rebuilt', open: false, updatedAt: NOON + 86_400_000 };
    await store.putHead(rebuilt);

    expect(await store.head('c')).toEqual(rebuilt);
    expect((await store.heads({ open: false })).map(h => h.step)).toEqual(['rebuilt']);
    expect((await store.timers('c')).map(t => t.timer)).toEqual(['wait']);
    expect((await store.effects('c')).length).toBe(1);
    expect(await store.commit(entryOf({ conversation: 'c', turn: 2 }))).toEqual({ result: 'stored' });
  });

  test('every conversation is listed once, for rebuilding', async () => {
    const { store } = ground;
    const names = Array.from({ length: 23 }, (_, i) => `c${i}`);
    await Promise.all(names.map(conversation => store.commit(entryOf({ conversation, turn: 1 }))));
    await store.commit(entryOf({ conversation: 'c7', turn: 2 }));

    const listed: string[] = [];
    for await (const conversation of store.conversations()) listed.push(conversation);
    expect(listed.sort()).toEqual(names.sort());
  });
}

function keepingContract(ground: Ground): void {
  test('what was stored is there when the store is opened again', async () => {
    await ground.store.commit(entryOf({ conversation: 'c', turn: 1, timers: { wait: NOON }, outbox: [{ id: 'e' }] }));
    await ground.store.putDoc({ collection: 'notes', id: 'n', fields: { kind: 'x' }, data: { a: 1 } }, 0);
    await ground.store.putBlob('b', Uint8Array.of(1, 2, 3));
    await ground.store.close();

    ground.store = await ground.place.open();
    const { store } = ground;
    expect(await store.recover()).toBe(0);
    expect((await store.head('c'))!.turn).toBe(1);
    expect((await store.timers('c')).length).toBe(1);
    expect((await store.effects('c')).map(e => e.id)).toEqual(['e']);
    expect((await store.getDoc('notes', 'n'))!.data).toEqual({ a: 1 });
    expect(plain(await store.getBlob('b'))).toEqual([1, 2, 3]);
    expect(await store.backlog()).toEqual({ effects: 1, oldestEffect: NOON, timers: 1, oldestTimer: NOON });
  });

  test('health is a row written and read; a closed store says that it is unavailable', async () => {
    await ground.store.ping();
    await ground.store.ping();
    await ground.store.close();

    await expect(ground.store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(ground.store.commit(entryOf({ conversation: 'c', turn: 1 }))).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
    await expect(ground.store.head('c')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    ground.store = await ground.place.open();
  });

  test('a backup is one file, for its owner alone, and never overwrites another', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cauce-backup-'));
    try {
      const file = path.join(folder, 'copy');
      await ground.store.commit(entryOf({ conversation: 'c', turn: 1 }));
      await ground.store.backup(file);
      expect(statSync(file).size).toBeGreaterThan(100);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      await expect(ground.store.backup(file)).rejects.toThrow('ya existe');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('scrubbing leaves everything that is still there', async () => {
    await ground.store.commit(entryOf({ conversation: 'c', turn: 1 }));
    await ground.store.scrub();
    expect((await ground.store.head('c'))!.turn).toBe(1);
  });
}
