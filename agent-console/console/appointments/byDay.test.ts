import { expect, test } from 'vitest';
import type { AppointmentView } from '../../../bot/console/contract.js';
import { byDay } from './byDay.js';

/** Monday 23 November 2026, midnight in Santiago. */
const MONDAY = Date.UTC(2026, 10, 23, 3);
const HOUR = 3_600_000;

test('every day of the week is there, also the empty ones', () => {
  const week = byDay(MONDAY, 7, { appointments: [], free: [] });

  expect(week).toHaveLength(7);
  expect(week.every(({ slots }) => slots.length === 0)).toBe(true);
});

test('an hour late at night belongs to the day of Santiago, not of UTC', () => {
  const [monday, tuesday] = byDay(MONDAY, 2, { appointments: [booked(MONDAY + 23 * HOUR)], free: [] });

  expect(monday?.slots).toHaveLength(1);
  expect(tuesday?.slots).toHaveLength(0);
});

test('who is free at the same hour stands in one line, in the order of the hours', () => {
  const [monday] = byDay(MONDAY, 1, {
    appointments: [booked(MONDAY + 10 * HOUR)],
    free: [
      { startsAt: MONDAY + 16 * HOUR, staff: 'Sol' },
      { startsAt: MONDAY + 9 * HOUR, staff: 'Paz' },
      { startsAt: MONDAY + 9 * HOUR, staff: 'Sol' },
    ],
  });

  expect(monday?.slots.map(slot => (slot.kind === 'free' ? slot.staff : slot.appointment.name))).toEqual([
    ['Paz', 'Sol'],
    'Lirio-08',
    ['Sol'],
  ]);
});

test('the week of a change of hour keeps its seven days', () => {
  // The clock goes back on 5 April 2026 at midnight: that Saturday has 25 hours.
  const week = byDay(Date.UTC(2026, 3, 1, 3), 7, { appointments: [], free: [] });

  expect(new Set(week.map(({ day }) => day)).size).toBe(7);
});

const booked = (startsAt: number): AppointmentView => ({
  id: 'a1',
  conversation: 'lirio',
  name: 'Lirio-08',
  service: 'Llamada de contención',
  startsAt,
  minutes: 45,
  staff: 'Paz',
  state: 'confirmed',
  heldUntil: null,
});
