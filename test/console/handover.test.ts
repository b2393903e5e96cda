/** The end of a shift: each of her conversations is offered to a colleague, who takes her or does not, or goes back to the queue. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVault } from '../../bot/privacy/vault.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import { VirtualClock } from '../support/virtual-clock.js';
import { type House, openHouse, type Page, STARTS } from './house.js';

const MASTER = Buffer.alloc(32, 9).toString('base64');
/** Whom people on call were called to. */
let called: string[];
let house: House;
const paging = {
  load: () => Promise.resolve(),
  raise: ({ conversation }: { conversation: string }) => Promise.resolve(void called.push(conversation)),
  tick: () => Promise.resolve(),
  of: () => Promise.resolve([]),
};
beforeEach(async () => {
  called = [];
  house = await openHouse({ paging });
});
afterEach(() => house.close());

const hears = (page: Page, kind: string, on: boolean) => () =>
  page.heard.alarm.filter(one => one.kind === kind).at(-1)?.on === on;

async function two(text: string) {
  const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
  const conversation = await house.writes('rosa', text);
  await ana.does(conversation, { do: 'take' });
  return { ana, eva, conversation };
}

test('she stays with the first, who can still write, until the colleague accepts; who reads who handed her, the note and the draft', async () => {
  const { ana, eva, conversation } = await two('quiero hablar con una persona');
  const offered = {
    do: 'hand_over',
    to: eva.me.user.id,
    note: 'espera una respuesta',
    draft: 'Te leo. Mañana',
  } as const;

  expect(await ana.does(conversation, offered)).toMatchObject({ ok: true });
  await eva.until(hears(eva, 'offered', true));
  expect(ana.heard.alarm.map(one => one.kind)).not.toContain('offered');
  const row = await eva.row(conversation);
  expect(row).toMatchObject({ owner: { name: 'Ana' }, offer: { to: eva.me.user.id, toName: 'Eva' } });
  expect(JSON.stringify(row)).not.toContain('espera una respuesta');
  expect(await ana.does(conversation, { do: 'say', text: 'sigo aquí' })).toMatchObject({ ok: true });
  expect(await eva.does(conversation, { do: 'say', text: 'hola' })).toMatchObject({ code: 'owned' });

  // To read what she is asked to take, she gives no reason.
  const { items } = await eva.open(conversation);
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'note', name: 'Ana', to: 'Eva', text: offered.note, draft: offered.draft }),
  );
  expect(items).toContainEqual(expect.objectContaining({ event: 'offered', vars: { name: 'Ana', to: 'Eva' } }));
  const accepted = await eva.does(conversation, { do: 'accept' });
  expect(accepted).toMatchObject({ ok: true, epoch: row.epoch + 1 });

  const after = await eva.row(conversation);
  expect(after).toMatchObject({ owner: { name: 'Eva' } });
  expect(after.offer).toBeUndefined();
  expect(await ana.does(conversation, { do: 'say', text: 'tarde' }, { epoch: row.epoch })).toMatchObject({
    code: 'owned',
  });
  expect((await eva.open(conversation)).items).toContainEqual(
    expect.objectContaining({ event: 'accepted', vars: { name: 'Eva', from: 'Ana' } }),
  );
  // The draft was left, and sent by nobody.
  await house.service.settle();
  expect(house.sent.map(({ text }) => text).join()).not.toContain(offered.draft);
});

test('one who cannot says so, and the first hears that she keeps her; nobody but the one who was asked accepts', async () => {
  const { ana, eva, conversation } = await two('quiero hablar con una persona');
  const sol = await house.works('Sol', ['supervisor']);
  expect(await eva.does(conversation, { do: 'hand_over', to: sol.me.user.id, note: '' })).toMatchObject({
    code: 'owned',
  });
  await ana.does(conversation, { do: 'hand_over', to: eva.me.user.id, note: '' });

  expect(await sol.does(conversation, { do: 'accept' })).toMatchObject({ code: 'owned' });
  expect(await sol.does(conversation, { do: 'decline' })).toMatchObject({ code: 'owned' });
  expect(await eva.does(conversation, { do: 'decline' })).toMatchObject({ ok: true });

  await ana.until(hears(ana, 'not-accepted', true));
  expect(await ana.row(conversation)).toMatchObject({ owner: { name: 'Ana' } });
  expect((await ana.row(conversation)).offer).toBeUndefined();
  expect(await eva.does(conversation, { do: 'accept' })).toMatchObject({ code: 'owned' });
  ana.socket.emit('seen', conversation);
  await ana.until(hears(ana, 'not-accepted', false));
});

