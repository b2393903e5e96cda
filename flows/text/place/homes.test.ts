/** Of two homes in a text, the other's. */
import { expect, test } from 'vitest';
import { homeOfOther, homeOfWriter } from './homes.js';

test.each([
  ['yo vivo en el 32, ella en el 42', '42'],
  ['depto 32 es el mio, el de ella es el 42', '42'],
  ['general velasquez 1540 depto 32, la vecina esta en el 504', '504'],
  ['I am in 32, she is in 42', '42'],
  ['eu no 32, ela mora no 42', '42'],
  ['mwen nan 32, li menm nan 42', '42'],
])('%s', (text, number) => {
  expect(homeOfOther(text)?.number).toBe(number);
});

test('says what it is where she does', () => {
  expect(homeOfOther('ella vive en la casa 4')).toEqual({ number: '4', kind: 'casa' });
});

test.each([
  'ella tiene 42 años',
  'ella esta en el 5 mes de embarazo',
  'ella esta en el 4 piso',
  'vivo en el 32',
  'ella es mi vecina hace 3 años',
])('no home of the other: %s', text => {
  expect(homeOfOther(text)).toBeNull();
});

test.each([
  ['yo vivo en el 88 ella en el 90', { number: '88' }],
  ['no, 88 soy yo, ella 90', { number: '88' }],
  ['la 88 es la mia', { number: '88' }],
  ['i live at 88 she lives at 90', { number: '88' }],
  ['ese es mi numero, ella vive en el 98', 'that'],
  ['calle uno 88 renca es la mia', 'that'],
  ['ella vive en el 90', null],
  ['yo tengo miedo, ella 90', null],
])('of who writes: %s', (text, own) => expect(homeOfWriter(text)).toEqual(own));
