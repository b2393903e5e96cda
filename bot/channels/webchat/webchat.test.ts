import { afterEach, describe, expect, test } from 'vitest';
import { MemoryEngine } from '../../../test/support/engine.js';
import { Events } from '../../../test/support/events.js';
import { keptLog, serve, type Served } from '../../../test/support/serve.js';
import { VirtualClock } from '../../../test/support/virtual-clock.js';
import { createWebchat, type WebchatOptions } from './webchat.js';

const open: Served[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(served => served.close()));
});

async function webchat(engine = new MemoryEngine(() => ['Hola.']), more: Partial<WebchatOptions> = {}) {
  const clock = new VirtualClock();
  const log = keptLog();
  const { channel, router } = createWebchat({
    engine,
    secret: 'a secret',
    file: () => Promise.resolve({ type: 'image', blob: 'b1' }),
    gate: { isSos: it => it === 'SOS', isDanger: it => /^(SOS|me va a matar)$/.test(it), isSensed: () => false },
    clock,
    log,
    ...more,
  });
  const served = await serve(router);
  open.push(served);
  const at = (path: string) => `${served.url}/channels/webchat/${path}`;
  const bearer = (session: string) => ({ authorization: `Bearer ${session}` });
  const begin = async () => {
    const response = await fetch(at('sessions'), { method: 'POST' });
    const { session } = (await response.json()) as { session: string };
    return session;
  };
  const post = async (session: string, path: string, body: unknown) => {
    const response = await fetch(at(path), { method: 'POST', headers: bearer(session), body: JSON.stringify(body) });
    return {
      status: response.status,
      headers: response.headers,
      body: response.status === 204 ? null : ((await response.json()) as unknown),
    };
  };
  const write = (session: string, id: string, text: string, rest: object = {}) =>
    post(session, 'messages', { id, text, ...rest });
  const ask = async (session: string, after = 0) => {
    const response = await fetch(at(`messages?after=${after}`), { headers: bearer(session) });
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
  };
  const listen = async (session: string, after?: number) =>
    Events.open(at('events'), {
      ...bearer(session),
      ...(after === undefined ? {} : { 'last-event-id': String(after) }),
    });
  return {
    engine,
    channel,
    clock,
    log,
    begin,
    post,
    write,
    ask,
    listen,
    at,
    address: (session: string) => session.split('.')[0]!,
  };
}

describe('a session', () => {
  test('is unguessable, each time another, and stores nothing', async () => {
    const { begin, engine } = await webchat();
    const [one, other] = [await begin(), await begin()];

    expect(one).toMatch(/^[\w-]{22}\.[\w-]{22}$/);
    expect(other).not.toBe(one);
    expect(engine.stored).toEqual([]);
  });

  test('made by somebody else opens nothing', async () => {
    const { begin, ask, write, at } = await webchat();
    const session = await begin();
    const forged = `${session.slice(0, 21)}${session[21] === 'A' ? 'B' : 'A'}${session.slice(22)}`;

    expect((await ask(forged)).status).toBe(401);
    expect((await write(forged, 'm', 'hola')).status).toBe(401);
    expect((await fetch(at('events'))).status).toBe(401);
    expect((await ask('nonsense')).status).toBe(401);
  });

  test('goes on after a restart, and in another process', async () => {
    const first = await webchat();
    const session = await first.begin();
    const second = await webchat();

    expect((await second.ask(session)).status).toBe(200);
    expect((await (await webchat(undefined, { secret: 'another' })).ask(session)).status).toBe(401);
  });

  test('reads its own conversation and no other', async () => {
    const { begin, write, ask } = await webchat();
    const [hers, other] = [await begin(), await begin()];
    await write(hers, 'm-1', 'hola');

    expect((await ask(other)).body).toMatchObject({ messages: [] });
    expect((await ask(hers)).body).toMatchObject({
      messages: [{ text: 'hola' }, { text: 'Hola.' }],
      writer: { kind: 'bot' },
    });
  });
});

