/** What is of no danger by what it is: nothing said, or a kitchen, and nothing beside it. */
import { expect, test } from 'vitest';
import { normalise } from '../text/normalise.js';
import { isHousehold, isPastTime, saysNothing } from './harmless.js';

test.each(['😀😀😀', 'primero', '👍', '😀 😂!', 'segunda', 'premye'])('"%s" says nothing', text => {
  expect(saysNothing(normalise(text))).toBe(true);
});

test.each(['🔪', '😭😭', '🆘', '😀🔪', 'primero me pegó', 'ven', 'aaaa ayuda', '', '.', '...', 's', '✋', '???😱'])(
  '"%s" says something',
  text => {
    expect(saysNothing(normalise(text))).toBe(false);
  },
);

test.each([
  'estoy cocinando con un cuchillo chico',
  'Compré un cuchillo para la cocina',
  'estoy cortando la verdura con un cuchillito',
  'me compré un cuchillo nuevo para cortar pan',
  'me quemé con el sol',
  'el sol quema mucho hoy',
  'me manché las manos con tinte',
])('"%s" is of the house', text => {
  expect(isHousehold(normalise(text))).toBe(true);
});

test.each([
  'me mostró el cuchillo chico',
  'está cocinando con un cuchillo y me mira',
  'estoy cocinando con un cuchillo chico por si vuelve',
  'compró un cuchillo para la cocina',
  'compré un cuchillo para defenderme',
  'compré un cuchillo',
  'me va a quemar',
  'me quemó con el sartén',
  'me quemé con el agua',
  'me quiere quemar el sol',
])('"%s" is read as any other', text => {
  expect(isHousehold(normalise(text))).toBe(false);
});

test.each([
  'anoche',
  'fue anoche',
  'Ayer en la noche.',
  'el lunes',
  'hace dos semanas',
  'last night',
  'no, fue hace 3 meses',
])('%s is when it was, and nothing else', text => expect(isPastTime(normalise(text))).toBe(true));
test.each(['hoy', 'recién', 'hace un rato', 'anoche me pegó', 'ayer y hoy', 'hace 5 minutos', 'ahora'])(
  '%s may go on, or tells more',
  text => expect(isPastTime(normalise(text))).toBe(false),
);
