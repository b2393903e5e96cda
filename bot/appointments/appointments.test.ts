import { describe, expect, test } from 'vitest';
import { localOf } from '../../flows/calendar/zones.js';
import type { Protocol } from '../../flows/protocol.js';
import { openMemoryStore } from '../store/sqlite/sqlite.js';
import type { Window } from '../../flows/text/time/when.js';
import { Appointments, gridOf } from './appointments.js';

const ZONE = 'America/Santiago';
const MINUTE = 60_000;
/** Friday 2026-05-15, 12:00 in Santiago; Thursday 21 is a holiday. */
const NOW = Date.UTC(2026, 4, 15, 16);
const WEEKLY = { 'mon-fri': '09:00-12:00' };
const protocol = (staff = 1, days = 5): Protocol =>
  ({
    id: 'p',
    zone: ZONE,
    appointments: { service: 'call', minutes: 45, weekly: WEEKLY, days_ahead: days, staff },
  }) as unknown as Protocol;
const rosa = { conversation: 'c-rosa', contact: 'rosa' };
const violeta = { conversation: 'c-violeta', contact: 'violeta' };
const local = (at: number) => localOf(at, ZONE).iso;

describe('an hour in doubt', () => {
  const slot = { at: Date.UTC(2026, 4, 19, 15), staff: 'staff-1' };
  const doubtOf = async (all: Appointments) => (await all.between(slot.at, slot.at)).map(one => one.doubt ?? null);

  test('stays taken and is marked until it is certain again', async () => {
    const appointments = new Appointments(openMemoryStore());
    const booked = await appointments.book(protocol(), slot, rosa, NOW, null);

    await appointments.doubt(booked!.id, rosa.conversation, 'unsafe');
    expect(await doubtOf(appointments)).toEqual(['unsafe']);
    expect((await appointments.free(protocol(), NOW)).map(it => it.at)).not.toContain(slot.at);
    await appointments.doubt(booked!.id, rosa.conversation, null);
    expect(await doubtOf(appointments)).toEqual([null]);
  });

  test("is nobody else's to doubt, and is certain when it is booked anew", async () => {
    const appointments = new Appointments(openMemoryStore());
    const booked = await appointments.book(protocol(), slot, rosa, NOW, null);

    await appointments.doubt(booked!.id, violeta.conversation, 'unsafe');
    expect(await doubtOf(appointments)).toEqual([null]);
    await appointments.doubt(booked!.id, rosa.conversation, 'cannot');
    await appointments.book(protocol(), slot, rosa, NOW, null);
    expect(await doubtOf(appointments)).toEqual([null]);
  });

  test('that was cancelled meanwhile stays cancelled', async () => {
    const appointments = new Appointments(openMemoryStore());
    const booked = await appointments.book(protocol(), slot, rosa, NOW, null);
    await appointments.release(booked!.id, rosa.conversation);

    await appointments.doubt(booked!.id, rosa.conversation, 'unsafe');
    expect(await doubtOf(appointments)).toEqual([]);
  });
});

