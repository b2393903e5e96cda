/** What the figures of the bench rest on: percentiles, a client that counts what was answered, and copies that are like any other conversation. */
import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../../test/support/serve.js';
import { processOf } from '../../test/support/service.js';
import { linesOf } from '../cli/bench.js';
import { type Measured, removedWhenInterrupted } from './bench.js';
import { load, type Message } from './client.js';
import { figure, latenciesOf } from './figures.js';
import { seed } from './seed.js';

test('percentiles are of what was measured, in any order', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(latenciesOf(hundred)).toEqual({ p50: 51, p95: 96, p99: 100, most: 100 });
  expect(latenciesOf([])).toEqual({ p50: 0, p95: 0, p99: 0, most: 0 });
});

test('a figure is written with three digits that matter', () => {
  expect([12_345.6, 456.7, 7.891, 0.01234].map(figure)).toEqual(['12346', '457', '7.89', '0.0123']);
});

test('a part is told as soon as it is measured, without the others', () => {
  const latency = { p50: 1, p95: 2, p99: 3, most: 4 };
  const measured: Measured = { answered: 9, refused: 0, rate: 456.7, latency, cpu: 789.1, memoryMb: null };

  expect(linesOf({ minimal: measured }).at(-1)).toMatch(/^minimal server +457 +789 +1\.00 +2\.00 +3\.00 +4\.00 +\?$/);
  expect(linesOf({ few: { ...measured, open: 1_000 } })).toEqual([expect.stringMatching(/^service, 1000 open +457/)]);
  expect(linesOf({})).toEqual([]);
});

test('what it left on the disk goes when it is interrupted, and only while it runs', () => {
  const signals = new EventEmitter();
  const happened: (string | number)[] = [];
  const forget = (): void => void happened.push('removed');
  const exit = (code: number): void => void happened.push(code);

  removedWhenInterrupted(forget, signals, exit);
  signals.emit('SIGINT', 'SIGINT');
  expect(happened).toEqual(['removed', 130]);
  signals.removeAllListeners();
  removedWhenInterrupted(forget, signals, exit)();
  expect(signals.eventNames()).toEqual([]);
});

/** So many messages, and then none. */
function messages(count: number): () => Message | null {
  let n = 0;
  return () => (n++ < count ? { conversation: 'c', id: `m${n}`, text: 'ñandú' } : null);
}

test('the client sends each message once and counts only what was taken', async () => {
  const bodies: string[] = [];
  const served = await serve((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
    request.on('end', () => response.status(bodies.length === 3 ? 503 : 202).json({ seq: bodies.length }));
  });
  const told: string[] = [];
  const port = Number(new URL(served.url).port);
  const options = {
    connections: 1,
    forMs: 30_000,
    next: messages(5),
    answered: ({ id }: Message) => void told.push(id),
  };
  const { answered, refused } = await load({ port, token: 't' }, options);
  await served.close();

  expect({ answered, refused }).toEqual({ answered: 4, refused: 1 });
  expect(bodies.map(body => (JSON.parse(body) as Message).id)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  expect(told).toEqual(['m1', 'm2', 'm4', 'm5']);
});

test('a server that goes away ends the load', async () => {
  const server = createServer((_, response) => response.destroy());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const gone = await load({ port, token: 't' }, { connections: 2, forMs: 30_000, next: messages(50) });
  server.close();
  expect(gone.answered).toBe(0);
});

test('a conversation that was copied goes on like the one that was had', async () => {
  const house = await processOf();
  await house.writes('hola');
  await seed(
    { ...house, erasures: house.erasures, folder: '', close: () => Promise.resolve() },
    'sms',
    'ana',
    i => `copy-${i}`,
    0,
    3,
  );

  const { seq } = await house.writes('sigo aquí', { address: 'copy-1' });
  const lines = await house.inbound.lines('sms', 'copy-1', 0);
  expect(lines.slice(0, 1).map(line => line.text)).toEqual(['hola']);
  expect(lines.find(line => line.seq === seq)!.text).toBe('sigo aquí');
  const contacts = await Promise.all(['ana', 'copy-0', 'copy-1', 'copy-2'].map(a => house.thread('sms', a)));
  expect(new Set(contacts.map(thread => thread.contact)).size).toBe(4);
  expect((await house.store.backlog()).timers).toBe(4);
});
