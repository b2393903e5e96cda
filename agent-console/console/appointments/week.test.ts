import { expect, test } from 'vitest';
import type { AppointmentsReply } from '../../../bot/console/contract.js';
import { Week } from './week.js';

const some: AppointmentsReply = { ok: true, appointments: [], free: [{ startsAt: 5, staff: 'Paz' }] };
const other: AppointmentsReply = { ok: true, appointments: [], free: [] };

test('an answer that comes after a later question is not shown', async () => {
  const answers: ((reply: AppointmentsReply) => void)[] = [];
  const week = new Week({ ask: () => new Promise(resolve => answers.push(resolve)), now: () => 0 });

  const first = week.load(0, 7);
  const second = week.load(7, 14);
  answers[1]?.(other);
  answers[0]?.(some);
  await Promise.all([first, second]);

  expect(week.view.get()).toEqual({ kind: 'loaded', last: other });
});

test('an error keeps the last list under it, and says since when', async () => {
  const replies: (AppointmentsReply | null)[] = [some, null];
  const week = new Week({ ask: async () => replies.shift() ?? null, now: () => 9 });

  await week.load(0, 7);
  await week.load(0, 7);

  expect(week.view.get()).toEqual({ kind: 'failed', code: 'unavailable', message: '', since: 9, last: some });
});

test('another week does not show the hours of the one before', async () => {
  const week = new Week({ ask: async from => (from === 0 ? some : null), now: () => 9 });

  await week.load(0, 7);
  await week.load(7, 14);

  expect(week.view.get()).toMatchObject({ kind: 'failed', last: null });
});
