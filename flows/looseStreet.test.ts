/** A street in pieces before any emergency. */
import { expect, test } from 'vitest';
import { NOTHING } from '../test/support/senses.js';
import { type Context, initialContext } from './context.js';
import { placeKept } from './herPlace.js';
import { looseAfter } from './looseStreet.js';
import { readText } from './reading.js';

/** What is kept after these messages, one after the other. */
const after = (...texts: string[]) =>
  texts.reduce<Context>((context, text) => {
    const read = readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
    return { ...context, place: placeKept(context, read), ...looseAfter(context, read) };
  }, initialContext('es')).place;

test.each([
  ['los alerces', '45', 'ñuñoa'],
  ['los alerces', 'ñuñoa', '45'],
])('a name, its number and its commune are one place: %s, %s, %s', (...texts) => {
  expect(after(...texts)).toMatchObject({ street: 'los alerces', number: '45', commune: 'Ñuñoa' });
});

test('a name alone is none, nor with what comes later or picks from a list', () => {
  for (const texts of [['los alerces'], ['los alerces', 'hola', '45'], ['las becas', '2'], ['los vecinos', '45']])
    expect(after(...texts)).toBeNull();
});
