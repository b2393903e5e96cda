import { expect, test } from 'vitest';
import { localTime, withLocalTimes } from './exportTimes.js';

const AT = Date.UTC(2026, 4, 19, 15);

test('each instant has its local time beside, and nothing else changes', () => {
  const told = { exportedAt: AT, turns: [{ at: AT, seq: 3, body: { since: 40, heldUntil: null, text: 'hola' } }] };

  expect(withLocalTimes(told, 'America/Santiago')).toEqual({
    exportedAt: AT,
    exportedAtLocal: '2026-05-19T11:00:00-04:00',
    turns: [
      {
        at: AT,
        atLocal: '2026-05-19T11:00:00-04:00',
        seq: 3,
        body: { since: 40, heldUntil: null, text: 'hola' },
      },
    ],
  });
});

test('a local time goes by the season, and UTC is +00:00', () => {
  expect(localTime(Date.UTC(2026, 0, 1, 2, 30), 'America/Santiago')).toBe('2025-12-31T23:30:00-03:00');
  expect(localTime(AT, 'UTC')).toBe('2026-05-19T15:00:00+00:00');
});
