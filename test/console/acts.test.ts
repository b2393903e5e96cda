import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, STARTS } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

describe('taking', () => {
  test('of two executives who take at once one has her, and the other is told who', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');

    const replies = await Promise.all([ana.does(conversation, { do: 'take' }), eva.does(conversation, { do: 'take' })]);

    expect(replies.filter(reply => reply.ok)).toHaveLength(1);
    const { owner } = await ana.row(conversation);
    expect(replies.find(reply => !reply.ok)).toMatchObject({
      code: 'owned',
      owner: { id: owner.id, name: owner.name },
      message: `La lleva ${owner.name}.`,
    });
  });

  test('the first words that a person sends take the conversation', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');

    expect(await ana.does(conversation, { do: 'say', text: 'Hola, soy Ana.' })).toMatchObject({ ok: true });

    const owner = { kind: 'executive', id: ana.me.user.id, name: 'Ana', since: STARTS };
    expect((await ana.row(conversation)).owner).toEqual(owner);
    await house.service.settle();
    expect(house.sent.at(-1)).toMatchObject({ author: 'executive', name: 'Ana', text: 'Hola, soy Ana.' });
  });

  test('what was decided on an old screen is refused with who has her', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva', ['supervisor'])];
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');
    const before = await ana.row(conversation);
    await eva.does(conversation, { do: 'take' });
    await eva.does(conversation, { do: 'transfer', to: 'queue' });

    expect(await ana.does(conversation, { do: 'say', text: 'tarde' }, { epoch: before.epoch })).toMatchObject({
      ok: false,
      code: 'stale',
      owner: { kind: 'queue' },
      epoch: before.epoch + 2,
    });
  });

  test('one act id is done once, whoever waits for its answer', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');
    const say = () => ana.does(conversation, { do: 'say', text: 'Hola, soy Ana.' }, { id: 'the-same', epoch: 9 });

    const [first, second] = await Promise.all([say(), say()]);
    const later = await say();

    expect(first).toMatchObject({ ok: true });
    expect([second, later]).toEqual([first, first]);
    const { items } = await ana.open(conversation);
    expect(items.filter(item => item.kind === 'message' && item.author === 'executive')).toHaveLength(1);
  });

  test('somebody who has four that can wait is asked to finish one first, but never where there is danger', async () => {
    const ana = await house.works('Ana');
    const calm = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map(who => house.writes(who, 'quiero hablar con una persona')),
    );
    const sos = await house.writes('f', 'AUXILIO');
    for (const conversation of calm.slice(0, 4))
      expect(await ana.does(conversation, { do: 'take' })).toMatchObject({ ok: true });

    expect(await ana.does(calm[4]!, { do: 'take' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await ana.does(sos, { do: 'take' })).toMatchObject({ ok: true });
  });
});

describe('the robot', () => {
  test('what it decided before a person took her never leaves, and is shown as withheld', async () => {
    const ana = await house.works('Ana');
    let letGo = (): void => undefined;
    await house.writes('rosa', 'hola');
    // The channel is slow: one message is on its way, the next waits behind it.
    house.gate.wait = new Promise(resolve => (letGo = resolve));
    const { conversation } = await house.service.inbound.receive({
      channel: 'webchat',
      address: 'rosa',
      id: 'x1',
      text: 'si',
    });
    const leaving = house.service.settle();
    await house.service.inbound.receive({ channel: 'webchat', address: 'rosa', id: 'x2', text: 'menu' });
    await ana.open(conversation);
    await ana.does(conversation, { do: 'take' });
    letGo();
    await leaving;
    await house.service.settle();

    await ana.until(() => ana.heard.states.some(patch => patch.states.some(one => one.state === 'withheld')));
    const { items } = await ana.open(conversation);
    const withheld = items.filter(item => item.kind === 'message' && item.state === 'withheld');
    expect(withheld).not.toEqual([]);
    expect(withheld[0]).toMatchObject({ author: 'bot', reason: 'taken' });
    for (const item of withheld)
      expect(house.sent.map(message => message.seq)).not.toContain('seq' in item ? item.seq : 0);
  });

  test('is turned on at a chosen step, and nobody else is told that Ana has her', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');
    await ana.does(conversation, { do: 'take' });
    const { facts } = await ana.open(conversation);
    const step = facts.steps.find(one => one.id === 'access.menu')!;
    expect(step.title).toMatch(/^Pregunta: /);

    expect(await ana.does(conversation, { do: 'release', step: step.id })).toMatchObject({ ok: true });

    expect(await ana.row(conversation)).toMatchObject({ owner: { kind: 'bot' } });
    expect((await ana.open(conversation)).facts.step).toMatchObject({ id: 'access.menu' });
    expect(await ana.does(conversation, { do: 'release', step: 'no.such' })).toMatchObject({
      code: 'invalid',
      message: 'Tómala primero.',
    });
  });
});

