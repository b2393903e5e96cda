import { expect, test } from 'vitest';
import { isNotWhileThere } from './notWhileThere.js';

test.each([
  'no puedo hablar cuando esta el',
  'Cuando él está no puedo hablar.',
  'no puedo hablar si está mi marido',
  'es que no puedo contestar mientras mi pareja esta en la casa',
  "i can't talk when he's home",
])('names the hours that are not hers: %s', text => {
  expect(isNotWhileThere(text)).toBe(true);
});

test.each([
  'no puedo hablar, esta aqui mi marido',
  'no puedo hablar ahora, el está',
  'no puedo hablar sí está mi marido',
  'no puedo hablar cuando esta el, me pega',
  'no puedo hablar',
  'esta el, no puedo hablar',
])('leaves what may be of now: %s', text => {
  expect(isNotWhileThere(text)).toBe(false);
});
