import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { withPlaceRead } from './herPlace.js';
import { placesOf } from './otherPlaces.js';
import { readText } from '../reading.js';
import { besideWords } from '../text/place/besideWords.js';
import { sayPlace } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const start: Context = { ...initialContext('es'), marks: { ...initialContext('es').marks, emergency: true } };
const after = (...texts: string[]): string[] =>
  placesOf(texts.reduce((before, text) => withPlaceRead(before, read(text), true), start)).map(sayPlace);

describe('what tells more of a whole address stands beside it, and takes the place of nothing', () => {
  test.each([
    'entre Prat y Lynch',
    'entre las calles prat y lynch',
    'entre san martin y los boldos',
    'queda entre Prat y Lynch',
    'between Prat and Lynch',
    'esquina con Pajaritos',
    'esq arturo prat',
    'es la esquina de Lynch',
    'pasaje 5',
    'pje 12',
    'es la casa de atrás',
    'la casa del fondo',
    'estoy en la casa de atras',
    'el porton del fondo',
    'back house',
    'casa dos fundos',
    'el timbre es el 304',
    'timbre 304',
    'citofono 12B',
    'toquen el 304',
    'the buzzer is 304',
    'interfone 304',
    'Carrera con Urmeneta',
  ])('"%s"', text => {
    expect(after('Carrera 1500 San Bernardo', text)).toEqual([`Carrera 1500, ${text}, San Bernardo`]);
  });

  test('also of a street that has no number, and before its commune', () => {
    expect(after('calle Prat', 'entre Lynch y Colón', 'San Bernardo')).toEqual([
      'calle Prat, entre Lynch y Colón, San Bernardo',
    ]);
    expect(after('calle Prat, San Bernardo', 'esquina con Lynch')).toEqual([
      'calle Prat, esquina con Lynch, San Bernardo',
    ]);
  });

  test('put right it stands beside what she wrote first', () => {
    expect(after('Carrera 1500 San Bernardo', 'entre Prat y Lynch', 'no, entre Prat y Colón')).toEqual([
      'Carrera 1500, entre Prat y Lynch, no, entre Prat y Colón, San Bernardo',
    ]);
  });

  test('said twice it stands once', () => {
    expect(after('Carrera 1500 San Bernardo', 'timbre 304', 'timbre 304')).toEqual([
      'Carrera 1500, timbre 304, San Bernardo',
    ]);
  });
});

test.each([
  'entre él y yo no hay nadie',
  'entre él y yo',
  'entre mi hermano y mi papá',
  'entre las 8 y las 9',
  'entre lunes y viernes',
  'entre golpes y gritos',
  'entre Juan y Pedro',
  'esquina con cuchillo',
  'está en la esquina con un cuchillo',
  'en la esquina',
  'no toquen el timbre',
  'toca el timbre',
  'está en la casa de atrás',
  'viene por atrás',
  '¿entre Prat y Lynch?',
])('no such words: "%s"', text => expect(besideWords(text)).toBeNull());

describe('the corner of a place that she fled to', () => {
  test.each([
    ['estoy en la plaza', 'Arturo Prat con Covadonga', 'plaza, Arturo Prat con Covadonga, San Bernardo'],
    ['estoy en la bencinera', 'la de Colón con Portales', 'bencinera, la de Colón con Portales, San Bernardo'],
    ['estoy en un servicentro', "O'Higgins con Bulnes", "un servicentro, O'Higgins con Bulnes, San Bernardo"],
    ['estoy en el almacen', 'Carrera con Urmeneta', 'almacen, Carrera con Urmeneta, San Bernardo'],
  ])('%s / %s', (spot, corner, whole) => {
    expect(after('Carrera 1500 San Bernardo', `arranqué, ${spot}`, corner)).toEqual([whole]);
  });

  test('of other streets than the house that is kept, both stand', () => {
    expect(after('Carrera 1500 San Bernardo', 'Prat con Lynch')).toEqual([
      'Prat con Lynch, San Bernardo',
      'Carrera 1500, San Bernardo',
    ]);
  });

  test('who is there is none', () => {
    expect(after('Carrera 1500 San Bernardo', 'arranqué, estoy en la plaza', 'Marcelo con Ana')).toEqual([
      'plaza, San Bernardo',
    ]);
  });
});

test('another passage than the one that is kept stands beside it', () => {
  expect(after('pasaje 6 casa 3 Puente Alto', 'pasaje 5')).toEqual([
    'pasaje 5, casa 3, Puente Alto',
    'pasaje 6, casa 3, Puente Alto',
  ]);
});

describe('the home of those to whom she went', () => {
  const went = (first: string, text: string): string[] => {
    const known = [{ about: 'calm', text: first, at: 0, by: 'citizen' }];
    const before = { ...withPlaceRead(start, read('Carrera 1500 San Bernardo'), true), known };
    return placesOf(withPlaceRead(before, read(text), true)).map(sayPlace);
  };
  test.each([
    ['me vine donde mi tía', 'vive en Errázuriz 710'],
    ['me arranqué donde una amiga', 'ella vive en Errazuriz 710'],
    ['arranque donde mi tia', 'su casa queda en Errazuriz 710'],
    ['me fui a la casa de mi hermana', 'mi hermana vive en Errázuriz 710'],
    ['i ran to my aunts house', 'she lives at Errázuriz 710'],
    ['fugi pra casa da minha tia', 'ela mora na Errázuriz 710'],
  ])('%s / %s', (first, text) => {
    const all = went(first, text);
    expect(all).toHaveLength(2);
    expect(all.join('; ')).toMatch(/Carrera 1500, San Bernardo.*Err[aá]zuriz 710, San Bernardo/);
  });

  test.each([
    ['me vine donde mi tía', 'mi ex vive en Errázuriz 710'],
    ['me vine donde mi tía', 'vivía en Errázuriz 710'],
    ['fui donde mi tía pero volví', 'vive en Errázuriz 710'],
    ['tengo miedo', 'mi tía vive en Errázuriz 710'],
  ])('none is kept by "%s / %s"', (first, text) => expect(went(first, text)).toEqual(['Carrera 1500, San Bernardo']));
});

describe('a shop without a name, where a corner is known', () => {
  test.each(['me meti a una farmacia', 'estoy en una panaderia', 'me escondi en un local', 'panaderia'])(
    'stands beside the corner: "%s"',
    text => {
      const [place] = after('Prat con Maipu, Talca', text);
      expect(place).toContain('Prat con Maipu');
      expect(place).toContain(text);
    },
  );

  test.each(['me meti a la farmacia cruz verde', 'me fui a un supermercado'])(
    'one with a name, or to which she went, is another place: "%s"',
    text => expect(after('Prat con Maipu, Talca', text).at(0)).not.toContain(`Prat con Maipu, ${text}`),
  );
});
