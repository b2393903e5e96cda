import { describe, expect, test } from 'vitest';
import { asHere, tellsGone } from './goneSaid.js';
import { readMove } from './moved.js';

describe('she is not any more where she was', () => {
  test.each([
    'corri',
    'nos vamos',
    'estamos en el auto',
    'me subio al auto',
    'nos metio a su camioneta',
    'logre salir',
    'pude arrancarme',
    'me arranque',
    'ya estoy afuera',
    'me trajo a la casa de su mama',
    'me trajo a otro lado',
    'me llevo donde su hermano',
    'me sacaron de la casa',
    'i got out',
    'he took me',
  ])('%s', text => expect(tellsGone(text)).toBe(true));

  test.each([
    'no puedo salir',
    'no logre salir',
    'quiero arrancar',
    'casi me arranque',
    'ayer me subio al auto',
    'el se fue',
    'salio corriendo',
    'me trajo flores',
    'me llevo bien con mi vecina',
    'como sali?',
    'voy a salir',
    'volvi, sali un rato no mas',
  ])('not so: %s', text => expect(tellsGone(text)).toBe(false));
});

test.each([
  ['en la copec de vicuña con trinidad', 'estoy en la copec de vicuña con trinidad'],
  ['ahora en la plaza prat', 'estoy en la plaza prat'],
  ['queda en pasaje 3 con los olmos', 'estoy en pasaje 3 con los olmos'],
  ['es en Renca por Domingo Santa Maria', 'estoy en Renca por Domingo Santa Maria'],
  ['donde su hermano', 'estoy donde su hermano'],
])('where she is, as she would write it: %s', (text, here) => expect(asHere(text)).toBe(here));

test.each(['al lado de la copec', 'frente a la plaza', 'depto 302', 'el esta en la plaza', 'es el', 'apurense'])(
  'no such thing: %s',
  text => expect(asHere(text)).toBeNull(),
);

test('taken to somebody in a town', () => {
  expect(readMove('me llevo donde su hermano en Batuco')).toEqual({ at: 'donde su hermano', underWay: true });
  expect(readMove('nos trajo donde mi suegra en Talca')).toEqual({ at: 'donde mi suegra', underWay: true });
});
