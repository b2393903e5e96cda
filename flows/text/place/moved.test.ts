import { describe, expect, test } from 'vitest';
import { readHouse } from './houseNumber.js';
import { readMove } from './moved.js';

describe('a lone house number', () => {
  test.each([
    ['1200', '1200', true],
    ['n 233', '233', true],
    ['numero 45', '45', true],
    ['es el 45', '45', true],
    ['no, es el 580', '580', true],
    ['n°12', '12', true],
    ['number 1200', '1200', true],
    // Like a number that is called, but said as a correction.
    ['perdon 1430', '1430', true],
    ['digo 141', '141', true],
    ['esta mal, es 132', '132', true],
    ['es 141 no 114', '141', true],
    ['its 210 not 120', '210', true],
    ['no es el 22 es el 222', '222', true],
    ['no, es el 222, no el 22', '222', true],
    ['perdon me equivoque de numero es el 222', '222', true],
    ['puse mal el numero, 222', '222', true],
    ['45', '45', false],
    ['el 15', '15', false],
  ])('%s', (text, number, sure) => expect(readHouse(text)).toEqual({ number, sure }));

  test.each([
    'tengo 45',
    'hace 10 minutos',
    'somos 3',
    '133',
    'somos 2 no 3',
    '2 niños',
    'a las 8',
    'si',
    '12345678',
    '3 o 4',
    'llamen al 133',
    '133 esta mal',
  ])('is not %s', text => expect(readHouse(text)).toBeNull());
});

describe('that she is somewhere else now', () => {
  test.each([
    ['salí corriendo, estoy en la plaza almagro', { at: 'plaza almagro' }],
    ['nos fuimos al 95 donde la vecina', { at: 'donde la vecina', number: '95', beside: true }],
    ['me fui donde mi vecina', { at: 'donde mi vecina', beside: true }],
    ['arranque, voy por el metro los heroes ahora', { at: 'metro los heroes' }],
    ['we ran to the gas station', { at: 'gas station' }],
    ['ahora estoy en san diego 900', 'unnamed'],
    ['me meti al metro bellas artes', { at: 'metro bellas artes' }],
    ['me escondi en la iglesia san jose', { at: 'iglesia san jose' }],
    ['ahora voy por mac iver', { at: 'mac iver' }],
    ['nos vamos en auto a renca', { at: 'auto a renca', underWay: true }],
    ['me lleva en su camioneta por la ruta 5 al norte', { at: 'su camioneta por la ruta 5 al norte', underWay: true }],
    ['voy en el auto con el por la ruta 68', { at: 'el auto por la ruta 68', underWay: true }],
    ['me subio al auto, vamos por la ruta 5 al sur', { at: 'auto por la ruta 5 al sur', underWay: true }],
    ['me tiene en la camioneta, vamos por la 5 sur', { at: 'la camioneta por la 5 sur', underWay: true }],
    ['me obligo a subir al auto, vamos a Machalí', { at: 'auto', underWay: true }],
    ['vamos pasando el peaje de angostura', { at: 'el peaje de angostura', underWay: true }],
    ['me subi a la micro 210', { at: 'la micro 210', underWay: true }],
    ['he is driving me to linares in his truck', { at: 'his truck', underWay: true }],
    ['me esta llevando a linares', { at: '', underWay: true }],
    ['estoy en puente alto', 'unnamed'],
    ['ahora estoy en la comisaria', 'unnamed'],
    ['voy en el metro', { at: 'el metro', underWay: true }],
    ['estoy en el oxxo', { at: 'oxxo' }],
    ['me bajé en universidad de chile', { at: 'universidad de chile' }],
    ['me baje de la micro en pajaritos', { at: 'pajaritos' }],
    ['me dejó botada en los aromos', { at: 'los aromos' }],
    ['i got off at baquedano', { at: 'baquedano' }],
    ['estoy en el estacionamiento del jumbo', { at: 'estacionamiento del jumbo' }],
    ['voy caminando por concha y toro', { at: 'concha y toro' }],
    ['estoy en el metro los heroes en santiago', { at: 'metro los heroes' }],
    ['me bajé en curico', 'unnamed'],
  ])('%s', (text, move) => expect(readMove(text)).toEqual(move));

  test.each([
    'estoy en el baño',
    'estoy escondida en el galpon',
    'me escondi en la bodega',
    'corri al galpon',
    'estoy en la bodega del edificio',
    'estoy en el estacionamiento',
    'el se fue en auto a renca',
    'me tiene contra el auto',
    'me tiene encerrada con el auto en la puerta',
    'me lleva a la fuerza',
    'nos vamos a linares mañana',
    'me meti debajo de la cama',
    'me quito las llaves del auto',
    'me fui a la pieza del fondo',
    'él salió a la plaza',
    'mi mamá está en la plaza',
    'él está en la copec',
    'trabajo en el metro',
    'ayer estuve en el terminal',
    'ayer me fui donde la vecina',
    'no puedo salir a la plaza',
    'estoy con mi vecina',
    'la vecina escucha todo',
    'quiero irme de aquí',
  ])('is not %s', text => expect(readMove(text)).toBeNull());
});

test('a name with "y" in it is whole where she got off', () =>
  expect(readMove('me baje en cal y canto')).toEqual({ at: 'cal y canto' }));
