import { expect, test } from 'vitest';
import { abroadIn } from './abroad.js';
import { readPlace } from './place.js';

test.each([
  ['estoy en mendoza argentina', 'mendoza argentina'],
  ['Vivo en Lima, Perú', 'Lima, Perú'],
  ['estamos en buenos aires argentina ahora', 'buenos aires argentina'],
  ['i am in madrid spain', 'madrid spain'],
  ['estou em sao paulo brasil', 'sao paulo brasil'],
  ['mendoza, argentina', 'mendoza, argentina'],
])('a town of another country is kept in her own words: "%s"', (text, said) => {
  expect(abroadIn(text)).toBe(said);
  expect(readPlace(text)).toEqual({ text, said, confidence: 'low' });
});

test.each([
  'soy de lima peru',
  'soy de argentina',
  'mi mama vive en argentina',
  'el esta en lima peru',
  'me fui a argentina el año pasado',
  'brasil y argentina',
])('where she comes from, or another is, is no place of hers: "%s"', text => expect(readPlace(text)).toBeNull());

test('a street that is called like a country is that street', () => {
  expect(readPlace('estoy en calle peru 340')).toMatchObject({ street: 'calle peru', number: '340' });
});
