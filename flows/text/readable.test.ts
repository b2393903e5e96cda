import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readability, sentencesOf } from './readable.js';
import { syllablesEn, syllablesEs } from './syllables.js';

describe('syllables of Spanish words', () => {
  test.each([
    ['casa', 2],
    ['ciudad', 2],
    ['país', 2],
    ['prohíbe', 3],
    ['prohibir', 2],
    ['poeta', 3],
    ['ruido', 2],
    ['veintiún', 2],
    ['guitarra', 3],
    ['pingüino', 3],
    ['queso', 2],
    ['aéreo', 4],
    ['ley', 1],
    ['muy', 1],
    ['y', 1],
    ['yo', 1],
    ['mayo', 2],
    ['averiguáis', 4],
    ['día', 2],
    ['denuncia', 3],
    ['chihuahua', 3],
    ['leer', 2],
    ['orientación', 4],
    ['institución', 4],
    ['mujer', 2],
    ['ahora', 3],
    ['cooperar', 4],
    ['ahuecar', 3],
  ])('%s', (word, syllables) => expect(syllablesEs(word)).toBe(syllables));
});

test('syllables of English words are estimated', () => {
  expect(['the', 'safe', 'people', 'emergency', 'called', 'water'].map(syllablesEn)).toEqual([1, 1, 2, 4, 1, 2]);
});

describe('plain texts score higher than official ones', () => {
  const friendly =
    'Te leo. Estoy aquí contigo. ¿Estás en un lugar seguro? Si puedes, dime tu calle y tu comuna. Voy a llamar al 133.';
  const official =
    'La interposición extemporánea de la reclamación administrativa determinará la inadmisibilidad de la misma, sin perjuicio de las facultades jurisdiccionales que correspondieren a la autoridad fiscalizadora competente en virtud de la normativa vigente.';

  test('by INFLESZ', () => {
    expect(readability(friendly).band).toBe('very-easy');
    expect(readability(official).band).toBe('very-hard');
  });

  test('by Flesch in English', () => {
    expect(readability('I am here with you. Are you safe? Tell me your street.', 'en')).toMatchObject({
      formula: 'flesch',
      band: 'very-easy',
    });
  });
});

test('the count is shown with the score', () => {
  expect(readability('La institución orienta. Ven.')).toEqual({
    score: 64.7,
    formula: 'szigriszt-pazos',
    band: 'normal',
    words: 4,
    sentences: 2,
    syllables: 9,
    longest: 3,
  });
});

describe('a text is counted as it is read aloud', () => {
  test.each([
    ['Llama al 133', 6],
    ['RSH', 1],
    ['Vale $1.250', 5],
    ['El 50 %', 4],
    ['SAMU', 1],
  ])('%s', (text, words) => expect(readability(text).words).toBe(words));

  test('letters that are spelled count by their names', () => {
    expect(readability('RSH').syllables).toBe(6);
    expect(readability('PDI').syllables).toBe(3);
    expect(readability('SAMU').syllables).toBe(2);
  });

  test('a variable and a link are one word each', () => {
    expect(readability('Hora: {dia} en https://a.cl/x?y=1').words).toBe(4);
  });
});

test('abbreviations and thousands end no sentence, line ends do', () => {
  expect(sentencesOf('La Sra. Rosa pagó 1.250 pesos. Gracias\n- uno\n- dos')).toHaveLength(4);
});

test('a text without words is plain', () => {
  expect(readability('').score).toBe(100);
  expect(readability('👍').score).toBe(100);
});

test('any text scores from 0 to 100', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('es', 'en'), (text, locale) => {
      const { score } = readability(text, locale);
      expect(score >= 0 && score <= 100).toBe(true);
    }),
  );
});
