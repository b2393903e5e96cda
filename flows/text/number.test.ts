import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumbers, numberInWords, parseNumber } from './number.js';

describe('a number is understood', () => {
  test.each([
    ['3', 3],
    ['somos 2', 2],
    ['1.250', 1250],
    ['1.250.000', 1_250_000],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['tres', 3],
    ['Treinta y uno', 31],
    ['treinta y una', 31],
    ['veintidós', 22],
    ['cien', 100],
    ['ciento uno', 101],
    ['quinientas personas', 500],
    ['dos mil trescientos diez', 2310],
    ['mil', 1000],
    ['un millón', 1_000_000],
    ['tengo un hijo', 1],
    ['un 6', 6],
  ])('%s', (text, value) => expect(parseNumber(text)).toEqual({ ok: true, value }));
});

describe('what is no single number says why', () => {
  test.each([
    ['no sé', 'none'],
    ['', 'none'],
    ['G45', 'none'],
    ['hola y un saludo a las dos o tres', 'several'],
    ['2 adultos y 3 niños', 'several'],
    ['dos tres', 'several'],
    ['99999999999999', 'size'],
  ])('%s', (text, reason) => expect(parseNumber(text)).toEqual({ ok: false, reason }));
});

test('all numbers of a text come in order', () => {
  expect(findNumbers('folio dos mil trescientos diez, hace 3 días').map(it => it.value)).toEqual([2310, 3]);
});

test('numbers are read aloud as in Chile', () => {
  expect([0, 21, 100, 133, 1455, 21_000, 1_000_000, 2_500_000].map(numberInWords)).toEqual([
    'cero',
    'veintiuno',
    'cien',
    'ciento treinta y tres',
    'mil cuatrocientos cincuenta y cinco',
    'veintiún mil',
    'un millón',
    'dos millones quinientos mil',
  ]);
});

test('every number up to a million survives being written in words, and in digits with dots', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), n => {
      expect(parseNumber(numberInWords(n))).toEqual({ ok: true, value: n });
      expect(parseNumber(String(n).replace(/\B(?=(\d{3})+$)/g, '.'))).toEqual({ ok: true, value: n });
    }),
    { numRuns: 1000 },
  );
});