describe('closing', () => {
  test('as an aggressor cuts the contact, and a person reopens it with a reason', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'dime donde esta mi mujer');
    expect(await ana.does(conversation, { do: 'close', reason: 'aggressor' })).toMatchObject({ ok: true });
    await house.service.settle();
    const before = house.sent.length;
    await house.writes('rosa', 'hola');
    expect(house.sent).toHaveLength(before);
    expect(await ana.row(conversation)).toMatchObject({ blocked: 'aggressor', owner: { kind: 'rest' } });

    expect(await ana.does(conversation, { do: 'unblock', reason: '' })).toMatchObject({ code: 'reason-needed' });
    expect(await ana.does(conversation, { do: 'unblock', reason: 'Era ella' })).toMatchObject({ ok: true });
    await house.writes('rosa', 'hola');
    expect(house.sent.length).toBeGreaterThan(before);
  });

  test('as an aggressor lets an SOS pass: the telephone may be back in her hands', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'dime donde esta mi mujer');
    await ana.does(conversation, { do: 'close', reason: 'aggressor' });

    await house.writes('rosa', 'AUXILIO');

    expect(await ana.row(conversation)).toMatchObject({
      emergency: expect.not.stringMatching('idle'),
      owner: { kind: 'queue' },
      blocked: 'aggressor',
    });
    expect(await ana.does(conversation, { do: 'unblock', reason: 'Es ella' })).toMatchObject({ ok: true });
    expect(await ana.row(conversation)).toMatchObject({ blocked: null });
  });

  test('is for those who attend: a supervisor may, an administrator may not even come in', async () => {
    const eva = await house.works('Eva', ['supervisor']);
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');
    expect(await eva.does(conversation, { do: 'close', reason: 'done', note: 'Está a salvo' })).toMatchObject({
      ok: true,
    });
    await expect(house.works('Root', ['administrator'])).rejects.toThrow('forbidden');
  });
});

test('risk is lowered by a person with a reason alone', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'AUXILIO');
  await ana.does(conversation, { do: 'take' });

  expect(await ana.does(conversation, { do: 'mark_risk', level: 'medium' })).toMatchObject({ code: 'reason-needed' });
  expect(await ana.does(conversation, { do: 'mark_risk', level: 'medium', reason: 'Fue una prueba' })).toMatchObject({
    ok: true,
  });
  const { facts, row } = await ana.open(conversation);
  expect(facts.risk).toMatchObject({ level: 'medium', by: 'Ana', previous: 'imminent' });
  expect(row).toMatchObject({ riskBy: 'Ana' });
});

test('notes are for the team, and anybody may leave one', async () => {
  const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  const before = house.sent.length;

  expect(await eva.does(conversation, { do: 'note', text: 'La conozco' })).toMatchObject({ ok: true });
  expect(await eva.does(conversation, { do: 'say', text: 'Hola' })).toMatchObject({ code: 'owned' });

  await house.service.settle();
  expect(house.sent).toHaveLength(before);
  expect((await ana.open(conversation)).items).toContainEqual(
    expect.objectContaining({ kind: 'note', name: 'Eva', text: 'La conozco' }),
  );
});