test('the first may take it back, and an acceptance that comes later does nothing', async () => {
  const { ana, eva, conversation } = await two('quiero hablar con una persona');
  await ana.does(conversation, { do: 'hand_over', to: eva.me.user.id, note: '' });
  await ana.does(conversation, { do: 'decline' });

  expect(await eva.does(conversation, { do: 'accept' })).toMatchObject({ code: 'owned', owner: { name: 'Ana' } });
  expect((await ana.open(conversation)).items).toContainEqual(
    expect.objectContaining({ event: 'kept', vars: { name: 'Ana' } }),
  );
  expect(ana.heard.alarm.map(one => one.kind)).not.toContain('not-accepted');
});

test('an emergency is of the first until the colleague takes her, with an open call in hand too; unanswered, the first is told', async () => {
  const { ana, eva, conversation } = await two('AUXILIO');
  await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
  await ana.does(conversation, { do: 'hand_over', to: eva.me.user.id, note: 'él volvió a entrar' });

  await house.passes(31_000);
  await ana.until(hears(ana, 'not-accepted', true));
  expect(await ana.row(conversation)).toMatchObject({ owner: { name: 'Ana' }, offer: { toName: 'Eva' } });

  expect(await eva.does(conversation, { do: 'accept' })).toMatchObject({ ok: true });
  await ana.until(hears(ana, 'not-accepted', false));
  expect(await eva.row(conversation)).toMatchObject({ owner: { name: 'Eva' } });
  expect(await eva.does(conversation, { do: 'call_result', slot: 1, outcome: 'busy' })).toMatchObject({ ok: true });
});

test('who goes without an answer leaves her to the queue, and the offer with it', async () => {
  const { ana, eva, conversation } = await two('AUXILIO');
  await ana.does(conversation, { do: 'hand_over', to: eva.me.user.id, note: '' });
  ana.close();
  await house.passes(30_000);

  const row = await eva.row(conversation);
  expect(row).toMatchObject({ owner: { kind: 'queue' } });
  expect(row.offer).toBeUndefined();
  expect(await eva.does(conversation, { do: 'accept' })).toMatchObject({ code: 'owned', owner: { kind: 'queue' } });
});

test('an emergency that goes back to the queue calls everybody, and whoever is on call at once', async () => {
  const { ana, eva, conversation } = await two('AUXILIO');
  await eva.until(hears(eva, 'sos', false));
  called = [];

  expect(await ana.does(conversation, { do: 'transfer', to: 'queue' })).toMatchObject({ ok: true });

  await eva.until(hears(eva, 'sos', true));
  expect(called).toEqual([conversation]);
});

test('the same act again is done once, and one on an old screen not at all', async () => {
  const { ana, eva, conversation } = await two('quiero hablar con una persona');
  const to = eva.me.user.id;
  const { epoch } = await ana.row(conversation);
  const first = await ana.does(conversation, { do: 'hand_over', to, note: 'una' }, { id: 'x' });
  expect(await ana.does(conversation, { do: 'hand_over', to, note: 'una' }, { id: 'x' })).toEqual(first);
  expect((await ana.open(conversation)).items.filter(item => item.kind === 'note')).toHaveLength(1);

  await eva.does(conversation, { do: 'accept' });
  await eva.does(conversation, { do: 'hand_over', to: ana.me.user.id, note: '' });
  await ana.does(conversation, { do: 'accept' });
  expect(await ana.does(conversation, { do: 'hand_over', to, note: '' }, { epoch })).toMatchObject({ code: 'stale' });
});

test('a server that was killed knows the offer, the note and the draft again, and tells whom she was offered to', async () => {
  const store = openMemoryStore();
  const clock = new VirtualClock(STARTS);
  const vault = await openVault(store, '/nonexistent', MASTER);
  const before = await openHouse({ store, clock, vault });
  const ana = await before.works('Ana');
  const who = await before.person('Eva');
  const eva = await before.enters(who);
  const conversation = await before.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'hand_over', to: eva.me.user.id, note: 'la nota', draft: 'el borrador' });
  // As kill -9 leaves it: what is committed, and nothing that was in memory. The lines stay open, and say nothing.
  const again = await openHouse({ store, clock, vault });
  const evaAgain = await again.enters(who);

  await evaAgain.until(hears(evaAgain, 'offered', true));
  expect(await evaAgain.row(conversation)).toMatchObject({ owner: { name: 'Ana' }, offer: { toName: 'Eva' } });
  expect((await evaAgain.open(conversation)).items).toContainEqual(
    expect.objectContaining({ kind: 'note', text: 'la nota', draft: 'el borrador' }),
  );
  expect(await evaAgain.does(conversation, { do: 'accept' })).toMatchObject({ ok: true });

  for (const page of [ana, eva]) page.close();
  await again.close();
  await before.service.stop();
});
