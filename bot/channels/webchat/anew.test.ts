import { afterEach, expect, test } from 'vitest';
import { MemoryEngine } from '../../../test/support/engine.js';
import { Events } from '../../../test/support/events.js';
import { keptLog, serve, type Served } from '../../../test/support/serve.js';
import { VirtualClock } from '../../../test/support/virtual-clock.js';
import { createWebchat } from './webchat.js';

const open: Served[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(served => served.close()));
});

/** Her page has been open since before she was erased, and knows three lines. */
async function page() {
  const engine = new MemoryEngine(({ text }) => (text === 'SOS' ? ['¿Dónde estás?'] : ['Hola.', '¿En qué te ayudo?']));
  const { router } = createWebchat({
    engine,
    secret: 'a secret',
    file: () => Promise.reject(new Error('no file is sent here')),
    gate: { isSos: () => false, isDanger: () => false, isSensed: () => false },
    clock: new VirtualClock(),
    log: keptLog(),
  });
  const served = await serve(router);
  open.push(served);
  const at = (path: string) => `${served.url}/channels/webchat/${path}`;
  const { session } = (await (await fetch(at('sessions'), { method: 'POST' })).json()) as { session: string };
  const headers = { authorization: `Bearer ${session}` };
  const write = (id: string, text: string) =>
    fetch(at('messages'), { method: 'POST', headers, body: JSON.stringify({ id, text }) });
  const ask = async (query: string) =>
    (await (await fetch(at(`messages?${query}`), { headers })).json()) as {
      anew?: true;
      messages: { of: string; seq: number; text: string }[];
    };
  await write('m-1', 'hola');
  const { of } = (await ask('after=0')).messages[0]!;
  return { engine, write, ask, of, at, headers, address: session.split('.')[0]! };
}

test('after she was erased, a call for help is answered on the page that was open all the while', async () => {
  const { engine, write, of, at, headers, address } = await page();
  const events = await Events.open(at(`events?of=${of}`), { ...headers, 'last-event-id': '3' });
  await events.next();

  engine.erased(address);
  await write('m-2', 'SOS');

  expect(await events.next()).toMatchObject({ name: 'anew' });
  expect(await events.lines(2)).toEqual(['SOS', '¿Dónde estás?']);
});

test('a page that asks is told too, and gets every line of the conversation that is', async () => {
  const { engine, write, ask, of, address } = await page();
  engine.erased(address);
  await write('m-2', 'SOS');

  const asked = await ask(`after=3&of=${of}`);

  expect(asked).toMatchObject({ anew: true, messages: [{ seq: 1, text: 'SOS' }, { text: '¿Dónde estás?' }] });
  expect(asked.messages[0]!.of).not.toBe(of);
  expect(await ask(`after=2&of=${asked.messages[0]!.of}`)).toMatchObject({ messages: [] });
});

test('what she gets after she was erased is known to be there, though it counts from one again', async () => {
  const { engine, write, ask, of, at, headers, address } = await page();
  const received = (body: { seq: number; of?: string }) =>
    fetch(at('received'), { method: 'POST', headers, body: JSON.stringify(body) });
  await received({ seq: 3, of });
  engine.erased(address);
  await write('m-2', 'SOS');
  const { messages } = await ask(`after=3&of=${of}`);
  engine.acks.length = 0;

  // Sent before the page knew.
  await received({ seq: 3, of });
  expect(engine.acks).toEqual([]);
  await received({ seq: 2, of: messages[0]!.of });

  const conversation = await engine.conversation('webchat', address);
  expect(engine.acks).toEqual([{ channel: 'webchat', conversation, seq: 2, state: 'delivered' }]);
});
