import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../bot/console/contract.js';
import { type House, openHouse, type Page } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const PERSON = 'quiero hablar con una persona';
const DAY = 86_400_000;
const saidBy = (items: readonly Item[]) =>
  items.flatMap(item => (item.kind === 'message' && item.author === 'executive' ? [item.text] : []));
const lines = (items: readonly Item[]) =>
  items.flatMap(item => (item.kind === 'event' && /book/.test(item.event) ? [[item.event, item.vars]] : []));

async function calendar(page: Page) {
  const range = { from: house.clock.now(), to: house.clock.now() + 7 * DAY };
  const reply = await page.socket.emitWithAck('appointments', range);
  if (!reply.ok) throw new Error(reply.code);
  return reply;
}

/** Rosa, whom Ana has, with an hour. */
async function booked() {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', PERSON);
  await ana.does(conversation, { do: 'take' });
  const [first, second] = (await calendar(ana)).free;
  expect(await ana.does(conversation, { do: 'book', startsAt: first!.startsAt })).toMatchObject({ ok: true });
  await house.service.settle();
  return { ana, conversation, first: first!.startsAt, second: second!.startsAt };
}

describe('an hour that a person cancels', () => {
  test('is free again, is hers no more, and she reads what the person was shown before', async () => {
    const { ana, conversation, first } = await booked();
    const shown = await ana.socket.emitWithAck('foresee', { conversation });

    expect(await ana.does(conversation, { do: 'unbook' })).toMatchObject({ ok: true });
    await house.service.settle();

    const { appointments, free } = await calendar(ana);
    expect(appointments).toEqual([]);
    expect(free.map(one => one.startsAt)).toContain(first);
    const { facts, items } = await ana.open(conversation);
    expect(facts.appointment).toBeNull();
    expect(shown).toMatchObject({ ok: true, text: expect.stringMatching(/anulada/), why: null });
    expect(saidBy(items).at(-1)).toBe(shown.ok && shown.text);
    expect(house.sent.at(-1)?.text).toBe(shown.ok && shown.text);
    expect(lines(items).at(-1)).toEqual(['unbooked', { name: 'Ana' }]);
    // There is nothing left to cancel.
    expect(await ana.does(conversation, { do: 'unbook' })).toMatchObject({ ok: false, code: 'invalid' });
  });

  test('takes its doubt with it', async () => {
    const { ana, conversation, first } = await booked();
    await house.writes('rosa', 'no puedo a esa hora, el va a estar en la casa');
    expect((await calendar(ana)).appointments).toMatchObject([{ state: 'doubted' }]);

    await ana.does(conversation, { do: 'unbook' });
    await house.service.settle();
    expect((await calendar(ana)).appointments).toEqual([]);
    await ana.does(conversation, { do: 'book', startsAt: first });

    expect((await calendar(ana)).appointments).toMatchObject([{ state: 'confirmed', startsAt: first }]);
  });

  test('is not told to her where nothing may be written, and the person is told why, before and after', async () => {
    const { ana, conversation } = await booked();
    await ana.does(conversation, { do: 'quiet', on: true });
    const before = house.sent.length;
    expect(await ana.socket.emitWithAck('foresee', { conversation })).toMatchObject({ text: null, why: 'quiet' });

    await ana.does(conversation, { do: 'unbook' });
    await house.service.settle();

    expect(house.sent).toHaveLength(before);
    const { facts, items } = await ana.open(conversation);
    expect(facts.appointment).toBeNull();
    expect(lines(items).at(-1)).toEqual(['unbooked_untold', { name: 'Ana', untold: 'quiet' }]);
  });

  test('is withheld outside her safe hours or channels, which is said before', async () => {
    const { ana, conversation } = await booked();
    await ana.does(conversation, { do: 'safe_contact', consent: true, channels: ['elsewhere'] });
    await house.passes(20 * 60_000, 60_000);
    const before = house.sent.length;
    expect(await ana.socket.emitWithAck('foresee', { conversation })).toMatchObject({
      text: expect.any(String),
      why: 'safe-channel',
    });

    await ana.does(conversation, { do: 'unbook' });
    await house.service.settle();

    expect(house.sent).toHaveLength(before);
  });

  test('is cancelled by who has her alone, and of nobody while the robot talks with her', async () => {
    const { ana, conversation } = await booked();
    const eva = await house.works('Eva');
    expect(await eva.socket.emitWithAck('foresee', { conversation })).toMatchObject({ ok: false, code: 'owned' });
    expect(await eva.does(conversation, { do: 'unbook' })).toMatchObject({ ok: false, code: 'owned' });

    await ana.does(conversation, { do: 'release' });
    expect(await eva.does(conversation, { do: 'unbook' })).toMatchObject({ ok: false, message: 'Tómala primero.' });
    expect((await calendar(ana)).appointments).toHaveLength(1);
  });
});

test('an hour is cancelled after the talk is over, too, by whoever is there', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', PERSON);
  await ana.does(conversation, { do: 'take' });
  const { startsAt } = (await calendar(ana)).free.at(-1)!;
  await ana.does(conversation, { do: 'book', startsAt });
  await ana.does(conversation, { do: 'close', reason: 'done' });
  await house.passes(30 * 3_600_000, 3_600_000);
  const eva = await house.works('Eva');
  const shown = await eva.socket.emitWithAck('foresee', { conversation });
  if (!shown.ok) throw new Error(shown.message);

  const reply = await eva.does(conversation, { do: 'unbook' }, { epoch: shown.epoch });

  expect(reply).toMatchObject({ ok: true });
  await house.service.settle();
  expect((await calendar(eva)).appointments).toEqual([]);
  expect((await house.store.head(conversation))?.owner).toBe('rest');
});

describe('an hour that is booked for who has one', () => {
  test('moves it: the old one is free, she has the new one alone, and reads of it', async () => {
    const { ana, conversation, first, second } = await booked();
    const shown = await ana.socket.emitWithAck('foresee', { conversation, startsAt: second });

    await ana.does(conversation, { do: 'book', startsAt: second });
    await house.service.settle();

    const { appointments, free } = await calendar(ana);
    expect(appointments).toMatchObject([{ conversation, startsAt: second, state: 'confirmed' }]);
    expect(free.map(one => one.startsAt)).toContain(first);
    expect(free.map(one => one.startsAt)).not.toContain(second);
    const { facts, items } = await ana.open(conversation);
    expect(facts.appointment).toMatchObject({ startsAt: second });
    expect(saidBy(items).at(-1)).toBe(shown.ok && shown.text);
  });

  test('before it is booked nothing is taken', async () => {
    const { ana, conversation, first, second } = await booked();

    await ana.socket.emitWithAck('foresee', { conversation, startsAt: second });

    const { appointments, free } = await calendar(ana);
    expect(appointments).toMatchObject([{ startsAt: first }]);
    expect(free.map(one => one.startsAt)).toContain(second);
  });
});
