import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, soundByRules, soundOf } from './normalise.js';

describe('what she typed and what she meant', () => {
  test.each([
    ['AYUDAAAAA!!!', 'ayuda!!!'],
    ['  No   puedo\nhablar ', 'no puedo hablar'],
    ['Ñuñoa, ¿SÍ?', 'nunoa, ¿si?'],
    ['S.O.S.', 'sos.'],
    ['mándelo a flor.de-papel@example.org, gracias', 'mandelo a , gracias'],
  ])('%s is read as %s', (typed, read) => {
    expect(normalise(typed).plain).toBe(read);
  });

  test.each([
    ['kiere', 'quiere'],
    ['yega', 'llega'],
    ['boy', 'voy'],
    ['nesesito', 'necesito'],
    ['nececito', 'necesito'],
    ['ay', 'hay'],
    ['curao', 'curado'],
    ['encerrao', 'encerrado'],
    ['xq', 'porque'],
    ['q', 'que'],
    ['soi', 'soy'],
    ['vay', 'vai'],
    ['enbarazada', 'embarazada'],
    ['toy', 'estoy'],
    ['yaves', 'llaves'],
    ['aorco', 'ahorco'],
    ['zos', 'sos'],
  ])('%s sounds as %s', (typed, meant) => {
    expect(soundOf(typed)).toBe(soundOf(meant));
  });

  test.each([
    ['pega', 'paga'],
    ['mata', 'mate'],
    ['casa', 'queso'],
  ])('%s does not sound as %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  test('signs and emoji are kept as words of their own', () => {
    expect(normalise('ayuda!! 🆘📍').tokens).toEqual(['ayuda', '!!', '🆘', '📍']);
  });

  test('only a text in capitals is shouted; one without letters is not', () => {
    expect(normalise('YA NO PUEDO').shouted).toBe(true);
    expect(normalise('Ya no puedo').shouted).toBe(false);
    expect(normalise('123 🆘').shouted).toBe(false);
  });
});

describe('for any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', 'á', 'q', 'k', 'l', '.', ' ', '!', '🆘', 'Ñ', '2') }),
  );

  test('reading twice reads the same', () => {
    fc.assert(
      fc.property(text, typed => {
        const once = normalise(typed);
        expect(normalise(once.plain).plain).toBe(once.plain);
        expect(normalise(once.plain).sounds).toEqual(once.sounds);
      }),
    );
  });

  test('every token has its sound', () => {
    fc.assert(
      fc.property(text, typed => {
        const { tokens, sounds } = normalise(typed);
        expect(sounds).toHaveLength(tokens.length);
      }),
    );
  });

  test('case and accents never change what is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdeñáéíóú !?') }), typed => {
        expect(normalise(typed.toUpperCase()).plain).toBe(normalise(typed).plain);
      }),
    );
  });
});

test('the quick way to a sound gives what the rules give', () => {
  const pieces = fc.constantFrom(
    ...'qu qui que c ce ci ch chh z v ll lll h ge gi ghe n nb nv nhp y ay uy ado ados a e i o u s r t k d j m'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), parts => {
      // With a digit before it, it is no chat spelling.
      const word = `0${parts.join('')}`;
      expect(soundOf(word)).toBe(soundByRules(word));
    }),
    { numRuns: 2_000 },
  );
});
