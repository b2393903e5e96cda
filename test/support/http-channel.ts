/** The HTTP channel over an engine in memory, served, and how a caller speaks to it. */
import { afterEach } from 'vitest';
import { createHttpChannel, type HttpOptions } from '../../bot/channels/http/http.js';
import type { MemoryEngine } from './engine.js';
import { keptLog, serve, type Served } from './serve.js';
import { VirtualClock } from './virtual-clock.js';

export const TOKEN = 'a-token-of-tests';
/** Closed after each test. */
export const open: Served[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(served => served.close()));
});

export async function channelWith(engine: MemoryEngine, more: Partial<HttpOptions> = {}) {
  const log = keptLog();
  const http = createHttpChannel({
    engine,
    token: TOKEN,
    gate: { isSos: text => text === 'SOS', isDanger: text => text === 'SOS', isSensed: () => false },
    protocols: () => ['whatsapp-mujer', 'municipio'],
    clock: new VirtualClock(),
    log,
    ...more,
  });
  const served = await serve((request, response, next) => {
    if (!http.front(request, response, ({ socket }) => socket.remoteAddress)) next();
  }, http.router);
  open.push(served);
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` },
  ) => {
    const response = await fetch(`${served.url}/channels/http/${path}`, {
      method,
      headers,
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, never>,
    };
  };
  const post = (body: unknown, query = '') => call('POST', `messages${query}`, body);
  return { ...http, log, call, post, url: served.url };
}

export const hello = { conversation: 'c-1', id: 'm-1', text: 'hola' };
