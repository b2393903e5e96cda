import { expect, test } from 'vitest';
import { MemoryEngine } from '../../../test/support/engine.js';
import { channelWith, hello } from '../../../test/support/http-channel.js';

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
