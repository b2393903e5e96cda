import { expect, test } from 'vitest';
import { amongOf, recordedPlace, recordedWords, sayWhere } from './placesShown.js';

const prat = {
  text: 'vivo en prat 30 lota',
  street: 'prat',
  number: '30',
  commune: 'Lota',
  region: 'Biobío',
  confidence: 'high' as const,
};
const aromos = { text: 'los aromos 114', commune: 'Peñalolén', confidence: 'high' as const };

test('a record holds both of two places, and one as its address alone', () => {
  expect(recordedPlace('es', { place: prat })).toBe('prat 30, Lota');
  expect(recordedPlace('es', {})).toBeNull();
  expect(recordedPlace('es', { place: aromos, otherPlaces: [prat] })).toBe(
    'Dio dos lugares y no ha dicho en cuál está: 1) prat 30, Lota, Biobío (su casa); 2) los aromos 114, Peñalolén (dijo después).',
  );
});

test('a record says of a place out of use what it is to her, and of other words nothing', () => {
  const known = [
    { about: 'place-before', text: 'prat 30, Lota', at: 1, by: 'citizen' },
    { about: 'said', text: 'tiene las llaves', at: 2, by: 'citizen' },
  ];
  expect(recordedWords('es', known).map(({ text }) => text)).toEqual([
    'Lugar que dio antes; después dijo otro: prat 30, Lota',
    'tiene las llaves',
  ]);
});

test('the screen shows all of several alike and as she told them, with her words, and whose they are by them', () => {
  expect(amongOf('es', { place: prat, otherPlaces: [aromos] })).toEqual([
    { text: 'los aromos 114, Peñalolén', words: 'los aromos 114', whose: null },
    { text: 'prat 30, Lota, Biobío', words: 'vivo en prat 30 lota', whose: 'su casa' },
  ]);
});

test('where she only goes is told as that, be it one of two or all that is known', () => {
  const bound = { ...prat, text: 'voy para prat 30 lota' };
  expect(sayWhere('es', { place: bound })).toBe('Está en: prat 30, Lota, Biobío (va hacia allá).');
  expect(sayWhere('en', { place: bound, otherPlaces: [aromos] })).toContain(
    '2) prat 30, Lota, Biobío (on her way there).',
  );
});

test('where she is is said with the point that she sent, and nothing while no place is known', () => {
  expect(sayWhere('es', { place: null })).toBeNull();
  expect(sayWhere('es', { place: { ...prat, lat: -33.4, lon: -70.6 } })).toBe(
    'Está en: prat 30, Lota, Biobío, y mandó su ubicación: -33.4, -70.6.',
  );
  expect(sayWhere('es', { place: { text: '-33.4, -70.6', lat: -33.4, lon: -70.6, confidence: 'high' } })).toBe(
    'Está en: -33.4, -70.6.',
  );
  expect(sayWhere('en', { place: aromos })).toBe('She is at: los aromos 114, Peñalolén.');
});
