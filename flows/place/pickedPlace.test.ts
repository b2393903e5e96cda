import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { mayMove, placeChange, withPlaceRead } from './herPlace.js';
import { placesOf, whoseIs } from './otherPlaces.js';
import { readText } from '../reading.js';
import { sayAddress } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const start: Context = { ...initialContext('es'), marks: { ...initialContext('es').marks, emergency: true } };
const after = (...texts: string[]): Context =>
  texts.reduce((context, text) => withPlaceRead(context, read(text), true), start);
const said = (context: Context): (string | null)[] => placesOf(context).map(sayAddress);

const TWO = ['prat 30 lota', 'san pablo 1200 maipu'] as const;
const [FIRST, LAST] = ['prat 30, Lota', 'san pablo 1200, Maipú'];

describe('the home in it, told while it is not known of which', () => {
  test.each([
    ['torre 2', 'torre 2'],
    ['el depto 2', 'depto 2'],
    ['la casa 2', 'casa 2'],
    ['segundo piso', 'segundo piso'],
    ['el primer piso', 'primer piso'],
    ['flat 2', 'flat 2'],
    ['tower 2', 'tower 2'],
  ])('picks none of the two, and completes the last: "%s"', (text, home) => {
    const context = after(...TWO, text);
    expect(said(context)).toEqual([FIRST, `san pablo 1200, ${home}, Maipú`]);
    expect(context.asksWhich).toBe(true);
    expect(placeChange(after(...TWO), read(text))).toBe('completes');
  });

  test('is in neither where one has another such, nor picks one whose number it has', () => {
    const towers = ['prat 2 torre 1 lota', TWO[1]] as const;
    expect(said(after(...towers, 'torre 2'))).toEqual(['prat 2, torre 1, Lota', LAST]);
  });

  test.each(['torre 1', 'en la torre 1', 'la torre'])('picks the one that has it: "%s"', text => {
    expect(said(after('prat 30 torre 1 lota', TWO[1], text))).toEqual(['prat 30, torre 1, Lota']);
    expect(said(after('prat 30 torre 1 lota', 'san pablo 1200 torre 2 maipu', 'torre 2'))).toEqual([
      'san pablo 1200, torre 2, Maipú',
    ]);
  });

  test('is of every reading of a number, where that is not what they differ in', () => {
    const readings = ['prat 30 torre 1 depto 12 lota', 'no, es 85'] as const;
    expect(said(after(...readings, 'torre 2'))).toEqual([
      'prat 85, torre 2, depto 12, Lota',
      'prat 30, torre 2, depto 85, Lota',
      'prat 30, torre 2, depto 12, Lota',
    ]);
    expect(said(after(...readings, 'depto 2'))).toEqual(said(after(...readings)));
    expect(said(after(...readings, 'el depto'))).toEqual(['prat 30, torre 1, depto 85, Lota']);
  });
});

test.each([
  ['el segundo', LAST],
  ['el primero de los dos', FIRST],
  ['es el segundo lugar', LAST],
  ['en el primero estoy', FIRST],
  ['la segunda que te dije', LAST],
  ['la de maipú porfa', LAST],
  ['opcion 2', LAST],
  ['o primeiro', FIRST],
])('its order alone picks one: "%s"', (text, now) => expect(said(after(...TWO, text))).toEqual([now]));

test.each([
  'la primera vez fue peor',
  'mi segundo hijo',
  'estoy con mi primera hija',
  'los dos',
  'son 2',
  'casa numero 2',
  'the second time',
])('an order of another thing picks none: "%s"', text => expect(said(after(...TWO, text)).length).toBe(2));

describe('where she goes', () => {
  test.each([
    'voy para prat 30',
    'me voy a prat 30',
    'voy corriendo a prat 30',
    'vou para prat 30',
    'im heading to prat 30',
  ])('stands beside where she is, as such, and whoever comes is told at once: "%s"', text => {
    const context = after('los olmos 77 maipu', text);
    expect(said(context)).toEqual(['los olmos 77, Maipú', 'prat 30, Maipú']);
    expect(placesOf(context).map(whoseIs)).toEqual([null, 'bound']);
    expect(mayMove(after('los olmos 77 maipu'), read(text))).toBe(true);
  });

  test('is where she is once she has come, and is told as that', () => {
    const bound = after('los olmos 77 maipu', 'voy para prat 30');
    expect(placeChange(bound, read('ya llegué'))).toBe('moves');
    const there = after('los olmos 77 maipu', 'voy para prat 30', 'ya llegué');
    expect(said(there)).toEqual(['prat 30, Maipú']);
    expect(placesOf(there).map(whoseIs)).toEqual([null]);
    expect(said(after('los olmos 77 maipu', 'voy para prat 30', 'llegó'))).toHaveLength(2);
  });

  test.each(['me voy a lota', 'nos fuimos a san pablo 1200 renca', 'nos fuimos al 95'])(
    'is told to whoever comes where it is no more than likely: "%s"',
    text => expect(mayMove(after('los olmos 77 maipu'), read(text))).toBe(true),
  );

  test.each([
    'voy a morir',
    'voy a llamar al 133',
    'la de maipú',
    'prat 30 lota',
    'estoy en la pieza',
    'va a lota',
    'me voy a maipu',
  ])('is none in "%s"', text => expect(mayMove(after('los olmos 77 maipu'), read(text))).toBe(false));
});

test('of a road the side stands beside it, and her town is her own word', () => {
  const road = 'ruta 68, antes del tunel';
  expect(placeChange(after(road), read('hacia valparaiso'))).toBe('suffices');
  expect(said(after(road, 'hacia valparaiso'))).toEqual(['ruta 68, antes del tunel, hacia valparaiso']);
  expect(said(after(road, 'curacavi'))).toEqual(['ruta 68, antes del tunel, Curacaví']);
  expect(said(after('peaje angostura', 'voy para prat 30 lota'))).toHaveLength(2);
  expect(said(after('prat 30', 'hacia la plaza'))).toEqual(['prat 30']);
});
