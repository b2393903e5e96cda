/** What a citizen sends besides words, at the desk: a person is told, opens it by a click, and that is written down. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Item } from '../../bot/console/contract.js';
import { exportContact } from '../../bot/privacy/export.js';
import { type House, openHouse, type Page, signIn } from './house.js';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100, 7)]);

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

async function sends(id: string, bytes: Buffer = PNG): Promise<string> {
  const of = { channel: 'webchat', address: 'rosa', id };
  const media = await house.service.files.take({ ...of, bytes });
  const { conversation } = await house.service.inbound.receive({ ...of, text: '', media });
  await house.service.settle();
  return conversation;
}

const fileIn = (items: readonly Item[]): string =>
  items.flatMap(item => (item.kind === 'message' && item.media?.file ? [item.media.file] : []))[0]!;

const open = (id: string, cookie: string) => fetch(`${house.url}/console/api/files/${id}`, { headers: { cookie } });

async function cookieOf(name: string, roles?: Parameters<House['person']>[1]): Promise<string> {
  return (await signIn(house.url, await house.person(name, roles))).cookie;
}

test('a photo in an emergency calls people at once, and whoever has her opens it', async () => {
  const ana = await house.works('Ana');
  await house.writes('rosa', 'AUXILIO');
  const before = (await house.store.heads({}))[0]!;
  house.clock.pass(1_000);
  const conversation = await sends('f1');
  const after = (await house.store.head(conversation))!;
  expect(after.desk.alert).toBe('media');
  expect(after.desk.alertAt).not.toBe(before.desk.alertAt);

  await ana.does(conversation, { do: 'take' });
  const id = fileIn((await viewOf(ana, conversation)).items);
  const cookie = await cookieOf('Eva');
  const response = await open(id, cookie);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);

  const out = await exportContact(house.service, after.contact, { now: 0, files: false });
  const reads = out.documents.filter(doc => doc.collection === 'reads').map(doc => doc.personal);
  expect(reads).toContainEqual({ name: 'Eva', reason: `image/png ${id}` });
});

test('without danger what a colleague has needs a reason first; who has no desk, or no session, sees nothing', async () => {
  const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
  await house.writes('rosa', 'hola');
  const conversation = await sends('f1');
  await ana.does(conversation, { do: 'take' });
  const id = fileIn((await viewOf(ana, conversation)).items);

  expect((await open(id, eva.cookie)).status).toBe(403);
  await viewOf(eva, conversation, 'relevo de turno');
  expect((await open(id, eva.cookie)).status).toBe(200);
  expect((await open(id, ana.cookie)).status).toBe(200);
  expect((await open(id, await cookieOf('Dis', ['designer']))).status).toBe(403);
  expect((await open(id, '')).status).toBe(401);
  expect((await open('nothing', ana.cookie)).status).toBe(404);
});

test('a photo without danger is answered with a kind word, and nobody is closed', async () => {
  await house.writes('rosa', 'hola');
  house.sent.length = 0;
  const conversation = await sends('f1');
  expect(house.sent.length).toBeGreaterThan(0);
  expect((await house.store.head(conversation))!.open).toBe(true);
});

async function viewOf(page: Page, conversation: string, reason?: string) {
  const reply = await page.socket.emitWithAck('open', { conversation, ...(reason ? { reason } : {}) });
  if (!reply.ok) throw new Error(`refused: ${reply.code}`);
  return reply.view;
}
