/** The service starts again while consoles are connecting: who writes is not told that nobody is there, and people are called all the same. */
import { expect, test } from 'vitest';
import { openVault } from '../../bot/privacy/vault.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import { VirtualClock } from '../support/virtual-clock.js';
import { openHouse, STARTS } from './house.js';

const SECOND = 1_000;
const MASTER = Buffer.alloc(32, 7).toString('base64');
const called: string[] = [];
const paging = {
  load: () => Promise.resolve(),
  raise: ({ why }: { why: string }) => Promise.resolve(void called.push(why)),
  tick: () => Promise.resolve(),
  of: () => Promise.resolve([]),
};

/** A house in which Ana was available until it stopped, and the one that starts on the same store after `away` ms. */
async function startsAgain(away: number, { how = 'stopped', leaves = false, disabled = false } = {}) {
  called.length = 0;
  const store = openMemoryStore();
  const clock = new VirtualClock(STARTS);
  const vault = await openVault(store, '/nonexistent', MASTER);
  const before = await openHouse({ store, clock, vault, paging });
  const who = await before.person('Ana');
  const ana = await before.enters(who);
  await before.passes(2 * SECOND);
  if (leaves) {
    await ana.says({ state: 'away', showing: [], visible: true });
    await before.passes(2 * SECOND);
  }
  if (disabled) await before.users.disable(who.email);
  if (how === 'stopped') {
    await before.desk.stopping();
    ana.close();
    // Lines that are cut as it stops say nothing.
    await before.passes(2 * SECOND);
  } else await expect.poll(() => store.getDoc('duty', 'available')).not.toBe(null);
  clock.pass(away);
  const house = await openHouse({ store, clock, vault, paging });
  await house.desk.recall();
  const close = async (): Promise<void> => {
    ana.close();
    await house.close();
    await before.service.stop();
  };
  return { house, who, close };
}

test('who was available counts as there for a minute, and after it only if she is', async () => {
  const { house, who, close } = await startsAgain(20 * SECOND);
  expect(house.desk.staffed()).toBe(true);
  house.clock.pass(59 * SECOND);
  expect(house.desk.staffed()).toBe(true);
  house.clock.pass(SECOND);
  expect(house.desk.staffed()).toBe(false);
  await house.enters(who);
  expect(house.desk.staffed()).toBe(true);
  await close();
});

test('also after a process that was killed', async () => {
  const { house, close } = await startsAgain(20 * SECOND, { how: 'killed' });
  expect(house.desk.staffed()).toBe(true);
  await close();
});

test.each([
  ['she had left', SECOND, { leaves: true }],
  ['her account was disabled meanwhile', SECOND, { disabled: true }],
  ['the service was away for long', 10 * 60 * SECOND, {}],
])('nobody is there when %s', async (_why, away, how) => {
  const { house, close } = await startsAgain(away, how);
  expect(house.desk.staffed()).toBe(false);
  await close();
});

test('people are called to an emergency that nobody sees exactly as they would be without it', async () => {
  const calls: string[][] = [];
  for (const leaves of [false, true]) {
    const { house, close } = await startsAgain(5 * SECOND, { leaves });
    expect(house.desk.staffed()).toBe(!leaves);
    await house.writes('rosa', 'AUXILIO');
    await house.passes(15 * SECOND);
    expect(house.desk.staffed(), 'still within the minute').toBe(!leaves);
    expect(called).toContain('unseen');
    await house.passes(30 * SECOND);
    calls.push([...called]);
    await close();
  }
  expect(calls[0]).toEqual(calls[1]);
});