describe('a message', () => {
  test('is taken once, whatever is sent again', async () => {
    const { begin, write, engine } = await webchat();
    const session = await begin();

    expect(await write(session, 'm-1', 'hola')).toMatchObject({ status: 202, body: { seq: 1 } });
    expect(await write(session, 'm-1', 'hola', { waited: 5_000 })).toMatchObject({ status: 202, body: { seq: 1 } });
    expect(await write(session, 'm-1', 'chao')).toMatchObject({ status: 409 });
    expect(engine.stored).toHaveLength(1);
  });

  test('that waited in her page says when she wrote it, by our clock', async () => {
    const { begin, write, engine, clock } = await webchat();

    await write(await begin(), 'm-1', 'hola', { waited: 90_000 });

    expect(engine.stored[0]!.sentAt).toBe(clock.now() - 90_000);
  });

  test('says the language of her page, and that the button of danger was pressed', async () => {
    const { begin, write, engine } = await webchat();

    await write(await begin(), 'm-1', 'I need help now', { locale: 'en', sos: true });

    expect(engine.stored[0]).toMatchObject({ channel: 'webchat', locale: 'en', sos: true });
  });

  test('says where she is, when she sends that', async () => {
    const { begin, write, engine } = await webchat();
    const session = await begin();

    await write(session, 'm-1', 'Mi ubicación', { place: { lat: -33.45, lon: -70.66 } });

    expect(engine.stored[0]).toMatchObject({ media: { type: 'location', lat: -33.45, lon: -70.66 } });
    expect((await write(session, 'm-2', 'Mi ubicación', { place: { lat: 95, lon: 0 } })).status).toBe(400);
  });

  test('begins the protocol that this web chat is for', async () => {
    const { begin, write, engine } = await webchat(undefined, { protocol: 'municipio' });

    await write(await begin(), 'm-1', 'hola');

    expect(engine.stored[0]).toMatchObject({ protocol: 'municipio' });
  });

  test('too many of them wait, but an SOS by word or by button never does, nor danger in other words', async () => {
    const { begin, write } = await webchat(undefined, {
      limits: { address: { points: 1, seconds: 60 }, ip: { points: 100, seconds: 60 } },
    });
    const session = await begin();
    await write(session, 'm-1', 'hola');

    const refused = await write(session, 'm-2', 'hola');

    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const text of ['SOS', 'me va a matar']) expect((await write(session, text, text)).status).toBe(202);
    expect((await write(session, 'm-4', 'Necesito ayuda', { sos: true })).status).toBe(202);
  });

  test('that cannot be stored is not acknowledged', async () => {
    const { begin, write, engine } = await webchat();
    engine.down = true;

    expect(await write(await begin(), 'm-1', 'hola')).toMatchObject({
      status: 503,
      body: { error: { code: 'unavailable' } },
    });
  });

  test.each([
    ['an empty one', { id: 'm', text: ' ' }, 400, 'text'],
    ['one without id', { text: 'hola' }, 400, 'id'],
    ['one that waited for years', { id: 'm', text: 'hola', waited: 1e12 }, 400, 'waited'],
    ['one with something unknown', { id: 'm', text: 'hola', session: 'x' }, 400, 'session'],
    ['one too long', { id: 'm', text: 'a'.repeat(10_001) }, 413, 'text'],
  ])('%s is refused', async (_about, body, status, field) => {
    const { begin, post } = await webchat();

    expect(await post(await begin(), 'messages', body)).toMatchObject({ status, body: { error: { field } } });
  });
});

