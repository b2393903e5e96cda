import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { withPlaceRead } from './herPlace.js';
import { readText } from '../reading.js';
import { flatTold } from '../text/place/flatTold.js';
import { sayPlace } from '../text/place/sayPlace.js';

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
    ['no se como se llama, es el 802', 'los aromos 123, el 802, Maipú'],
    ['no sé su nombre, es el 1203', 'los aromos 123, el 1203, Maipú'],
    ['nose bien, es en el 3B', 'los aromos 123, el 3B, Maipú'],
    ["i don't know the street, it's in 304", 'los aromos 123, 304, Maipú'],
    ['en el 304 le están pegando', 'los aromos 123, en el 304, Maipú'],
    ['en el 304 se escuchan gritos', 'los aromos 123, en el 304, Maipú'],
    ['in 304 they are fighting', 'los aromos 123, in 304, Maipú'],
    ['timbre 304', 'los aromos 123, timbre 304, Maipú'],
    ['piso 5, 502', 'los aromos 123, piso 5, 502, Maipú'],
    ['torre b, el 304', 'los aromos 123, torre b, 304, Maipú'],
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
  'en el 18 me pegó',
  'en el 2019 le pegaba',
  'no sé, es el 2020',
  'no sé cuántos, son 30',
  'en el 133 no contestan',
])('none is told by "%s"', text => expect(flatTold(text)).toBeNull());

test.each([
  ['soy la vecina del 302, la del 304 esta gritando auxilio', 'la del 304'],
  ['soy el vecino del 21, en el 22 le pegan a una señora', 'en el 22'],
  ['vivo en el 501 y en el 502 le estan pegando a una mujer', 'en el 502'],
  ["i'm in 302, the woman in 304 is screaming", 'the woman in 304'],
])('the door of who calls is not the one where it happens: "%s"', (text, door) => {
  expect(after(witness, text, 'los aromos 123 maipú')).toBe(`los aromos 123, ${door}, Maipú`);
});

test('who tells no other door keeps her own', () => {
  expect(flatTold('vivo en el 501 y tengo miedo')).toMatchObject({ words: 'el 501', isOwn: true });
  expect(flatTold('soy la vecina del 302')?.number).toBe('302');
});

test('a door put right is asked about, and never made the number of the street by itself', () => {
  const told = ['la del 304 esta gritando', 'los aromos 123 maipú'];
  expect(after(witness, ...told, 'es el 304')).toBe('los aromos 123, la del 304, Maipú');
  expect(after(witness, ...told, 'es el 306')).toBe('los aromos 123, la del 304, Maipú');
});

test('of a street that is known her own number is the street’s, or is asked about', () => {
  expect(after(start, 'calle los aromos, maipú', 'es el 304')).toBe('calle los aromos 304, Maipú');
});
