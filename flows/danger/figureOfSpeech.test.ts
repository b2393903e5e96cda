import { expect, test } from 'vitest';
import { isFigureOfSpeech } from './figureOfSpeech.js';

test.each([
  'el colo colo me va a matar del corazon',
  'la u me va a matar',
  'La prueba de mañana me va a matar jajaja',
  'el examen de grado me va a matar',
  'la artritis me va a matar',
  'la profe de mi hija me va a matar, no llevé los materiales',
])('is what cannot kill: %s', text => {
  expect(isFigureOfSpeech(text)).toBe(true);
});

test.each([
  'si voy a la u me va a matar',
  'cuando pierde el partido me va a matar',
  'si hablo con la profe de mi hija me va a matar',
  'el papa de mi hija me va a matar',
  'la u me va a matar mi marido',
  'la artritis me tiene mal y el me va a matar',
  'el me va a matar',
])('leaves what a person may do: %s', text => {
  expect(isFigureOfSpeech(text)).toBe(false);
});
