import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Process, processOf } from '../test/support/service.js';
import { VirtualClock } from '../test/support/virtual-clock.js';
import { eraseContact } from './privacy/erase.js';
import { openMemoryStore } from './store/sqlite/sqlite.js';
import type { Store } from './store/store.js';

/** How long the protocol of these tests waits for her. */
const SILENCE = 120_000;
const SOON = 30_000;

let store: Store;
let clock: VirtualClock;
let house: Process;
beforeEach(async () => {
  [store, clock] = [openMemoryStore(), new VirtualClock()];
  house = await processOf({ store, clock });
});
afterEach(() => store.close());

const fired = async () =>
  (await store.turns((await house.thread()).conversation)).filter(t => t.cause.startsWith('timer:'));

test('silence is noticed at its instant, once', async () => {
  await house.writes('hola');
  await house.passes(SILENCE - 1);
  expect(await fired()).toEqual([]);
  await house.passes(1);
  expect(await fired()).toHaveLength(1);
  await house.passes(0);
  expect(await fired()).toHaveLength(1);
});

test('what she writes moves the timer, and nothing fires at the old instant', async () => {
  await house.writes('hola');
  await house.passes(SOON);
  await house.writes('sigo aquí');
  await house.passes(SILENCE - SOON);
  expect(await fired()).toEqual([]);
  await house.passes(SOON);
  expect(await fired()).toHaveLength(1);
});

test('an old arming that comes after all is dropped, and does nothing', async () => {
  await house.writes('hola');
  const { conversation } = await house.thread();
  const [timer] = await store.timers(conversation);
  await house.passes(SOON);
  await house.writes('sigo aquí');
  const turns = (await store.turns(conversation)).length;

  const late = { ...store, claimTimers: () => Promise.resolve([timer!]) };
  const other = await processOf({ store: late, clock, worker: 'late' });
  await other.timers.fire();

  expect((await store.turns(conversation)).length).toBe(turns);
  expect(await store.timers(conversation)).toHaveLength(1);
});

test('a timer that another process armed again is not lost to what this one remembers', async () => {
  const other = await processOf({ store, clock, worker: 'two' });
  await house.writes('hola');
  clock.pass(SOON);
  await other.writes('por aquí llegó el otro mensaje', { id: 'by-two' });

  await house.passes(SILENCE);
  expect(await fired()).toHaveLength(1);
});

test('two processes that look at once fire it once', async () => {
  const other = await processOf({ store, clock, worker: 'two' });
  await house.writes('hola');
  clock.pass(SILENCE);
  await Promise.all([house.timers.fire(), other.timers.fire()]);
  expect(await fired()).toHaveLength(1);
});

test('a process that dies with a timer in hand leaves it to another', async () => {
  await house.writes('hola');
  clock.pass(SILENCE);
  await store.claimTimers({ now: clock.now(), worker: 'dead', leaseMs: SOON, limit: 10 });
  await house.timers.fire();
  expect(await fired()).toEqual([]);
  await house.passes(SOON);
  expect(await fired()).toHaveLength(1);
});

test('the timers of somebody who was erased are gone, also in a process that had not noticed', async () => {
  const other = await processOf({ store, clock, worker: 'two' });
  await house.writes('hola');
  const { contact, conversation } = await house.thread();
  const [timer] = await store.timers(conversation);
  const turns = await store.turns(conversation);
  await eraseContact(
    { store, vault: other.vault, clock, log: other.erasures, forget: () => undefined },
    contact,
    'citizen',
    'asked',
  );
  await house.vault.noticeErasures();
  expect(await store.timers(conversation)).toEqual([]);

  const late = { ...store, claimTimers: () => Promise.resolve([timer!]) };
  const unaware = await processOf({ store: late, clock, worker: 'late' });
  await unaware.timers.fire();
  expect(await store.turns(conversation)).toEqual(turns);
  expect((await store.head(conversation))!.open).toBe(false);
});
