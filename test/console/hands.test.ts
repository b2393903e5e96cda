/** From one person's hands to another's: given away, taken over, handed over in an emergency. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

test('a supervisor gives away what somebody else has; an executive may not', async () => {
  const [ana, eva, sol] = [
    await house.works('Ana'),
    await house.works('Eva', ['supervisor']),
    await house.works('Sol'),
  ];
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });

  expect(await sol.does(conversation, { do: 'transfer', to: 'queue' })).toMatchObject({ code: 'owned' });
  expect(await eva.does(conversation, { do: 'transfer', to: 'nobody' })).toMatchObject({ code: 'invalid' });
  expect(await eva.does(conversation, { do: 'transfer', to: sol.me.user.id })).toMatchObject({ ok: true });
  expect(await ana.row(conversation)).toMatchObject({
    owner: { kind: 'queue' },
    to: 'Sol',
    reason: 'quiero hablar con una persona',
  });
  expect((await ana.open(conversation)).items).toContainEqual(
    expect.objectContaining({ kind: 'event', event: 'transferred', vars: { name: 'Eva', to: 'Sol' } }),
  );
  await sol.does(conversation, { do: 'take' });
  expect(await ana.row(conversation)).toMatchObject({
    owner: { name: 'Sol' },
    to: '',
    reason: 'quiero hablar con una persona',
  });
});

test('a supervisor takes over from a colleague who does not answer, naming her; an executive may not', async () => {
  const [ana, eva, sol] = [
    await house.works('Ana'),
    await house.works('Eva', ['supervisor']),
    await house.works('Sol'),
  ];
  const conversation = await house.writes('rosa', 'AUXILIO');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
  const from = ana.me.user.id;

  // Not by accident, nor from somebody else than the one on the screen.
  expect(await eva.does(conversation, { do: 'take' })).toMatchObject({ code: 'owned' });
  expect(await eva.does(conversation, { do: 'take', from: sol.me.user.id })).toMatchObject({ code: 'owned' });
  expect(await sol.does(conversation, { do: 'take', from })).toMatchObject({ code: 'owned' });
  expect(await eva.does(conversation, { do: 'take', from })).toMatchObject({ ok: true });

  expect(await eva.row(conversation)).toMatchObject({ owner: { name: 'Eva' } });
  expect(await ana.does(conversation, { do: 'say', text: 'tarde' })).toMatchObject({ code: 'owned' });
  expect(await eva.does(conversation, { do: 'call_result', slot: 1, outcome: 'busy' })).toMatchObject({ ok: true });
  expect((await eva.open(conversation)).items).toContainEqual(
    expect.objectContaining({ kind: 'event', event: 'taken_over', vars: { name: 'Eva', from: 'Ana' } }),
  );
  // It was nobody's at no moment.
  expect(eva.heard.alarm.filter(one => one.kind === 'sos').map(one => one.on)).toEqual([true, false]);
});

test('an open emergency goes at once to a colleague who is connected, who hears it until she looks', async () => {
  const [ana, eva, sol] = [await house.works('Ana'), await house.works('Eva'), await house.works('Sol')];
  const conversation = await house.writes('rosa', 'AUXILIO');
  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
  sol.close();
  await ana.until(() =>
    ana.heard.patch.some(({ staff }) => staff?.some(one => one.name === 'Sol' && one.state === 'offline')),
  );

  expect(await ana.does(conversation, { do: 'transfer', to: sol.me.user.id })).toMatchObject({
    code: 'invalid',
    message: 'Sol no está conectada. Entrégala a quien está, o a la cola.',
  });
  expect(await ana.does(conversation, { do: 'transfer', to: 'queue' })).toMatchObject({ code: 'outcome-missing' });
  expect(await ana.does(conversation, { do: 'transfer', to: eva.me.user.id })).toMatchObject({ ok: true });

  expect(await ana.row(conversation)).toMatchObject({ owner: { name: 'Eva' }, to: '' });
  expect(await ana.does(conversation, { do: 'say', text: 'un momento' })).toMatchObject({ code: 'owned' });
  await eva.until(() => eva.heard.alarm.some(one => one.kind === 'handed' && one.on));
  expect(ana.heard.alarm.map(one => one.kind)).not.toContain('handed');
  expect((await eva.open(conversation)).items).toContainEqual(
    expect.objectContaining({ kind: 'event', event: 'handed', vars: { name: 'Ana', to: 'Eva' } }),
  );
  eva.socket.emit('seen', conversation);
  await eva.until(() => eva.heard.alarm.some(one => one.kind === 'handed' && !one.on));
  expect(await eva.does(conversation, { do: 'call_result', slot: 1, outcome: 'busy' })).toMatchObject({ ok: true });
});

test('outside an emergency she is offered to a colleague who is connected, who hears it until she looks or somebody takes her', async () => {
  const [ana, eva, sol] = [await house.works('Ana'), await house.works('Eva'), await house.works('Sol')];
  const conversation = await house.writes('rosa', 'quiero hablar con una persona');
  await ana.does(conversation, { do: 'take' });
  sol.close();
  await ana.until(() =>
    ana.heard.patch.some(({ staff }) => staff?.some(one => one.name === 'Sol' && one.state === 'offline')),
  );
  expect(await ana.does(conversation, { do: 'transfer', to: sol.me.user.id })).toMatchObject({ code: 'invalid' });

  const isOn = (on: boolean) => () => eva.heard.alarm.filter(one => one.kind === 'offered').at(-1)?.on === on;
  await ana.does(conversation, { do: 'transfer', to: eva.me.user.id });
  await eva.until(isOn(true));
  expect(ana.heard.alarm.map(one => one.kind)).not.toContain('offered');
  eva.socket.emit('seen', conversation);
  await eva.until(isOn(false));

  await ana.does(conversation, { do: 'take' });
  await ana.does(conversation, { do: 'transfer', to: eva.me.user.id });
  await eva.until(isOn(true));
  await ana.does(conversation, { do: 'take' });
  await eva.until(isOn(false));
});
