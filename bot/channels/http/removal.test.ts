/** A webhook of another system that takes messages of ours away again, as its contract says. */
import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { MemoryEngine } from '../../../test/support/engine.js';
import { channelWith, open } from '../../../test/support/http-channel.js';
import { serve } from '../../../test/support/serve.js';
import type { Removal } from '../channel.js';

async function receiver(status: number, answer?: unknown) {
  const got: { body: string; signature: string }[] = [];
  const router = express.Router();
  router.post('/hook', express.raw({ type: () => true }), (request: Request, response: Response) => {
    got.push({ body: (request.body as Buffer).toString(), signature: request.get('cauce-signature') ?? '' });
    if (answer === undefined) response.status(status).end();
    else response.status(status).send(answer);
  });
  const served = await serve(router);
  open.push(served);
  return { got, url: `${served.url}/hook` };
}

describe('a webhook that takes messages away again', () => {
  const asked: Removal = {
    id: 'e-1',
    conversation: 'internal',
    address: 'c-1',
    upTo: 3,
    ours: [
      { seq: 2, id: 'o-1' },
      { seq: 3, id: 'o-2' },
    ],
  };
  const removing = async (status: number, answer?: unknown) => {
    const hook = await receiver(status, answer);
    const webhook = { url: hook.url, secret: 'shared', removes: true };
    return { hook, ...(await channelWith(new MemoryEngine(), { webhook })) };
  };

  test('is asked with the ids of ours, signed, and says which are gone', async () => {
    const { hook, channel } = await removing(200, { removed: ['o-1'] });

    expect(await channel.remove!(asked)).toEqual(['o-1']);

    const [{ body, signature } = { body: '', signature: '' }] = hook.got;
    const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(signature) ?? [];
    expect(mac).toBe(createHmac('sha256', 'shared').update(`${seconds}.${body}`).digest('hex'));
    expect(JSON.parse(body)).toEqual({ conversation: 'c-1', remove: { id: 'e-1', messages: asked.ours } });
    expect(channel.capabilities.removesOurs).toBe(true);
  });

  test.each([
    ['it refuses', 404, { error: 'unknown event' }],
    ['the conversation is over for it', 410, undefined],
    ['it does not say which', 204, undefined],
    ['its answer is not JSON', 200, 'ok'],
    ['its answer has something else in it', 200, { removed: 2 }],
    ['its answer has no end', 200, JSON.stringify({ removed: ['o-1'], more: 'x'.repeat(600_000) })],
  ])('removed nothing, as far as is known, where %s', async (_about, status, answer) => {
    const { channel } = await removing(status, answer);

    expect(await channel.remove!(asked)).toEqual([]);
  });

  test.each([500, 503, 429, 408])('is asked again later after a %i', async status => {
    const { channel } = await removing(status);

    await expect(channel.remove!(asked)).rejects.toThrow(String(status));
    expect(channel.health()).toMatchObject({ state: 'degraded' });
  });

  test('is never asked where that was not declared', async () => {
    const hook = await receiver(200);
    const { channel } = await channelWith(new MemoryEngine(), { webhook: { url: hook.url, secret: 'shared' } });

    expect([channel.remove, channel.capabilities.removesOurs]).toEqual([undefined, undefined]);
  });
});
