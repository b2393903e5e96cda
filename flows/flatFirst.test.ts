import { describe, expect, test } from 'vitest';
import { NOTHING } from '../test/support/senses.js';
import { type Context, initialContext } from './context.js';
import { withPlaceRead } from './herPlace.js';
import { readText } from './reading.js';
import { flatTold } from './text/flatTold.js';
import { sayPlace } from './text/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const start: Context = { ...initialContext('es'), marks: { ...initialContext('es').marks, emergency: true } };
const witness: Context = { ...start, danger: ['third', 'another'] };
const after = (context: Context, ...texts: string[]): string | null => {
  const { place } = texts.reduce((before, text) => withPlaceRead(before, read(text), true), context);
  return place && sayPlace(place);
};

describe.each([
  ['of who writes for herself', start],
  ['of who writes for another', witness],
])('a home told by its number, %s', (_, context) => {
  test.each([
    ['vive en el 304', 'los aromos 123, vive en el 304, Maipú'],
    ['el tipo del 4B', 'los aromos 123, el tipo del 4B, Maipú'],
    ['le pega a la vecina del 304', 'los aromos 123, la vecina del 304, Maipú'],
    ['la del 304', 'los aromos 123, la del 304, Maipú'],
    ['es en el 1502', 'los aromos 123, el 1502, Maipú'],
    ['he lives in 304', 'los aromos 123, he lives in 304, Maipú'],
    ['o cara do 304', 'los aromos 123, o cara do 304, Maipú'],
  ])('joins the address that comes: "%s"', (text, whole) => {
    expect(after(context, text, 'los aromos 123 maipú')).toBe(whole);
  });

  test('stands beside an address which has no home, and beside the name of a building', () => {
    expect(after(context, 'los aromos 123 maipú', 'el tipo del 4B')).toBe('los aromos 123, el tipo del 4B, Maipú');
    expect(after(context, 'los aromos 123 depto 8 maipú', 'el tipo del 4B')).toBe('los aromos 123, depto 8, Maipú');
    expect(after(context, 'vive en el 304', 'edificio los robles, av matta 500, santiago')).toContain('304');
  });
});

test('is no street where it is told in Creole', () =>
  expect(after(witness, 'li rete nan 304', 'los aromos 123 maipú')).toBe('los aromos 123, li rete nan 304, Maipú'));

test.each([
  'el tipo de 32 años',
  'la del 12 de mayo',
  'la señora del 133 no contesta',
  'la ley del 2019',
  'no es el 304',
  'vive en el 3er piso',
  'son 304',
  'se fue donde la vecina del 347',
  'está en el 304?',
])('none is told by "%s"', text => expect(flatTold(text)).toBeNull());

test('of a street that is known her own number is the street’s, or is asked about', () => {
  expect(after(start, 'calle los aromos, maipú', 'es el 304')).toBe('calle los aromos 304, Maipú');
});
