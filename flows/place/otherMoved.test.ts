/** Whose place it is where who writes and who is hurt are in two, and what stands once the other has moved. */
import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../test/support/senses.js';
import { type Context, initialContext } from '../context.js';
import { mayMove, placeChange, withPlaceRead } from './herPlace.js';
import { placesOf } from './otherPlaces.js';
import { readText } from '../reading.js';
import { sayAddress } from '../text/place/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const hers: Context = { ...initialContext('es'), marks: { ...initialContext('es').marks, emergency: true } };
const ofAnother: Context = { ...hers, danger: ['third', 'another'] };
const from = (start: Context, ...texts: string[]): Context =>
  texts.reduce((context, text) => withPlaceRead(context, read(text), true), start);
const said = (context: Context): (string | null)[] => placesOf(context).map(sayAddress);

const HOME = 'calle los olmos 0454 renca';
const FIRST = 'calle los olmos 0454, Renca';

describe('the other has moved: both stand, and people are told', () => {
  test.each([
    ['se arrancó, ahora está en la bencinera copec de pajaritos', 'bencinera copec de pajaritos, Renca'],
    ['salió corriendo, está en la plaza de renca', 'plaza de renca, Renca'],
    ['se la llevó a la casa del hermano en cerro navia', 'la casa del hermano, Cerro Navia'],
    ['se fue donde la vecina del 0460', 'calle los olmos 0460, donde la vecina, Renca'],
    ['mi mamá se fue al hospital', 'hospital, Renca'],
    ['she ran out, she is at the Shell station on Manquehue', 'Shell station on Manquehue, Renca'],
    ['ela fugiu, está no metrô Franklin', 'metrô Franklin, Renca'],
    ['li kouri ale nan plas la', 'plaza, Renca'],
    ['vayan al 0460', 'calle los olmos 0460, Renca'],
  ])('%s', (text, now) => {
    const before = from(ofAnother, HOME);
    expect(said(from(ofAnother, HOME, text))).toEqual([FIRST, now]);
    expect(mayMove(before, read(text)) || placeChange(before, read(text)) === 'moves').toBe(true);
  });

  test.each(['vayan al 0460, no al 0454', 'digales que vayan al 0460 no a la casa'])(
    'and only the new one, where she says that the first is not it: %s',
    text => {
      expect(placeChange(from(ofAnother, HOME), read(text))).toBe('moves');
      expect(said(from(ofAnother, HOME, text))).toEqual(['calle los olmos 0460, Renca']);
    },
  );

  test.each(['él se fue a la plaza', 'se fue', 'está en el baño', 'le sigue pegando', 'está en la plaza'])(
    'no word of it: %s',
    text => {
      expect(said(from(ofAnother, HOME, text))).toEqual([FIRST]);
      expect(mayMove(from(ofAnother, HOME), read(text))).toBe(false);
    },
  );
});

test.each([
  [
    'estamos en la ruta 5 sur, san bernardo',
    'se detuvo en el servicentro petrobras de paine',
    'servicentro petrobras de paine, Paine',
  ],
  ['estamos en la ruta 5 norte, quilicura', 'paró en la shell de lo boza', 'shell de lo boza, Quilicura'],
])('%s / %s', (road, stopped, now) => {
  expect(placeChange(from(hers, road), read(stopped))).toBe('moves');
  expect(said(from(hers, road, stopped))).toEqual([now]);
});
test('he who stopped by her house moved nobody', () => {
  expect(placeChange(from(hers, HOME), read('paró en la plaza'))).toBeNull();
});

describe('she was brought to where she is cared for', () => {
  test.each([
    ['me trajeron al hospital san jose', 'hospital san jose, Renca'],
    ['mi vecino me trajo al sapu de renca', 'sapu de renca, Renca'],
    ['me tienen en el hospital', 'hospital, Renca'],
    ['la ambulancia me llevó a la posta central', 'posta central, Renca'],
    ['un vecino me llevó en auto al consultorio', 'consultorio, Renca'],
    ['me llevaron al hospital barros luco en san miguel', 'hospital barros luco, San Miguel'],
    // A town that may be of its name sends nobody there.
    ['me llevaron al hospital felix bulnes', 'hospital felix bulnes'],
  ])('%s', (text, now) => {
    expect(placeChange(from(hers, HOME), read(text))).toBe('moves');
    expect(said(from(hers, HOME, text))).toEqual([now]);
  });

  test.each([
    'la otra vez me llevaron al hospital san jose',
    'ayer me llevaron al hospital',
    'me llevaron al hospital y me dieron el alta',
  ])('and not once: %s', text => expect(said(from(hers, HOME, text))).toEqual([FIRST]));

  test('where nothing else is known yet', () => {
    expect(said(from(hers, 'me llevaron al hospital felix bulnes'))).toEqual(['hospital felix bulnes']);
    expect(said(from(hers, 'me llevaron al sapu de renca'))).toEqual(['sapu de renca, Renca']);
  });
});

describe('both numbers of a street, told by who writes for another', () => {
  test.each([
    'yo vivo en el 88 ella en el 90',
    'ese es mi numero, ella vive en el 90',
    'no, 88 soy yo, ella 90',
    'i live at 88 she lives at 90',
    'calle uno 88 renca es la mia, la de ella es la 90',
  ])("the other's is the house: %s", text =>
    expect(said(from(ofAnother, 'renca, calle uno 88', text))).toEqual(['calle uno 90, Renca']),
  );

  test('may be of a building, where her own is not the number of the house', () => {
    expect(said(from(ofAnother, 'renca, calle uno 88', 'yo vivo en el 32, ella en el 42'))).toEqual([
      'calle uno 88, depto 42, Renca',
    ]);
  });

  test('are asked about where the street has none', () => {
    expect(said(from(ofAnother, 'ella vive en el 90 yo en el 88, calle uno, renca'))).toEqual([
      'calle uno, depto 90, Renca',
      'calle uno 90, Renca',
    ]);
  });
});

describe('her children are with him, and she is at her work', () => {
  const TOLD = 'mi ex está pegandole a mis hijos, yo no estoy ahi';
  const away: Context = { ...hers, forAnother: true, known: [{ about: 'said', text: TOLD, at: 0, by: 'citizen' }] };
  const WORK = 'yo estoy en mi pega en vitacura, av kennedy 5500';
  test.each([
    [['están en la casa, calle serrano 233 pudahuel', WORK]],
    [['vivo en calle serrano 233 pudahuel', WORK]],
    [[WORK, 'mi casa es calle serrano 233 pudahuel']],
    [[WORK, 'ellos están en calle serrano 233 pudahuel']],
  ])('%s', texts => expect(said(from(away, ...texts))).toEqual(['calle serrano 233, Pudahuel']));

  test('both stand where it was not said that she is not there', () => {
    const texts = ['están en la casa, calle serrano 233 pudahuel', 'yo estoy en mi pega, av kennedy 5500 vitacura'];
    expect(said(from(hers, ...texts))).toEqual(['calle serrano 233, Pudahuel', 'av kennedy 5500, Vitacura']);
  });
});
