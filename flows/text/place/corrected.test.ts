import { expect, test } from 'vitest';
import { readCorrection, readStreet } from './corrected.js';

test.each([
  ['es macul', { commune: 'Macul' }],
  ['macul', { commune: 'Macul' }],
  ['la comuna es maipú', { commune: 'Maipú' }],
  ['mal, es peñalolen', { commune: 'Peñalolén' }],
  ['no es en macul', { commune: 'Macul' }],
  ['the commune is macul', { commune: 'Macul' }],
  ['no es ñuñoa, es macul', { commune: 'Macul' }],
  ['no, los alerces', { street: 'los alerces' }],
  ['no no, los aromos 12', { street: 'los aromos', number: '12' }],
  ['no, irarrazaval', { street: 'irarrazaval' }],
  ['la calle es irarrazaval no grecia', { street: 'irarrazaval' }],
  ['la calle es providencia', { street: 'providencia' }],
  ['me equivoque es avenida irarrazaval', { street: 'avenida irarrazaval' }],
  ['wrong street its irarrazaval', { street: 'irarrazaval' }],
])('%s', (text, piece) => expect(readCorrection(text, false)).toMatchObject(piece));

test.each([
  'no, no los conozco',
  'no, no los escucho',
  'no no las conocemos',
  'no los veo',
  'no lo conozco',
  'no, los escucho',
  'no no los vi nunca',
])('%s tells of somebody, and of no street', text => {
  for (const asked of [false, true]) expect(readCorrection(text, asked)).toBeNull();
  expect(readStreet(text)).toBeNull();
});

test.each([
  'no, se fue a macul',
  'no, mi mama vive en macul',
  'es victoria',
  'es santiago',
  'es mi marido',
  'es de macul',
  'es grave',
  'no',
  'victoria',
  'irarrazaval',
  'esta en la cocina',
  'no es que este solo',
  '¿es en macul?',
])('is not %s', text => expect(readCorrection(text, false)).toBeNull());

test('asked where she is again, the bare piece is one', () => {
  expect(readCorrection('irarrazaval', true)).toEqual({ street: 'irarrazaval' });
  expect(readCorrection('los alerces', true)).toEqual({ street: 'los alerces' });
  expect(readCorrection('victoria', true)).toMatchObject({ commune: 'Victoria' });
  expect(readCorrection('apurense', true)).toBeNull();
});

test('after a second no and a pause stands what it is', () => {
  expect(readCorrection('no quilicura no, recoleta', false)).toMatchObject({ commune: 'Recoleta' });
  expect(readCorrection('quilicura no, recoleta', false)).toMatchObject({ commune: 'Recoleta' });
  expect(readCorrection('es macul, no ñuñoa', false)).toMatchObject({ commune: 'Macul' });
});
