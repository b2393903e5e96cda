import { describe, expect, test } from 'vitest';
import type { Alarm, QueueRow } from '../../../bot/console/contract.js';
import { Alarms, SEEN_MS } from './alarms.js';
import { aRow } from '../../../test/support/row.js';

describe('the alarm of an SOS that nobody has', () => {
  test('is on as soon as the event comes, before the queue knows', () => {
    const alarms = new Alarms();

    expect(alarms.receive(sos('violeta'))).toBe('sos');
    expect(alarms.receive(sos('violeta'))).toBeNull();

    const view = alarms.view(rows(aRow('violeta')));
    expect(view.untaken.map(one => one.conversation)).toEqual(['violeta']);
    expect(alarms.mustSound(view, 'available', 0)).toBe(true);
  });

  test('is on though its event was lost, because the queue shows it', () => {
    const view = new Alarms().view(rows(aRow('violeta', { emergency: 'confirm', emergencySince: 7 })));

    expect(view.untaken).toMatchObject([{ conversation: 'violeta', since: 7 }]);
  });

  test('is over when the queue shows who has it, though the event that ends it was lost', () => {
    const alarms = new Alarms();
    alarms.receive(sos('violeta'));
    const taken = aRow('violeta', { emergency: 'confirm', owner: { kind: 'executive', id: 'ana' }, updatedAt: 9 });

    alarms.settle([taken]);

    expect(alarms.view(rows(taken))).toMatchObject({ untaken: [], handled: 1 });
  });

  test('is not ended by an older row that comes after it', () => {
    const alarms = new Alarms();
    alarms.receive({ ...sos('violeta'), since: 100 });

    alarms.settle([aRow('violeta', { updatedAt: 90 })]);

    expect(alarms.view(rows(aRow('violeta'))).untaken).toHaveLength(1);
  });

  test('the longest waiting goes first', () => {
    const one = aRow('a', { emergency: 'confirm', emergencySince: 20 });
    const other = aRow('b', { emergency: 'confirm', emergencySince: 10 });

    expect(new Alarms().view(rows(one, other)).untaken.map(({ conversation }) => conversation)).toEqual(['b', 'a']);
  });

  test('sounds for who is available only', () => {
    const alarms = new Alarms();
    alarms.receive(sos('violeta'));
    const view = alarms.view(new Map());

    expect(alarms.mustSound(view, 'pause', 0)).toBe(false);
    expect(alarms.mustSound(view, 'away', 0)).toBe(false);
  });

  test('"seen" silences it for a while and removes nothing; a new one sounds all the same', () => {
    const alarms = new Alarms();
    alarms.receive(sos('violeta'));
    alarms.seen(alarms.view(new Map()), 1_000);

    expect(alarms.mustSound(alarms.view(new Map()), 'available', 2_000)).toBe(false);
    expect(alarms.view(new Map()).untaken).toHaveLength(1);
    expect(alarms.mustSound(alarms.view(new Map()), 'available', 1_000 + SEEN_MS)).toBe(true);

    alarms.receive(sos('nogal'));
    expect(alarms.mustSound(alarms.view(new Map()), 'available', 2_000)).toBe(true);
  });
});

test('a drill sounds as a real one, and stands after it, however long it waits', () => {
  const alarms = new Alarms();
  expect(alarms.receive({ ...sos('nogal'), since: 1, drill: true })).toBe('sos');
  expect(alarms.receive({ ...sos('violeta'), since: 9 })).toBe('sos');
  const { untaken } = alarms.view(new Map());
  expect(untaken.map(one => [one.conversation, one.drill])).toEqual([
    ['violeta', false],
    ['nogal', true],
  ]);
});

describe('an emergency that a colleague handed to this person', () => {
  const handed = (more: Partial<Alarm> = {}): Alarm => ({ ...sos('violeta'), kind: 'handed', ...more });

  test('stands apart from the other alarms, and sounds as an SOS in whatever state she is, until she looks', () => {
    const alarms = new Alarms();
    alarms.receive({ ...sos('lirio'), kind: 'silence' });
    expect(alarms.receive(handed())).toBe('sos');

    const view = alarms.view(new Map());
    expect(view.given.map(one => one.conversation)).toEqual(['violeta']);
    expect(view.others.map(one => one.kind)).toEqual(['silence']);
    expect(alarms.mustSound(view, 'pause', 0)).toBe(true);

    alarms.receive(handed({ on: false }));
    expect(alarms.mustSound(alarms.view(new Map()), 'pause', 0)).toBe(false);
  });

  test('a real one stands before a drill, and "seen" silences it for a while', () => {
    const alarms = new Alarms();
    alarms.receive(handed({ conversation: 'nogal', since: 1, drill: true }));
    alarms.receive(handed({ since: 9 }));

    const view = alarms.view(new Map());
    expect(view.given.map(one => one.conversation)).toEqual(['violeta', 'nogal']);
    alarms.seen(view, 1_000);
    expect(alarms.mustSound(view, 'available', 2_000)).toBe(false);
    expect(alarms.mustSound(view, 'available', 1_000 + SEEN_MS)).toBe(true);
  });
});

describe('other alarms', () => {
  test('sound once each, of a drill as well', () => {
    const alarms = new Alarms();

    expect(alarms.receive({ ...sos('lirio'), kind: 'silence' })).toBe('look');
    expect(alarms.receive({ ...sos('lirio'), kind: 'call' })).toBe('call');
    expect(alarms.receive({ ...sos('roble'), kind: 'call', drill: true })).toBe('call');
    expect(alarms.receive({ ...sos('lirio'), kind: 'call' })).toBeNull();
    expect(alarms.view(new Map()).others).toHaveLength(3);
  });

  test('end with their event, or with a new connection that says again what is on', () => {
    const alarms = new Alarms();
    alarms.receive({ ...sos('lirio'), kind: 'silence' });
    alarms.receive({ ...sos('roble'), kind: 'unacked' });

    alarms.receive({ ...sos('lirio'), kind: 'silence', on: false });
    expect(alarms.view(new Map()).others).toMatchObject([{ kind: 'unacked' }]);
    alarms.reset();
    expect(alarms.view(new Map()).others).toEqual([]);
  });
});

const sos = (conversation: string): Alarm => ({
  kind: 'sos',
  conversation,
  name: conversation,
  reason: 'auxilio',
  since: 5,
  on: true,
});
const rows = (...list: QueueRow[]) => new Map(list.map(row => [row.conversation, row]));
