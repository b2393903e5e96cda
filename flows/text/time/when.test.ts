import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, localOf } from '../../calendar/zones.js';
import { isHisHour, narrowed, pickSlot, readWhen, slotsMatching } from './when.js';

const ZONE = 'America/Santiago';
const instants = (...locals: string[]) => locals.map(local => instantOf(local, ZONE));
/** A Tuesday. */
const [NOW = 0] = instants('2026-05-19T11:00');
const SLOTS = ['2026-05-19T17:30', '2026-05-20T18:00', '2026-05-25T09:00', '2026-05-25T10:00'];
const pick = (text: string, slots = SLOTS) => {
  const picked = pickSlot(text, instants(...slots), { now: NOW, zone: ZONE });
  return typeof picked === 'number' ? localOf(picked, ZONE).iso : picked;
};

test('her words are read on the clock of her zone', () => {
  expect(readWhen('hoy a las 5', instantOf('2026-05-19T23:00', ZONE), 'Pacific/Easter')).toEqual([]);
  expect(readWhen('mañana a las 5', instantOf('2026-05-20T00:30', ZONE), 'Pacific/Easter')).toEqual([
    { from: '2026-05-20T17:00', to: '2026-05-20T17:00' },
  ]);
});

test('why she takes one says no other time', () => {
  expect(pick('la 2, antes que salga mi hija del jardin')).toBe(pick('la 2'));
  expect(pick('la primera porque despues trabajo')).toBe(pick('la 1'));
  expect(pick('antes que llegue mi hijo')).toBeNull();
});

test('slots are kept when they lie in one of her windows', () => {
  const windows = readWhen('martes o miercoles despues de las 5', NOW, ZONE);
  expect(
    slotsMatching(
      windows,
      instants('2026-05-19T16:00', '2026-05-19T17:30', '2026-05-20T18:00', '2026-05-21T18:00'),
      ZONE,
    ),
  ).toEqual(instants('2026-05-19T17:30', '2026-05-20T18:00'));
});

describe('what she says now stands within what she said before', () => {
  const said = (before: string, now: string) =>
    narrowed(readWhen(before, NOW, ZONE), readWhen(now, NOW, ZONE)).map(({ from, to }) => `${from}/${to}`);

  test.each([
    ['el viernes', 'a las 3', ['2026-05-22T15:00/2026-05-22T15:00']],
    ['a las 3', 'el viernes', ['2026-05-22T15:00/2026-05-22T15:00']],
    ['el viernes', 'mejor el lunes', ['2026-05-25T00:00/2026-05-26T00:00']],
  ])('%s, %s', (before, now, windows) => expect(said(before, now)).toEqual(windows));
});

describe('an hour is his where he comes or is there', () => {
  const [WEDNESDAY_AT_ONE = 0] = instants('2026-05-20T13:00');

  test.each([
    ['el miércoles va a estar acá', true],
    ['el llega a las 12', true],
    ['el llega a las 7 de la tarde', false],
    ['el jueves va a estar acá', false],
    ['el miércoles no va a estar en la casa', false],
    ['mi marido llega a las 8', false],
    ['llega a almorzar a la 1', true],
  ])('%s', (text, his) => expect(isHisHour(text, WEDNESDAY_AT_ONE, { now: NOW, zone: ZONE })).toBe(his));
});

describe('a slot is taken', () => {
  test.each([
    ['1', '2026-05-19T17:30'],
    ['la 2', '2026-05-20T18:00'],
    ['la segunda porfa', '2026-05-20T18:00'],
    ['opción 4', '2026-05-25T10:00'],
    ['martes 17:30', '2026-05-19T17:30'],
    ['17:30', '2026-05-19T17:30'],
    ['el martes', '2026-05-19T17:30'],
    ['martes a las 5', '2026-05-19T17:30'],
    ['miércoles', '2026-05-20T18:00'],
    ['mañana', '2026-05-20T18:00'],
    ['entonces lunes 9', '2026-05-25T09:00'],
    ['lunes 10 bueno ya', '2026-05-25T10:00'],
    ['lunes 25 a las 10', '2026-05-25T10:00'],
    ['10', '2026-05-25T10:00'],
    ['a las 6', '2026-05-20T18:00'],
    ['el lunes a las diez', '2026-05-25T10:00'],
    ['la que sea', '2026-05-19T17:30'],
  ])('%s', (text, slot) => expect(pick(text)).toBe(slot));
});

describe('a slot is not taken by guess', () => {
  test.each([
    ['lunes', 'several'],
    ['1 y 2', 'several'],
    ['en la tarde', 'several'],
    ['domingo a las 7 am', null],
    ['ninguna', null],
    ['7', null],
    ['viernes', null],
    ['no puedo hablar', null],
    ['llamen a este mismo, es seguro', null],
    ['', null],
  ])('%s', (text, slot) => expect(pick(text)).toBe(slot));
});

test('a yes takes the only slot, and no other', () => {
  expect(pick('si, ese', ['2026-05-19T17:30'])).toBe('2026-05-19T17:30');
  expect(pick('si')).toBeNull();
  expect(pick('si', [])).toBeNull();
});

test('a slot two weeks away is found by its weekday', () => {
  expect(pick('jueves a las 4', ['2026-06-04T16:00', '2026-06-05T16:00'])).toBe('2026-06-04T16:00');
});

test('every slot is taken by its number and by its day and hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: SLOTS.length - 1 }), i => {
      const [, month = '', day = ''] = SLOTS[i]?.slice(0, 10).split('-') ?? [];
      expect(pick(String(i + 1))).toBe(SLOTS[i]);
      expect(pick(`${day}/${month} a las ${SLOTS[i]?.slice(11)}`)).toBe(SLOTS[i]);
    }),
  );
});
