import { expect, test } from 'vitest';
import { readNewNumber } from './houseNumber.js';
import { asCorrection, rightIn } from './mistake.js';
import { readPlace } from './place.js';

test.each([
  "mistake, it's 85",
  'I made a mistake its 85',
  'my mistake, number 85',
  'oops 85',
  'i got the number wrong, it is 85',
  "actually it's 85",
  'mwen twonpe se 85',
  'm fè erè, se 85',
  'errei, é 85',
  'me enganei, é o 85',
  'na verdade é 85',
  'me confundí es el 85',
  'la embarré, 85',
])('a number that was wrong is put right: "%s"', text =>
  expect(readNewNumber(text)).toMatchObject({ number: '85', corrects: true }),
);

test.each(['mistake, its Lynch 85', 'mwen twonpe, se Lynch 85', 'me enganei, é Lynch 85'])(
  'so is an address, and nothing of the words before it is in it: "%s"',
  text => expect(readPlace(text)).toMatchObject({ text, street: 'Lynch', number: '85' }),
);

test.each([
  'it was a mistake',
  'mistake',
  'meant for you',
  'actually 2',
  'en realidad son 2',
  'error',
  'mistaken 85',
  'fue mi error quedarme',
])('nothing is put right in "%s"', text => {
  expect(readNewNumber(text)).toBeNull();
  expect(rightIn(text) === null || readPlace(text) === null).toBe(true);
});

test('what is no such thing is left as she wrote it', () => {
  expect(asCorrection('Los Aromos 345')).toBe('Los Aromos 345');
  expect(asCorrection("mistake, it's flat 12 not 10")).toBe('perdón, es flat 12 not 10');
});
