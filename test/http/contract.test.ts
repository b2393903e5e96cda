/** What others script against: every real answer is what the OpenAPI document says, and nothing more. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createHttpChannel } from '../../bot/channels/http/http.js';
import { createWatch } from '../../bot/http/health.js';
import { openApi } from '../../bot/http/openapi.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import { StoreUnavailable, type Store } from '../../bot/store/store.js';
import { serve, type Served } from '../support/serve.js';
import { type Process, processOf } from '../support/service.js';

const TOKEN = 'a-token-of-tests';

type Json = Record<string, unknown>;
interface Documented {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: Json }> }> }>>;
  components: { schemas: Json };
}

let store: Store;
let house: Process;
let served: Served;
let documented: Documented;
const spool = { waiting: 0, since: null as number | null };
beforeEach(async () => {
  Object.assign(spool, { waiting: 0, since: null });
  store = openMemoryStore();
  house = await processOf({ store });
  const http = createHttpChannel({
    engine: house.inbound,
    token: TOKEN,
    gate: { isSos: () => false, isDanger: () => false, isSensed: () => false },
    protocols: () => ['tiny'],
    clock: house.clock,
    log: house.log,
  });
  house.addChannel(http.channel);
  const watch = createWatch(house, { state: () => spool }, () => [{ id: 'tiny', version: 1 }]);
  documented = openApi([http.openapi], 'http://127.0.0.1') as Documented;
  served = await serve(http.router, watch.router);
});
afterEach(async () => {
  await served.close();
  await store.close();
});

/** As strict as the document reads: a field that it does not name is no part of the contract. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inside && !('additionalProperties' in inside)
    ? { ...inside, additionalProperties: false }
    : inside;
}

function schemaOf(path: string, method: string, status: number): z.ZodType {
  const schema = documented.paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema;
  if (!schema) throw new Error(`${method} ${path} ${status} is not documented`);
  const whole = { ...schema, $defs: documented.components.schemas };
  const text = JSON.stringify(closed(whole)).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

/** Asks, and holds the answer against the document. Returns its body. */
async function asked(
  method: 'get' | 'post',
  path: string,
  expected: number,
  { at = path, body, token = TOKEN }: { at?: string; body?: unknown; token?: string } = {},
): Promise<Json> {
  const response = await fetch(`${served.url}${at}`, {
    method: method.toUpperCase(),
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Json;
  expect({ status: response.status, answer }).toMatchObject({ status: expected });
  const { issues = [] } = schemaOf(path, method, expected).safeParse(answer).error ?? {};
  expect({ answer, issues }).toEqual({ answer, issues: [] });
  return answer;
}

const MESSAGES = '/channels/http/messages';
const WAITING = `${MESSAGES}?reply=wait`;
const LINES = '/channels/http/conversations/{id}/messages';
const hello = { conversation: 'c1', id: 'm1', text: 'hola' };

test('a message, its answer, and the lines of a conversation', async () => {
  expect(await asked('post', MESSAGES, 202, { body: hello })).toEqual({ seq: 1 });
  const { replies } = await asked('post', MESSAGES, 200, { at: WAITING, body: { ...hello, id: 'm2' } });
  expect(replies).toMatchObject([{ author: 'bot' }]);
  const { messages } = await asked('get', LINES, 200, { at: '/channels/http/conversations/c1/messages?after=0' });
  expect((messages as unknown[]).length).toBeGreaterThanOrEqual(4);
  expect(await asked('get', LINES, 200, { at: '/channels/http/conversations/nobody/messages' })).toEqual({
    messages: [],
  });
});

test('a message tells when it arrived, and when it was written where that was said', async () => {
  await asked('post', MESSAGES, 202, { body: { ...hello, at: '2026-03-02T09:00:00-03:00' } });
  await asked('post', MESSAGES, 202, { body: { ...hello, id: 'm2' } });
  const { messages } = await asked('get', LINES, 200, { at: '/channels/http/conversations/c1/messages?after=0' });
  const hers = (messages as Json[]).filter(line => line.direction === 'in');
  expect(hers.map(({ id, at, sentAt }) => ({ id, at, sentAt }))).toEqual([
    { id: 'm1', at: house.clock.now(), sentAt: Date.parse('2026-03-02T12:00:00Z') },
    { id: 'm2', at: house.clock.now(), sentAt: undefined },
  ]);
});

test('each way of being refused', async () => {
  await asked('post', MESSAGES, 202, { body: hello });
  await asked('post', MESSAGES, 401, { body: hello, token: 'another' });
  expect(await asked('post', MESSAGES, 400, { body: { ...hello, txt: 'x' } })).toMatchObject({
    error: { field: 'txt' },
  });
  await asked('post', MESSAGES, 409, { body: { ...hello, text: 'otra cosa' } });
  await asked('post', MESSAGES, 413, { body: { ...hello, id: 'long', text: 'a'.repeat(10_001) } });
});

test('a person who has the thread answers herself: the robot says nothing to who waits', async () => {
  await asked('post', MESSAGES, 202, { body: hello });
  const thread = await house.thread('http', 'c1');
  await house.conversations.apply(thread, 'act:take', live => ({
    event: { type: 'TAKE', by: { id: 'a', name: 'Ana' }, world: house.world(live.running.protocol.id) },
  }));
  const body = { ...hello, id: 'm2', text: 'sigo aquí' };
  expect(await asked('post', MESSAGES, 200, { at: WAITING, body })).toMatchObject({ replies: [] });
  expect(await asked('post', MESSAGES, 200, { at: WAITING, body })).toMatchObject({ replies: [] });
});

test('alive, ready, and how late everything is', async () => {
  expect(await asked('get', '/healthz', 200)).toEqual({ alive: true });
  await house.writes('hola', { channel: 'pull' });
  spool.waiting = 2;
  spool.since = house.clock.now();
  house.clock.pass(300_000);
  const body = await asked('get', '/readyz', 200);
  expect(body).toMatchObject({
    ready: true,
    store: { ready: true },
    protocols: [{ id: 'tiny', version: 1 }],
    channels: { http: { state: 'ok' }, sms: { state: 'ok' } },
    spool: { waiting: 2, lagMs: 300_000 },
    outbox: { waiting: expect.any(Number) as number, lagMs: expect.any(Number) as number },
  });
  expect((body.timers as { lagMs: number }).lagMs).toBe(180_000);
});

test('a store that is away is not ready, and says why', async () => {
  const watch = createWatch(
    { ...house, store: { ...store, ping: () => Promise.reject(new StoreUnavailable('the disk is full')) } },
    { state: () => spool },
    () => [{ id: 'tiny', version: 1 }],
  );
  const own = served;
  served = await serve(watch.router);
  await own.close();
  expect(await asked('get', '/readyz', 503)).toMatchObject({
    ready: false,
    store: { ready: false, reason: 'the disk is full' },
  });
});

test('figures for Prometheus count turns, messages and facts, and name nobody', async () => {
  await house.writes('me llamo Ana y vivo en los aromos 114', { address: '56911112222' });
  await house.writes('SOS', { address: '56911112222' });
  const response = await fetch(`${served.url}/metrics`);
  const text = await response.text();
  expect(response.headers.get('content-type')).toContain('text/plain');
  for (const line of [
    'cauce_turns_total{protocol="tiny",event="MSG"} 1',
    'cauce_turns_total{protocol="tiny",event="SOS"} 1',
    'cauce_milestones_total{protocol="tiny",milestone="emergency_open"} 1',
    'cauce_waiting{of="timers"}',
    'cauce_lag_seconds{of="spool"} 0',
  ])
    expect(text).toContain(line);
  expect(text).not.toMatch(/aromos|56911112222|Ana\b/);
});
