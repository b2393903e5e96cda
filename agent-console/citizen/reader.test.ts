import { expect, test } from 'vitest';
import { HandWorld, json } from '../../test/browser/citizen/world.js';
import { Reader } from './reader.js';
import { Session } from './session.js';

const BASE = 'https://here.example.cl/';
const LINE = { of: 'c', seq: 2, direction: 'out', id: 'o', author: 'bot', text: 'Hola.', at: 1, locale: 'es' };

/** A page that reads live and got one line; `taking` is what the server answers to its receipts, one after the other. */
async function page(...taking: (Response | 'lost')[]) {
  const stream = new ReadableStream({
    start: body => body.enqueue(new TextEncoder().encode(`event: line\ndata: ${JSON.stringify(LINE)}\n\n`)),
  });
  const world = new HandWorld(({ path }) => {
    if (path === 'sessions') return json(201, { session: 'a-session' });
    if (path === 'events') return new Response(stream);
    const answer = taking.shift() ?? new Response(null, { status: 204 });
    return answer === 'lost' ? Promise.reject(new TypeError('no network')) : answer;
  });
  const session = new Session(world, BASE, null);
  await session.bearer();
  const nothing = () => undefined;
  const reader = new Reader(world, BASE, session, {
    line: nothing,
    anew: nothing,
    writer: nothing,
    typing: nothing,
    reached: nothing,
  });
  void reader.start();
  await world.passes(1_000);
  return {
    world,
    reader,
    receipts: () => world.asked.filter(({ path }) => path === 'received').map(({ body }) => body),
  };
}

const RECEIPT = { seq: 2, of: 'c' };

test('what is on her screen is told once', async () => {
  const { world, receipts } = await page();
  await world.passes(12_000);
  expect(receipts()).toEqual([RECEIPT]);
});

test.each([
  ['got lost', 'lost'],
  ['the server could not take', json(503, {})],
] as const)('a receipt that %s is told again', async (_about, answer) => {
  const { world, receipts } = await page(answer);
  await world.passes(12_000);
  expect(receipts()).toEqual([RECEIPT, RECEIPT]);
});

test('one that is refused, and a page that was closed, tell nothing more', async () => {
  const refused = await page(json(400, {}));
  const closed = await page('lost');
  closed.reader.close();
  await Promise.all([refused.world.passes(12_000), closed.world.passes(12_000)]);
  expect([refused.receipts().length, closed.receipts().length]).toEqual([1, 1]);
});
