import { expect, test } from 'vitest';
import { shortName } from './shortName.js';

test.each([
  ['Ana Rojas', 'Ana R.'],
  ['Evangelina de las Mercedes Fernández', 'Evangelina M.'],
  ['  Ángela   Ñancupil ', 'Ángela Ñ.'],
  ['María de', 'María'],
  ['Sofía', 'Sofía'],
])('%s is short %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
