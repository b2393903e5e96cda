import { expect, test } from 'vitest';
import { cornerOf, readCross } from './crossStreet.js';

const CORNER = cornerOf('san antonio con merced')!;

test.each([
  ['esquina de dorsal con zapadores', 'dorsal', 'zapadores'],
  ['grecia / macul', 'grecia', 'macul'],
  ['matta esquina san diego', 'matta', 'san diego'],
])('of a corner each street is known: %s', (street, first, second) =>
  expect(cornerOf(street)).toMatchObject({ first, second }),
);

test('one street is no corner', () => expect(cornerOf('san antonio')).toBeNull());

test.each([
  ['no, con monjitas', { street: 'monjitas', of: 'second', sure: true }],
  ['perdon, es con huerfanos', { street: 'huerfanos', of: 'second', sure: true }],
  ['me equivoque, es con segunda transversal', { street: 'segunda transversal', of: 'second', sure: true }],
  ['no es merced es monjitas', { street: 'monjitas', of: 'second', sure: true }],
  ['es con los olmos no con merced', { street: 'los olmos', of: 'second', sure: true }],
  ['no es san antonio, es mac iver', { street: 'mac iver', of: 'first', sure: true }],
  ["sorry, it's with monjitas", { street: 'monjitas', of: 'second', sure: true }],
  ['no, con alejandro serani', { street: 'alejandro serani', of: 'second', sure: false }],
  ['no, monjitas', { street: 'monjitas', of: null, sure: false }],
])('one street of it is put right: %s', (text, cross) => expect(readCross(text, CORNER)).toEqual(cross));

test.each([
  'no, con mi hijo',
  'no, con pedro',
  'es con cuchillo',
  'no, con los niños',
  'no, con una pistola',
  'no, es mi marido',
  'es él',
  'no, en providencia',
  'con monjitas?',
  'no, con merced',
  'estoy con monjitas',
])('no street of it is: %s', text => expect(readCross(text, CORNER)).toBeNull());

test('once she said that it is not right, the street alone is enough', () => {
  expect(readCross('con monjitas', CORNER, true)).toMatchObject({ of: 'second', sure: true });
  expect(readCross('monjitas', CORNER, true)).toMatchObject({ of: null });
  expect(readCross('gritando', CORNER, true)).toBeNull();
});
