import { expect, test } from 'vitest';
import { MemoryEngine } from '../../../test/support/engine.js';
import { channelWith, hello, TOKEN } from '../../../test/support/http-channel.js';

test('beyond the limit the same id again gets its answer or a conflict, and an open emergency is heard', async () => {
  const engine = new MemoryEngine(() => ['Hola.']);
  const { post } = await channelWith(engine, {
    limits: { address: { points: 1, seconds: 60 }, ip: { points: 100, seconds: 60 } },
  });
  const first = await post(hello, '?reply=wait');

  expect(await post(hello, '?reply=wait')).toMatchObject({ status: 200, body: first.body });
  expect(await post({ ...hello, text: 'chao' })).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
  expect(await post({ ...hello, id: 'm-2' })).toMatchObject({ status: 429 });
  engine.emergencies.add('c-1');
  expect(await post({ ...hello, id: 'm-2' })).toMatchObject({ status: 202 });
});

test('who tries tokens is slowed, and who has the right one passes all the same', async () => {
  const { call } = await channelWith(new MemoryEngine(), { guesses: { points: 2, seconds: 60 } });
  const tries = (token: string) => call('POST', 'messages', hello, { authorization: `Bearer ${token}` });

  expect([(await tries('one')).status, (await tries('two')).status]).toEqual([401, 401]);
  const slowed = await tries('three');
  expect(slowed).toMatchObject({ status: 429, body: { error: { code: 'too-many' } } });
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await tries(TOKEN)).status).toBe(202);
});
