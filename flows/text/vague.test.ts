import { describe, expect, test } from 'vitest';
import { isVague } from './vague.js';

describe('a few words in which nothing can be danger by itself', () => {
  test.each([
    'el gas esta caro',
    'todo está caro',
    'el computador esta malo',
    'mi gato tiene hambre',
    'El pan subió mucho',
  ])('%s', text => expect(isVague(text)).toBe(true));

  test.each([
    ['he is left out', 'esta abriendo'],
    ['whom it is done to', 'me lo dijo'],
    ['a hiding place, with slips', 'debajo de la kama'],
    ['what kills', 'gas en la pieza'],
    ['an opened door', 'la chapa está girando'],
    ['a house', 'block 14 depto 33'],
    ['a sign', 'el gas 😭'],
    ['a cry with slips', 'ayda porfabor'],
    ['more words than a few', 'el pan la leche y la carne todo subio'],
    ['nothing', '...'],
  ])('not where it has %s: %s', (_, text) => expect(isVague(text)).toBe(false));
});