describe('free times', () => {
  test('are the hours of the next working days, the closing hour too, without holidays', () => {
    const slots = gridOf(protocol(), NOW).map(slot => local(slot.at));

    expect(slots.slice(0, 4)).toEqual(['2026-05-18T09:00', '2026-05-18T10:00', '2026-05-18T11:00', '2026-05-18T12:00']);
    expect([...new Set(slots.map(at => at.slice(0, 10)))]).toEqual([
      '2026-05-18',
      '2026-05-19',
      '2026-05-20',
      '2026-05-22',
      '2026-05-25',
    ]);
  });

  test('that fit her windows are offered, soonest first, four at most', async () => {
    const appointments = new Appointments(openMemoryStore());
    const windows = [{ from: '2026-05-19T10:00', to: '2026-05-19T11:30' }];

    expect((await appointments.find(protocol(), NOW, { windows, current: null })).map(slot => local(slot.at))).toEqual([
      '2026-05-19T10:00',
      '2026-05-19T11:00',
    ]);
    expect(await appointments.find(protocol(), NOW, { windows: [], current: null })).toHaveLength(4);
  });

  test('beside windows in which nothing is free are the nearest before and after', async () => {
    const appointments = new Appointments(openMemoryStore());
    const near = async (from: string, to: string) =>
      (await appointments.nearest(protocol(), NOW, [{ from, to }])).map(slot => local(slot.at));

    // The holiday.
    expect(await near('2026-05-21T00:00', '2026-05-22T00:00')).toEqual([
      '2026-05-20T11:00',
      '2026-05-20T12:00',
      '2026-05-22T09:00',
      '2026-05-22T10:00',
    ]);
    expect(await near('2026-05-19T10:30', '2026-05-19T10:30')).toEqual([
      '2026-05-19T09:00',
      '2026-05-19T10:00',
      '2026-05-19T11:00',
      '2026-05-19T12:00',
    ]);
    expect(await near('2026-05-15T18:00', '2026-05-16T00:00')).toEqual([
      '2026-05-18T09:00',
      '2026-05-18T10:00',
      '2026-05-18T11:00',
      '2026-05-18T12:00',
    ]);
  });

  test('beside her windows are no hours that she excluded, and her days while they have another', async () => {
    const appointments = new Appointments(openMemoryStore());
    const near = async (...windows: Window[]) =>
      (await appointments.nearest(protocol(), NOW, windows)).map(slot => local(slot.at));
    const at = (local: string) => ({ from: local, to: local });
    expect(
      (await near(at('2026-05-19T20:00'), { from: '11:15', to: '24:00', never: true })).every(
        it => it.slice(11) < '11:15',
      ),
    ).toBe(true);
    const days = (await near(at('2026-05-19T20:00'), at('2026-05-22T20:00'))).map(it => it.slice(0, 10));
    expect([...new Set(days)]).toEqual(['2026-05-19', '2026-05-22']);
    expect(await near(at('2026-05-19T20:00'), { from: '00:00', to: '24:00', never: true })).toEqual([]);
  });

  test('on several weekdays are kept to them next week, the hour first', async () => {
    const appointments = new Appointments(openMemoryStore());
    const monday = { from: '2026-05-18T12:00', to: '2026-05-18T12:00', weekly: true } as const;
    const thursday = { from: '2026-05-21T11:00', to: '2026-05-21T11:00', weekly: true } as const;
    const [first] = await appointments.find(protocol(), NOW, { windows: [monday, thursday], current: null });
    await appointments.block(protocol(), first!);
    const again = await appointments.find(protocol(), NOW, { windows: [monday, thursday], current: null });
    expect([first!, ...again].map(slot => local(slot.at))).toEqual(['2026-05-18T12:00', '2026-05-25T12:00']);
    const evenings = [monday, thursday].map(it => ({
      ...it,
      from: `${it.from.slice(0, 11)}20:00`,
      to: `${it.to.slice(0, 11)}20:00`,
    }));
    const near = await appointments.nearest(protocol(), NOW, evenings);
    expect([...new Set(near.map(slot => local(slot.at).slice(0, 10)))]).toEqual(['2026-05-18', '2026-05-25']);
  });

  test('to change one, the same hour of another day comes first', async () => {
    const appointments = new Appointments(openMemoryStore());
    const [first] = gridOf(protocol(), NOW);
    await appointments.book(protocol(), first!, rosa, NOW, null);

    const found = await appointments.find(protocol(), NOW, { windows: [], current: first!.at });

    expect(found.map(slot => local(slot.at))).toEqual(['2026-05-19T09:00']);
  });
});

describe('one time and one person', () => {
  const [slot] = gridOf(protocol(), NOW);

  test('a time that is over is kept for nobody', async () => {
    const appointments = new Appointments(openMemoryStore());

    expect(await appointments.hold(protocol(), slot!, rosa, slot!.at + MINUTE)).toBeNull();
  });

  test('is held by whoever came first, also when both come at once', async () => {
    const appointments = new Appointments(openMemoryStore());
    const held = await Promise.all([
      appointments.hold(protocol(), slot!, rosa, NOW),
      appointments.hold(protocol(), slot!, violeta, NOW),
    ]);

    expect(held.filter(Boolean)).toHaveLength(1);
  });

  test('a hold ends after ten minutes; before, only its holder can book it', async () => {
    const appointments = new Appointments(openMemoryStore());
    await appointments.hold(protocol(), slot!, rosa, NOW);

    expect(await appointments.book(protocol(), slot!, violeta, NOW + 9 * MINUTE, null)).toBeNull();
    expect(await appointments.book(protocol(), slot!, violeta, NOW + 10 * MINUTE, null)).toMatchObject({
      state: 'confirmed',
      conversation: 'c-violeta',
    });
    expect(await appointments.book(protocol(), slot!, rosa, NOW + 11 * MINUTE, null)).toBeNull();
  });

  test('a change frees the old one only when the new one is hers', async () => {
    const appointments = new Appointments(openMemoryStore());
    const [first, second] = gridOf(protocol(), NOW);
    const old = await appointments.book(protocol(), first!, rosa, NOW, null);
    await appointments.book(protocol(), second!, violeta, NOW, null);

    expect(await appointments.book(protocol(), second!, rosa, NOW, old!.id)).toBeNull();
    expect((await appointments.between(NOW, NOW + 30 * 86_400_000)).map(one => one.conversation)).toEqual([
      'c-rosa',
      'c-violeta',
    ]);
    const third = gridOf(protocol(), NOW)[2]!;
    await appointments.book(protocol(), third, rosa, NOW, old!.id);
    expect((await appointments.free(protocol(), NOW))[0]!.at).toBe(first!.at);
  });

  test('is not freed by somebody else', async () => {
    const appointments = new Appointments(openMemoryStore());
    const booked = await appointments.book(protocol(), slot!, rosa, NOW, null);
    await appointments.release(booked!.id, violeta.conversation);

    expect(await appointments.between(slot!.at, slot!.at)).toHaveLength(1);
  });

  test('two people of the staff give the same time twice', async () => {
    const appointments = new Appointments(openMemoryStore());
    const two = protocol(2);
    const times = async () => (await appointments.free(two, NOW)).filter(one => one.at === slot!.at);
    const [first] = await times();
    await appointments.book(two, first!, rosa, NOW, null);
    const [second] = await times();

    expect(second).toMatchObject({ at: slot!.at, staff: 'staff-2' });
    await appointments.book(two, second!, violeta, NOW, null);
    expect(await times()).toEqual([]);
  });
});
