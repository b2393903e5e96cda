/** A process is killed while it commits: nothing that was acknowledged is lost, and what was stored is whole and in order. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataDir } from '../../bot/store/sqlite/lock.js';
import { openSqliteStore } from '../../bot/store/sqlite/sqlite.js';
import type { Store } from '../../bot/store/store.js';
import { entryOf } from '../store/entries.js';
import { mongoPlace, withoutMongo } from '../store/mongo-place.js';

const writer = path.join(import.meta.dirname, 'store-writer.ts');
const between = (least: number, most: number) => least + Math.floor(Math.random() * (most - least));

let children: ChildProcess[];
beforeEach(() => {
  children = [];
});
afterEach(() => children.forEach(child => child.kill('SIGKILL')));

/** Runs a writer until it has told so many turns, kills it, and gives all that it told. */
async function killedAfter(turns: number, args: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'ready') told.push(line);
    if (told.length === turns) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return told.slice(0, -1);
}

/** Every acknowledged turn is there; turns have no gaps; heads, timers and effects are those of the last turn. */
async function expectWhole(store: Store, told: readonly string[]): Promise<number> {
  const stored = new Set<string>();
  let turns = 0;
  for await (const conversation of store.conversations()) {
    const log = await store.turns(conversation);
    expect(log.map(t => t.turn)).toEqual(log.map((_, i) => i + 1));
    expect(new Set(log.map(t => t.cause)).size).toBe(log.length);
    for (const { turn, cause } of log) stored.add(`${conversation} ${turn} ${cause}`);
    expect((await store.head(conversation))!.turn).toBe(log.length);
    expect((await store.timers(conversation)).map(t => t.arm)).toEqual([String(log.length)]);
    expect((await store.effects(conversation)).map(e => e.id)).toEqual(log.map(t => `${conversation}-${t.cause}`));
    turns += log.length;
  }
  expect(told.filter(line => !stored.has(line))).toEqual([]);
  return turns;
}

/** A turn in every conversation, as the next message would bring: it meets whatever the dead left, also what was still on the wire. */
async function goOn(store: Store, cause: string): Promise<void> {
  for await (const conversation of store.conversations()) {
    for (;;) {
      const turn = ((await store.head(conversation))?.turn ?? 0) + 1;
      const outbox = [{ id: `${conversation}-${cause}` }];
      const { result } = await store.commit(entryOf({ conversation, turn, cause, outbox, timers: { wait: turn } }));
      if (result !== 'conflict') break;
    }
  }
}

test('SQLite: killed six times at random moments, no acknowledged turn is lost', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-kill-'));
  try {
    const told: string[] = [];
    for (let round = 0; round < 6; round++) {
      told.push(...(await killedAfter(between(30, 1_500), ['sqlite', folder])));
      const held = openDataDir(folder);
      const store = openSqliteStore(held.path);
      expect(await expectWhole(store, told)).toBeGreaterThanOrEqual(told.length);
      await store.close();
      held.release();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.skipIf(withoutMongo)(
  'MongoDB: two processes at a time, each killed at a random moment, and a third completes what they left',
  async () => {
    const place = mongoPlace();
    try {
      const told: string[] = [];
      for (let round = 0; round < 2; round++) {
        const args = ['mongo', place.uri, place.database];
        const both = await Promise.all([killedAfter(between(10, 50), args), killedAfter(between(10, 50), args)]);
        told.push(...both.flat());
        const store = await place.open();
        await store.recover();
        await goOn(store, `act:round-${round}`);
        expect(await expectWhole(store, told)).toBeGreaterThanOrEqual(told.length);
        await store.close();
      }
    } finally {
      await place.drop();
    }
  },
  900_000,
);
