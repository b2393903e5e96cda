import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../bot/console/contract.js';
import { type House, openHouse, Page } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const PERSON = 'quiero hablar con una persona';
const events = (items: readonly Item[]) => items.flatMap(item => (item.kind === 'event' ? [item.event] : []));
const messages = (items: readonly Item[]) => items.flatMap(item => (item.kind === 'message' ? [item] : []));

describe('a conversation that is opened', () => {
  test('shows what was written, what was sensed and why, and what happened between', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'el tiene un cuchillo y me quiere matar');
    await ana.does(conversation, { do: 'take' });
    await ana.does(conversation, { do: 'say', text: 'Estoy contigo.' });
    await house.service.settle();

    const { items, facts, row, turn } = await ana.open(conversation);

    const [hers] = messages(items);
    expect(hers).toMatchObject({
      direction: 'in',
      author: 'citizen',
      text: 'el tiene un cuchillo y me quiere matar',
      state: 'delivered',
      sensed: { risk: 'imminent' },
    });
    expect(hers!.sensed!.evidence.length).toBeGreaterThan(0);
    expect(messages(items).at(-1)).toMatchObject({
      direction: 'out',
      author: 'executive',
      name: 'Ana',
      text: 'Estoy contigo.',
      state: 'sent',
    });
    expect(events(items)).toEqual(expect.arrayContaining(['risk', 'emergency', 'queued', 'taken']));
    expect(items.find(item => item.kind === 'event' && item.event === 'taken')).toMatchObject({
      vars: { name: 'Ana' },
    });
    expect(facts.risk.contributions.map(one => `${one.what} (${one.from})`).join()).toMatch(
      /«[^»]*cuchillo[^»]*» \(señal\)/,
    );
    const [risk, emergency, queued] = events(items);
    expect([risk, emergency, queued]).toEqual(['risk', 'emergency', 'queued']);
    expect(facts.contact).toMatchObject({ name: row.name, conversations: 1, erased: false });
    expect(turn).toBeGreaterThanOrEqual(3);
  });

  test('is told in the language that the page chose, whatever the account says, and in another from then on', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'el tiene un cuchillo y me quiere matar');
    const said = async () => {
      const { items, facts } = await ana.open(conversation);
      const queued = items.find(item => item.kind === 'event' && item.event === 'queued');
      return [
        queued?.kind === 'event' && queued.vars?.['why'],
        facts.guideline.answers[0]?.text,
        facts.referral?.missing[0],
      ];
    };
    expect(await said()).toEqual(['emergencia', '¿Corres peligro ahora mismo?', 'el lugar']);

    ana.socket.emit('language', 'en');
    expect(await said()).toEqual(['emergency', 'Are you in danger right now?', 'the place']);
    // What is no language changes nothing.
    ana.socket.emit('language', 'xx' as 'en');
    expect((await said())[0]).toBe('emergency');

    const again = await Page.open(house.url, ana.cookie, ana.me, 'en');
    const { facts } = await again.open(conversation);
    expect(facts.referral?.missing).toEqual(['the place']);
    again.socket.disconnect();
  });

  test('each turn comes to whoever looks, without a gap, with the states of messages', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', PERSON);
    const view = await ana.open(conversation);

    await ana.does(conversation, { do: 'say', text: 'Hola, soy Ana.' });
    await house.service.settle();
    await house.writes('rosa', 'hola Ana');
    await ana.until(() => ana.heard.turns.some(patch => messages(patch.items).some(m => m.text === 'hola Ana')));

    const turns = ana.heard.turns.map(patch => patch.turn);
    expect(turns).toEqual(turns.map((_, i) => view.turn + 1 + i));
    const said = ana.heard.turns.flatMap(patch => messages(patch.items)).find(m => m.author === 'executive')!;
    expect(ana.heard.states.flatMap(patch => patch.states)).toContainEqual(
      expect.objectContaining({ seq: said.seq, state: 'sent' }),
    );
    expect((await ana.open(conversation)).turn).toBe(turns.at(-1));
  });

  test('what the channel learns later is shown, and states only go forward', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'hola');
    const stateOf = async () => messages((await ana.open(conversation)).items).find(m => m.direction === 'out')!.state;
    const seq = house.sent.at(-1)!.seq;
    const acked = (state: 'delivered' | 'read') =>
      house.service.inbound.acked({ channel: 'webchat', conversation, seq, state });

    expect(await stateOf()).toBe('sent');
    await acked('read');
    await acked('delivered');

    expect(await stateOf()).toBe('read');
  });

  test('whoever left hears no more of it', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', PERSON);
    await ana.open(conversation);
    ana.socket.emit('leave', conversation);
    await ana.sync();
    await house.writes('rosa', 'hola?');
    await ana.sync();

    expect(ana.heard.turns).toEqual([]);
  });

  test('speaks the language of whoever reads it', async () => {
    const { password } = await house.users.add({
      email: 'joan@institucion.cl',
      name: 'Joan',
      roles: ['executive'],
      locale: 'en',
    });
    await house.users.setPassword('joan@institucion.cl', password);
    const joan = await house.enters({ email: 'joan@institucion.cl', password });
    const conversation = await house.writes('rosa', 'AUXILIO');

    const { facts, items } = await joan.open(conversation);

    expect(facts.institutions[0]).toMatchObject({ why: 'danger now' });
    expect(items.find(item => item.kind === 'event' && item.event === 'emergency')).toMatchObject({
      vars: { why: 'word for help' },
    });
    expect(facts.guideline.answers[0]!.text).toMatch(/danger/i);
    expect(facts.guideline.answers.map(one => one.text).join(' ')).not.toMatch(/answer yes or no/i);
  });
});

