import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { mayMove, placeChange, withPlaceRead } from './herPlace.js';
import { placesOf } from './otherPlaces.js';
import { readText } from '../reading.js';
import { sayPlace } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const after = (...texts: string[]): Context =>
  texts.reduce((context, text) => withPlaceRead(context, read(text), true), initialContext('es'));
const said = (context: Context): string[] => placesOf(context).map(sayPlace);
const HOME = 'los aromos 123 maipú';
const KEPT = 'los aromos 123, Maipú';

describe('that she is at somebody’s house', () => {
  test.each([
    ['ahora estoy donde mi mamá', 'donde mi mamá'],
    ['estoy en la casa de mi mamá ahora', 'en la casa de mi mamá'],
    ['me fui, estoy en lo de mi hermana', 'en lo de mi hermana'],
    ["i'm at my sister's place", "at my sister's"],
    ['estou na casa da minha mãe', 'na casa da minha mãe'],
  ])('keeps her address in use and puts that house beside it: "%s"', (text, host) => {
    expect(said(after(HOME, text))).toEqual([host, KEPT]);
    expect(mayMove(after(HOME), read(text))).toBe(true);
    expect(after(HOME, text, '1').place?.street).toBeUndefined();
  });

  test.each([
    'no estoy donde mi mamá',
    'cuando estoy donde mi mamá',
    'estoy donde mi mamá?',
    'mi hijo está donde mi mamá',
    'me fui donde mi mamá y volví',
    'estoy con mi mamá',
    'estoy donde mi marido',
    'estoy donde mi mamá, ahí viene',
  ])('changes nothing of it where she is not there, or he comes: "%s"', text => {
    expect(said(after(HOME, text))).toEqual([KEPT]);
  });

  test('is no other place where the address was told as hers', () => {
    const told = 'estoy donde mi mamá, los aromos 123 maipú';
    expect(said(after(told, 'estoy donde mi mamá'))).toEqual(said(after(told)));
  });
});

test.each(['estoy arrancando por Mackay', 'voy en la calle Mackay', 'estoy caminando por Mackay'])(
  'the street that she goes along is where she is: "%s"',
  text => expect(after(HOME, text).place?.street).toContain('Mackay'),
);

describe('that she is out of the house', () => {
  test.each([
    'estoy en la calle',
    'ya estoy afuera',
    'salí a la calle',
    'ya salí',
    'me arranqué, estoy en la calle con mis hijos',
    'salí corriendo estoy en la calle',
    'me echó a la calle',
    'pude salir',
    "i'm on the street",
    'i ran out',
    'estou na rua',
    'mwen nan lari a',
  ])('keeps her address in use and puts the street beside it, and people are told: "%s"', text => {
    expect(said(after(HOME, text))).toEqual(['en la calle', KEPT]);
    expect(after(HOME, text).place).toEqual(after(HOME).place);
    expect(mayMove(after(HOME), read(text))).toBe(true);
  });

  test.each([
    'estoy afuera de la casa',
    'está en la calle',
    'él está afuera',
    'estoy en la calle del frente?',
    'cuando salí a la calle me pegó',
    'no puedo salir a la calle',
    'quiero salir a la calle',
    'salí de la pieza',
    'la calle está oscura',
    'no estoy en la calle',
  ])('is not told by "%s"', text => expect(said(after(HOME, text))).toEqual([KEPT]));

  test('is nothing where no address is kept, and an address where she names one', () => {
    expect(placesOf(after('estoy en la calle'))).toEqual([]);
    expect(said(after(HOME, 'estoy en la calle los pinos 30'))).toEqual(['calle los pinos 30, Maipú']);
  });

  test.each(['la calle', 'estoy en la calle', 'afuera', 'la 1'])('is so once she says it again: "%s"', text => {
    expect(placeChange(after(HOME, 'estoy en la calle'), read(text))).toBe('leaves');
    expect(said(after(HOME, 'estoy en la calle', text))).toEqual(['Maipú']);
  });

  test.each(['en la casa', 'adentro', 'la 2', 'los aromos', 'sigo en la casa'])(
    'is not so once she says that she is in: "%s"',
    text => expect(said(after(HOME, 'estoy en la calle', text))).toEqual([KEPT]),
  );

  test('leaves a home of it in the address, and goes where she is somewhere by name', () => {
    expect(said(after(HOME, 'estoy en la calle', 'depto 4'))).toEqual([
      'en la calle',
      'los aromos 123, depto 4, Maipú',
    ]);
    expect(said(after(HOME, 'estoy en la calle', 'estoy en la plaza'))).toEqual(['plaza, Maipú']);
  });
});
