import { describe, expect, test } from 'vitest';
import { FakeChannel, processOf } from '../../test/support/service.js';
import type { Removal, Removed } from '../channels/channel.js';
import { openMemoryStore } from '../store/sqlite/sqlite.js';
import { remove } from './remove.js';

/** A page of ours, on which she is asked whether what was said shall leave her screen. */
async function page({ store = openMemoryStore(), removed = [] as number[] } = {}) {
  const house = await processOf({
    store,
    step: { 'erase-coach': 'full', asked: true, say: 'del.which', next: 'tested' },
  });
  const channel = new FakeChannel('page', 'none');
  const own = {
    capabilities: { ...channel.capabilities, callable: false },
    remove: async ({ upTo }: Removal) => {
      removed.push(upTo);
      return 'all' as const;
    },
  };
  house.addChannel(Object.assign(channel, own));
  return {
    ...house,
    removed,
    writes: (text: string) => house.writes(text, { channel: 'page' }),
    lines: async () => (await house.inbound.lines('page', 'ana', 0)).map(line => line.text),
    writer: () => house.inbound.writer('page', 'ana'),
  };
}

test('her yes takes all that was said from her screen, and only what is said afterwards is given again', async () => {
  const { writes, lines, writer, removed } = await page();
  await writes('hola');
  await writes('no se');
  const before = await lines();

  await writes('si');

  expect(before).toEqual(['hola', 'del.which', 'no se', 'del.how.page']);
  expect(removed).toEqual([5]);
  expect(await lines()).toEqual(['del.which']);
  expect(await writer()).toEqual({ kind: 'bot', removed: 5 });
});

test('another process on the same store gives none of it again', async () => {
  const store = openMemoryStore();
  const { writes } = await page({ store });
  for (const text of ['hola', 'no se', 'si']) await writes(text);

  expect(await (await page({ store })).lines()).toEqual(['del.which']);
});

test('the record keeps every word of it', async () => {
  const house = await page();
  for (const text of ['hola', 'no se', 'si']) await house.writes(text);

  const { conversation } = await house.thread('page');
  const bodies = await house.inbound.bodies(await house.store.turns(conversation));
  expect(bodies.flatMap(({ messages }) => messages.map(m => m.text))).toContain('hola');
});

test('a channel that failed to remove it is asked again, and it is written once', async () => {
  const house = await page();
  await house.writes('hola');
  await house.writes('no se');
  const channel = { capabilities: {}, remove: async () => 'all' };
  const doers = { channel: () => channel, conversations: house.conversations, addressOf: async () => 'ana' } as never;
  const work = { thread: await house.thread('page'), row: { id: 'e-1' }, params: { upTo: 3 } } as never;

  expect([await remove(doers)(work), await remove(doers)(work)]).toEqual([{ result: 'done' }, { result: 'done' }]);
  const turns = await house.store.turns((await house.thread('page')).conversation);
  expect(turns.filter(({ cause }) => cause === 'ack:3:removed')).toHaveLength(1);
});

test('no is no: nothing leaves her screen', async () => {
  const { writes, lines, removed } = await page();
  for (const text of ['hola', 'no se', 'no']) await writes(text);

  expect(removed).toEqual([]);
  expect(await lines()).toContain('hola');
});

test('on a channel that can remove nothing she is told how, and nobody is alarmed', async () => {
  const house = await processOf();
  await house.writes('hola');
  const doers = { channel: () => house.sms, conversations: house.conversations } as never;
  const work = { thread: await house.thread(), params: { upTo: 1 } } as never;

  expect(await remove(doers)(work)).toMatchObject({ result: 'withheld' });
});

/** Another system brings her, which takes our messages away again as the test says. */
async function elsewhere(takes: (removal: Removal) => Removed | Promise<Removed>, store = openMemoryStore()) {
  const house = await processOf({
    store,
    step: { 'erase-coach': 'full', asked: true, say: 'del.which', next: 'tested' },
  });
  const asked: Removal[] = [];
  const channel = new FakeChannel('elsewhere', 'sent');
  house.addChannel(
    Object.assign(channel, {
      capabilities: { ...channel.capabilities, removesOurs: true as const },
      remove: async (removal: Removal) => {
        asked.push(removal);
        return takes(removal);
      },
    }),
  );
  return {
    ...house,
    asked,
    /** Whatever is tried again is, as often as it will be. */
    again: async () => {
      for (let time = 0; time < 8; time++) await house.passes(20_000);
    },
    said: () => channel.sent.map(({ text }) => text),
    writes: (text: string) => house.writes(text, { channel: 'elsewhere' }),
    lines: async () => (await house.inbound.lines('elsewhere', 'ana', 0)).map(line => line.text),
  };
}

