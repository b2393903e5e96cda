import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meansThisPhone, parsePhone, sayPhone } from './phone.js';

describe('a telephone is understood as people write it', () => {
  test.each([
    ['+56 9 8765 4321', 'mobile', '+56987654321'],
    ['987654321', 'mobile', '+56987654321'],
    ['56987654321', 'mobile', '+56987654321'],
    ['llámenme al 9 8765-4321 por favor', 'mobile', '+56987654321'],
    ['(09) 8765 4321', 'mobile', '+56987654321'],
    ['es el 22 345 6789', 'fixed', '+56223456789'],
    ['041 2345678', 'fixed', '+56412345678'],
    ['+54 9 11 2345 6789', 'foreign', '+5491123456789'],
    ['0051 987 654 321', 'foreign', '+51987654321'],
    ['600 360 7777', 'service', '6003607777'],
    ['800 200 800', 'service', '800200800'],
    ['133', 'short', '133'],
    ['al *4141', 'short', '*4141'],
  ])('%s', (text, kind, dial) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: { kind, dial } });
  });
});

describe('a telephone that is not one says why', () => {
  test.each([
    ['no tengo', 'none'],
    ['tengo 34 años', 'none'],
    ['a las 10:30', 'none'],
    ['98765', 'none'],
    ['98765 43', 'short'],
    ['8765 4321', 'missing-9'],
    ['9876 54321 00', 'long'],
    ['187654321', 'unknown'],
    ['al 987654321 o al 912345678', 'several'],
  ])('%s', (text, reason) => {
    expect(parsePhone(text)).toEqual({ ok: false, reason });
  });
});

test('the same number twice is one number', () => {
  expect(parsePhone('987654321, repito 9 8765 4321').ok).toBe(true);
});

test.each([
  'llamen a este mismo, es seguro a esa hora',
  'al mismo',
  'al mismo número',
  'this one is fine',
  'a este',
  'a este no más porfa',
  'a mi número',
  'sí, llámenme al mío',
  'my number',
  'a este, solo yo lo contesto',
  'a este que solo contesto yo',
])('"%s" is the number that she writes from', text => expect(meansThisPhone(text)).toBe(true));

test.each([
  'al 987654321',
  'a mi hermana',
  'al mismo 987654321',
  'a este lo voy a denunciar',
  'a este, solo yo lo denuncio',
  'mi teléfono lo tiene él',
  'este es mi marido',
])('"%s" is not', text => expect(meansThisPhone(text)).toBe(false));

test('numbers are shown in groups', () => {
  expect(sayPhone('+56987654321')).toBe('+56 9 8765 4321');
  expect(sayPhone('+56412345678')).toBe('+56 41 234 5678');
  expect(sayPhone('133')).toBe('133');
});

test('every mobile survives being shown and read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), n => {
      const dial = `+569${String(n).padStart(8, '0')}`;
      expect(parsePhone(sayPhone(dial))).toEqual({ ok: true, value: { kind: 'mobile', dial } });
    }),
  );
});
