import { describe, expect, test } from 'vitest';
import { readSafeHours } from './safeHours.js';
import { inWindows, isNever, readWindows } from './windows.js';

/** A Tuesday, early. */
const NOW = '2026-05-19T07:00';
/** The full hours, 9 to 18 and 20, of a day on which she is offered a call. */
const offered = (text: string, date = '2026-05-20') => {
  const windows = readWindows(text, NOW);
  return [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20].filter(hour =>
    inWindows(windows, `${date}T${String(hour).padStart(2, '0')}:00`),
  );
};

describe('an hour at which he is or may be there is not offered', () => {
  test.each([
    ['menos despues de las 4 q llega', [9, 10, 11, 12, 13, 14, 15]],
    ['el llega a las 3', [9, 10, 11, 12, 13, 14]],
    ['el llega despues de las 3', [9, 10, 11, 12, 13, 14]],
    ['a las 3 llega el, antes si', [9, 10, 11, 12, 13, 14]],
    ['llega del trabajo a las 3', [9, 10, 11, 12, 13, 14]],
    ['a las 3 llega del trabajo', [9, 10, 11, 12, 13, 14]],
    ['sale al trabajo a las 2 y vuelve a las 5', [14, 15, 16]],
    ['sale del trabajo a las 3', [9, 10, 11, 12, 13, 14]],
    ['sale a las 2 y vuelve a las 5', [14, 15, 16]],
    ['sale a las 7 y llega a las 4', [9, 10, 11, 12, 13, 14, 15]],
    ['entra a las 8 y sale a las 4', [9, 10, 11, 12, 13, 14, 15]],
    ['cualquier dia pero el llega a almorzar a la 1', [9, 10, 11, 12, 15, 16, 17, 18]],
    ['a la 1 viene a almorzar, el resto del dia si', [9, 10, 11, 12, 15, 16, 17, 18]],
    ['el llega a almorzar a la 1 y se queda', [9, 10, 11, 12]],
    ['el llega a comer a las 3 de la tarde', [9, 10, 11, 12, 13, 14, 17, 18]],
    ['llega a almorzar de 1 a 2, cualquier otra hora', [9, 10, 11, 12, 14, 15, 16, 17, 18]],
    ['el esta en la casa de 1 a 3', [9, 10, 11, 12, 15, 16, 17, 18]],
    ['en la mañana esta el asi q no', [13, 14, 15, 16, 17, 18]],
    ['el esta en la casa en la mañana, llamenme cuando salga', [13, 14, 15, 16, 17, 18]],
    ['en la tarde mejor porque en la mañana esta el', [13, 14, 15, 16, 17, 18]],
    ['el se va a las 9 de la mañana', [9, 10, 11, 12]],
    ["he's home until 2", [14, 15, 16, 17, 18]],
    ['esta en la pega en la mañana y en la tarde en la casa', [9, 10, 11]],
    ['anda aca en la tarde', [9, 10, 11]],
    ['he comes home at 3', [9, 10, 11, 12, 13, 14]],
    ['a cualquier hora menos a las 3', [9, 10, 11, 12, 13, 14, 16, 17, 18]],
    ['miercoles en la tarde, el llega a las 5', [13, 14, 15, 16]],
    ['el martes esta en la casa, el miercoles puedo a las 4', [16]],
  ])('%s', (text, hours) => expect(offered(text)).toEqual(hours));
});

describe('where it is not sure, she is asked', () => {
  test.each([
    'trabaja de noche de 10 a 6 de la mañana',
    'trabaja de 10 de la noche a 6 de la mañana',
    'el trabaja de noche, llamenme a las 3',
    'el duerme hasta las 11',
    'el llega antes de las 5',
    'el sale despues de las 9',
    'el sale a comprar a las 4',
    'sale a las 7',
    'a las 4 sale mi hijo del colegio',
    'en la mañana esta en la casa y en la tarde en la pega',
    'llega tarde, como a las 9',
    'el jueves esta todo el dia',
    'mi hija sale a las 4',
    'mi pololo viene los viernes',
    'el miercoles no puedo el va a estar aca',
  ])('%s', text => {
    expect(readWindows(text, NOW)).toEqual([]);
    expect(readSafeHours(text)).toEqual([]);
  });
});

describe('what she says of herself, and of his absence, stays hers', () => {
  test.each([
    ['trabaja de 8 a 5', [9, 10, 11, 12, 13, 14, 15, 16]],
    ['el trabaja de 8 a 12 y de 2 a 6', [9, 10, 11, 14, 15, 16, 17]],
    ['antes de las 5', [9, 10, 11, 12, 13, 14, 15, 16]],
    ['nunca despues de las 3', [9, 10, 11, 12, 13, 14]],
    ['despues de las 4 q se va', [16, 17, 18, 20]],
    ['salgo del trabajo a las 6', [18]],
    ['a las 3 esta en el trabajo', [15]],
    ['miercoles 4 pm que esta en su trabajo', [16]],
    ['a las 5 no esta el', [17]],
    ['mañana en la mañana no esta mi marido', [9, 10, 11]],
    ['el miercoles que viene a las 5', [17]],
    ['el miercoles a las 5 esta bien', [17]],
    ['el miercoles me sale mejor en la tarde', [13, 14, 15, 16, 17, 18]],
    ['mas o menos a las 5', [17]],
    ['vuelve a llamar a las 5', [17]],
    ['el miercoles a las 4, el llega a las 8', [16]],
  ])('%s', (text, hours) => expect(offered(text)).toEqual(hours));
});

test('what she excluded holds beside her windows too', () => {
  const windows = readWindows('martes y jueves antes de las 5', NOW);
  expect([isNever(windows, '2026-05-20T17:00'), isNever(windows, '2026-05-20T16:00')]).toEqual([true, false]);
});

test('her safe hours leave out when he is there', () => {
  expect(readSafeHours('a cualquier hora menos en la noche que llega')).toEqual([{ from: '08:00', to: '18:15' }]);
  expect(readSafeHours('el llega a las 3')).toEqual([{ from: '08:00', to: '14:15' }]);
});
