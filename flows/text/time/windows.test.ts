import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deniedDays, inWindows, isNever, readWindows } from './windows.js';

const open = (text: string, now: string) => readWindows(text, now).filter(it => !it.never);
/** A Tuesday. */
const NOW = '2026-05-19T11:00';
const read = (text: string, now = NOW) =>
  open(text, now).map(it =>
    it.from === it.to
      ? it.from
      : `${it.from} ${it.to.slice(0, 10) === it.from.slice(0, 10) ? it.to.slice(11) : `+${it.to.slice(11)}`}`,
  );

describe('what she writes is understood from the day she writes it', () => {
  test.each([
    ['martes 17:30', ['2026-05-19T17:30']],
    ['lunes 10', ['2026-05-25T10:00']],
    ['entonces lunes 9', ['2026-05-25T09:00']],
    ['lunes 10 bueno ya', ['2026-05-25T10:00']],
    ['jueves en la tarde', ['2026-05-21T13:00 20:00']],
    ['martes o miercoles despues de las 5', ['2026-05-19T17:00 +00:00', '2026-05-20T17:00 +00:00']],
    ['despues de las 5 martes o miercoles', ['2026-05-19T17:00 +00:00', '2026-05-20T17:00 +00:00']],
    ['solo puedo domingo a las 7 am', ['2026-05-24T07:00']],
    ['mañana a las 10', ['2026-05-20T10:00']],
    ['mañana en la mañana', ['2026-05-20T08:00 12:00']],
    ['pasado mañana a las 3', ['2026-05-21T15:00']],
    ['24/11', ['2026-11-24T00:00 +00:00']],
    ['el 3 de diciembre', ['2026-12-03T00:00 +00:00']],
    ['el 3 de diciembre a las 9', ['2026-12-03T09:00']],
    ['el 23 a las 4', ['2026-05-23T16:00']],
    ['lunes 25', ['2026-05-25T00:00 +00:00']],
    ['lunes 25 a las 10', ['2026-05-25T10:00']],
    ['hoy en la tarde', ['2026-05-19T13:00 20:00']],
    ['esta tarde despues de las 5', ['2026-05-19T17:00 20:00']],
    ['el martes no puedo porque me sacan sangre, el miercoles a las 4 si', ['2026-05-20T16:00']],
    ['el martes no, el jueves', ['2026-05-21T00:00 +00:00']],
    ['jueves tipo 5', ['2026-05-21T17:00']],
    ['viernes a las 11', ['2026-05-22T11:00']],
    ['los viernes a las 3 puedo hablar', ['2026-05-22T15:00']],
    ['el jueves en la mañana estoy libre', ['2026-05-21T08:00 12:00']],
    ['lunes en la tarde o martes en la mañana', ['2026-05-19T11:00 12:00', '2026-05-25T13:00 20:00']],
    ['en la mañana el lunes, en la tarde el jueves', ['2026-05-21T13:00 20:00', '2026-05-25T08:00 12:00']],
    ['miercoles en la mañana a las 7', ['2026-05-20T07:00']],
    ['miercoles en la noche a las 8', ['2026-05-20T20:00']],
    ['entre las 3 y las 5 el jueves', ['2026-05-21T15:00 17:00']],
    ['martes 17:30 o miercoles 18:00', ['2026-05-19T17:30', '2026-05-20T18:00']],
    ['el proximo martes a las 10', ['2026-05-26T10:00']],
    ['el martes de la proxima semana', ['2026-05-26T00:00 +00:00']],
    ['martes a las 9', ['2026-05-26T09:00']],
    ['el jueves, pero no me llamen despues de las 7', ['2026-05-21T00:00 19:00']],
    ['el jueves no antes de las 10', ['2026-05-21T10:00 +00:00']],
    ['jueves en la tarde, a las 5 no', ['2026-05-21T13:00 17:00', '2026-05-21T18:00 20:00']],
    ['el jueves en la tarde, no me llamen a las 3', ['2026-05-21T13:00 15:00', '2026-05-21T16:00 20:00']],
    ['el no esta en la mañana del jueves', ['2026-05-21T08:00 12:00']],
    ['tuesday 5pm', ['2026-05-19T17:00']],
    ['tomorrow morning', ['2026-05-20T08:00 12:00']],
    ['friday after 5', ['2026-05-22T17:00 +00:00']],
  ])('%s', (text, windows) => expect(read(text)).toEqual(windows));
});

