import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueueRow } from '../../../bot/console/contract.js';
import { inOrder, isShown, sectionOf } from './order.js';
import { aRow } from '../../../test/support/row.js';

describe('the order of the queue', () => {
  test('danger goes before waiting', () => {
    const rows = [
      aRow('low', { queuedAt: 1 }),
      aRow('medium', { risk: 'medium', queuedAt: 2 }),
      aRow('high', { risk: 'high', queuedAt: 3 }),
      aRow('sos', { emergency: 'confirm', emergencySince: 4 }),
    ];

    expect(ids(inOrder(rows))).toEqual(['sos', 'high', 'medium', 'low']);
  });

  test('an SOS that nobody has goes before one that somebody handles, however new', () => {
    const rows = [
      aRow('handled', { emergency: 'accompany', emergencySince: 1, owner: { kind: 'executive', id: 'eva' } }),
      aRow('alone', { emergency: 'confirm', emergencySince: 9 }),
    ];

    expect(ids(inOrder(rows))).toEqual(['alone', 'handled']);
  });

  test('a drill stands behind every real SOS, also one that somebody handles, and before all else', () => {
    const rows = [
      aRow('drill', { channel: 'drill', emergency: 'confirm', emergencySince: 1 }),
      aRow('high', { risk: 'high', queuedAt: 3 }),
      aRow('handled', { emergency: 'accompany', emergencySince: 5, owner: { kind: 'executive', id: 'eva' } }),
    ];

    expect(ids(inOrder(rows))).toEqual(['handled', 'drill', 'high']);
  });

  test('inside a section: who waits for a person, priority, deadline, wait', () => {
    const rows = [
      aRow('bot', { owner: { kind: 'bot' }, lastInboundAt: 1 }),
      aRow('unknown', { owner: { kind: 'bot' }, assessed: false, risk: 'none', lastInboundAt: 2 }),
      aRow('later', { deadlineAt: 20, queuedAt: 1 }),
      aRow('sooner', { deadlineAt: 10, queuedAt: 5 }),
      aRow('priority', { priority: true, deadlineAt: 90 }),
    ];

    expect(ids(inOrder(rows))).toEqual(['priority', 'sooner', 'later', 'bot', 'unknown']);
  });

  test('what nobody assessed stands with medium, never with low', () => {
    expect(sectionOf(aRow('maqui', { risk: 'none', assessed: false }))).toBe('medium');
    expect(sectionOf(aRow('maqui', { risk: 'none' }))).toBe('low');
    // With the robot, known danger still stands where it belongs.
    expect(sectionOf(aRow('maqui', { risk: 'medium', owner: { kind: 'bot' } }))).toBe('medium');
  });

  test('a level that no emergency left behind is an SOS', () => {
    expect(sectionOf(aRow('nogal', { risk: 'imminent' }))).toBe('sos');
  });

  test.each(['recordedAt', 'discardedAt'] as const)(
    'an emergency that a person ended (%s) is no SOS, until she asks for help again',
    how => {
      const ended = aRow('nogal', { risk: 'imminent', [how]: 5 });
      expect(sectionOf(ended)).toBe('high');
      expect(sectionOf({ ...ended, emergency: 'confirm', [how]: null })).toBe('sos');
    },
  );

  test('no row of less danger is ever above one of more', () => {
    const row = fc.record({
      risk: fc.constantFrom('none', 'low', 'medium', 'high', 'imminent'),
      priority: fc.boolean(),
      deadlineAt: fc.option(fc.nat()),
      emergency: fc.constantFrom('idle', 'confirm'),
    }) as fc.Arbitrary<Partial<QueueRow>>;
    fc.assert(
      fc.property(fc.array(row), differences => {
        const ranks = inOrder(differences.map((differs, i) => aRow(`c${i}`, differs))).map(one =>
          ['sos', 'high', 'medium', 'low', 'served', 'closed'].indexOf(sectionOf(one)),
        );
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a contact that a person closed', () => {
  test('goes last, unless it raises an SOS', () => {
    const closed = aRow('a', { assessed: false, blocked: 'aggressor', owner: { kind: 'rest' } });

    expect(sectionOf(closed)).toBe('closed');
    expect(sectionOf({ ...closed, emergency: 'confirm' })).toBe('sos');
  });
});

describe('what a view shows', () => {
  const lirio = aRow('lirio', {
    reason: 'Él está en la PUERTA',
    owner: { kind: 'executive', id: 'ana', name: 'Ana Rojas' },
  });

  test('mine, not taken and SOS', () => {
    expect(isShown(lirio, 'mine', 'ana')).toBe(true);
    expect(isShown(lirio, 'mine', 'eva')).toBe(false);
    expect(isShown(lirio, 'untaken', 'ana')).toBe(false);
    expect(isShown(aRow('a', { owner: { kind: 'queue' } }), 'untaken', 'ana')).toBe(true);
    expect(isShown(aRow('a', { owner: { kind: 'bot' } }), 'untaken', 'ana')).toBe(false);
    expect(isShown(aRow('a', { owner: { kind: 'bot' }, emergency: 'confirm' }), 'untaken', 'ana')).toBe(true);
    expect(isShown(lirio, 'sos', 'ana')).toBe(false);
  });

  test('a search needs neither accents nor capitals, and every word', () => {
    expect(isShown(lirio, 'all', 'ana', 'el puerta')).toBe(true);
    expect(isShown(lirio, 'all', 'ana', 'lirio rojas')).toBe(true);
    expect(isShown(lirio, 'all', 'ana', 'lirio ventana')).toBe(false);
  });
});

const ids = (rows: readonly QueueRow[]) => rows.map(row => row.conversation);
