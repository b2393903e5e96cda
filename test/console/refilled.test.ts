/** The board after a new start: the same rows, her words, and what was read. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Board } from '../../bot/desk/board.js';
import { InView, type InViewParts } from '../../bot/desk/inView.js';
import { ReadMarks } from '../../bot/desk/readMarks.js';
import { silentLog } from '../../bot/log.js';
import type { Running } from '../../bot/conversations.js';
import { compile } from '../../flows/compile.js';
import { contextOf } from '../../flows/turn.js';
import { type House, openHouse, protocolReady } from './house.js';

let house: House;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.close());

const PERSON = 'quiero hablar con una persona';

describe('a service that starts again', () => {
  test('shows the same rows', async () => {
    const ana = await house.works('Ana');
    await house.writes('a', PERSON);
    const sos = await house.writes('b', 'AUXILIO me quiere matar');
    await ana.does(sos, { do: 'take' });
    await ana.does(sos, { do: 'call', institution: 'carabineros-133' });
    ana.socket.emit('seen', sos);
    const before = await ana.rows();

    const again = await openHouse({ store: house.store, clock: house.clock, vault: house.service.vault });
    const eva = await again.works('Eva');
    expect(await eva.rows()).toEqual(before);
    eva.close();
    await again.desk.close();
  });

  test('what was read stays read after a new start, and what came or was taken since does not hide behind it', async () => {
    const ana = await house.works('Ana');
    const [read, taken] = [await house.writes('a', PERSON), await house.writes('b', PERSON)];
    for (const conversation of [read, taken]) {
      ana.socket.emit('seen', conversation);
      expect((await ana.row(conversation)).unread).toBe(0);
    }
    await house.writes('a', 'hola?');
    await ana.does(taken, { do: 'take' });
    await house.writes('b', 'hola?');
    await house.writes('b', 'sigo aquí');
    await house.desk.close();

    const again = await openHouse({ store: house.store, clock: house.clock, vault: house.service.vault });
    const eva = await again.works('Eva');
    expect((await eva.row(read)).unread).toBe(1);
    expect((await eva.row(taken)).unread).toBe(2);
    eva.close();
    await again.desk.close();
  });
});

describe('a board that is filled again', () => {
  const inViewOn = (board: Board, other: Partial<InViewParts> = {}): InView => {
    const { store, conversations, contacts } = house.service;
    const marks = new ReadMarks({ store, log: silentLog });
    return new InView({
      store,
      conversations,
      contacts,
      board,
      marks,
      now: () => house.clock.now(),
      dropped: () => undefined,
      ...other,
    });
  };

  test('says in her words why she is in danger, however much happened since', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'esta pateando la puerta');
    for (let i = 0; i < 12; i++) await ana.does(conversation, { do: 'note', text: `nota ${i}` });
    const board = new Board(house.clock.now());

    await inViewOn(board).load();

    expect(board.rows.get(conversation)).toMatchObject({ reason: 'esta pateando la puerta' });
  });

  test('says it too when a timer was quicker than the board', async () => {
    const conversation = await house.writes('rosa', 'esta pateando la puerta');
    const { store, conversations } = house.service;
    const head = (await store.head(conversation))!;
    const live = (await conversations.state(conversation))!;
    const [turn] = (await store.turns(conversation)).slice(-1);
    const body = { ...(await conversations.body(turn!)), event: { type: 'TIMER' }, messages: [] };
    delete body.sensed;
    const board = new Board(house.clock.now());

    const row = await inViewOn(board).turned({
      head: { ...head, turn: head.turn + 1 },
      body,
      context: contextOf(live.snapshot),
    });

    expect(row.reason).toBe('esta pateando la puerta');
  });

  test('leaves room for what comes in meanwhile', async () => {
    for (let i = 0; i < 20; i++) await house.writes(`w${i}`, 'hola');
    let turns = 0;
    let over = false;
    const count = (): void => {
      turns += 1;
      if (!over) setImmediate(count);
    };
    setImmediate(count);
    await house.desk.load();
    over = true;
    expect(turns).toBeGreaterThan(1);
  });

  test('reads one by one where the store is slow: messages go before it', async () => {
    for (let i = 0; i < 20; i++) await house.writes(`w${i}`, 'hola');
    let now = house.clock.now();
    let reading = 0;
    const sideBySide: number[] = [];
    const { store } = house.service;
    const slow = {
      ...store,
      async turns(...asked: Parameters<typeof store.turns>) {
        sideBySide.push(++reading);
        now += 600;
        await new Promise(resolve => setImmediate(resolve));
        const found = await store.turns(...asked);
        reading -= 1;
        return found;
      },
    };

    await inViewOn(new Board(now), { store: slow, now: () => now }).load();

    expect(Math.max(...sideBySide.slice(0, 8))).toBe(8);
    expect(Math.max(...sideBySide.slice(8))).toBe(1);
    expect(sideBySide.length).toBeGreaterThanOrEqual(20);
  });
});

describe('a service whose new version cannot load the old definition', () => {
  /** The same protocol as another definition; the one that conversations began with is gone. */
  const changed = async (): Promise<House> => {
    const { protocol: shipped, senses } = protocolReady();
    const protocol = { ...shipped, hash: 'another-hash' };
    const now: Running = { compiled: compile(protocol), protocol, senses };
    const protocols = {
      current: () => now,
      pinned: (_: string, hash: string) => (hash === protocol.hash ? now : null),
    };
    return openHouse({ store: house.store, clock: house.clock, vault: house.service.vault, protocols });
  };

  test('keeps an emergency with its person, its call and its clock, and tells the people', async () => {
    const ana = await house.works('Ana');
    const conversation = await house.writes('rosa', 'AUXILIO, estoy en los aromos 114 peñalolén');
    await ana.does(conversation, { do: 'take' });
    await ana.does(conversation, { do: 'call', institution: 'carabineros-133' });
    const before = await ana.row(conversation);
    await house.desk.close();

    const again = await changed();
    const eva = await again.works('Eva');
    // The first thing that happens is a timer of the old definition.
    await again.passes(120_000, 5_000);
    const row = await eva.row(conversation);
    expect(row).toMatchObject({
      risk: before.risk,
      emergency: expect.not.stringMatching('idle') as string,
      emergencySince: before.emergencySince,
    });
    expect(row.calls).toMatchObject([{ institution: 'carabineros-133', outcome: null }]);
    expect(row.epoch).toBeGreaterThanOrEqual(before.epoch);
    const parked = (await house.store.turns(conversation)).filter(turn => turn.facts.event === 'PARKED');
    expect(parked.map(turn => turn.cause)).toEqual([expect.stringContaining('version:another-hash:')]);
    expect(parked[0]!.facts.version).toBe('another-hash');

    await again.writes('rosa', 'está aquí');
    expect((await eva.row(conversation)).unread).toBeGreaterThan(0);
    const armed = await house.store.timers(conversation);
    expect(armed.length).toBeGreaterThan(0);
    eva.close();
    await again.desk.close();
  });

  test('hands a talk with the robot to a person once, before what she writes next', async () => {
    const conversation = await house.writes('rosa', 'hola');
    await house.desk.close();
    const again = await changed();
    await again.writes('rosa', 'quiero saber de una pensión');
    await again.writes('rosa', 'hola?');

    expect(await house.store.head(conversation)).toMatchObject({ owner: 'queue' });
    const events = (await house.store.turns(conversation)).map(turn => turn.facts.event);
    expect(events.filter(event => event === 'PARKED')).toHaveLength(1);
    expect(events.indexOf('PARKED')).toBeLessThan(events.lastIndexOf('MSG') - 1);
    await again.desk.close();
  });
});
