/** An emergency at the desk: opened, telephoned for, recorded or discarded by a person, each act once and in order. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

describe('an emergency', () => {
  test('what an outcome says to her is shown before it is recorded, word for word, and may be left out', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'AUXILIO');
    await ana.does(conversation, { do: 'take' });
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    const { tells } = (await ana.open(conversation)).facts;
    expect(tells.map(one => one.outcome)).toEqual(['dispatched', 'answered', 'refused', 'no_answer', 'busy', 'failed']);
    const shown = tells.find(one => one.outcome === 'refused')!;

    await ana.does(conversation, { do: 'call_result', slot: 1, outcome: 'refused', reference: '4411' });
    await house.service.settle();
    expect(house.sent.at(-1)).toMatchObject({ author: 'safety', text: shown.text!.join('4411') });
    const before = house.sent.length;
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    await ana.does(conversation, { do: 'call_result', slot: 2, outcome: 'refused', tell: false });
    await house.service.settle();

    // Only that somebody is called again.
    expect(house.sent.slice(before).map(one => one.text)).not.toContain(shown.text!.join(''));
    const { items, facts } = await ana.open(conversation);
    expect(facts.tells).toEqual([]);
    expect(items.filter(one => one.kind === 'event').map(one => one.event)).toContain('call_result_untold');
  });

  test('keeps to the words of cover, and says nothing into a hand that may be another’s', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'quiero pedir una pizza');
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    const { tells } = (await ana.open(conversation)).facts;
    const dispatched = tells.find(one => one.outcome === 'dispatched')!;

    await ana.does(conversation, { do: 'call_result', slot: 1, outcome: 'dispatched' });
    await house.service.settle();
    expect(house.sent.at(-1)?.text).toBe(dispatched.text?.join(''));
  });

  test('cannot be finished while a call has no outcome; the outcome frees it', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'AUXILIO');
    await ana.does(conversation, { do: 'take' });
    const { facts } = await ana.open(conversation);
    expect(facts.institutions[0]).toMatchObject({ id: 'carabineros-133', number: '133', why: 'peligro ahora' });

    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    expect(await ana.row(conversation)).toMatchObject({
      calls: [{ slot: 1, institution: 'carabineros-133', number: '133', state: 'dialing', outcome: null }],
    });
    const close = { do: 'close', reason: 'done' } as const;
    const referral = { do: 'record_referral', outcome: 'patrulla en el lugar' } as const;
    for (const act of [close, referral, { do: 'release' } as const])
      expect(await ana.does(conversation, act)).toMatchObject({ ok: false, code: 'outcome-missing' });

    await ana.does(conversation, { do: 'call_state', slot: 1, state: 'talking' });
    expect(
      await ana.does(conversation, {
        do: 'call_result',
        slot: 1,
        outcome: 'dispatched',
        by: 'Cabo Soto',
        reference: '4411',
        eta: '10 min',
      }),
    ).toMatchObject({ ok: true });
    expect((await ana.open(conversation)).facts.calls).toEqual([
      expect.objectContaining({
        slot: 1,
        state: 'recorded',
        outcome: 'dispatched',
        by: 'Cabo Soto',
        reference: '4411',
      }),
    ]);
    expect(await ana.does(conversation, { do: 'call_result', slot: 1, outcome: 'busy' })).toMatchObject({
      code: 'invalid',
      message: 'Esa llamada ya tiene resultado.',
    });

    // Nobody lets go of her before what was done is recorded, or discarded with a reason.
    for (const act of [close, { do: 'close', reason: 'prank' } as const, { do: 'release' } as const])
      expect(await ana.does(conversation, act)).toMatchObject({
        ok: false,
        code: 'invalid',
        message: 'Hay una emergencia abierta: termínala o descártala antes.',
      });
    expect(await ana.does(conversation, referral)).toMatchObject({ ok: true });
    expect(await ana.row(conversation)).toMatchObject({
      emergency: 'idle',
      risk: 'imminent',
      recordedAt: expect.any(Number),
    });

    // What is over leaves the SOS; her next call for help is one again.
    await house.writes('rosa', 'AUXILIO');
    expect(await ana.row(conversation)).toMatchObject({
      emergency: expect.not.stringMatching('idle'),
      recordedAt: null,
    });
    expect(await ana.does(conversation, close)).toMatchObject({ code: 'invalid' });
    await ana.does(conversation, { do: 'discard_emergency', reason: 'Repitió la misma palabra' });
    expect(await ana.does(conversation, close)).toMatchObject({ ok: true });
  });

  test('an executive opens one, and calling by somebody who does not have her takes her first', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'quiero hablar con una persona');

    expect(await ana.does(conversation, { do: 'start_emergency' })).toMatchObject({ ok: true });
    expect(await ana.row(conversation)).toMatchObject({
      emergency: expect.not.stringMatching('idle'),
      risk: 'imminent',
    });
    expect(await ana.does(conversation, { do: 'call', institution: 'samu-131' })).toMatchObject({ ok: true });
    expect(await ana.row(conversation)).toMatchObject({ owner: { name: 'Ana' }, calls: [{ number: '131' }] });
    expect(await ana.does(conversation, { do: 'call', institution: 'nobody' })).toMatchObject({ code: 'invalid' });
  });

  test.each(['quiero hablar con una persona', 'hola'])(
    'calling for a woman whom nobody has (%s) takes her, opens the emergency and dials, in that order',
    async text => {
      const ana = await house.works('Ana');
      const conversation = await house.writes('rosa', text);

      expect(await ana.does(conversation, { do: 'call', institution: 'samu-131' })).toMatchObject({ ok: true });

      expect(await ana.row(conversation)).toMatchObject({
        owner: { name: 'Ana' },
        emergency: expect.not.stringMatching('idle'),
        calls: [{ number: '131', outcome: null }],
      });
      const events = (await house.store.turns(conversation)).map(turn => turn.facts.event);
      expect(events.filter(event => ['TAKE', 'SOS', 'CALL'].includes(event))).toEqual(['TAKE', 'SOS', 'CALL']);
    },
  );

  test('her first key stops the messages that ease the wait, and her words are none', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'AUXILIO');
    await ana.does(conversation, { do: 'take' });
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    await house.passes(60_000);
    const eased = () => house.sent.filter(message => message.author === 'safety').length;
    const before = eased();
    expect(before).toBeGreaterThan(1);

    ana.socket.emit('typing', conversation);
    ana.socket.emit('typing', conversation);
    await ana.sync();
    await house.passes(180_000);

    expect(eased()).toBe(before);
    const turns = await house.store.turns(conversation, { after: 0, limit: 50 });
    expect(turns.filter(turn => turn.cause.startsWith('act:types-'))).toHaveLength(1);
  });

  test('what is read aloud to the institution is made of her answers, and what falls due next is shown', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'AUXILIO');
    for (const text of ['Los Aromos 114, Peñalolén', 'sí', 'mi marido', 'me sangra la nariz'])
      await house.writes('rosa', text);
    await ana.does(conversation, { do: 'take' });
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });

    const { script, deadlines } = (await ana.open(conversation)).facts;

    expect(script.map(line => line.text)).toEqual(
      expect.arrayContaining([
        'Está en: Los Aromos 114, Peñalolén, Metropolitana.',
        'Quién la amenaza: su marido; dijo «mi marido».',
        'Heridas: dijo «me sangra la nariz».',
        'Armas: no se sabe.',
      ]),
    );
    expect(deadlines.map(one => one.what)).toEqual([
      expect.stringContaining('Volver a marcar Carabineros'),
      'Sin noticias de ella: mirar',
    ]);
  });

  test('of her silence a person asks by a line that says nothing, once, and writes down what is decided', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'AUXILIO');
    await ana.does(conversation, { do: 'take' });
    expect(await ana.does(conversation, { do: 'check_silence' })).toMatchObject({ code: 'invalid' });
    await house.passes(61_000);
    expect((await ana.open(conversation)).facts.silence).toEqual({ state: 'silent', line: '¿Algo más que agregar?' });

    expect(await ana.does(conversation, { do: 'check_silence' })).toMatchObject({ ok: true });
    await house.service.settle();
    expect(house.sent.at(-1)).toMatchObject({ author: 'safety', text: '¿Algo más que agregar?' });
    expect(await ana.does(conversation, { do: 'check_silence' })).toMatchObject({ code: 'invalid' });
    expect(await ana.does(conversation, { do: 'decide_silence', decision: 'call' })).toMatchObject({ ok: true });

    const { items, facts } = await ana.open(conversation);
    expect(facts.silence).toEqual({ state: 'checked', line: null });
    const lines = items.flatMap(one => (one.kind === 'event' ? [one.event] : []));
    expect(lines).toEqual(expect.arrayContaining(['silence_check', 'silence_decided']));
    await house.writes('rosa', 'sigo aquí');
    expect((await ana.open(conversation)).facts.silence.state).toBe('none');
  });

  test('a false one is discarded with a reason', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'AUXILIO');
    await ana.does(conversation, { do: 'take' });

    expect(await ana.does(conversation, { do: 'discard_emergency', reason: ' ' })).toMatchObject({
      code: 'reason-needed',
    });
    expect(await ana.does(conversation, { do: 'discard_emergency', reason: 'Se equivocó de tecla' })).toMatchObject({
      ok: true,
    });
    const discarded = { emergency: 'idle', risk: 'imminent', recordedAt: null, discardedAt: expect.any(Number) };
    expect(await ana.row(conversation)).toMatchObject(discarded);

    // Waiting again she is no SOS, and what she asks for help in is one.
    await ana.does(conversation, { do: 'transfer', to: 'queue' });
    expect(await ana.row(conversation)).toMatchObject({ ...discarded, owner: { kind: 'queue' } });
    await house.writes('rosa', 'AUXILIO');
    expect(await ana.row(conversation)).toMatchObject({
      emergency: expect.not.stringMatching('idle'),
      discardedAt: null,
    });
  });
});