describe('the stream', () => {
  test('says at once who writes, then each line once and in order', async () => {
    const { begin, write, listen, engine, address } = await webchat();
    const session = await begin();
    const events = await listen(session);

    expect(await events.next()).toEqual({ id: null, name: 'writer', data: { kind: 'bot' } });
    await write(session, 'm-1', 'hola');
    engine.says(address(session), { text: 'Aquí estoy.', author: 'executive', name: 'Ana' });

    expect(await events.next()).toMatchObject({
      id: 1,
      name: 'line',
      data: { seq: 1, direction: 'in', id: 'm-1', text: 'hola' },
    });
    expect(await events.next()).toMatchObject({ id: 2, data: { author: 'bot', text: 'Hola.' } });
    expect(await events.next()).toMatchObject({
      id: 3,
      data: { author: 'executive', name: 'Ana', text: 'Aquí estoy.' },
    });
    expect(events.response.headers.get('cache-control')).toContain('no-store');
  });

  test('goes on after the last line that she saw', async () => {
    const { begin, write, listen } = await webchat();
    const session = await begin();
    const first = await listen(session);
    await write(session, 'm-1', 'hola');
    expect(await first.lines(2)).toEqual(['hola', 'Hola.']);
    first.leave();
    await write(session, 'm-2', 'sigo');

    const second = await listen(session, 2);

    expect(await second.lines(2)).toEqual(['sigo', 'Hola.']);
  });

  test('tells who writes when it changes, and that a person is typing', async () => {
    const { begin, listen, engine, address } = await webchat();
    const session = await begin();
    const events = await listen(session);
    await events.next();

    engine.taken(address(session), { kind: 'person', name: 'Ana' });
    expect(await events.next()).toMatchObject({ name: 'writer', data: { kind: 'person', name: 'Ana' } });
    engine.types(address(session), 'Ana');
    expect(await events.next()).toMatchObject({ name: 'typing', data: { who: 'person', name: 'Ana' } });
  });

  test('finds what nobody woke it for', async () => {
    const engine = new MemoryEngine();
    const { begin, listen, address } = await webchat(engine, { pingMs: 20 });
    const session = await begin();
    engine.subscribe = () => () => undefined;
    const events = await listen(session);
    await events.next();

    engine.says(address(session), { text: 'De otro proceso.' });

    expect(await events.lines(1)).toEqual(['De otro proceso.']);
  });

  test('marks a sheet that nobody reviewed', async () => {
    const engine = new MemoryEngine(() => [{ text: 'Ficha', unreviewed: true }]);
    const { begin, listen, write } = await webchat(engine);
    const session = await begin();
    await write(session, 'm-1', 'hola');
    const events = await listen(session, 1);

    expect(await events.next()).toMatchObject({ data: { unreviewed: true } });
  });

  test('that fails ends, so that her page tries again', async () => {
    const { begin, listen, engine } = await webchat();
    const session = await begin();
    engine.down = true;

    expect(await (await listen(session)).next()).toBeNull();
  });

  test('of a page that left is forgotten, and of a channel that closes is ended', async () => {
    const { begin, listen, engine, channel, address } = await webchat();
    const session = await begin();
    const events = await listen(session);
    await events.next();
    expect(engine.readers(address(session))).toBe(1);

    await channel.close();

    expect(await events.next()).toBeNull();
    expect(engine.readers(address(session))).toBe(0);
  });

  test('too many of one session end the oldest', async () => {
    const { begin, listen, engine, address } = await webchat();
    const session = await begin();
    const first = await listen(session);
    await first.next();
    for (let i = 0; i < 4; i++) await (await listen(session)).next();

    expect(await first.next()).toBeNull();
    expect(engine.readers(address(session))).toBe(4);
  });
});

describe('what her page got', () => {
  test('is told as delivered, once, and never more than was sent to it', async () => {
    const { begin, write, ask, post, engine } = await webchat();
    const session = await begin();
    await write(session, 'm-1', 'hola');
    await post(session, 'received', { seq: 99 });
    expect(engine.acks).toEqual([]);

    await ask(session);
    await post(session, 'received', { seq: 2 });
    await post(session, 'received', { seq: 2 });
    const answer = await post(session, 'received', { seq: 99 });

    expect(answer.status).toBe(204);
    expect(engine.acks).toEqual([{ channel: 'webchat', conversation: 'conversation-1', seq: 2, state: 'delivered' }]);
  });

  test('is told of a line that left while the one before it was written down', async () => {
    const { begin, write, ask, post, engine, address } = await webchat();
    const session = await begin();
    await write(session, 'm-1', 'hola');
    await ask(session);
    engine.acked = async ack => {
      if (engine.acks.push(ack) > 1) return;
      engine.says(address(session), { text: 'Estoy con usted.' });
      await ask(session, 2);
    };

    for (const seq of [2, 3]) await post(session, 'received', { seq });

    expect(engine.acks.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  test('shows in the health of the channel when it last worked', async () => {
    const { begin, write, ask, channel, clock } = await webchat();
    const session = await begin();
    expect(channel.health()).toEqual({ state: 'ok', lastInboundAt: null, lastSentAt: null });

    await write(session, 'm-1', 'hola');
    await ask(session);

    expect(channel.health()).toEqual({ state: 'ok', lastInboundAt: clock.now(), lastSentAt: clock.now() });
  });
});

test('no answer may be kept by a browser or a proxy', async () => {
  const { begin, ask } = await webchat();
  const { headers } = await ask(await begin());

  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});
