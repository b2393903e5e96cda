/** An address that is kept, and that she is not there any more. */
import { expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { placeChange, withPlaceRead } from './herPlace.js';
import { readText } from '../reading.js';
import { sayAddress } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const inLautaro = (more: Partial<Context> = {}): Context =>
  withPlaceRead({ ...initialContext('es'), ...more }, read('Lautaro 345 Los Angeles'), true);
const after = (text: string) => withPlaceRead(inLautaro(), read(text), true).place;

test.each([
  ['ya no estoy ahi, sali, voy por calle Colon hacia el hospital', 'calle Colon'],
  ['ya no estoy ahi, voy por calle Carrascal hacia el consultorio', 'calle Carrascal'],
  ['ya no estoy ahi, voy por calle Lautaro', 'calle Lautaro'],
  ['ya no estoy ahi, voy por calle Errazuriz con San Martin', 'calle Errazuriz con San Martin'],
  ['ya no estoy alla, voy caminando por Lautaro', 'Lautaro'],
  ['no estoy ahi, ando en la calle Rioseco', 'calle Rioseco'],
  ['ya no estoy en la casa, voy por calle Lautaro al norte', 'calle Lautaro'],
  ['ya no estoy ahi, sali, calle Colon', 'calle Colon'],
  ['ya no estoy ahi, calle Prat 20', 'calle Prat 20'],
])('the street that she goes along is where she is: %s', (text, street) => {
  expect(placeChange(inLautaro(), read(text))).toBe('moves');
  expect(sayAddress(after(text)!)).toBe(`${street}, Los Ángeles`);
});

test('the town that she names with it is its own', () =>
  expect(sayAddress(after('ya no estoy ahi, voy por calle Colon en Temuco')!)).toBe('calle Colon, Temuco'));

test.each([
  'ya no estoy ahi, voy por ayuda',
  'ya no estoy ahi, mi mama vive en calle Colon',
  'ya no estoy ahi, el anda por calle Colon',
  'ya no estoy ahi, sali, voy a la calle Colon 340',
  'ya no estoy ahi, fui a dejar a mi hijo',
])('nobody is sent to what she left: %s', text => {
  expect(placeChange(inLautaro(), read(text))).toBe('leaves');
  expect(after(text)).toMatchObject({ commune: 'Los Ángeles' });
  expect(after(text)?.street).toBeUndefined();
});

test.each(['el va por calle Colon', 'no estoy sola, va por la calle Colon', 'voy por un vaso de agua'])(
  'the address stays: %s',
  text => expect(sayAddress(after(text)!)).toBe('Lautaro 345, Los Ángeles'),
);
