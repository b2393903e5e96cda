/** What she is in, and where it goes. */
import { expect, test } from 'vitest';
import { isMoving, tellsWay } from './underWay.js';

test('a bus or a car moves, a street does not', () => {
  expect(isMoving({ street: 'la micro 210' })).toBe(true);
  expect(isMoving({ unit: 'en su camioneta' })).toBe(true);
  expect(isMoving({ street: 'los aromos' })).toBe(false);
});

test.each([
  'va por vicuña mackenna llegando a irarrazaval',
  'llegando a ñuble',
  'ahora pasando santa rosa',
  'heading to maipu',
])('tells its way: %s', text => {
  expect(tellsWay(text)).toBe(true);
});

test.each(['el va por mi hijo', 'no se', 'mi marido', 'por favor ayuda'])('tells none: %s', text => {
  expect(tellsWay(text)).toBe(false);
});
