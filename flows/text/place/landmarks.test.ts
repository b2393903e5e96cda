/** A place told by what stands there keeps all her words; what is told of something else is no place. */
import { describe, expect, test } from 'vitest';
import { isFound, isUnnamed, lackOf, nameOf } from './landmarks.js';
import { isOnlyLandmark, readPlace } from './place.js';
import { plain } from '../plain.js';

const parts = (text: string): string => {
  const { street = '', number = '', unit = '', commune = '' } = readPlace(text) ?? {};
  return [street, number, unit, commune].map(it => plain(it)).join(' | ');
};

describe('no word of a described place is lost', () => {
  test.each([
    ['de la escuela 3 km al interior casa azul', ' |  | de la escuela 3 km al interior casa azul | '],
    ['en el baño del mall plaza norte', ' |  | en el bano del mall plaza norte | '],
    ['estacionamiento del lider de gran avenida', ' |  | estacionamiento del lider de gran avenida | '],
    ['at the mall in la florida', ' |  | at the mall | la florida'],
    ['en la bomba copec de la ruta 5 km 70', 'ruta 5 km 70 |  | en la bomba copec | '],
    ['escuela los aromos calle prat maipu', 'calle prat |  | escuela los aromos | maipu'],
    ['estoy en el terminal de buses de rancagua', ' |  | en el terminal de buses de rancagua | rancagua'],
    ['dentro de un auto en el peaje lampa', ' |  | dentro de un auto en el peaje lampa | '],
    ['donde mi suegra en buin frente al estadio', ' |  | donde mi suegra, frente al estadio | buin'],
    ['subiendo por la cuesta, km 12', 'km 12 |  | subiendo por la cuesta | '],
    ['behind the petrol station next to the church', ' |  | behind the petrol station next to the church | '],
    ['no mercado perto da igreja', ' |  | no mercado perto da igreja | '],
    [
      'en la carretera despues del peaje angostura una casa de madera',
      ' |  | en la carretera despues del peaje angostura una casa de madera | ',
    ],
    ['estoy en el baño del mall porfa vengan', ' |  | en el bano del mall | '],
  ])('%s', (text, read) => expect(parts(text)).toBe(read));
});

describe('what is told of something else is no place', () => {
  test.each([
    'donde queda el consultorio',
    'al fondo de la escuela supieron',
    'afuera trabaja mi hermana del mall',
    'en el hospital',
    'camino a la comisaria',
    'fue en el mall',
    'en mi pieza con mi hermana',
  ])('%s', text => expect(readPlace(text)).toBeNull());
});

test('a place said to whether there is danger is one with more than a bare word of it', () => {
  const isOnly = (text: string): boolean => isOnlyLandmark(text, readPlace(text) ?? { text, confidence: 'low' });
  expect(['en el baño del mall', 'frente al consultorio', 'atras del colegio los alerces'].filter(isOnly)).toHaveLength(
    3,
  );
  expect(['en la plaza', 'maipu', 'trabajo en el mall plaza norte'].filter(isOnly)).toEqual([]);
});

test('a health centre without a name is one that she is asked about', () => {
  expect(['en el hospital', 'estoy en el cesfam', 'en la urgencia del hospital'].filter(it => !isUnnamed(it))).toEqual(
    [],
  );
  expect(['hospital san jose', 'en la plaza', 'frente al líder'].filter(isUnnamed)).toEqual([]);
});

test.each([
  ['estoy en el metro', 'name'],
  ['en la copec', 'street'],
  ['en el terminal', 'town'],
  ['metro los heroes', null],
  ['al lado del jardín', null],
  ['en la urgencia del sótero', null],
])('what a place lacks, %s: %s', (place, lack) => expect(lackOf(place)).toBe(lack));

test('what has a name, or is one in its town, is found without a street', () => {
  expect(['en el terminal', 'en el hospital san jose', 'metro los heroes'].filter(it => !isFound(it))).toEqual([]);
  expect(['al lado del jardín', 'en la copec', 'de la escuela 3 km al interior', 'pasaje 4'].filter(isFound)).toEqual(
    [],
  );
});

test.each([
  ['el san jose', 'san jose'],
  ['se llama sótero del río', 'sótero del río'],
  ['el marido de mi hermana', null],
  ['mi marido', null],
  ['el que me pegó', null],
  ['no', null],
])('which one it is, of "%s": %s', (text, name) => expect(nameOf(text)).toBe(name));
