import { expect, test } from 'vitest';
import { spelled } from './spelled.js';

test.each([
  ['el lune a las 4', 'el lunes a las 4'],
  ['pal biernes', 'pal viernes'],
  ['el marte', 'el martes'],
  ['mircoles o miecoles', 'miercoles o miercoles'],
  ['el juebes', 'el jueves'],
  ['savado y domigo', 'sabado y domingo'],
  ['lns', 'lunes'],
  ['no voy a pder', 'no voy a poder'],
  ['5 de novienbre', '5 de noviembre'],
  ['24 de otubre', '24 de octubre'],
])('%s is %s', (written, meant) => {
  expect(spelled(written)).toBe(meant);
});

test.each([
  'cuando vienes tu',
  'los bienes de los dos',
  'las dos partes',
  'a las nueve',
  'me marque el numero',
  'poner una denuncia',
  'pedir hora',
  'el padre de mi hija',
  'Miércoles, por favor',
  'los sábados y domingos',
  'mi marido viene',
  '10 mates',
])('%s stays as it is', written => {
  expect(spelled(written)).toBe(written);
});
