/** Of a text that tells a home, whether she is there. */
import { expect, test } from 'vitest';
import { readPlace } from './place.js';
import { saysElsewhere, saysThere, withoutFar, withoutHomeLeft } from './whereNow.js';

test.each([
  'mi casa es en los aromos 345 puente alto pero ahora estoy donde mi hermana',
  'no estoy en mi casa de maipu, pajaritos 1500, arranque donde una vecina',
  'mi direccion es prat 30 talca, ahora ando en la pega',
  'mi depto queda en colon 200 curico y estoy en el trabajo',
  'i live at 45 prat street talca but im at my sisters',
  'moro na rua prat 30 talca mas agora estou na casa da minha irma',
  'mwen rete nan prat 30 talca men kounye a mwen nan lopital',
])('no home where she is not: %s', text => {
  expect(withoutHomeLeft(text)).not.toBe(text);
  expect(readPlace(text)?.street).toBeUndefined();
});

test.each([
  'vivo en los aromos 12 talca y estoy encerrada en la pieza',
  'mi direccion es los aromos 12 talca, estoy en el baño',
  'mi casa es los aromos 12 talca, el esta en la plaza',
  'no estoy ahi, mi direccion es los aromos 12 talca',
])('her home, where she is: %s', text => expect(readPlace(text)).toMatchObject({ street: 'los aromos', number: '12' }));

test('a home of another is far, unless she says that she is there', () => {
  expect(withoutFar('su casa es en vicuña mackenna 400')).toBe('');
  expect(withoutFar('mi mama vive en libertad 55 quilpue')).toBe('');
  for (const text of ['mi marido vive conmigo en prat 30', 'su casa es prat 30, me tiene encerrada ahi'])
    expect(withoutFar(text)).toBe(text);
});

test('she is elsewhere, or there, by her own words and not his', () => {
  expect(saysElsewhere('donde mi hermana')).toBe(true);
  expect(saysElsewhere('el esta en la plaza')).toBe(false);
  expect(saysThere('si, estoy ahi')).toBe('any');
  expect(saysThere('no estoy ahi')).toBeNull();
});