describe('whether it is safe to write to her', () => {
  test('what she writes after her yes stands beside it: that somebody came, which no SOS takes back', async () => {
    const ana = await house.works('Ana');
    await house.writes('rosa', 'como me voy a una casa de acogida');
    const conversation = await house.writes('rosa', 'sí');
    const safety = async () => (await ana.open(conversation)).facts.safeContact;
    expect(await safety()).toMatchObject({ safe: 'yes', later: null });
    await ana.does(conversation, { do: 'take' });

    await house.writes('rosa', 'viene');
    expect(await safety()).toMatchObject({ safe: 'yes', later: { sign: 'came', at: expect.any(Number) } });
    await house.writes('rosa', 'SOS');
    expect(await safety()).toMatchObject({ later: { sign: 'came' } });
  });

  test.each([
    ['AUXILIO', 'sos'],
    ['me está pegando ahora, tiene un cuchillo', 'danger'],
  ])('her call for help, or that her words told of danger, stands beside it: %s', async (text, sign) => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', text);

    expect((await ana.open(conversation)).facts.safeContact).toMatchObject({ later: { sign } });
  });
});

describe('colleagues', () => {
  test('see who else looks and who is writing', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const conversation = await house.writes('rosa', PERSON);
    await ana.open(conversation);
    expect((await eva.open(conversation)).viewers).toEqual(['Ana', 'Eva']);

    ana.socket.emit('typing', conversation);
    await eva.until(() => eva.heard.viewers.at(-1)?.typing.includes('Ana') ?? false);
    expect(ana.heard.viewers.at(-1)?.typing).toEqual([]);
    await house.passes(7_000);
    await eva.until(() => eva.heard.viewers.at(-1)?.typing.length === 0);
    ana.close();
    await eva.until(() => eva.heard.viewers.at(-1)?.viewers.join() === 'Eva');
  });
});

describe('who is gone before a conversation is open', () => {
  /** Opens it over a store that answers once it is let go. */
  async function opensSlowly(page: Page, conversation: string): Promise<{ answered: Promise<unknown>; letGo(): void }> {
    const head = house.store.head.bind(house.store);
    let letGo!: () => void;
    const held = new Promise<void>(resolve => (letGo = resolve));
    let asked!: () => void;
    const isAsked = new Promise<void>(resolve => (asked = resolve));
    house.store.head = async id => {
      asked();
      await held;
      house.store.head = head;
      return head(id);
    };
    const answered = page.open(conversation);
    await isAsked;
    return { answered, letGo };
  }

  test('looks at nothing, where she left', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const conversation = await house.writes('rosa', PERSON);
    const { answered, letGo } = await opensSlowly(ana, conversation);
    ana.socket.emit('leave', conversation);
    await ana.sync();
    letGo();
    await answered;
    await ana.sync();

    expect((await eva.open(conversation)).viewers).toEqual(['Eva']);
    await house.writes('rosa', 'hola?');
    await ana.sync();
    expect(ana.heard.turns).toEqual([]);
  });

  test('looks at nothing, where the line was cut', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const conversation = await house.writes('rosa', PERSON);
    const { answered, letGo } = await opensSlowly(ana, conversation);
    void answered.catch(() => undefined);
    ana.close();
    await eva.until(() =>
      eva.heard.patch.some(({ staff = [] }) => staff.some(one => one.name === 'Ana' && one.state === 'offline')),
    );
    letGo();

    expect((await eva.open(conversation)).viewers).toEqual(['Eva']);
  });
});

