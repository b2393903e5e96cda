/** What stands along her way, as she tells it; and what only sounds like it. */
import { describe, expect, test } from 'vitest';
import { readPlace } from './place.js';

describe('what she passes, sees or reads is of the place', () => {
  test.each([
    'pase una escuela y un almacen',
    'hay un silo grande y una copa de agua',
    'la casa tiene un letrero que dice se vende huevos',
    'antes del tunel zapata',
    'antes del tunel lo prado',
    'antes de san francisco',
    'pasamos el peaje angostura',
    'el jumbo',
  ])('%s', text => {
    expect(readPlace(text)?.unit).toBe(text);
    expect(readPlace(text)?.commune).toBeUndefined();
  });
});

test.each([
  ['camino a popeta creo', 'camino a popeta'],
  ['caminando por concha y toro', 'concha y toro'],
])('a road or a street that she goes along: %s', (text, street) => expect(readPlace(text)?.street).toBe(street));

test.each([
  'no puedo salir cerro con llave',
  'hay una farmacia abierta?',
  'hay un hombre con pistola',
  'tome una copa de vino',
  'camino a casa',
  'camino a buscarte',
  'estoy en la calle escondida atras de un auto',
])('is no place: %s', text => expect(readPlace(text)).toBeNull());

test('Puente Alto is no bridge', () => {
  expect(readPlace('estoy en mi casa puente alto')?.unit).toBeUndefined();
});
