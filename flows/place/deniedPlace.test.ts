/** An address that is kept, which she denies beside where she is. */
import { expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { placeChange, withPlaceRead } from './herPlace.js';
import { readText } from '../reading.js';
import { sayAddress } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const inPrat = (more: Partial<Context> = {}): Context =>
  withPlaceRead({ ...initialContext('es'), ...more }, read('Prat 890 depto 3 Rancagua'), true);
const after = (text: string) => sayAddress(withPlaceRead(inPrat(), read(text), true).place!);

test.each([
  ["es la casa de mi ex esa, yo estoy en O'Higgins 15 depto 4", "O'Higgins 15, depto 4, Rancagua"],
  ['esa es de mi ex, estoy en Millan 77 depto 4', 'Millan 77, depto 4, Rancagua'],
  ['es la casa de mi mama esa, yo estoy en Freire 20 depto 4', 'Freire 20, depto 4, Rancagua'],
  ['No manden a nadie ahi, estoy en Freire 20', 'Freire 20, Rancagua'],
  ['no vengan, ya no estoy ahi, estoy en Freire 20', 'Freire 20, Rancagua'],
  ['que no vengan a Prat 890, estoy escondida en Freire 20 Machalí', 'Freire 20, Machalí'],
])('she is somewhere else: %s', (text, now) => {
  expect(placeChange(inPrat(), read(text))).toBe(now.endsWith('Machalí') ? null : 'moves');
  expect(after(text)).toBe(now);
});

test.each([
  'me encerré en la pieza, estoy en el depto',
  'es la casa de mi mama, estoy aca con ella',
  'no manden a nadie',
])('the address stays: %s', text => expect(after(text)).toBe('Prat 890, depto 3, Rancagua'));

test.each([
  ['voy en el auto con el por la ruta 68', 'el auto por la ruta 68, Rancagua'],
  ['me subio al auto, vamos por la ruta 5 al sur', 'auto por la ruta 5 al sur, Rancagua'],
  ['me tiene en la camioneta, vamos por la 5 sur', 'la camioneta por la 5 sur, Rancagua'],
  ['vamos pasando el peaje de angostura', 'el peaje de angostura, Rancagua'],
])('of what moves the way is kept: %s', (text, now) => expect(after(text)).toBe(now));

test('he drives to another town', () => {
  const { place } = withPlaceRead(inPrat(), read('me obligo a subir al auto, vamos a Machalí'), true);
  expect(place).toMatchObject({ commune: 'Machalí' });
  expect(place?.street).toBeUndefined();
});

test('a car by itself is no place', () => {
  expect(after('voy en el auto')).toBe('Prat 890, depto 3, Rancagua');
  expect(placeChange({ ...initialContext('es') }, read('me subio al auto'))).toBeNull();
});

const asked = (text: string) =>
  withPlaceRead(
    { ...initialContext('es'), marks: { ...initialContext('es').marks, emergency: true } },
    read(text),
    true,
  ).place;

test.each([
  'el esta en Prat 890 Rancagua',
  'el anda por la calle Prat en Rancagua',
  'mi marido esta en Freire 20 Talca',
])('where he is is no place of hers: %s', text => expect(asked(text)).toBeNull());

test.each(['el esta en la pieza, Prat 890 Rancagua', 'Prat 890 Rancagua, el esta aca'])(
  'her own address beside where he is stays hers: %s',
  text => expect(asked(text)).toMatchObject({ number: '890', commune: 'Rancagua' }),
);

test.each([
  ['yo en la plaza de Machalí', 'plaza de Machalí', 'Machalí'],
  ['yo en la plaza de los heroes ahora', 'plaza de los heroes', 'Rancagua'],
])('she is somewhere else, with no verb: %s', (text, street, commune) => {
  expect(withPlaceRead(inPrat(), read(text), true).place).toMatchObject({ street, commune });
});

test('where she will go is not where she is', () => {
  expect(after('me voy a mover al terminal de buses')).toBe('Prat 890, depto 3, Rancagua');
});
