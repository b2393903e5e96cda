/** What waits is read in order for each conversation, and none is in the way of another's. */
import { expect, test } from 'vitest';
import { StoreUnavailable } from '../store/store.js';
import { Late, Replay, type Spooled } from './replay.js';

/** What `write` puts there waits; whoever stands in `refused` is refused, and in `hung` never answered until let go. */
function staged() {
  const waiting: Spooled[] = [];
  const read: string[] = [];
  const tried: string[] = [];
  const told: string[] = [];
  const refused = new Map<string, Error>();
  const hung = new Map<string, () => void>();
  const replay = new Replay<Spooled>({
    give: async ({ message: { address, text } }) => {
      tried.push(address);
      const error = refused.get(address);
      if (error) throw error;
      if (hung.has(address)) await new Promise<void>(go => hung.set(address, go));
      read.push(`${address}: ${text}`);
    },
    inTime: taking => Promise.race([taking, patience()]),
    done: () => Promise.resolve(),
    setAside: () => Promise.resolve(true),
    waits: reason => void told.push(reason),
  });
  return {
    waiting,
    read,
    tried,
    told,
    refused,
    hung,
    round: () => replay.round(waiting),
    writes: (address: string, text = 'uno') =>
      void waiting.push({ at: 0, message: { channel: 'http', address, id: `${waiting.length}`, text } }),
  };
}

/** Longer than whatever answers at all. */
async function patience(): Promise<never> {
  for (let turns = 0; turns < 20; turns++) await Promise.resolve();
  throw new Late('not in time');
}

test('a conversation that is refused alone keeps nobody else from being read, and its own order stays', async () => {
  const { writes, refused, round, read, waiting, told } = staged();
  refused.set('ana', new StoreUnavailable('ana is half written'));
  writes('ana');
  writes('eva');
  writes('ana', 'dos');
  writes('luz');
  expect(await round()).toBe(2);
  expect(await round()).toBe(0);
  expect(read).toEqual(['eva: uno', 'luz: uno']);
  expect(told).toEqual(['ana is half written']);

  refused.clear();
  expect(await round()).toBe(2);
  expect(read.slice(2)).toEqual(['ana: uno', 'ana: dos']);
  expect(waiting).toEqual([]);
});

test('one that is never answered keeps nobody else from being read, and is given once', async () => {
  const { writes, hung, round, read, tried } = staged();
  hung.set('ana', () => undefined);
  writes('ana');
  writes('eva');
  expect(await round()).toBe(1);
  expect(await round()).toBe(0);
  expect(read).toEqual(['eva: uno']);

  hung.get('ana')!();
  expect(await round()).toBe(1);
  expect(tried).toEqual(['ana', 'eva']);
  expect(read).toEqual(['eva: uno', 'ana: uno']);
});

test('while the store is away few are tried in a round, each round others, and all are read when it is back', async () => {
  const { writes, refused, round, read, tried, waiting } = staged();
  const women = Array.from({ length: 8 }, (_, i) => `mujer-${i}`);
  for (const woman of women) {
    refused.set(woman, new StoreUnavailable('the store is away'));
    writes(woman);
  }
  expect([await round(), await round()]).toEqual([0, 0]);
  expect(tried).toEqual(women.slice(0, 6));
  refused.clear();
  expect((await round()) + (await round())).toBe(8);
  expect(read.toSorted()).toEqual(women.map(woman => `${woman}: uno`));
  expect(waiting).toEqual([]);
});

test('conversations that are refused for good, however many, do not hide the rest', async () => {
  const { writes, refused, round, read } = staged();
  for (let i = 0; i < 7; i++) {
    refused.set(`lost-${i}`, new StoreUnavailable(`lost-${i} is half written`));
    writes(`lost-${i}`);
  }
  writes('ana');
  for (let rounds = 0; rounds < 3; rounds++) await round();
  expect(read).toEqual(['ana: uno']);
});