const idsOf = ({ ours }: Removal): string[] => ours.map(({ id }) => id);

describe('another system', () => {
  test('is asked for every message of ours, and she is told that they are gone and how the rest is erased', async () => {
    const { writes, asked, said, lines } = await elsewhere(idsOf);
    for (const text of ['hola', 'android', 'bórralo']) await writes(text);

    expect(asked.map(({ address, ours }) => [address, ours.map(({ seq }) => seq)])).toEqual([['ana', [2, 4, 5]]]);
    expect(said()).toEqual(['del.which', 'del.ours', 'del.how.android', 'del.removed', 'del.how.android']);
    expect(await lines()).toEqual(['hola', 'android', 'bórralo', 'del.removed', 'del.how.android']);
  });

  test('that could not take one away has it given again, and is asked for it the next time', async () => {
    const { writes, asked, lines } = await elsewhere(removal => idsOf(removal).slice(1));
    for (const text of ['hola', 'android', 'bórralo']) await writes(text);
    expect(await lines()).toEqual(['hola', 'del.which', 'android', 'bórralo', 'del.removed', 'del.how.android']);

    await writes('bórralo');
    expect(asked[1]!.ours.map(({ seq }) => seq)).toEqual([2, 7, 8]);
  });

  test('that takes nothing away: she is told so, and nothing is written as removed', async () => {
    const { writes, said, lines, store, thread } = await elsewhere(() => []);
    for (const text of ['hola', 'android', 'bórralo']) await writes(text);

    expect(said().at(-1)).toBe('del.not-removed');
    expect(await lines()).toContain('del.which');
    const turns = await store.turns((await thread('elsewhere')).conversation);
    expect(turns.filter(({ cause }) => cause.endsWith(':removed'))).toEqual([]);
  });

  test('that fails is asked again with the same id, and she is told when it did', async () => {
    let tries = 0;
    const house = await elsewhere(removal => {
      if (++tries < 3) throw new Error('500');
      return idsOf(removal);
    });
    for (const text of ['hola', 'android', 'bórralo']) await house.writes(text);
    await house.again();

    expect(new Set(house.asked.map(({ id }) => id)).size).toBe(1);
    expect(house.asked).toHaveLength(3);
    expect(house.said().filter(text => text === 'del.removed')).toHaveLength(1);
  });

  test('that goes on failing is given up within minutes: she is told that nothing was taken away, and nobody is alarmed', async () => {
    const house = await elsewhere(() => {
      throw new Error('500');
    });
    for (const text of ['hola', 'android', 'bórralo']) await house.writes(text);
    await house.again();

    expect(house.asked).toHaveLength(6);
    expect(house.said().filter(text => text === 'del.not-removed')).toHaveLength(1);
    const { head } = (await house.conversations.state((await house.thread('elsewhere')).conversation))!;
    expect(head.desk.alert).toBeNull();
  });

  test('that had done it before the service died is not asked again, and she is told once', async () => {
    const house = await elsewhere(idsOf);
    for (const text of ['hola', 'android', 'bórralo']) await house.writes(text);
    const thread = await house.thread('elsewhere');
    const asked = house.asked[0]!;
    const channel = { capabilities: { removesOurs: true }, remove: () => Promise.reject(new Error('asked again')) };
    const doers = {
      channel: () => channel,
      conversations: house.conversations,
      addressOf: async () => 'ana',
      world: house.world,
      said: async () => ({
        bodies: await house.inbound.bodies(await house.store.turns(thread.conversation)),
        effects: [],
      }),
    } as never;
    const live = await house.conversations.state(thread.conversation);
    const work = { row: { id: asked.id, attempts: 1 }, thread, live, params: { upTo: asked.upTo } } as never;

    expect(await remove(doers)(work)).toEqual({ result: 'done' });
    expect(house.said().filter(text => text === 'del.removed')).toHaveLength(1);
  });
});
