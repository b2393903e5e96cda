/** What is said to her in an emergency and does not come to her screen, with the real page's channel and a clock that the test moves. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWebchat } from '../../bot/channels/webchat/webchat.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import type { Store } from '../../bot/store/store.js';
import { keptLog, serve, type Served } from '../support/serve.js';
import { VirtualClock } from '../support/virtual-clock.js';
import { type House, openHouse, type Page, STARTS } from './house.js';

const NO_LIMIT = { isSos: () => false, isDanger: () => false, isSensed: () => false };
/** Said to her, and given to her page, within this. */
const ARRIVES_MS = 20_000;

let store: Store;
let clock: VirtualClock;
let house: House;
let web: Served;
beforeEach(async () => {
  [store, clock] = [openMemoryStore(), new VirtualClock(STARTS)];
  house = await openHouse({ store, clock });
  const { channel, router } = webchat();
  house.service.addChannel(channel);
  web = await serve(router);
});
afterEach(async () => {
  await web.close();
  await house.close();
});

/** The channel of one process. */
const webchat = () =>
  createWebchat({
    engine: house.service.inbound,
    secret: 'a secret of sessions',
    file: () => Promise.reject(new Error('no files here')),
    gate: NO_LIMIT,
    clock,
    log: keptLog(),
  });

