import { expect, test } from 'vitest';
import { cornerIn, cornerPutRight } from './newCorner.js';
import { readPlace } from '../text/place/place.js';

const kept = readPlace('san antonio con merced, santiago')!;

test.each([
  ['no, con monjitas', 'san antonio con monjitas'],
  ['no es merced es monjitas', 'san antonio con monjitas'],
  ['no es san antonio, es mac iver', 'mac iver con merced'],
])('the other street of the corner stays: %s', (text, street) => {
  const put = cornerPutRight(kept, text);
  expect(put?.place).toMatchObject({ street, commune: 'Santiago' });
  expect(put?.others).toBeUndefined();
});

test.each([
  ['no, monjitas', ['monjitas con merced', 'san antonio con monjitas']],
  ['no, con alejandro serani', ['san antonio con alejandro serani']],
])('what is kept stays in use while it is not sure which is meant: %s', (text, others) => {
  const put = cornerPutRight(kept, text);
  expect(put?.place).toBe(kept);
  expect(put?.others?.map(({ street }) => street)).toEqual(others);
});

test.each(['no, con mi hijo', 'es con cuchillo', 'no'])('nothing of it changes with talk: %s', text =>
  expect(cornerPutRight(kept, text)).toBeNull(),
);

test('an address that is no corner has none', () =>
  expect(cornerPutRight(readPlace('los aromos 230, ñuñoa')!, 'no, con monjitas')).toBeNull());

test.each([
  ['santa raquel con gabriela', 'santa raquel con gabriela'],
  ['estoy con gabriela', null],
  ['los niños con la abuela', null],
  ['mi hijo y yo', null],
])('two names are a corner of the commune that is known, where one is called as streets are: %s', (text, street) =>
  expect(cornerIn(readPlace('puente alto')!, text)).toBe(street),
);
