import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFolios, folioOf, parseFolio } from './folio.js';

describe('a folio is understood as people copy it', () => {
  test.each([
    ['M-2026-000731', 'M-2026-000731'],
    ['m-2026-731', 'M-2026-000731'],
    ['mi folio es m 2026 000731 gracias', 'M-2026-000731'],
    ['M2026-000731.', 'M-2026-000731'],
    ['WM-2025-12', 'WM-2025-000012'],
    ['en que va el folio 99999', '99999'],
    ['Folio A-5521 porfa', 'A-5521'],
    ['folio 10.234', '10234'],
    ['folio N° 8124', '8124'],
  ])('%s', (text, folio) => expect(parseFolio(text)).toBe(folio));
});

describe('what is no folio is left alone', () => {
  test.each([
    'folio',
    'hola',
    'tengo 34',
    'el 24-11-2026',
    'calle 5',
    '133',
    'perdon era el de la semana pasada',
    'folio 12345678-5',
  ])('%s', text => expect(parseFolio(text)).toBeNull());
});

test('all folios of a text come once each', () => {
  expect(findFolios('M-2026-000731 y m-2026-731, también M-2026-000732')).toEqual(['M-2026-000731', 'M-2026-000732']);
});

test('what can not be in a folio is refused', () => {
  expect(() => folioOf('m', 2026, 1)).toThrow('capital');
  expect(() => folioOf('M', 2026, 1_000_000)).toThrow(RangeError);
});

test('every folio that is made is found again, however its zeros and hyphens are written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('M', 'CA', 'WM', 'TRA'),
      fc.integer({ min: 2020, max: 2099 }),
      fc.integer({ min: 0, max: 999_999 }),
      fc.constantFrom('-', ' ', ' - ', '/'),
      (prefix, year, number, gap) => {
        const folio = folioOf(prefix, year, number);
        expect(findFolios(`hola ${folio}, gracias`)).toEqual([folio]);
        expect(findFolios([prefix.toLowerCase(), year, number].join(gap))).toEqual([folio]);
      },
    ),
  );
});
