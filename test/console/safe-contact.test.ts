/** How it is safe to reach her: a person writes it down with her consent, what is sent obeys it, and her words call for help. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const HOUR = 3_600_000;

test('is written down only with her consent, shown at once, and kept with her', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });

  expect(await ana.does(conversation, { do: 'safe_contact', consent: false, where: 'del trabajo' })).toMatchObject({
    code: 'reason-needed',
    message: 'Esto se anota solo si ella está de acuerdo.',
  });
  expect(await ana.does(conversation, { do: 'safe_contact', consent: true, hours: 'cuando él' })).toMatchObject({
    code: 'invalid',
  });
  expect(
    await ana.does(conversation, {
      do: 'safe_contact',
      consent: true,
      hours: '09:00-12:00, 20:00-21:00',
      noCall: true,
      where: 'solo desde el trabajo',
      subject: 'Su pedido',
      checkWord: 'girasol',
      coverWords: ['la tía Marta', ' '],
    }),
  ).toMatchObject({ ok: true });
  await house.service.settle();

  const { facts, items, row } = await ana.open(conversation);
  expect(facts.safeContact).toMatchObject({
    hours: ['09:00–12:00', '20:00–21:00'],
    noCall: true,
    where: 'solo desde el trabajo',
    subject: 'Su pedido',
    checkWord: true,
    coverWords: 1,
  });
  expect(items.findLast(item => item.kind === 'event')).toMatchObject({ event: 'safe_contact', vars: { name: 'Ana' } });
  // The words themselves are on no screen.
  expect(JSON.stringify([facts, items, row])).not.toMatch(/girasol|Marta/);
  const { contact } = (await house.store.head(conversation))!;
  expect((await house.service.contacts.get(contact))?.profile).toMatchObject({
    safeHours: [
      { from: '09:00', to: '12:00' },
      { from: '20:00', to: '21:00' },
    ],
    checkWord: 'girasol',
    coverWords: ['la tía Marta'],
  });

  // What is left out stays.
  await ana.does(conversation, { do: 'safe_contact', consent: true, where: '' });
  expect((await ana.open(conversation)).facts.safeContact).toMatchObject({
    where: null,
    noCall: true,
    checkWord: true,
  });
});

test('nothing leaves outside the hours, nor on a channel that is not safe, but what a person sends knowing it', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'safe_contact', consent: true, channels: ['elsewhere'] });
  house.clock.pass(HOUR);
  await house.service.settle();
  const before = house.sent.length;

  await ana.does(conversation, { do: 'say', text: 'Hola, soy Ana.' });
  await house.service.settle();
  expect(house.sent).toHaveLength(before);
  const { items } = await ana.open(conversation);
  expect(items.findLast(item => item.kind === 'message')).toMatchObject({ state: 'withheld', reason: 'safe-channel' });

  await ana.does(conversation, { do: 'say', text: 'Es urgente.', anyway: true });
  await house.service.settle();
  expect(house.sent.at(-1)?.text).toBe('Es urgente.');
});

test('a word that she agreed on opens the emergency, also long after that talk', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'safe_contact', consent: true, coverWords: ['la tía Marta'] });
  await ana.does(conversation, { do: 'close', reason: 'done' });
  house.clock.pass(30 * HOUR);
  await house.service.settle();
  expect((await house.store.head(conversation))?.emergency).toBe('idle');

  await house.writes('rosa', 'mañana viene la tia marta a comer');
  await house.service.settle();

  expect(await ana.row(conversation)).toMatchObject({ emergency: expect.not.stringMatching('idle'), risk: 'imminent' });
  // Whoever reads along sees nothing of danger.
  expect(house.sent.at(-1)?.text).toBe('Gracias por escribir. ¿Es urgente? Responda sí o no.');
});

test('by such a word, while a person has her, the people are told and the robot writes nothing, however long it takes', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'safe_contact', consent: true, coverWords: ['paraguas'] });
  const before = house.sent.length;

  await house.writes('rosa', 'compraste el paraguas?');
  for (let i = 0; i < 4; i++) {
    house.clock.pass(30_000);
    await house.service.settle();
  }

  expect(house.sent.slice(before)).toEqual([]);
  expect(await ana.row(conversation)).toMatchObject({ emergency: 'confirm', risk: 'imminent' });
  expect(await alertsOf(conversation)).toEqual(expect.arrayContaining(['sos', 'unanswered']));
});

test.each([
  ['that it was a joke', 'estoy bien, era broma'],
  ['that all is well', 'todo bien'],
  ['that she is safe', 'estoy a salvo'],
])(
  'after a call for help by such a word the check word is asked in a harmless way when she says %s',
  async (_, calm) => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');
    await ana.does(conversation, { do: 'take' });
    await ana.does(conversation, { do: 'safe_contact', consent: true, checkWord: 'girasol', coverWords: ['paraguas'] });
    await ana.does(conversation, { do: 'transfer', to: 'queue' });

    await house.writes('rosa', 'compraste el paraguas?');
    await house.writes('rosa', calm);
    await house.service.settle();
    expect(house.sent.at(-1)?.text).toBe('Anotado. ¿Con qué palabra quedó el pedido?');

    await house.writes('rosa', 'margarita');
    await house.writes('rosa', 'girasol');
    expect(await alertsOf(conversation)).toEqual(expect.arrayContaining(['word-due', 'word-wrong', 'word-right']));
    expect(await ana.row(conversation)).toMatchObject({ emergency: expect.not.stringMatching('idle') });
  },
);

const alertsOf = async (conversation: string): Promise<unknown[]> =>
  (await house.service.inbound.bodies(await house.store.turns(conversation))).flatMap(body =>
    (body.effects ?? []).filter(e => e.type === 'alert').map(e => e.params.why),
  );

test.each([
  ['estoy bien, no hay peligro, girasol', [], 'word-right', false],
  ['estoy bien, no hay peligro', ['Girasol'], 'word-right', false],
  ['estoy bien, no hay peligro', ['no sé de qué habla'], 'word-wrong', true],
])('after all is well in an emergency the word is compared: %j, %j', async (well, after, told, doubt) => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'safe_contact', consent: true, checkWord: 'girasol' });
  await ana.does(conversation, { do: 'transfer', to: 'queue' });
  await house.writes('rosa', 'AUXILIO');

  for (const text of [well, ...after]) await house.writes('rosa', text);

  expect(await alertsOf(conversation)).toContain(told);
  expect(await ana.row(conversation)).toMatchObject({ emergency: 'doubt', risk: 'imminent' });
  await house.service.settle();
  if (doubt) expect(house.sent.at(-1)?.text).toBe('Anotado. Lo va a leer una persona del equipo.');
});
