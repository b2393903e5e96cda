import { expect, test } from 'vitest';
import { initialContext } from './context.js';
import { overEmergency } from './sessions.js';
import { readPlace } from './text/place/place.js';

const prat = readPlace('Prat 30, Valparaíso');

test('where she was in an emergency stays with people as of before, and is no address of the next one', () => {
  const after = overEmergency({ ...initialContext('es'), place: prat }, 5);

  expect(after.place).toBeNull();
  expect(after.known).toEqual([{ about: 'place-earlier', text: 'Prat 30, Valparaíso', at: 5, by: 'citizen' }]);
});

test('of two that stood side by side both stay, each as of before', () => {
  const renca = readPlace('Los Aromos 345, Renca');
  const after = overEmergency({ ...initialContext('es'), place: prat, otherPlaces: [renca!] }, 5);

  expect(after.known.map(({ text }) => text).toSorted()).toEqual(['Los Aromos 345, Renca', 'Prat 30, Valparaíso']);
  expect(after.otherPlaces).toBeUndefined();
});

test('an emergency without an address keeps the one of before', () => {
  const first = overEmergency({ ...initialContext('es'), place: prat }, 5);

  expect(overEmergency(first, 9).known).toEqual(first.known);
});
