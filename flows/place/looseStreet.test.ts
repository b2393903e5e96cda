/** A street in pieces before any emergency. */
import { expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { placeKept, withPlaceRead } from './herPlace.js';
import { looseAfter, withPieces } from './looseStreet.js';
import { readText } from '../reading.js';

/** What is kept after these messages, one after the other. */
const after = (...texts: string[]) =>
  texts.reduce<Context>((context, text) => {
    const read = readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
    return { ...context, place: placeKept(context, read), ...looseAfter(context, read) };
  }, initialContext('es')).place;

test.each([
  ['los alerces', '45', 'ñuñoa'],
  ['los alerces', 'ñuñoa', '45'],
  ['45', 'los alerces', 'ñuñoa'],
  ['los', 'alerces', '45', 'ñuñoa'],
])('a name, its number and its commune are one place: %s, %s, %s', (...texts) => {
  expect(after(...texts)).toMatchObject({ street: 'los alerces', number: '45', commune: 'Ñuñoa' });
});

test('a name alone is none, nor with what comes later or picks from a list', () => {
  for (const texts of [['los alerces'], ['los alerces', 'hola', '45'], ['las becas', '2'], ['los vecinos', '45']])
    expect(after(...texts)).toBeNull();
});

/** What an emergency that asked where she is keeps of these messages. */
const asked = (...texts: string[]) =>
  texts.reduce<Context>(
    (context, text) => {
      const read = readText(text, null, withPieces(NOTHING, context, text), {}, { ms: 0, zone: 'UTC' });
      return { ...withPlaceRead(context, read), ...looseAfter(context, read) };
    },
    { ...initialContext('es'), marks: { ...initialContext('es').marks, emergency: true } },
  ).place;

test.each([
  [['345', 'los aromos', 'puente alto'], 'los aromos', '345'],
  [['1200', 'manuel montt', 'providencia'], 'manuel montt', '1200'],
  [['1200', 'ya viene', 'manuel montt', 'providencia'], 'manuel montt', '1200'],
  [['depto 5', '345', 'los aromos', 'puente alto'], 'los aromos', '345'],
  [['suarez', 'mujica', '1200', 'ñuñoa'], 'suarez mujica', '1200'],
  [['pedro', '345', 'los aromos', 'puente alto'], 'los aromos', '345'],
])('where she is asked for it, pieces of an address come in any order: %j', (texts, street, number) => {
  expect(asked(...texts)).toMatchObject({ street, number, commune: expect.any(String) as string });
});

test('who is there, how many, and with what are no street', () => {
  for (const texts of [
    ['pedro', '345'],
    ['los vecinos', '345'],
    ['cuchillo', '2', 'puente alto'],
    ['sangre', 'puente alto'],
  ])
    expect(asked(...texts)?.street).toBeUndefined();
});
