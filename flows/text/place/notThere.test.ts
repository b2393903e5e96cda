/** That an address which is kept is not where she is. */
import { expect, test } from 'vitest';
import { deniesOther, leavesPlace } from './notThere.js';

test.each([
  'no, esa es la casa de él',
  'no, ahi vivia antes',
  'no esa es la de mi mama, yo estoy en otra parte',
  'no vayan ahi',
  'que nadie vaya, no manden a nadie alla',
  'no po, es donde vive mi suegra',
  'no, era mi casa antigua',
  'ya no vivo ahi',
  'no thats his place',
  'dont go there',
  'i used to live there',
  'nao, essa e a casa dele',
  'eu morava la',
  'non, se kay manman m',
  'mwen te rete la',
])('denied: %s', text => expect(leavesPlace(text)).toBe('denied'));

test.each([
  'ya no estoy ahi, arranque',
  'por que usan esa direccion si no estoy ahi?',
  'van a ir ahi? yo no estoy ahi',
  'como que usan esa direccion? yo no estoy ahi',
  'no estoy en mi casa',
  'sali, voy a la comisaria caminando',
  'me arranque de la casa',
  'salimos corriendo lejos',
  'im not there anymore',
  'ja nao estou la',
  'mwen pa la anko',
  'estoy en la calle ahora',
  'ahora estoy en la calle',
  'im on the street now',
])('left: %s', text => expect(leavesPlace(text)).toBe('left'));

test.each([
  'no',
  'si, es la casa de mi mama',
  'es la casa de mi mama, estoy aca con ella',
  'no puedo salir de ahi',
  'voy a salir corriendo',
  'sali de la casa, estoy en la vereda',
  'no, ahi esta mi hijo',
  'estoy ahi',
  'no es ahi',
])('neither: %s', text => expect(leavesPlace(text)).toBeNull());

test('who writes for another denies her own home, and not that next to it', () => {
  expect(deniesOther('no, esa es mi casa')).toBe(true);
  expect(deniesOther('no vayan ahi')).toBe(true);
  expect(deniesOther('ella ya no vive ahi')).toBe(true);
  expect(deniesOther('no, esa es mi casa, ella vive al lado')).toBe(false);
  expect(deniesOther('no, es la casa de el')).toBe(false);
});

test.each(['y si no estoy ahi?', 'que pasa si ya no estoy ahi?', '¿van si no estoy en mi casa?'])(
  'is only asked: %s',
  text => expect(leavesPlace(text)).toBeNull(),
);
