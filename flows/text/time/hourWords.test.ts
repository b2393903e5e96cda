import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourText, readHours, readParts } from './hourWords.js';

const hours = (text: string) =>
  readHours(hourText(text)).map(({ kind, from, to }) => `${kind} ${clock(from)}-${clock(to)}`);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

describe('an hour is understood as an appointment', () => {
  test.each([
    ['a las 5', 'at 17:00-17:00'],
    ['a las 7 am', 'at 07:00-07:00'],
    ['a las 9', 'at 09:00-09:00'],
    ['17:30', 'at 17:30-17:30'],
    ['17.30 hrs', 'at 17:30-17:30'],
    ['a las 07:15', 'at 07:15-07:15'],
    ['5 pm', 'at 17:00-17:00'],
    ['5pm', 'at 17:00-17:00'],
    ['a las 5 y media', 'at 17:30-17:30'],
    ['cuarto para las 6', 'at 17:45-17:45'],
    ['a las cinco de la tarde', 'at 17:00-17:00'],
    ['a las 8 de la noche', 'at 20:00-20:00'],
    ['a las 12 de la noche', 'at 24:00-24:00'],
    ['a las 3 de la madrugada', 'at 03:00-03:00'],
    ['tipo 5', 'at 17:00-17:00'],
    ['como a la 1', 'at 13:00-13:00'],
    ['15 hrs', 'at 15:00-15:00'],
    ['después de las 10', 'after 10:00-24:00'],
    ['despues de las 5', 'after 17:00-24:00'],
    ['a partir de las 15:00', 'after 15:00-24:00'],
    ['desde las 3', 'after 15:00-24:00'],
    ['antes de las 12', 'before 00:00-12:00'],
    ['hasta las 6', 'before 00:00-18:00'],
    ['entre las 3 y las 5', 'range 15:00-17:00'],
    ['entre 3 y 5', 'range 15:00-17:00'],
    ['de 9 a 1', 'range 09:00-13:00'],
    ['de 6 a 7 am', 'range 06:00-07:00'],
    ['de 10 a 12', 'range 10:00-12:00'],
    ['09:00-12:00', 'range 09:00-12:00'],
    ['entre las 8 y las 10 de la noche', 'range 20:00-22:00'],
    ['desde las 9 hasta las 11', 'range 09:00-11:00'],
    ['after 5', 'after 17:00-24:00'],
    ['between 3 and 5', 'range 15:00-17:00'],
    ['at 10', 'at 10:00-10:00'],
  ])('%s', (text, read) => expect(hours(text)).toEqual([read]));
});

describe('what is no hour is left alone', () => {
  test.each([
    'tengo 5 hijos',
    'el 24/11',
    '24-11-2026',
    'calle 5',
    'las 2 hijas',
    'hace 3 dias',
    'un 7',
    'me quebré la uña',
    'cual era la 3?',
    '12345678-9',
    '1.250',
    'a las 45',
  ])('%s', text => expect(hours(text)).toEqual([]));
});

test('parts of the day are told apart from tomorrow', () => {
  const parts = (text: string) => readParts(hourText(text)).map(it => it.part);
  expect(parts('mañana en la mañana')).toEqual(['morning']);
  expect(parts('mañana')).toEqual([]);
  expect(parts('jueves en la tarde')).toEqual(['afternoon']);
  expect(parts('jueves tarde o viernes noche')).toEqual(['afternoon', 'night']);
  expect(parts('al mediodía')).toEqual(['noon']);
});

test('every hour of the 24-hour clock is read as it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom('', 'a las ', 'martes '),
      (h, m, lead) => {
        expect(hours(lead + clock(h * 60 + m))).toEqual([`at ${clock(h * 60 + m)}-${clock(h * 60 + m)}`]);
      },
    ),
  );
});