describe('a time without a day is any of the next seven', () => {
  test('an hour', () => {
    expect(read('despues de las 10')).toHaveLength(7);
    expect(read('despues de las 10')[1]).toBe('2026-05-20T10:00 +00:00');
    expect(read('a las 10')).toHaveLength(6);
  });

  test('any day but one', () => {
    const days = read('cualquier dia menos el viernes').map(it => it.slice(0, 10));
    expect(days).toHaveLength(6);
    expect(days).not.toContain('2026-05-22');
  });

  test('working days', () => {
    expect(read('de lunes a jueves en la tarde').map(it => it.slice(0, 10))).toEqual([
      '2026-05-19',
      '2026-05-20',
      '2026-05-21',
      '2026-05-25',
    ]);
    expect(read('fin de semana en la mañana').map(it => it.slice(0, 10))).toEqual(['2026-05-23', '2026-05-24']);
  });
});

describe('when the day of the month falls on that weekday both meanings count', () => {
  test('on Monday 1 June "lunes 8" may be the 8th or eight o’clock', () => {
    expect(read('lunes 8', '2026-06-02T11:00')).toEqual(['2026-06-08T00:00 +00:00', '2026-06-08T08:00']);
  });
});

describe('what says nothing of time gives nothing', () => {
  test.each([
    'hola',
    'si',
    'no quiero llamadas',
    'llamen a este mismo',
    'tengo 3 hijos',
    'un 7',
    '',
    'a mi hermana',
    'domingo no',
    'en la mañana no',
    'no me llamen el martes',
  ])('%s', text => expect(read(text)).toEqual([]));
});

test('a window holds its beginning and not its end; an exact time holds itself', () => {
  const windows = readWindows('jueves entre 3 y 5', NOW);
  expect(['2026-05-21T14:59', '2026-05-21T15:00', '2026-05-21T17:00'].map(it => inWindows(windows, it))).toEqual([
    false,
    true,
    false,
  ]);
  expect(inWindows(readWindows('jueves a las 3', NOW), '2026-05-21T15:00')).toBe(true);
});

test('no window ever begins in the past or ends before it begins', () => {
  const word = fc.constantFrom(
    'lunes',
    'martes',
    'hoy',
    'mañana',
    'en la tarde',
    'a las 5',
    'despues de las 10',
    'entre 3 y 5',
    'menos el viernes',
    'no',
    'o',
    'y',
    ',',
    'el 23',
    '24/11',
    'en la mañana',
    '9',
    'fin de semana',
  );
  const now = fc
    .date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2027-12-31T00:00Z'), noInvalidDate: true })
    .map(it => it.toISOString().slice(0, 16));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), now, (parts, at) => {
      for (const it of open(parts.join(' '), at)) {
        expect(it.from >= at).toBe(true);
        expect(it.to >= it.from).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

describe('days that are not hers', () => {
  const days = (text: string) => deniedDays(text, NOW).map(it => `${it.dates?.[0]} ${it.from}-${it.to}`);
  test.each([
    ['los miércoles no puedo', ['2026-05-20 00:00-24:00']],
    ['él está los jueves', ['2026-05-21 00:00-24:00']],
    ['mañana no, tengo turno', ['2026-05-20 00:00-24:00']],
    ['tengo turno el viernes', ['2026-05-22 00:00-24:00']],
    ['el viernes tengo que trabajar', ['2026-05-22 00:00-24:00']],
    ['no puedo el viernes en la mañana', ['2026-05-22 08:00-12:00']],
    ['el viernes a las 3', []],
    ['los martes trabajo hasta las 6', []],
  ] as const)('%s', (text, found) => expect(days(text)).toEqual(found));

  test('a weekday is meant for the weeks to come, and no other day', () => {
    const never = deniedDays('los miércoles no puedo', NOW);
    expect(isNever(never, '2026-05-27T10:00')).toBe(true);
    expect(isNever(never, '2026-05-28T10:00')).toBe(false);
  });
});