/** Her page, as far as the wire goes. */
async function herPage() {
  const began = await fetch(`${web.url}/channels/webchat/sessions`, { method: 'POST' });
  const { session } = (await began.json()) as { session: string };
  const headers = { authorization: `Bearer ${session}` };
  let written = 0;
  const post = async (path: string, body: object, to = web): Promise<void> => {
    const answer = await fetch(`${to.url}/channels/webchat/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.ok).toBe(true);
    await house.service.settle();
  };
  return {
    writes: (text: string) => post('messages', { id: `w${++written}`, text }),
    /** Gets what there is, and says so; to another process, where one is given. */
    async reads(told = web): Promise<void> {
      const answer = await fetch(`${web.url}/channels/webchat/messages`, { headers });
      const { messages } = (await answer.json()) as { messages: { seq: number }[] };
      await post('received', { seq: messages.at(-1)!.seq }, told);
    },
  };
}

const missing = (page: Page) => page.heard.alarm.filter(({ kind, on }) => kind === 'unarrived' && on);
const linesOf = async (page: Page) => {
  const [row] = await page.rows();
  const { items } = await page.open(row!.conversation, 'prueba');
  return items.filter(item => item.kind === 'event' && item.event === 'unarrived');
};

test('is told to people after 20 seconds, once, and in the story of the emergency', async () => {
  const [ana, her] = [await house.works('Ana'), await herPage()];
  await her.writes('AUXILIO');
  await house.passes(ARRIVES_MS - 1_000);
  await ana.sync();
  expect(missing(ana)).toEqual([]);
  await house.passes(1_000);
  await ana.until(() => missing(ana).length > 0);

  await her.writes('ayuda');
  await house.passes(60_000);

  await ana.sync();
  expect(missing(ana)).toHaveLength(1);
  expect(await linesOf(ana)).toHaveLength(1);
});

test('has her alarm until it comes, and is watched anew afterwards', async () => {
  const [ana, her] = [await house.works('Ana'), await herPage()];
  await her.writes('AUXILIO');
  await house.passes(ARRIVES_MS);
  await ana.until(() => missing(ana).length === 1);

  await her.reads();
  await ana.until(() => ana.heard.alarm.some(({ kind, on }) => kind === 'unarrived' && !on));
  await her.writes('sigo aquí');
  await house.passes(ARRIVES_MS);

  await ana.until(() => missing(ana).length === 2);
  expect(await linesOf(ana)).toHaveLength(2);
});

test('that her page got in time is told to nobody', async () => {
  const [ana, her] = [await house.works('Ana'), await herPage()];
  await her.writes('AUXILIO');
  await house.passes(10_000);
  await her.reads();
  await house.passes(ARRIVES_MS);
  await ana.sync();
  expect(await linesOf(ana)).toEqual([]);
});

test('that her page got before the process was started again, or from another one, is told to nobody', async () => {
  const [ana, her] = [await house.works('Ana'), await herPage()];
  const another = await serve(webchat().router);
  await her.writes('AUXILIO');
  await her.reads(another);
  await house.passes(ARRIVES_MS);
  await ana.sync();
  expect(await linesOf(ana)).toEqual([]);
  await another.close();
});

test('outside an emergency is no alarm: she may have left', async () => {
  const [ana, her] = [await house.works('Ana'), await herPage()];
  await her.writes('hola');
  await house.passes(ARRIVES_MS * 3);
  await ana.sync();
  expect(missing(ana)).toEqual([]);
  expect((await store.backlog()).effects).toBe(0);
});

test('is told to whoever has her, of what she herself wrote as well', async () => {
  const [ana, eva, her] = [await house.works('Ana'), await house.works('Eva'), await herPage()];
  await her.writes('AUXILIO');
  await her.reads();
  const [row] = await ana.rows();
  await ana.does(row!.conversation, { do: 'take' });
  await ana.does(row!.conversation, { do: 'say', text: 'Te leo. ¿Dónde estás?' });
  await house.passes(ARRIVES_MS);
  await ana.until(() => missing(ana).length === 1);
  await eva.sync();
  expect(missing(eva)).toEqual([]);
});

test('is told by the process that comes after one that died', async () => {
  const her = await herPage();
  await her.writes('AUXILIO');
  const after = await openHouse({ store, clock, vault: house.service.vault });
  const ana = await after.works('Ana');
  await after.passes(ARRIVES_MS);
  await ana.until(() => missing(ana).length === 1);
  expect(await linesOf(ana)).toHaveLength(1);
  await after.close();
});

test('stays told while more is written, is on her row, and after a minute is told to supervisors', async () => {
  const [ana, eva, her] = [await house.works('Ana'), await house.works('Eva', ['supervisor']), await herPage()];
  const long = () => eva.heard.alarm.filter(({ kind, on }) => kind === 'unarrived-long' && on);
  await her.writes('AUXILIO');
  await her.reads();
  const [row] = await ana.rows();
  await ana.does(row!.conversation, { do: 'take' });
  await ana.does(row!.conversation, { do: 'say', text: 'Te leo. ¿Dónde estás?' });
  const said = clock.now();
  await house.passes(ARRIVES_MS);
  await ana.until(() => missing(ana).length === 1);

  await ana.does(row!.conversation, { do: 'say', text: '¿Sigues ahí?' });
  await ana.sync();
  expect(ana.heard.alarm.filter(({ kind, on }) => kind === 'unarrived' && !on)).toEqual([]);
  expect((await eva.rows())[0]!.unarrivedSince).toBe(said);
  expect(long()).toEqual([]);
  await house.passes(40_000);
  await eva.until(() => long().length === 1);

  await her.reads();
  await ana.until(() => ana.heard.alarm.some(({ kind, on }) => kind === 'unarrived' && !on));
  await eva.until(() => eva.heard.alarm.some(({ kind, on }) => kind === 'unarrived-long' && !on));
  expect((await eva.rows())[0]).not.toHaveProperty('unarrivedSince');
});

test('is told anew to consoles after the process was started again', async () => {
  const her = await herPage();
  await her.writes('AUXILIO');
  await house.passes(ARRIVES_MS);
  const after = await openHouse({ store, clock, vault: house.service.vault });
  const ana = await after.works('Ana');
  await ana.until(() => missing(ana).length === 1);
  expect((await ana.rows())[0]).toHaveProperty('unarrivedSince');
  await after.close();
});

test('nothing that eases her wait is put on top of it, until it has come', async () => {
  const [ana, her] = [await house.works('Ana'), await herPage()];
  await her.writes('AUXILIO');
  await her.reads();
  const [row] = await ana.rows();
  const said = async () => {
    const { items } = await ana.open(row!.conversation, 'prueba');
    return items.filter(item => item.kind === 'message' && item.author === 'safety').length;
  };
  await ana.does(row!.conversation, { do: 'call', institution: 'carabineros-133' });
  const before = await said();
  await house.passes(29_000);
  await house.passes(1_000);
  expect(await said()).toBe(before);
  await house.passes(120_000);
  expect(await said()).toBe(before);

  await her.reads();
  await house.passes(30_000);
  expect(await said()).toBe(before + 1);
});
