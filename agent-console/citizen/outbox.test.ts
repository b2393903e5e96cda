import { describe, expect, test } from 'vitest';
import { type Asked, HandWorld, json, settled } from '../../test/browser/citizen/world.js';
import { Outbox } from './outbox.js';
import { Session } from './session.js';
import type { Own } from './wire.js';

const BASE = 'http://here/';
const own = (id: string, more: Partial<Own> = {}): Own => ({
  id,
  text: id,
  sos: false,
  locale: 'es',
  chose: false,
  at: 1_000_000,
  ...more,
});

function outbox(answer: (asked: Asked) => Response | Promise<Response>) {
  const world = new HandWorld(asked => (asked.path === 'sessions' ? json(201, { session: 't' }) : answer(asked)));
  const told: string[] = [];
  const box = new Outbox(world, BASE, new Session(world, BASE, null), {
    state: (id, state, why) => void told.push([id, state, why].filter(Boolean).join(' ')),
    reached: (yes, urgent) => void told.push(yes ? 'reached' : urgent ? 'nobody heard' : 'unreached'),
    limited: () => void told.push('limited'),
  });
  const sent = () =>
    world.asked.filter(asked => asked.path === 'messages').map(asked => (asked.body as { id: string }).id);
  return { world, box, told, sent };
}
const gone = () => Promise.reject(new TypeError('no network'));
const taken = () => json(202, { seq: 1 });

describe('her messages', () => {
  test('leave one after the other, in order', async () => {
    const { box, sent, told } = outbox(taken);
    for (const id of ['a', 'b', 'c']) box.send(own(id));
    await settled();
    await settled();

    expect(sent()).toEqual(['a', 'b', 'c']);
    expect(told.filter(one => one.endsWith('stored'))).toEqual(['a stored', 'b stored', 'c stored']);
  });

  test('that the server keeps until its database is back are said to be kept, and are not sent again', async () => {
    const { box, sent, told } = outbox(() => json(202, { spooled: true }));
    box.send(own('a'));
    await settled();
    await settled();

    expect([told.at(-1), sent()]).toEqual(['a kept', ['a']]);
  });

  test('wait without a connection, and say how long they waited', async () => {
    const { box, world, told } = outbox(gone);
    box.send(own('a'));
    await world.passes(60_000);
    expect(told).toContain('a waiting');
    expect(told).not.toContain('a stored');

    world.answer = taken;
    box.hurry();
    await settled();

    expect(told.at(-1)).toBe('a stored');
    expect(world.asked.at(-1)!.body).toEqual({ id: 'a', text: 'a', waited: 60_000 });
  });

  test('are tried less and less often, and at once when the network is back', async () => {
    const { box, world, sent } = outbox(gone);
    box.send(own('a'));
    await world.passes(10_000);
    const early = sent().length;
    await world.passes(600_000);
    const late = sent().length - early;

    expect(early).toBeGreaterThanOrEqual(4);
    expect(late).toBeLessThanOrEqual(42);
    box.hurry();
    await settled();
    expect(sent()).toHaveLength(early + late + 1);
  });

  test('that were refused for good do not hold up the next', async () => {
    const { box, told } = outbox(({ body }) => ((body as Own).id === 'a' ? json(413, {}) : taken()));
    box.send(own('a'));
    box.send(own('b'));
    await settled();
    await settled();

    expect(told).toContain('a failed 413');
    expect(told.at(-1)).toBe('b stored');
  });

  test('slow down for as long as the server asks', async () => {
    let full = true;
    const { box, world, told, sent } = outbox(() => (full ? json(429, {}, { 'retry-after': '30' }) : taken()));
    box.send(own('a'));
    await world.passes(29_000);
    expect(sent()).toEqual(['a']);
    expect(told).toContain('limited');

    full = false;
    await world.passes(1_000);

    expect(told.at(-1)).toBe('a stored');
  });

  test('an SOS overtakes what waits, and nobody having heard it is told as such', async () => {
    const { box, world, told, sent } = outbox(({ body }) =>
      (body as Own).sos ? taken() : json(429, {}, { 'retry-after': '600' }),
    );
    box.send(own('a'));
    await settled();

    box.send(own('help', { sos: true }));
    await settled();
    expect(told).toContain('help stored');
    world.answer = gone;
    box.send(own('again', { sos: true }));
    await settled();

    expect(told).toContain('nobody heard');
    expect(sent()).toContain('again');
  });

  test('of a page that she left are not sent any more', async () => {
    const { box, world, sent } = outbox(gone);
    box.send(own('a'));
    await settled();

    box.close();
    await world.passes(60_000);

    expect(sent()).toEqual(['a']);
  });
});
