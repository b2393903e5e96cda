/** An executive asks for company in a conversation: supervisors hear it, she who writes does not, and one who looks ends it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse, type Page } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const asks = (page: Page, conversation: string, on = true) => page.socket.emitWithAck('support', { conversation, on });
const heard = (page: Page) =>
  page.heard.alarm.filter(({ kind }) => kind === 'support').map(({ by, on }) => [by, on] as const);

test('supervisors who are connected are told, with who asks and where, and one who comes later finds it', async () => {
  const ana = await house.works('Ana');
  const eva = await house.works('Eva', ['supervisor']);
  const sol = await house.works('Sol');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  const said = house.sent.length;
  const { turn } = await ana.open(conversation);

  expect(await asks(ana, conversation)).toEqual({ ok: true, told: ['Eva'] });
  await eva.until(() => heard(eva).length > 0);
  expect(heard(eva)).toEqual([['Ana', true]]);
  const paz = await house.works('Paz', ['supervisor']);
  await paz.until(() => heard(paz).length > 0);
  for (const page of [ana, sol]) {
    await page.sync();
    expect(heard(page)).toEqual([]);
  }
  await house.service.settle();
  expect(house.sent, 'nothing is said to her').toHaveLength(said);
  expect((await ana.open(conversation)).turn, 'nothing is written into the conversation').toBe(turn);

  await sol.open(conversation, 'miro también');
  expect(heard(paz), 'a colleague who looks ends nothing').toHaveLength(1);
  await eva.open(conversation, 'Ana pidió apoyo');
  await paz.until(() => heard(paz).length > 1);
  expect(heard(paz)).toEqual([
    ['Ana', true],
    ['Ana', false],
  ]);
});

test('it can be taken back, and without a supervisor nobody is said to have been told', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');

  expect(await asks(ana, conversation)).toEqual({ ok: true, told: [] });
  await asks(ana, conversation, false);
  const eva = await house.works('Eva', ['supervisor']);
  await eva.sync();

  expect(heard(eva)).toEqual([]);
  expect(await asks(ana, 'nowhere')).toMatchObject({ ok: false, code: 'not-found' });
});
