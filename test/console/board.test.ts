import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Patch } from '../../bot/console/contract.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import { StoreUnavailable } from '../../bot/store/store.js';
import { type House, openHouse, STARTS } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const PERSON = 'quiero hablar con una persona';

describe('the queue', () => {
  test('danger goes first, then who has less time left', async () => {
    const ana = await house.works('Ana');
    const low = await house.writes('a', PERSON);
    await house.passes(60_000);
    const later = await house.writes('b', PERSON);
    const sos = await house.writes('c', 'AUXILIO');

    const rows = await ana.rows();

    expect(rows.map(row => row.conversation)).toEqual([sos, low, later]);
    expect(rows[0]).toMatchObject({
      risk: 'imminent',
      reason: 'AUXILIO',
      owner: { kind: 'queue' },
      deadlineAt: house.clock.now() + 30_000,
    });
    expect(rows[1]!.queuedAt).toBe(STARTS);
  });

  test('a row says why in her words, at most forty characters of the most alarming ones', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('a', 'tengo miedo, anoche me amenazo con un cuchillo delante de los niños');
    await house.writes('a', 'no se que hacer');

    const { reason } = await ana.row(conversation);
    expect(reason).toMatch(/^…amenazo con un cuchillo delante/);
    expect(reason.length).toBeLessThanOrEqual(40);
  });

  test('unread messages are counted until somebody looks', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('a', PERSON);
    await house.writes('a', 'hola?');
    expect((await ana.row(conversation)).unread).toBe(2);

    ana.socket.emit('seen', conversation);
    expect((await ana.row(conversation)).unread).toBe(0);
    await house.writes('a', 'sigo aquí');
    expect((await ana.row(conversation)).unread).toBe(1);
  });
});

describe('the projection', () => {
  test('patches follow one another, and whoever missed some gets just those', async () => {
    const ana = await house.works('Ana');
    const { seq } = (await ana.sync()) as { seq: number };
    const conversation = await house.writes('a', PERSON);
    await ana.until(() => ana.heard.patch.some(patch => patch.rows?.some(row => row.conversation === conversation)));
    await house.writes('b', PERSON);

    const reply = await ana.sync(seq);
    const patches = (reply as { patches: Patch[] }).patches;
    expect(reply.kind).toBe('patches');
    expect(patches.map(patch => patch.seq)).toEqual(patches.map((_, i) => seq + 1 + i));
    expect(new Set(patches.flatMap(patch => patch.rows ?? []).map(row => row.conversation)).size).toBe(2);
  });

  test('a number too old, or of another start, gets a whole snapshot', async () => {
    const ana = await house.works('Ana');
    const { seq } = (await ana.sync()) as { seq: number };
    expect((await ana.sync(seq + 1_000)).kind).toBe('snapshot');
    expect((await ana.sync(3)).kind).toBe('snapshot');
  });

  test('who leaves the view is gone from it', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('a', PERSON);
    const { seq } = (await ana.sync()) as { seq: number };
    await ana.does(conversation, { do: 'close', reason: 'done' });
    await house.passes(4 * 3_600_000, 60_000);

    const reply = await ana.sync(seq);
    expect(reply.kind === 'patches' && reply.patches.flatMap(patch => patch.gone ?? [])).toEqual([conversation]);
    expect(await ana.rows()).toEqual([]);
  });
});

describe('people at work', () => {
  test('are shown with what they carry, and the service knows whether anybody is there', async () => {
    expect(house.desk.staffed()).toBe(false);
    const ana = await house.works('Ana');
    expect(house.desk.staffed()).toBe(true);
    const conversation = await house.writes('a', PERSON);
    await ana.does(conversation, { do: 'take' });
    await house.passes(6_000);

    const reply = await ana.sync();
    expect(reply).toMatchObject({ staff: [{ name: 'Ana', state: 'available', load: 1, capacity: 4 }] });
    await ana.says({ state: 'pause', showing: [], visible: true });
    expect(house.desk.staffed()).toBe(false);
  });

  test('an owner who is gone loses her conversations: of an emergency after 20 s, with an alarm to all', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const calm = await house.writes('a', PERSON);
    const sos = await house.writes('b', 'AUXILIO');
    for (const conversation of [calm, sos]) await ana.does(conversation, { do: 'take' });
    ana.close();
    await eva.until(() =>
      eva.heard.patch.some(patch => patch.staff?.some(one => one.name === 'Ana' && one.state === 'offline')),
    );

    await house.passes(19_000);
    expect((await eva.row(sos)).owner).toMatchObject({ kind: 'executive' });
    await house.passes(2_000);

    expect((await eva.row(sos)).owner).toEqual({ kind: 'queue' });
    expect((await eva.row(calm)).owner).toMatchObject({ kind: 'executive' });
    await eva.until(() =>
      eva.heard.alarm.some(alarm => alarm.kind === 'owner-lost' && alarm.on && alarm.conversation === sos),
    );
    await house.passes(300_000, 10_000);
    expect((await eva.row(calm)).owner).toEqual({ kind: 'queue' });
  });

  test('who comes back in time keeps them', async () => {
    const ana = await house.works('Ana');
    const sos = await house.writes('b', 'AUXILIO');
    await ana.does(sos, { do: 'take' });
    ana.close();
    await house.passes(10_000);
    ana.socket.connect();
    await ana.sync();
    await house.passes(60_000);

    expect((await ana.row(sos)).owner).toMatchObject({ name: 'Ana' });
  });
});

