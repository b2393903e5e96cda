import { afterEach, expect, test } from 'vitest';
import { type Listening, listen } from './listen.js';

let web: Listening | null = null;
afterEach(async () => web?.close());

test('while it starts it is alive, not ready, and takes no message', async () => {
  web = await listen('127.0.0.1', 0);
  const ask = async (path: string, method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${web!.port}${path}`, { method });
    return [response.status, await response.json()];
  };

  expect(await ask('/healthz')).toEqual([200, { alive: true }]);
  expect(await ask('/readyz?')).toMatchObject([503, { ready: false, store: { ready: false } }]);
  expect(await ask('/channels/http/messages', 'POST')).toMatchObject([503, { error: { code: 'unavailable' } }]);

  web.serve((_request, response) => response.end('"served"'));
  expect(await ask('/healthz')).toEqual([200, 'served']);
});
