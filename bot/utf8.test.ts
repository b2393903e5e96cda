import { expect, test } from 'vitest';
import { textOf } from './utf8.js';

test('bytes of UTF-8 are their text', () => {
  expect(textOf(Buffer.from('año 😀\n'))).toBe('año 😀\n');
});

test.each([
  ['of another encoding', Buffer.from('a: ñandú\nb: ni\xf1o\n', 'latin1'), { line: 1, column: 4 }],
  [
    'in a later line',
    Buffer.concat([Buffer.from('a: ñandú\nb: ni'), Buffer.from([0xf1]), Buffer.from('o')]),
    { line: 2, column: 6 },
  ],
  ['cut in the middle of a character', Buffer.from('año').subarray(0, 2), { line: 1, column: 2 }],
])('bytes that are none are told by their place: %s', (_about, bytes, place) => {
  expect(textOf(bytes)).toEqual(place);
});
