import { expect, test } from 'vitest';
import { FakeChannel, processOf } from '../../test/support/service.js';
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
    remove: async (_: string, upTo: number) => void removed.push(upTo),
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
  const doers = { channel: () => ({ remove: async () => undefined }), conversations: house.conversations } as never;
  const work = { thread: await house.thread('page'), params: { upTo: 3 } } as never;

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
