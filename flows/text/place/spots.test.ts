/** Where she is, by what everybody near can point to; and what only sounds like it. */
import { describe, expect, test } from 'vitest';
import { readPlace } from './place.js';
import { plain } from '../plain.js';

const parts = (text: string): string => {
  const { street = '', number = '', unit = '', commune = '' } = readPlace(text) ?? {};
  return [street, number, unit, commune].map(it => plain(it)).join(' | ');
};

describe('a landmark is read', () => {
  test.each([
    ['metro los heroes', ' |  | metro los heroes | '],
    ['estoy en el metro los heroes', ' |  | en el metro los heroes | '],
    ['afuera del metro bellavista la florida', ' |  | afuera del metro bellavista | la florida'],
    ['por el paradero 18', ' |  | paradero 18 | '],
    ['paradero 18', ' |  | paradero 18 | '],
    ['liceo carmela carvajal providencia', ' |  | liceo carmela carvajal | providencia'],
    ['el mall plaza vespucio', ' |  | el mall plaza vespucio | '],
    ['hospital sotero del rio', ' |  | hospital sotero del rio | '],
    ['terminal de buses de rancagua', ' |  | terminal de buses de rancagua | rancagua'],
    ['jardin los pitufos de cerro navia', ' |  | jardin los pitufos de cerro navia | cerro navia'],
    ['estoy en la feria de lo valledor', ' |  | en la feria de lo valledor | '],
    ['paradero 14 de vicuña mackenna', ' |  | paradero 14 de vicuna mackenna | '],
    ['al lado de la posta de farellones', ' |  | al lado de la posta de farellones | lo barnechea'],
    ['frente a la plaza de maipu', ' |  | frente a la plaza de maipu | maipu'],
    ['edificio frente al lider de puente alto', ' |  | edificio frente al lider | puente alto'],
    ['its the yellow house next to the school in batuco', ' |  | yellow house, next to the school | lampa'],
    ['camino a farellones km 12 al lado de la posta', 'camino a farellones km 12 |  | al lado de la posta | '],
  ])('%s', (text, read) => expect(parts(text)).toBe(read));
});

describe('an address of the country is read', () => {
  test.each([
    ['sector el manzano s/n, san jose de maipo', 'sector el manzano | s/n |  | san jose de maipo'],
    ['ruta g-78 km 12 melipilla', 'ruta g-78 km 12 |  |  | melipilla'],
    ['estoy en la toma violeta parra, cerro navia', 'toma violeta parra |  |  | cerro navia'],
    ['lote 14-b las brisas, lampa', ' |  | lote 14-b | lampa'],
    ['fundo santa rosa, camino a pomaire', 'camino a pomaire |  | fundo santa rosa | '],
    ['i live in a room at san pablo 2345, room 4', 'san pablo | 2345 | room 4 | '],
  ])('%s', (text, read) => expect(parts(text)).toBe(read));
});

test.each([
  'voy en el metro con mi hijo',
  'el metro me queda lejos',
  '2 metros cuadrados',
  'me siguio hasta el metro los heroes',
  'trabajo cerca de la plaza',
  'me espera afuera del colegio de mi hijo',
  'esta detras de la puerta',
  'donde queda el hospital de maipu',
  'he is outside the house',
  'voy camino a maipu',
  'puente alto',
  'el liceo no me ayuda',
  'hospital',
  'el hospital no me atendio',
  'mi hijo va al colegio san jose',
  'fuimos al hospital sotero del rio',
  'universidad de mi hija',
])('%s tells no place of hers', text => expect(readPlace(text)?.unit ?? readPlace(text)?.street).toBeUndefined());