describe('alarms', () => {
  test('an SOS that nobody has sounds at once, for who comes later too, and stops when it is taken', async () => {
    const ana = await house.works('Ana');
    const sos = await house.writes('b', 'AUXILIO');
    await ana.until(() => ana.heard.alarm.length > 0);
    expect(ana.heard.alarm[0]).toMatchObject({
      kind: 'sos',
      conversation: sos,
      on: true,
      reason: 'AUXILIO',
      since: STARTS,
    });
    const eva = await house.works('Eva');
    await eva.until(() => eva.heard.alarm.some(alarm => alarm.kind === 'sos' && alarm.on));

    await eva.does(sos, { do: 'take' });

    await ana.until(() => ana.heard.alarm.some(alarm => alarm.kind === 'sos' && !alarm.on));
  });

  test('an SOS that no page shows sounds again, until one shows it', async () => {
    const ana = await house.works('Ana');
    const sos = await house.writes('b', 'AUXILIO');
    await ana.until(() => ana.heard.alarm.length === 1);
    await house.passes(11_000);
    await ana.until(() => ana.heard.alarm.length === 2);

    for (let i = 0; i < 12; i++) {
      await ana.says({ state: 'available', showing: [sos], visible: true });
      await house.passes(10_000);
    }
    expect(ana.heard.alarm.filter(alarm => alarm.kind === 'sos')).toHaveLength(2);
  });

  test('people on call are called to it as soon as no page shows it, or it was not taken in the time of its protocol', async () => {
    const raised: string[] = [];
    let untaken: (conversation: string) => boolean = () => false;
    const called = await openHouse({
      paging: {
        load: () => Promise.resolve(),
        raise: ({ conversation, why }) => Promise.resolve(void raised.push(`${conversation} ${why}`)),
        tick: isUntaken => Promise.resolve(void (untaken = isUntaken)),
        of: () => Promise.resolve([]),
      },
    });
    try {
      const ana = await called.works('Ana');
      const sos = await called.writes('a', 'AUXILIO');
      await called.passes(11_000);
      expect(raised).toEqual([`${sos} unseen`]);

      for (let i = 0; i < 4; i++) {
        await ana.says({ state: 'available', showing: [sos], visible: true });
        await called.passes(10_000);
      }
      expect(raised).toContain(`${sos} untaken`);
      expect(untaken(sos)).toBe(true);

      await ana.does(sos, { do: 'take' });
      await called.passes(1_000);
      expect(untaken(sos)).toBe(false);
    } finally {
      await called.close();
    }
  });

  test('while the store is away, the calls that need none of it go on', async () => {
    let [away, ticks] = [false, 0];
    const real = openMemoryStore();
    const store = new Proxy(real, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown =>
          away && name === 'findDocs'
            ? Promise.reject(new StoreUnavailable('the test says so'))
            : (member as (...args: unknown[]) => unknown).apply(target, args);
      },
    });
    const called = await openHouse({
      store,
      paging: {
        load: async () => undefined,
        raise: async () => undefined,
        tick: async () => void ticks++,
        of: async () => [],
      },
    });
    try {
      away = true;
      called.clock.pass(60_000);
      await expect(called.desk.tick()).rejects.toThrow(StoreUnavailable);
      expect(ticks).toBe(1);
    } finally {
      away = false;
      await called.close();
    }
  });

  test('what falls asleep with the robot leaves the board with its alarms', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'hola');
    const { seq } = house.sent.at(-1)!;
    await house.service.inbound.acked({ channel: 'webchat', conversation, seq, state: 'failed' });
    await ana.until(() => ana.heard.alarm.some(alarm => alarm.kind === 'unacked' && alarm.on));

    await house.passes(3 * 3_600_000, 600_000);

    expect(await ana.rows()).toEqual([]);
    await ana.until(() => ana.heard.alarm.some(alarm => alarm.kind === 'unacked' && !alarm.on));
  });

  test('her silence in an emergency is told to who has her, until she writes', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const sos = await house.writes('b', 'AUXILIO');
    await ana.does(sos, { do: 'take' });
    await house.passes(61_000);

    await ana.until(() => ana.heard.alarm.some(alarm => alarm.kind === 'silence' && alarm.on));
    await eva.sync();
    expect(eva.heard.alarm.some(alarm => alarm.kind === 'silence')).toBe(false);
    await house.writes('b', 'sigo aqui');
    await ana.until(() => ana.heard.alarm.some(alarm => alarm.kind === 'silence' && !alarm.on));
  });

  test('who has her and does not answer in an emergency sounds for everybody', async () => {
    const [ana, eva] = [await house.works('Ana'), await house.works('Eva')];
    const sos = await house.writes('b', 'AUXILIO');
    await ana.does(sos, { do: 'take' });
    await house.writes('b', 'vengan');
    await house.passes(30_000);
    await eva.sync();
    expect(eva.heard.alarm.some(alarm => alarm.kind === 'unanswered')).toBe(false);

    await house.passes(15_000);

    await eva.until(() => eva.heard.alarm.some(alarm => alarm.kind === 'unanswered' && alarm.on));
    await ana.does(sos, { do: 'say', text: 'Te leo.' });
    await eva.until(() => eva.heard.alarm.some(alarm => alarm.kind === 'unanswered' && !alarm.on));
  });
});
