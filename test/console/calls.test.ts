/** Calls at the desk: whom to call from where she is and at this hour, and what falls due while nobody answers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, type Page } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

/** Lets time go by, and what is due be done. */
async function passes(ms: number): Promise<void> {
  house.clock.pass(ms);
  await house.service.settle();
}

const soundsOf = (page: Page, kind: string): boolean[] =>
  page.heard.alarm.filter(alarm => alarm.kind === kind).map(alarm => alarm.on);

async function alertsOf(conversation: string): Promise<string[]> {
  const bodies = await house.service.inbound.bodies(await house.store.turns(conversation));
  return bodies.flatMap(body => (body.effects ?? []).filter(e => e.type === 'alert').map(e => String(e.params.why)));
}

describe('whom to call', () => {
  test('the sea rescue is offered on the coast, and inland stands apart with why; a person may call it all the same', async () => {
    const ana = await house.works('Ana');
    const inland = await house.writes('rosa', 'AUXILIO, estoy en los aromos 114 peñalolén');
    const coast = await house.writes('iris', 'AUXILIO, estoy en los aromos 114 viña del mar');
    await ana.does(inland, { do: 'take' });

    const { facts } = await ana.open(inland);
    expect(facts.institutions.map(one => one.id)).not.toContain('directemar-137');
    expect(facts.apart.find(one => one.id === 'directemar-137')).toMatchObject({
      number: '137',
      why: 'no atiende donde está ella',
    });
    const first = facts.institutions[0]!;
    expect(first).toMatchObject({
      id: 'carabineros-133',
      askFor: expect.arrayContaining(['unidad enviada']) as unknown,
    });
    expect(await ana.does(inland, { do: 'call', institution: 'directemar-137' })).toMatchObject({ ok: true });

    // On the coast it is the danger that speaks against it.
    expect((await ana.open(coast, 'miro')).facts.apart.find(one => one.id === 'directemar-137')?.why).toBe(
      'atiende otros peligros',
    );
  });

  test('the municipal number is that of her commune, with what is not known of it; without one it says so', async () => {
    const ana = await house.works('Ana');
    const known = await house.writes('rosa', 'AUXILIO, estoy en los aromos 114 peñalolén');
    const unknown = await house.writes('iris', 'AUXILIO, estoy en los aromos 114 temuco');

    expect((await ana.open(known)).facts.institutions.find(one => one.id === 'seguridad-municipal')).toMatchObject({
      number: '1461',
      why: expect.stringContaining('horario no confirmado') as string,
    });
    expect((await ana.open(unknown)).facts.apart.find(one => one.id === 'seguridad-municipal')).toMatchObject({
      number: null,
      why: 'sin número confirmado para su comuna',
    });
  });
});

describe('a call that nobody answers', () => {
  async function called(): Promise<{ ana: Page; conversation: string }> {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'AUXILIO, estoy en los aromos 114 peñalolén');
    await ana.does(conversation, { do: 'take' });
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    return { ana, conversation };
  }
  const overdue = async (page: Page, conversation: string) => (await page.open(conversation)).facts.calls[0]?.overdue;

  test('is told at thirty and sixty seconds with what to do then, and its outcome is asked for two minutes after', async () => {
    const { ana, conversation } = await called();
    await passes(29_000);
    expect(await overdue(ana, conversation)).toBeUndefined();
    expect(soundsOf(ana, 'call')).toEqual([]);

    await passes(1_000);
    expect(await overdue(ana, conversation)).toBe('redial');
    expect(soundsOf(ana, 'call')).toEqual([true]);
    expect(await alertsOf(conversation)).toContain('call-unanswered');

    await passes(30_000);
    expect(await overdue(ana, conversation)).toBe('next');
    expect(await alertsOf(conversation)).toContain('call-next-institution');
    expect(await alertsOf(conversation)).not.toContain('outcome-missing');

    await passes(120_000);
    expect(await alertsOf(conversation)).toContain('outcome-missing');
    expect(soundsOf(ana, 'outcome')).toEqual([true]);
  });

  test('is dialled again by one act, which records that nobody answered, and begins its time anew', async () => {
    const { ana, conversation } = await called();
    await passes(30_000);

    expect(await ana.does(conversation, { do: 'redial', slot: 1 })).toMatchObject({ ok: true });

    const { facts } = await ana.open(conversation);
    expect(facts.calls).toMatchObject([
      { slot: 1, number: '133', outcome: 'no_answer' },
      { slot: 2, number: '133', outcome: null, state: 'dialing' },
    ]);
    expect(facts.calls[1]?.overdue).toBeUndefined();
    expect(await ana.does(conversation, { do: 'redial', slot: 1 })).toMatchObject({ code: 'invalid' });

    await ana.does(conversation, { do: 'call_state', slot: 2, state: 'talking' });
    expect(await ana.does(conversation, { do: 'redial', slot: 2 })).toMatchObject({ code: 'invalid' });
    await ana.does(conversation, {
      do: 'call_result',
      slot: 2,
      outcome: 'dispatched',
      unit: 'Z-114',
      reference: '4411',
    });
    expect((await ana.open(conversation)).facts.calls[1]).toMatchObject({ unit: 'Z-114', reference: '4411' });
  });

  test('the next institution is called beside it', async () => {
    const { ana, conversation } = await called();
    await passes(60_000);
    await ana.does(conversation, { do: 'call', institution: 'pdi-134' });

    expect((await ana.open(conversation)).facts.calls).toMatchObject([
      { number: '133', outcome: null },
      { number: '134', outcome: null },
    ]);
  });
});
