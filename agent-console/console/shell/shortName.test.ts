import { expect, test } from 'vitest';
import { initialsOf, shortName } from './shortName.js';

test.each([
  ['Ana Rojas', 'Ana R.'],
  ['Evangelina de las Mercedes Fernández', 'Evangelina M.'],
  ['  Ángela   Ñancupil ', 'Ángela Ñ.'],
  ['María de', 'María'],
  ['Sofía', 'Sofía'],
])('%s is short %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});

test.each([
  ['Ana Rojas', 'AR'],
  ['ángela de las Ñancupil', 'ÁÑ'],
  ['Sofía', 'S'],
])('%s in two letters is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
