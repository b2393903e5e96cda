/** A note calls a colleague to look: she alone is told, opening it ends it, and the note says whom it called. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse, Page } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const heard = (page: Page) =>
  page.heard.alarm.filter(({ kind }) => kind === 'called').map(({ by, on }) => [by, on] as const);

test('she is told who calls, one who looks elsewhere hears nothing, and nothing is said to her who writes', async () => {
  const [ana, eva, sol] = [await house.works('Ana'), await house.works('Eva'), await house.works('Sol')];
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  const said = house.sent.length;
  const note = { do: 'note', text: '@Eva mira esto', calls: [eva.me.user.id, ana.me.user.id] } as const;

  expect(await ana.does(conversation, note)).toMatchObject({ ok: true });
  await eva.until(() => heard(eva).length > 0);
  expect(heard(eva)).toEqual([['Ana', true]]);
  for (const page of [ana, sol]) {
    await page.sync();
    expect(heard(page)).toEqual([]);
  }
  await house.service.settle();
  expect(house.sent).toHaveLength(said);

  const { items } = await eva.open(conversation, 'Ana me llamó');
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'note', name: 'Ana', text: '@Eva mira esto', calls: ['Eva'] }),
  );
  await eva.until(() => heard(eva).length > 1);
  expect(heard(eva)).toEqual([
    ['Ana', true],
    ['Ana', false],
  ]);
});

test('one who is not connected is taken for told by nobody: the note comes back with why', async () => {
  const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  eva.socket.disconnect();
  await ana.until(() =>
    ana.heard.patch.some(({ staff }) => staff?.some(one => one.name === 'Eva' && one.state === 'offline')),
  );

  expect(await ana.does(conversation, { do: 'note', text: '@Eva mira', calls: [eva.me.user.id] })).toMatchObject({
    code: 'invalid',
    message: 'Eva no está conectada: no lo vería. Llama a quien está, o quita su nombre.',
  });
  expect(await ana.does(conversation, { do: 'note', text: '@Nadie', calls: ['nobody'] })).toMatchObject({
    code: 'invalid',
  });
  const { items } = await ana.open(conversation);
  expect(items.filter(({ kind }) => kind === 'note')).toEqual([]);
});

test('what was called for before she closed her page waits for her', async () => {
  const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'note', text: '@Eva mira', calls: [eva.me.user.id] });
  await eva.until(() => heard(eva).length > 0);
  eva.socket.disconnect();

  const again = await Page.open(house.url, eva.cookie, eva.me);
  await again.until(() => heard(again).length > 0);
  expect(heard(again)).toEqual([['Ana', true]]);
});
