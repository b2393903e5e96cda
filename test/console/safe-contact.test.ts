/** How it is safe to reach her: a person writes it down with her consent, what is sent obeys it, and her words call for help. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportContact } from '../../bot/privacy/export.js';
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

test('a page that shows a line at once is written to outside her hours only by who was told so', async () => {
  Object.assign(house.service.channels.get('webchat')!.capabilities, { acks: 'none' });
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'safe_contact', consent: true, channels: ['elsewhere'] });
  expect(await ana.does(conversation, { do: 'say', text: 'Te leo.' })).toMatchObject({ ok: true });
  house.clock.pass(HOUR);
  await house.service.settle();
  const lines = async () => (await ana.open(conversation)).items.filter(item => item.kind === 'message').length;
  const before = await lines();

  expect(await ana.does(conversation, { do: 'say', text: 'Hola, soy Ana.' })).toMatchObject({ code: 'unsafe' });
  expect(await lines()).toBe(before);
  expect(await ana.does(conversation, { do: 'say', text: 'Es urgente.', anyway: true })).toMatchObject({ ok: true });
  expect(await lines()).toBe(before + 1);
});

test('a silence that was asked for is not broken by an Enter, but by who sends it all the same', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'quiet', on: true });

  expect(await ana.does(conversation, { do: 'say', text: '¿Estás ahí?' })).toMatchObject({
    code: 'unsafe',
    message: expect.stringContaining('Callamos hasta que ella escriba'),
  });
  expect(await ana.does(conversation, { do: 'say', text: '¿Estás ahí?', anyway: true })).toMatchObject({ ok: true });
  await ana.does(conversation, { do: 'quiet', on: false });
  expect(await ana.does(conversation, { do: 'say', text: 'Aquí sigo.' })).toMatchObject({ ok: true });
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

  // Ana's session ended meanwhile.
  const eva = await house.works('Eva');
  expect(await eva.row(conversation)).toMatchObject({ emergency: expect.not.stringMatching('idle'), risk: 'imminent' });
  // Whoever reads along sees nothing of danger.
  expect(house.sent.at(-1)?.text).toBe('Gracias por escribir. ¿Es urgente? Responda sí o no.');
  expect(await house.service.inbound.writer('webchat', 'rosa')).toMatchObject({ kind: 'queue', quiet: true });
  expect((await eva.open(conversation)).facts.risk.contributions).toContainEqual({
    what: 'palabra acordada con ella',
    from: 'palabra',
    at: expect.any(Number),
  });
});

test('asked for her word under cover, the right one is told to people, whatever a model makes of it', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'hola');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, {
    do: 'safe_contact',
    consent: true,
    checkWord: 'mariposa',
    coverWords: ['paraguas verde'],
  });
  await ana.does(conversation, { do: 'release' });

  for (const text of ['paraguas verde', 'era broma', 'mariposa']) await house.writes('rosa', text);

  const { items } = await ana.open(conversation);
  expect(items.flatMap(item => (item.kind === 'event' && item.event.startsWith('word_') ? [item.event] : []))).toEqual([
    'word_due',
    'word_right',
  ]);
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

test('her words agreed with us are never quoted in her row, neither while it is open nor once it was discarded', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'safe_contact', consent: true, checkWord: 'girasol', coverWords: ['paraguas'] });
  const reasons: unknown[] = [];
  for (const text of ['compraste el paraguas?', 'girasol']) {
    await house.writes('rosa', text);
    reasons.push((await ana.row(conversation)).reason);
  }

  expect(await ana.does(conversation, { do: 'discard_emergency', reason: 'Está a salvo' })).toMatchObject({ ok: true });

  const row = await ana.row(conversation);
  expect(row).toMatchObject({ emergency: 'idle' });
  expect([...reasons, row.reason].join(' ')).not.toMatch(/paraguas|girasol/);
});

test('while a person has her, what she writes is compared with the word, and told as a line, on the row and aloud', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'safe_contact', consent: true, checkWord: 'girasol', coverWords: ['paraguas'] });
  await house.writes('rosa', 'compraste el paraguas?');
  expect(await ana.row(conversation)).toMatchObject({ agreed: true });

  const told: unknown[] = [];
  for (const text of ['estoy bien, era broma', 'hola ana', 'girasoles', 'girasol']) {
    await house.writes('rosa', text);
    const { facts } = await ana.open(conversation);
    const row = await ana.row(conversation);
    expect(row.word).toBe(facts.safeContact.word?.said);
    told.push(row.word);
  }

  expect(told).toEqual(['unsaid', 'unsaid', 'wrong', 'right']);
  const { facts, items } = await ana.open(conversation);
  expect(items.flatMap(item => (item.kind === 'event' && item.event.startsWith('word_') ? [item.event] : []))).toEqual([
    'word_due',
    'word_wrong',
    'word_right',
  ]);
  expect(ana.heard.alarm.filter(one => one.on).map(one => one.kind)).toEqual(
    expect.arrayContaining(['word-due', 'word-wrong', 'word-right']),
  );
  expect(facts.script.map(line => line.about)).toContain('agreed');
  expect(JSON.stringify(facts.script)).not.toMatch(/broma|paraguas|girasol/);
});

test('the words are shown to who has her alone, and each look is recorded with her', async () => {
  const [ana, bea] = [await house.works('Ana'), await house.works('Bea')];
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'safe_contact', consent: true, checkWord: 'girasol', coverWords: ['paraguas'] });

  expect(await bea.socket.emitWithAck('agreed-words', { conversation })).toMatchObject({ ok: false, code: 'owned' });
  expect(await ana.socket.emitWithAck('agreed-words', { conversation })).toEqual({
    ok: true,
    checkWord: 'girasol',
    coverWords: ['paraguas'],
  });
  const { contact } = (await house.store.head(conversation))!;
  const out = await exportContact(house.service, contact, { now: 0, files: false });
  expect(out.documents.filter(doc => doc.collection === 'reads').map(doc => doc.personal)).toContainEqual({
    name: 'Ana',
    reason: 'vio las palabras acordadas con ella',
  });

  // Seen, they are corrected and removed.
  await ana.does(conversation, { do: 'safe_contact', consent: true, checkWord: '', coverWords: ['canela'] });
  expect(await ana.socket.emitWithAck('agreed-words', { conversation })).toMatchObject({
    checkWord: '',
    coverWords: ['canela'],
  });
  await house.writes('rosa', 'se me quedó el paraguas');
  expect(await ana.row(conversation)).toMatchObject({ emergency: 'idle' });
});

test('an everyday word is refused, with why', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });

  expect(
    await ana.does(conversation, { do: 'safe_contact', consent: true, coverWords: ['paraguas', 'no'] }),
  ).toMatchObject({ ok: false, code: 'invalid', message: expect.stringContaining('«no» es muy corta') });
  expect(await ana.does(conversation, { do: 'safe_contact', consent: true, checkWord: 'gracias' })).toMatchObject({
    message: expect.stringContaining('«gracias» se escribe cualquier día'),
  });
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
  if (doubt) expect(house.sent.at(-1)?.text).toBe('Entendido.');
});

test('the words agreed with her are quoted to nobody as a reason, neither before nor after they are agreed', async () => {
  const ana = await house.works('Ana');
  const eva = await house.works('Eva', ['supervisor']);
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await house.writes('rosa', 'si digo girasol es que él me está pegando');
  await ana.does(conversation, {
    do: 'safe_contact',
    consent: true,
    checkWord: 'girasol',
    coverWords: ['la lavadora'],
  });
  await house.writes('rosa', 'se echó a perder la lavadora y tengo mucho miedo');
  await house.writes('rosa', 'girasol, tengo miedo, me va a matar');

  const { facts, items, row } = await eva.open(conversation);
  const sensed = items.flatMap(item => (item.kind === 'message' && item.sensed ? [item.sensed] : []));

  expect(sensed.flatMap(one => one.evidence).length).toBeGreaterThan(0);
  expect(JSON.stringify([facts, sensed, row])).not.toMatch(/girasol|lavadora/i);
  expect(JSON.stringify(facts.risk.contributions)).toContain('matar');
  expect(JSON.stringify(await eva.rows())).not.toMatch(/girasol|lavadora/i);
});
