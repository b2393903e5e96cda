import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, parseRut } from './rut.js';

describe('a RUT is understood as people write it', () => {
  test.each([
    ['12.345.678-5', '12345678-5'],
    ['12345678-5', '12345678-5'],
    ['123456785', '12345678-5'],
    ['12 345 678 - 5', '12345678-5'],
    ['mi rut es 11111111-1 y me esta pegando', '11111111-1'],
    ['Rut: 9.876.543-3.', '9876543-3'],
    ['10.000.013-k', '10000013-K'],
    ['10000013K', '10000013-K'],
  ])('%s', (text, rut) => {
    expect(parseRut(text)).toEqual({ ok: true, value: rut });
  });
});

describe('a RUT that is not one says why', () => {
  test.each([
    ['no lo sé', 'none'],
    ['tengo 34', 'none'],
    ['12345', 'length'],
    ['123.456.789.012-3', 'length'],
    ['12.345.678-9', 'check-digit'],
    ['12345678', 'check-digit'],
    ['12.345.678-5 o 11.111.111-1', 'several'],
  ])('%s', (text, reason) => {
    expect(parseRut(text)).toEqual({ ok: false, reason });
  });
});

test('every RUT survives being written with dots and read again, and no other check digit is accepted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 99_999_999 }), fc.constantFrom(...'0123456789K'), (body, other) => {
      const rut = `${body}-${checkDigit(body)}`;
      expect(parseRut(dotted(rut))).toEqual({ ok: true, value: rut });
      expect(parseRut(`${body}-${other}`).ok).toBe(other === checkDigit(body));
    }),
  );
});

/** As on the card: "12345678-5" → "12.345.678-5". */
const dotted = (rut: string): string => rut.replace(/\B(?=(\d{3})+-)/g, '.');
