import { expect, test } from 'vitest';
import { hoursSchema, isOpen, sayHours } from './hours.js';
import { instantOf } from './zones.js';

const ZONE = 'America/Santiago';
const office = hoursSchema.parse({
  zone: ZONE,
  weekly: { 'mon-fri': '08:00-24:00', sat: '10:00-14:00, 16:00-20:00' },
  holidays: 'closed',
  closed_on: ['2026-11-17'],
});
const at = (local: string): number => instantOf(local, ZONE);

test.each([
  ['2026-05-19T08:00', true],
  ['2026-05-19T07:59', false],
  ['2026-05-19T23:59', true],
  ['2026-05-20T00:00', false],
  ['2026-05-23T15:00', false],
  ['2026-05-23T16:00', true],
  ['2026-05-24T12:00', false],
  ['2026-05-21T12:00', false],
  ['2026-11-17T12:00', false],
])('at %s the service attends: %s', (local, open) => {
  expect(isOpen(office, at(local))).toBe(open);
});

test('the hours are said in each language', () => {
  expect(sayHours(office, 'es')).toBe(
    'lunes a viernes de 08:00 a 24:00; sábado de 10:00 a 14:00 y de 16:00 a 20:00, salvo feriados',
  );
  expect(sayHours(office, 'en')).toBe(
    'Monday to Friday from 08:00 to 24:00; Saturday from 10:00 to 14:00 and from 16:00 to 20:00, except holidays',
  );
  expect(sayHours(office, 'pt')).toContain('segunda a sexta das 08:00 às 24:00');
  expect(sayHours(office, 'ht')).toContain('lendi rive vandredi depi 08:00 rive 24:00');
  expect(sayHours(office, 'fr')).toBe(sayHours(office, 'es'));
});

test('a range of days may go over the weekend', () => {
  const nights = hoursSchema.parse({ zone: ZONE, weekly: { 'fri-mon': '20:00-24:00' }, holidays: 'open' });

  expect(isOpen(nights, at('2026-05-24T21:00'))).toBe(true);
  expect(isOpen(nights, at('2026-05-19T21:00'))).toBe(false);
});

test('a misspelled day or hour is refused with what would be right', () => {
  expect(hoursSchema.safeParse({ zone: ZONE, weekly: { 'lun-vie': '08:00-12:00' }, holidays: 'closed' }).success).toBe(
    false,
  );
  expect(hoursSchema.safeParse({ zone: ZONE, weekly: { mon: '8-12' }, holidays: 'closed' }).success).toBe(false);
  expect(hoursSchema.safeParse({ zone: 'Chile/Ñuñoa', weekly: {}, holidays: 'closed' }).success).toBe(false);
});
