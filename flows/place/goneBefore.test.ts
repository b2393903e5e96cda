import { describe, expect, test } from 'vitest';
import type { Told } from './leftPlace.js';
import { changeOf } from './placeChange.js';
import { readPlace } from '../text/place/place.js';

const HOUSE = 'Av Matta 500, Santiago';

/** What becomes of a whole address after these messages of hers, the last of which is asked about. */
function after(...texts: readonly string[]) {
  const known = [HOUSE, ...texts.slice(0, -1)].map((text, i) => ({ about: 'said', text, at: i, by: 'citizen' }));
  const told = { place: readPlace(HOUSE), danger: [], known, asked: 2, marks: { place: 'full', emergency: true } };
  const text = texts.at(-1)!;
  return changeOf(told as unknown as Told, { text, place: readPlace(text) } as Parameters<typeof changeOf>[1]);
}

describe('where she is, after she told of having gone', () => {
  test.each([
    ['nos vamos', 'en la copec de vicuña con trinidad', 'vicuña con trinidad'],
    ['corri', 'en el oxxo de portugal con diagonal', 'oxxo de portugal con diagonal'],
    ['me subio al auto', 'en la shell de vivaceta', 'shell de vivaceta'],
    ['logre salir', 'en la plaza prat', 'plaza prat'],
    ['me arranque', 'en la copec de la costanera', 'copec de la costanera'],
    ['ya estoy afuera', 'en el paradero de la 11', 'paradero de la 11'],
    ['me trajo a la casa de su mama', 'queda en pasaje 3 con los olmos', 'pasaje 3 con los olmos'],
  ])('%s / %s', (gone, text, street) => {
    const [how, place] = after(gone, text) ?? [];
    expect(how).toBe('moves');
    expect(place).toMatchObject({ text, street, commune: 'Santiago' });
    expect(place?.number).toBeUndefined();
  });

  test('also with another message between', () =>
    expect(after('nos vamos', 'estamos en el auto', 'en la plaza prat')?.[0]).toBe('moves'));

  test('a whole address takes the place of it by itself', () => {
    expect(after('me trajo a otro lado', 'es en Renca por Domingo Santa Maria')).toBeNull();
    expect(readPlace('es en Renca por Domingo Santa Maria')).toMatchObject({
      street: 'Domingo Santa Maria',
      commune: 'Renca',
    });
  });

  test('taken to another in a town, in one breath', () =>
    expect(after('me llevo donde su hermano en Batuco')).toMatchObject([
      'moves',
      { street: 'donde su hermano', commune: 'Lampa' },
    ]));

  test('at a neighbour of hers, beside her house', () =>
    expect(after('corri', 'donde mi vecina')?.[1]).toMatchObject({
      street: 'Av Matta',
      number: '500',
      unit: 'donde mi vecina',
    }));

  test.each([
    ['corri', 'en el baño'],
    ['corri', 'en la casa'],
    ['no puedo salir', 'en la plaza prat'],
    ['el se fue', 'en la copec de la costanera'],
    ['corri', 'en la pieza con mi guagua'],
    ['corri', 'en el depto 302'],
    ['corri', 'en el segundo piso'],
    ['corri', 'al lado de la copec'],
    ['corri', 'el esta en la plaza prat'],
  ])('she may be in the house: %s / %s', (gone, text) => expect(after(gone, text)?.[0]).not.toBe('moves'));
});
