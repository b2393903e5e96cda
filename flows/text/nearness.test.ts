import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edits, editsAllowed, nearest, sound } from './nearness.js';

describe('edits between words', () => {
  test('a missing, an extra, a wrong and a swapped letter count one each', () => {
    expect(edits('curico', 'curco')).toBe(1);
    expect(edits('curico', 'curicoo')).toBe(1);
    expect(edits('curico', 'curica')).toBe(1);
    expect(edits('curico', 'cuirco')).toBe(1);
  });

  test('words that are too far apart are not counted to the end', () => {
    expect(edits('arica', 'punta arenas', 2)).toBe(3);
  });

  test('the distance is the same both ways and zero only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(edits(a, b)).toBe(edits(b, a));
        expect(edits(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

test('short words must be exact', () => {
  expect([3, 4, 5, 8, 9].map(editsAllowed)).toEqual([0, 0, 1, 1, 2]);
});

test('names written by ear sound like the real ones', () => {
  for (const [written, meant] of [
    ['temuko', 'temuco'],
    ['maypu', 'maipu'],
    ['balparaiso', 'valparaiso'],
    ['estasion sentral', 'estacion central'],
    ['kilpue', 'quilpue'],
    ['uechuraba', 'huechuraba'],
  ] as const) {
    expect(sound(written)).toBe(sound(meant));
  }
});

test('a word that was meant is proposed, and nothing when none is near', () => {
  expect(nearest('relto', ['relato', 'menu', 'survey'])).toBe('relato');
  expect(nearest('Reláto', ['relato'])).toBe('relato');
  expect(nearest('xyz', ['relato', 'menu'])).toBeNull();
  expect(nearest('hi', ['ok', 'no'])).toBeNull();
});