describe('reading', () => {
  test('what a colleague has needs a reason, and every reading is kept with her', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const conversation = await house.writes('rosa', PERSON);
    await ana.does(conversation, { do: 'take' });

    await expect(eva.open(conversation)).rejects.toThrow('reason-needed');
    await eva.open(conversation, 'Ana pidió relevo');
    await eva.open(conversation, 'Ana pidió relevo');
    await ana.open(conversation);

    const reads = await house.store.findDocs('reads', { where: { conversation } });
    expect(reads.map(doc => doc.fields.user).sort()).toEqual([eva.me.user.id, ana.me.user.id].sort());
    expect(JSON.stringify(reads.map(doc => doc.data))).not.toContain('relevo');
    const { contact } = (await house.store.head(conversation))!;
    const sealer = await house.service.vault.sealer(contact);
    const opened = reads.map(
      doc => JSON.parse(Buffer.from(sealer.open(doc.sealed!, `read:${doc.id}`)).toString()) as unknown,
    );
    expect(opened).toContainEqual({ name: 'Eva', reason: 'Ana pidió relevo' });
  });

  test('danger does not wait for a reason', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const conversation = await house.writes('rosa', 'AUXILIO');
    await ana.does(conversation, { do: 'take' });

    await expect(eva.open(conversation)).resolves.toMatchObject({ row: { emergency: expect.any(String) } });
  });

  test('one that does not exist is said so', async () => {
    const ana = await house.works('Ana');
    await expect(ana.open('nothing')).rejects.toThrow('not-found');
    expect(await ana.does('nothing', { do: 'take' })).toMatchObject({ ok: false, code: 'not-found' });
  });
});

describe('appointments', () => {
  test('who writes from no telephone is not booked without a number, and the one that is written is shown to who calls', async () => {
    const webchat = house.service.channels.get('webchat')!;
    const capabilities = { ...webchat.capabilities, callable: false };
    house.service.channels.set('webchat', { ...webchat, capabilities, send: webchat.send.bind(webchat) });
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', PERSON);
    await ana.does(conversation, { do: 'take' });
    const range = { from: house.clock.now(), to: house.clock.now() + 7 * 86_400_000 };
    const calendar = await ana.socket.emitWithAck('appointments', range);
    if (!calendar.ok) throw new Error(calendar.code);
    const book = (phone?: string) =>
      ana.does(conversation, { do: 'book', startsAt: calendar.free[0]!.startsAt, ...(phone ? { phone } : {}) });

    expect(await book()).toMatchObject({ ok: false, code: 'number-needed' });
    expect(await book('133')).toMatchObject({ ok: false, code: 'number-needed' });
    expect(await book('9 8765 4321')).toMatchObject({ ok: true });

    expect((await ana.open(conversation)).facts.appointment).toMatchObject({ number: '+56 9 8765 4321' });
    // She has one now.
    expect(await book()).toMatchObject({ ok: true });
  });

  test('a free time is booked once; whoever comes later is told, and the calendar shows it', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const first = await house.writes('rosa', PERSON);
    const second = await house.writes('violeta', PERSON);
    await ana.does(first, { do: 'take' });
    await eva.does(second, { do: 'take' });
    const range = { from: house.clock.now(), to: house.clock.now() + 7 * 86_400_000 };
    const before = await ana.socket.emitWithAck('appointments', range);
    if (!before.ok) throw new Error(before.code);
    const { startsAt } = before.free[0]!;

    const replies = [
      await ana.does(first, { do: 'book', startsAt }, { id: 'b1' }),
      await eva.does(second, { do: 'book', startsAt }),
    ];

    expect(replies).toEqual([
      expect.objectContaining({ ok: true }),
      expect.objectContaining({ ok: false, code: 'slot-taken' }),
    ]);
    expect(await ana.does(first, { do: 'book', startsAt }, { id: 'b1' })).toEqual(replies[0]);
    const after = await eva.socket.emitWithAck('appointments', range);
    const { name } = await ana.row(first);
    const said = messages((await ana.open(first)).items).filter(m => m.author === 'executive');
    expect(said.map(m => m.text)).toEqual([expect.stringMatching(/^Quedó para el /)]);
    expect(after).toMatchObject({
      ok: true,
      appointments: [{ conversation: first, name, startsAt, staff: '', state: 'confirmed' }],
    });
    expect(after.ok && after.free.some(slot => slot.startsAt === startsAt)).toBe(false);
    const { facts, items } = await ana.open(first);
    expect(facts.appointment).toEqual({ state: 'confirmed', startsAt, number: null });
    expect(events(items)).toContain('booked');
  });
});

test('what a page sends that is not in the contract is refused, and harms nobody', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', PERSON);
  const ask = (event: string, payload: unknown) =>
    (ana.socket as unknown as { emitWithAck(event: string, payload: unknown): Promise<unknown> }).emitWithAck(
      event,
      payload,
    );

  for (const act of [null, { do: 'erase' }, { do: 'say' }, { do: 'say', text: 'x'.repeat(5_000) }])
    expect(await ask('act', { id: 'a', conversation, epoch: 1, act })).toMatchObject({ ok: false, code: 'invalid' });
  expect(await ask('open', 'rosa')).toMatchObject({ ok: false, code: 'invalid' });
  ana.socket.emit('act', undefined as never, undefined as never);
  ana.socket.emit('leave', { a: 1 } as never);
  expect((await ana.row(conversation)).owner).toEqual({ kind: 'queue' });
});
