import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { MemoryEngine } from '../../../test/support/engine.js';
import { channelWith, hello, open, TOKEN } from '../../../test/support/http-channel.js';
import { serve } from '../../../test/support/serve.js';
import type { Outgoing } from '../channel.js';

describe('a message', () => {
  test('is accepted with its seq once it is durable', async () => {
    const { post } = await channelWith(new MemoryEngine(() => ['Hola.']));

    expect(await post(hello)).toMatchObject({ status: 202, body: { seq: 1 } });
    expect(await post({ ...hello, id: 'm-2', text: 'otra' })).toMatchObject({ status: 202, body: { seq: 3 } });
  });

  test('with reply=wait gets what this turn said, and nothing else of the line', async () => {
    const choices = [{ id: 'yes', label: 'Sí' }];
    const { post } = await channelWith(new MemoryEngine(() => ['Hola.', { text: '¿Es seguro?', choices }]));

    const { status, body } = await post(hello, '?reply=wait');

    expect(status).toBe(200);
    expect(body).toEqual({
      seq: 1,
      replies: [
        { seq: 2, author: 'bot', text: 'Hola.' },
        { seq: 3, author: 'bot', text: '¿Es seguro?', choices },
      ],
    });
  });

  test('sent again gets the stored answer and is done once', async () => {
    const engine = new MemoryEngine(() => ['Hola.']);
    const { post } = await channelWith(engine);
    const first = await post(hello, '?reply=wait');

    const again = await post(hello, '?reply=wait');

    expect(again.body).toEqual(first.body);
    expect(engine.stored).toHaveLength(1);
  });

  test('with a used id and another text, or of another protocol, is a conflict', async () => {
    const { post } = await channelWith(new MemoryEngine());
    await post({ ...hello, protocol: 'municipio' });

    expect(await post({ ...hello, text: 'chao' })).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    });
    expect(await post({ ...hello, id: 'm-2', protocol: 'whatsapp-mujer' })).toMatchObject({ status: 409 });
    expect(await post({ ...hello, id: 'm-3', protocol: 'municpio' })).toMatchObject({ status: 409 });
  });

  test('keeps when it was written, as milliseconds, from either form', async () => {
    const engine = new MemoryEngine();
    const { post } = await channelWith(engine);
    await post({ ...hello, at: 1_772_452_800_000 });
    await post({ ...hello, id: 'm-2', at: '2026-03-02T09:00:00-03:00' });

    expect(engine.stored.map(m => m.sentAt)).toEqual([1_772_452_800_000, 1_772_452_800_000]);
  });

  test('while the store is down is refused, and told when to come again', async () => {
    const engine = new MemoryEngine();
    engine.down = true;
    const { post } = await channelWith(engine);

    const { status, headers, body } = await post(hello);

    expect({ status, body }).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
    expect(headers.get('retry-after')).toBe('2');
  });
});

