import { expect, test } from 'vitest';
import { homeOfHarm } from './harmAt.js';

test.each([
  [
    'soy vecina del 302, en el 304 le estan pegando a una mujer, Irarrazaval 2020 Ñuñoa',
    { number: '304', isInside: true },
  ],
  ['Irarrazaval 2020 Ñuñoa, soy vecina del 302, se escuchan gritos en el 304', { number: '304', isInside: true }],
  ['soy el conserje, en el 1204 le estan pegando a una señora', { number: '1204', isInside: true }],
  ['soy del 23, en el 25 le pegan a la vecina', { number: '25', isInside: true }],
  ['vivo en el 23 y en el depto 25 hay gritos', { number: '25', kind: 'depto', isInside: true }],
  ['en el 304 hay un hombre pegandole a su pareja, la esta golpeando', null],
  ['en el 304 un hombre golpea a su mujer', { number: '304' }],
  ['la vecina del 302 esta gritando', { number: '302' }],
])('%s', (text, home) => expect(homeOfHarm(text)).toEqual(home));

test.each([
  'soy vecina del 302, le estan pegando a una mujer',
  'vecina del 302 escucho gritos',
  'en el 304 me estan pegando',
  'le pegaba en 2020',
  'en el 5 piso le estan pegando',
  'en el 21 de mayo 800 le estan pegando',
  'soy del 23',
  'vivo en el 304',
  'llevo 10 años y le pega al perro',
])('no home of another where harm is done: %s', text => expect(homeOfHarm(text)).toBeNull());
