/** The guideline decides: what a person answers for her raises the level and tells the people as her own answers do. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

test('a yes to danger now opens the emergency, in the same turn, without a word from the robot', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await house.service.settle();
  const before = house.sent.length;

  await ana.does(conversation, { do: 'answer_guideline', item: 'Q1', value: 'yes' });
  await house.service.settle();

  expect(await ana.row(conversation)).toMatchObject({
    emergency: expect.not.stringMatching('idle'),
    risk: 'imminent',
    owner: { name: 'Ana' },
  });
  const { facts, items } = await ana.open(conversation);
  expect(facts.guideline).toMatchObject({
    level: 'imminent',
    rule: 'R3',
    action: expect.stringContaining('Llamar ahora') as string,
  });
  expect(items.findLast(item => item.kind === 'event' && item.event === 'emergency')).toMatchObject({
    vars: { why: 'la pauta que respondió Ana' },
  });
  // Whoever reads the story knows no numbers of questions.
  expect(items.findLast(item => item.kind === 'event' && item.event === 'answer')).toMatchObject({
    vars: { item: '¿Corres peligro ahora mismo?', value: 'yes', by: 'Ana' },
  });
  expect(house.sent).toHaveLength(before);
});

test('a critical yes is high, and two of which one is of the last 48 hours are imminent', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });

  await ana.does(conversation, { do: 'answer_guideline', item: 'Q4', value: 'yes', recency: 'older' });
  expect(await ana.row(conversation)).toMatchObject({ risk: 'high', emergency: 'idle' });
  expect(ana.heard.alarm.filter(alarm => alarm.kind === 'rise' && alarm.on)).toHaveLength(1);

  await ana.does(conversation, { do: 'answer_guideline', item: 'Q5', value: 'yes' });
  expect(await ana.row(conversation)).toMatchObject({ risk: 'high', emergency: 'idle' });

  await ana.does(conversation, { do: 'answer_guideline', item: 'Q5', value: 'yes', recency: '48h' });
  expect(await ana.row(conversation)).toMatchObject({ risk: 'imminent', emergency: expect.not.stringMatching('idle') });
  const { guideline } = (await ana.open(conversation)).facts;
  expect(guideline.rule).toBe('R5');
  expect(guideline.answers.filter(one => one.recency).map(one => [one.item, one.recency])).toEqual([
    ['Q4', 'older'],
    ['Q5', '48h'],
  ]);
});

test('what is written down after an emergency that a person ended opens none, and is told', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'AUXILIO');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'record_referral', outcome: 'a salvo' });

  await ana.does(conversation, { do: 'answer_guideline', item: 'Q1', value: 'yes' });

  expect(await ana.row(conversation)).toMatchObject({ emergency: 'idle', risk: 'imminent' });
  expect(ana.heard.alarm.some(alarm => alarm.kind === 'rise' && alarm.on)).toBe(true);
});

test('a yes of somebody else is taken back by contesting it with a reason, and both authors stay', async () => {
  const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'answer_guideline', item: 'Q4', value: 'yes' });
  await ana.does(conversation, { do: 'transfer', to: 'queue' });
  await eva.does(conversation, { do: 'take' });

  expect(await eva.does(conversation, { do: 'answer_guideline', item: 'Q4', value: 'no' })).toMatchObject({
    code: 'reason-needed',
    message: 'Otra persona dijo que sí: para decir que no, disputa la respuesta con un motivo.',
  });
  const contest = { do: 'contest_guideline', item: 'Q4', value: 'no' } as const;
  expect(await eva.does(conversation, { ...contest, reason: ' ' })).toMatchObject({ code: 'reason-needed' });
  expect(await eva.does(conversation, { ...contest, reason: 'era de juguete' })).toMatchObject({ ok: true });
  expect(await eva.does(conversation, { ...contest, reason: 'otra vez' })).toMatchObject({ code: 'invalid' });

  const { facts, items } = await eva.open(conversation);
  expect(facts.guideline.answers.find(one => one.item === 'Q4')).toMatchObject({
    value: 'no',
    by: 'Eva',
    note: 'era de juguete',
    contested: true,
    others: [{ value: 'yes', by: 'Ana' }],
  });
  expect(items.findLast(item => item.kind === 'event')).toMatchObject({ event: 'contested' });
  // The highest level stays: only a person lowers it, with a reason of its own.
  expect((await eva.row(conversation)).risk).toBe('high');
});

test('somebody hurt puts the ambulance among those to call, with why', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'AUXILIO');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'answer_guideline', item: 'Q3', value: 'yes' });

  const { facts } = await ana.open(conversation);
  expect(facts.institutions.find(one => one.id === 'samu-131')).toMatchObject({
    why: 'por lo que dijo en la pauta',
  });
  expect(facts.guideline.answers.find(one => one.item === 'Q3')?.also).toEqual([expect.stringContaining('SAMU')]);
});

test('the same answer pressed again stands once in the story', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  for (let times = 0; times < 3; times++)
    expect(await ana.does(conversation, { do: 'answer_guideline', item: 'Q9', value: 'yes' })).toMatchObject({
      ok: true,
    });

  const { items } = await ana.open(conversation);

  expect(items.filter(item => item.kind === 'event' && item.event === 'answer')).toHaveLength(1);
});
