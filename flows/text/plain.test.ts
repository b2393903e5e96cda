import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain, spaced, squeeze, words } from './plain.js';

describe('plain', () => {
  test('capitals, accents and ñ are written in one way', () => {
    expect(plain('  Ñuñoa,   SÍ  po ')).toBe('nunoa, si po');
  });

  test('a keycap emoji is its digit and a thumb has no skin tone', () => {
    expect(plain('1️⃣')).toBe('1');
    expect(plain('👍🏽')).toBe('👍');
  });

  test('without punctuation only words and digits stay', () => {
    expect(plain("¿O'Higgins 1402, depto. 8?", { punctuation: false })).toBe('ohiggins 1402 depto 8');
  });

  test('made plain twice is the same as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(plain(plain(text))).toBe(plain(text));
        const bare = plain(text, { punctuation: false });
        expect(plain(bare, { punctuation: false })).toBe(bare);
      }),
    );
  });
});

test('words are counted without punctuation', () => {
  expect(words('¿Sí, po?')).toEqual(['si', 'po']);
  expect(words(' … ')).toEqual([]);
});

test('a stretched word is the same word', () => {
  expect(squeeze('siiii')).toBe('si');
  expect(squeeze('133')).toBe('133');
});

test('a phrase is found as whole words only', () => {
  const has = (text: string, phrase: string) => spaced(text).includes(spaced(phrase));
  expect(has('¡SOS, por favor!', 'sos')).toBe(true);
  expect(has('perdí un sostén', 'sos')).toBe(false);
  expect(has('hola', '')).toBe(false);
});
