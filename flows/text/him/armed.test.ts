import { expect, test } from 'vitest';
import { armed } from './armed.js';

test.each([
  ['ayud mi mrido tine un cchillo', 'ayud mi mrido tiene un cuchillo'],
  ['mi marido tine un cuchilo', 'mi marido tiene un cuchillo'],
  ['tine una pistla', 'tiene una pistola'],
  ['tien un machte', 'tiene un machete'],
  ['tene pistola', 'tiene pistola'],
  ['Teine la escopta', 'tiene la escopeta'],
  ['anda con una pitsola', 'anda con una pistola'],
  ['sacó un cuchllo', 'sacó un cuchillo'],
  ['tine cuchillos', 'tiene cuchillos'],
  ['estoy en plaza de armas, tine un cuchilo', 'estoy en plaza, tiene un cuchillo'],
  ['me tine encerrada', 'me tiene encerrada'],
])('%s is %s', (written, meant) => {
  expect(armed(written)).toBe(meant);
});

test.each([
  'tine',
  'tengo tinte',
  'tengo un cuchillo de cocina roto',
  'tiene cuchillos',
  'tiene una pista',
  'tienes una pastilla',
  'tienen una casa',
  'tiene que resolver',
  'tiende la ropa',
  'la tienda cierra',
  'con un machote',
  'el cuchitril con la cuchara',
  'Tiene una pistola',
  'tiene armas en la casa',
])('%s stays as it is', written => {
  expect(armed(written)).toBe(written);
});
