import { expect, test } from 'vitest';
import { initialContext } from '../context.js';
import { besideWriters, isWritersOwn, WRITERS } from './writersPlace.js';

const witness = {
  ...initialContext('es'),
  danger: ['third', 'another'],
  known: [{ about: 'said', text: 'están matando a mi vecina', at: 0, by: 'citizen' }],
};
const own = (text: string, context = witness) => isWritersOwn(context, { text, media: null });

test.each(['yo vivo en Prat 30', 'estoy en mi casa, al lado', 'I live at Merced 455', 'mi casa es Prat 30'])(
  '"%s" is the home of who tells of a neighbour',
  text => expect(own(text)).toBe(true),
);

test.each(['Prat 30, Valparaíso', 'ella vive en Prat 32', 'vivimos en Prat 30', 'vivo al lado de Prat 32'])(
  '"%s" is where it may happen',
  text => expect(own(text)).toBe(false),
);

test('her own home is where it happens where she tells of her mother, and where only a neighbour is named', () => {
  const mother = { ...witness, known: [{ about: 'said', text: 'le pegan a mi mamá', at: 0, by: 'citizen' }] };
  expect(own('vivo en Prat 30', mother)).toBe(false);
  expect(own('vivo en Prat 30', { ...witness, danger: ['third'] })).toBe(false);
});

test('a bare number is the door beside it, and "ahí mismo" that home', () => {
  const told = { ...witness, known: [{ about: WRITERS, text: 'Prat 30, Valparaíso', at: 0, by: 'citizen' }] };
  expect(besideWriters(told, { text: 'el 32', place: null })).toMatchObject({ street: 'Prat', number: '32' });
  expect(besideWriters(told, { text: 'es ahí mismo', place: null })).toMatchObject({ street: 'Prat', number: '30' });
  expect(besideWriters(witness, { text: 'el 32', place: null })).toBeNull();
});