describe('what does not fit is refused with the field and the cure', () => {
  test.each([
    ['not JSON', '{"conversation":', 400, undefined],
    ['nothing', '', 400, undefined],
    ['a list', [hello], 400, undefined],
    ['no text', { conversation: 'c', id: 'm' }, 400, 'text'],
    ['an empty text', { ...hello, text: '  ' }, 400, 'text'],
    ['a text that is a number', { ...hello, text: 7 }, 400, 'text'],
    ['an empty id', { ...hello, id: '' }, 400, 'id'],
    ['a conversation with controls', { ...hello, conversation: 'a\u0007b' }, 400, 'conversation'],
    ['an id too long', { ...hello, id: 'x'.repeat(129) }, 400, 'id'],
    ['a time in words', { ...hello, at: 'ayer' }, 400, 'at'],
    ['a protocol that is not here', { ...hello, protocol: 'municpio' }, 400, 'protocol'],
    ['a name that we do not know', { conversation: 'c', id: 'm', txt: 'hola' }, 400, 'txt'],
    ['a text too long', { ...hello, text: 'a'.repeat(10_001) }, 413, 'text'],
    ['a body too large', { ...hello, text: 'a'.repeat(140_000) }, 413, undefined],
    [
      'bytes that are no UTF-8',
      Buffer.from('{"conversation":"c","id":"m","text":"ni\xf1o"}', 'latin1'),
      400,
      undefined,
    ],
  ])('%s', async (_about, body, status, field) => {
    const engine = new MemoryEngine();
    const { post } = await channelWith(engine);

    const answer = await post(body);

    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      error: { code: status === 413 ? 'too-large' : 'invalid', ...(field ? { field } : {}) },
    });
    expect(engine.stored).toEqual([]);
  });

  test('a name nearly right is suggested', async () => {
    const { post } = await channelWith(new MemoryEngine());

    expect((await post({ conversation: 'c', id: 'm', txt: 'hola' })).body).toMatchObject({
      error: { message: expect.stringContaining('"text"') as string },
    });
    expect((await post({ ...hello, protocol: 'municpio' })).body).toMatchObject({
      error: { message: expect.stringContaining('"municipio"') as string },
    });
  });

  test('ten thousand characters of four bytes are not too long', async () => {
    const { post } = await channelWith(new MemoryEngine());

    expect((await post({ ...hello, text: '😀'.repeat(10_000) })).status).toBe(202);
    const escaped = JSON.stringify({ ...hello, id: 'm-2', text: '_' }).replace('_', '\\ud83d\\ude00'.repeat(10_000));
    expect((await post(escaped)).status).toBe(202);
  });
});

describe('the way before the router', () => {
  test('leaves a packed body to it', async () => {
    const { url } = await channelWith(new MemoryEngine());
    const response = await fetch(`${url}/channels/http/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify(hello)),
    });
    expect([response.status, await response.json()]).toEqual([202, { seq: 1 }]);
  });

  test('refuses a body that is too large, however its length is told, and takes the next message', async () => {
    const engine = new MemoryEngine();
    const { post, call } = await channelWith(engine);
    expect(await call('POST', 'messages', 'x'.repeat(140_000))).toMatchObject({ status: 413 });
    expect(await post(hello)).toMatchObject({ status: 202 });
    expect(engine.stored).toHaveLength(1);
  });

  test('takes nothing of a body that was cut', async () => {
    const engine = new MemoryEngine();
    const { url, post } = await channelWith(engine);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /channels/http/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TOKEN}\r\ncontent-length: 500\r\n\r\n{"conversation":"c"`,
    );
    socket.destroy();
    await once(socket, 'close');

    expect(await post(hello)).toMatchObject({ status: 202, body: { seq: 1 } });
    expect(engine.stored).toHaveLength(1);
  });
});

describe('who may call', () => {
  test.each([
    ['nobody', {}],
    ['another token', { authorization: 'Bearer another' }],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
  ])('%s is refused before the body is looked at', async (_about, headers) => {
    const engine = new MemoryEngine();
    const { call } = await channelWith(engine);

    const answer = await call('POST', 'messages', 'not even JSON', headers as Record<string, string>);

    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'unauthorized' } } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect((await call('GET', 'conversations/c-1/messages', undefined, headers as Record<string, string>)).status).toBe(
      401,
    );
  });

  test('who writes too much waits, but never for an SOS', async () => {
    const engine = new MemoryEngine();
    const { post } = await channelWith(engine, {
      limits: { address: { points: 1, seconds: 60 }, ip: { points: 100, seconds: 60 } },
    });
    await post(hello);

    const refused = await post({ ...hello, id: 'm-2' });
    const sos = await post({ ...hello, id: 'm-3', text: 'SOS' });

    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too-many' } } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(sos.status).toBe(202);
  });
});

