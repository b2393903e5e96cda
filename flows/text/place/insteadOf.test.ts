/** A place that she denies, beside the one where she is. */
import { expect, test } from 'vitest';
import { NOTHING } from '../../../test/support/senses.js';
import { readText } from '../../reading.js';
import { insteadOf } from './insteadOf.js';
import { readPlace } from './place.js';

test.each([
  ['No manden a nadie ahi, estoy en Freire 20', 'Freire', '20'],
  ['no manden a nadie ahi estoy en Freire 20', 'Freire', '20'],
  ['no vengan, ya no estoy ahi, estoy en Freire 20', 'Freire', '20'],
  ['que no vengan aca, estoy en Freire 20', 'Freire', '20'],
  ['que no vengan a Prat 890, estoy escondida en Freire 20 Rancagua', 'Freire', '20'],
  ['no vayan a av. Prat 890, Rancagua, estoy en Freire 20', 'Freire', '20'],
  ['estoy en Freire 20 Rancagua, no manden a nadie a Prat 890', 'Freire', '20'],
  ['es la casa de mi mama esa, yo estoy en Freire 20 depto 4', 'Freire', '20'],
  ['esa es de mi ex, estoy en Millan 77 depto 4', 'Millan', '77'],
  ['no es en Prat 890, es en Freire 20 Rancagua', 'Freire', '20'],
  ["don't send anyone to Prat 890, I'm at Freire 20 Rancagua", 'Freire', '20'],
])('is where she says that she is: %s', (text, street, number) => {
  expect(insteadOf(text)).not.toBeNull();
  expect(readPlace(text)).toMatchObject({ street, number });
});

test.each([
  'no manden a nadie',
  'no vengan, estoy en Prat 890',
  'no manden a nadie a mi casa',
  'no manden a nadie ahi, estoy bien en Freire 20',
  'no vengan aca, todo bien, estoy en Freire 20',
  'no vengan con sirena, estoy en Freire 20',
  'no manden a los pacos, estoy en Freire 20',
  'no puedo ir ahi, estoy en Freire 20',
  'estoy en Prat 890 Rancagua',
  'no esta aqui, estoy en Prat 890',
  'no vengan ahi, el esta en Freire 20',
])('denies no place beside hers: %s', text => expect(insteadOf(text)).toBeNull());

const reads = (text: string): string[] => {
  const lists = { retraction: { words: ['no vengan', 'no manden a nadie'] } };
  const read = readText(text, null, NOTHING, lists, { ms: 0, zone: 'UTC' });
  return ['retraction'].filter(name => read.reads(name));
};

test('so said, nobody is called off', () => {
  expect(reads('no vengan, ya no estoy ahi, estoy en Freire 20')).toEqual([]);
  expect(reads('que no vengan aca, estoy en Freire 20')).toEqual([]);
  expect(reads('no manden a nadie')).toEqual(['retraction']);
  expect(reads('no vengan aca, estoy en la casa')).toEqual(['retraction']);
  expect(reads('no vengan, estoy en Prat 890')).toEqual(['retraction']);
});
