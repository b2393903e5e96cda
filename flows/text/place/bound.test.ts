import { expect, test } from 'vitest';
import { destinationIn, isArrived } from './bound.js';
import { readPlace } from './place.js';

test.each([
  'Voy para Prat 30',
  'me voy a Prat 30',
  'ahora nos vamos corriendo a Prat 30',
  'voy saliendo hacia Prat 30',
  "I'm going to Prat 30",
  'on my way to Prat 30',
  'vou para Prat 30',
  'mwen prale Prat 30',
])('where she goes is a place, and known as that: "%s"', text => {
  expect(destinationIn(text)).toBe('Prat 30');
  expect(readPlace(text)).toMatchObject({ text, street: 'Prat', number: '30' });
});

test.each(['voy a llamar al 133', 'me voy a morir', 'voy a la comisaría', 'va para Prat 30', 'viene a Prat 30 20'])(
  'is no address in "%s"',
  text => expect(destinationIn(text) === null || readPlace(text)?.number === undefined).toBe(true),
);

test('where she is beside it is told by her own words', () => {
  expect(destinationIn('voy a llamar, estoy en Prat 30')).toBeNull();
});

test('that she has come is said of herself, and not of him', () => {
  for (const text of ['ya llegué', 'llegamos bien', 'made it', 'cheguei']) expect(isArrived(text)).toBe(true);
  for (const text of ['llegó', 'ya llegó', 'llegué a Prat 30', 'he got there']) expect(isArrived(text)).toBe(false);
});