describe('reading a conversation', () => {
  test('gives both directions in order, after a seq', async () => {
    const { call, post } = await channelWith(new MemoryEngine(() => ['Hola.']));
    await post(hello);

    const all = await call('GET', 'conversations/c-1/messages');
    const rest = await call('GET', 'conversations/c-1/messages?after=1');

    expect(all.body).toEqual({
      messages: [
        { seq: 1, direction: 'in', id: 'm-1', author: 'citizen', text: 'hola', at: expect.any(Number) as number },
        {
          seq: 2,
          direction: 'out',
          id: expect.any(String) as string,
          author: 'bot',
          text: 'Hola.',
          at: expect.any(Number) as number,
        },
      ],
    });
    expect(rest.body).toMatchObject({ messages: [{ seq: 2 }] });
    expect(all.headers.get('cache-control')).toBe('no-store');
  });

  test('that nobody began gives nothing; a seq that is none is refused', async () => {
    const { call } = await channelWith(new MemoryEngine());

    expect(await call('GET', 'conversations/nobody/messages')).toMatchObject({ status: 200, body: { messages: [] } });
    expect(await call('GET', 'conversations/c-1/messages?after=-1')).toMatchObject({
      status: 400,
      body: { error: { field: 'after' } },
    });
  });
});

test('an error nobody foresaw is told without the words of a person', async () => {
  const engine = new MemoryEngine(() => {
    throw new Error('secret words');
  });
  const { post, log } = await channelWith(engine);

  const answer = await post({ ...hello, text: 'secret words' });

  expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
  expect(JSON.stringify([answer.body, log.said])).not.toContain('secret words');
});

describe('the webhook', () => {
  const message: Outgoing = {
    id: 'o-1',
    conversation: 'internal',
    address: 'c-1',
    seq: 2,
    author: 'executive',
    name: 'Ana',
    text: 'Hola',
    locale: 'es',
  };

  async function receiver(status: number) {
    const got: { body: string; signature: string }[] = [];
    const router = express.Router();
    router.post('/hook', express.raw({ type: () => true }), (request: Request, response: Response) => {
      got.push({ body: (request.body as Buffer).toString(), signature: request.get('cauce-signature') ?? '' });
      response.status(status).end();
    });
    const served = await serve(router);
    open.push(served);
    return { got, url: `${served.url}/hook` };
  }

  test('gets each reply, signed over the bytes it gets', async () => {
    const hook = await receiver(204);
    const { channel } = await channelWith(new MemoryEngine(), { webhook: { url: hook.url, secret: 'shared' } });

    expect(await channel.send(message)).toEqual({ state: 'sent', externalId: 'o-1' });

    const [{ body, signature } = { body: '', signature: '' }] = hook.got;
    const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(signature) ?? [];
    expect(mac).toBe(createHmac('sha256', 'shared').update(`${seconds}.${body}`).digest('hex'));
    expect(JSON.parse(body)).toEqual({
      conversation: 'c-1',
      message: { seq: 2, id: 'o-1', author: 'executive', name: 'Ana', text: 'Hola', locale: 'es' },
    });
    expect(channel.health()).toMatchObject({ state: 'ok' });
  });

  test('that says the conversation is over is believed', async () => {
    const hook = await receiver(410);
    const { channel } = await channelWith(new MemoryEngine(), { webhook: { url: hook.url, secret: 'shared' } });

    expect(await channel.send(message)).toMatchObject({ state: 'refused' });
  });

  test('that fails is tried again later, and health says so meanwhile', async () => {
    const hook = await receiver(500);
    const { channel } = await channelWith(new MemoryEngine(), { webhook: { url: hook.url, secret: 'shared' } });

    await expect(channel.send(message)).rejects.toThrow('500');
    expect(channel.health()).toMatchObject({ state: 'degraded' });
  });

  test('that is not there leaves replies to be fetched', async () => {
    const { channel } = await channelWith(new MemoryEngine());

    expect(channel.capabilities.acks).toBe('none');
  });
});
