import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskText } from './mask.js';

describe('personal data are masked', () => {
  test.each([
    ['mi fono es +56 9 8765 4321, llamen', 'mi fono es [teléfono], llamen'],
    ['987654321', '[teléfono]'],
    ['rut 12.345.678-5 y correo ana.rojas@correo.cl.', 'rut [RUT] y correo [correo]'],
    ['11111111-1', '[RUT]'],
    ['estoy en -33.4901, -70.6102', 'estoy en [ubicación]'],
    ['https://maps.google.com/?q=-33.4901,-70.6102 vengan', '[ubicación] vengan'],
    ['pasaje las camelias 415 la florida', '[dirección] la florida'],
    ['vivo en av. los copihues 455 block c depto 302, vengan', 'vivo en [dirección], vengan'],
    ['cuenta 1234567', 'cuenta [número]'],
  ])('%s', (text, masked) => expect(maskText(text)).toBe(masked));
});

test('in English the labels are English', () => {
  expect(maskText('call +56 9 8765 4321', 'en')).toBe('call [telephone]');
});

describe('what is not personal stays', () => {
  test.each([
    'folio M-2026-000731',
    'llamé al 133 y al 1455',
    'el 24-11-2026 a las 17:30',
    'un 7',
    'tengo 3 hijos',
    '2026-05-19T17:30',
    '2026-05-19T17:30:00.1234567Z',
    'backup-2026-05-19-1730.gz',
    '20260519T173000Z',
    'el 19 05 2026',
    '2026.05.19',
    '',
  ])('%s', text => expect(maskText(text)).toBe(text));
});

test('masking twice changes nothing, and no long number is left', () => {
  const piece = fc.constantFrom(
    'hola',
    ' ',
    '987654321',
    '+56 9 8765 4321',
    '12.345.678-5',
    'ana@correo.cl',
    'calle los tilos 9',
    ', ',
    'M-2026-000731',
    '133',
    '\n',
    'depto 4',
    '-33.4901, -70.6102',
  );
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const masked = maskText(pieces.join(' '));
      expect(maskText(masked)).toBe(masked);
      expect(masked.replace(/M-2026-000731/g, '')).not.toMatch(/\d{5,}|@/);
    }),
  );
});
