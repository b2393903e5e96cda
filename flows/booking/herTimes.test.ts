/** When he may be there is left out of every day that is offered, until she tells it anew. */
import { expect, test } from 'vitest';
import { type Context, initialContext } from '../context.js';
import { leavingOut, withNotHers } from './herTimes.js';
import type { Reading } from '../reading.js';
import { readWhen, slotsNotNever } from '../text/time/when.js';

const ZONE = 'America/Santiago';
/** Tuesday 19 May 2026, 11:00 in Santiago. */
const NOW = Date.parse('2026-05-19T11:00:00-04:00');
const at = (time: string): number => Date.parse(`${time}:00-04:00`);

const says = (text: string, kept: Context['kept'] = {}): Context['kept'] => {
  const read = { text, when: readWhen(text, NOW, ZONE), notOn: [], reads: () => false } as unknown as Reading;
  return withNotHers(kept, read, { now: NOW, zone: ZONE });
};
const left = (kept: Context['kept'], windows: readonly unknown[], ...times: string[]): number =>
  slotsNotNever(leavingOut(windows, { ...initialContext('es'), kept }), times.map(at), ZONE).length;

test('when he comes is left out of every day', () => {
  const kept = says('el llega a las 5');
  expect(left(kept, [], '2026-05-20T15:00', '2026-05-25T16:00')).toBe(2);
  expect(left(kept, [], '2026-05-20T17:00', '2026-05-25T18:00')).toBe(0);
});

test('what she tells of the same time later goes before it, and of another time beside it', () => {
  const later = says('ahora el llega a las 7', says('el llega a las 5'));
  expect(left(later, [], '2026-05-20T17:00', '2026-05-20T19:00')).toBe(1);
  const both = says('el sale a las 8', says('el llega a las 5'));
  expect(left(both, [], '2026-05-20T07:00', '2026-05-20T17:00')).toBe(0);
});

test('an hour that she names herself is open on its day alone', () => {
  const named = [{ from: '2026-05-22T18:00', to: '2026-05-22T18:00' }];
  const kept = says('el llega a las 5');
  expect(left(kept, named, '2026-05-22T18:00')).toBe(1);
  expect(left(kept, named, '2026-05-20T18:00')).toBe(0);
});
