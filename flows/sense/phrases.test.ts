import { describe, expect, test } from 'vitest';
import { normalise } from '../text/normalise.js';
import { phraseBook } from './phrases.js';

const finds = (phrase: string, text: string): boolean => phraseBook([phrase]).find(normalise(text)).length > 0;

describe('a phrase is found as she writes it', () => {
  test.each([
    ['me quiere matar', 'Me kiere matar'],
    ['me quiere matar', 'me quiere puro matar'],
    ['me quiere matar', 'mequierematar'],
    ['me está pegando', 'está pegándome'],
    ['me está pegando', 'me esta peganod'],
    ['no me deja salir', 'no me de ja salir'],
    ['tiene una pistola', 'él tiene siempre una pistola'],
  ])('"%s" in "%s"', (phrase, text) => {
    expect(finds(phrase, text)).toBe(true);
  });
});

describe('a phrase is not found where it is not', () => {
  test.each([
    ['me está pegando', 'me está pagando'],
    ['sos', 'sostén'],
    ['tiene una pistola', 'ella tiene una. Una pistola de agua'],
    ['tiene un arma', 'arma un bolso'],
    ['me va a matar', 'me va a dar risa'],
  ])('"%s" in "%s"', (phrase, text) => {
    expect(finds(phrase, text)).toBe(false);
  });
});

test('says where the words stand', () => {
  const [found] = phraseBook(['está afuera']).find(normalise('hola, está afuera'));

  expect(found?.at).toEqual([2, 3]);
});

test('a long message is read in time that grows with its length only', () => {
  const book = phraseBook(['me quiere matar', 'está afuera de mi casa']);

  expect(book.find(normalise('me quiere ver '.repeat(280)))).toEqual([]);
});
