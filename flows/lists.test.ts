import { describe, expect, test } from 'vitest';
import { type ReadingList, Said, spelledOut } from './lists.js';

const reads = (text: string, list: ReadingList): boolean => {
  const said = new Said(text);
  return said.says(list) || said.isOnly(list);
};

describe('a list of words and a message', () => {
  const call: ReadingList = { words: ['no me escribas', 'oi'], within: 4 };
  test.each([
    ['no me escribas', true],
    ['NO ME ESCRIBAS!!', true],
    ['no m escrivas', true],
    ['oi', true],
    ['hoy', false],
    ['ayer le dije que no me escribas', false],
  ])('"%s": %s', (text, said) => {
    expect(reads(text, call)).toBe(said);
  });

  const who: ReadingList = { words: [], whole: ['quien eres'] };
  test.each([
    ['oye wn kien eres??', true],
    ['quien eres para mandarme', false],
  ])('what counts only as all she says, "%s": %s', (text, said) => {
    expect(reads(text, who)).toBe(said);
  });

  const slip: ReadingList = {
    words: [],
    whole: ['sin querer', 'fue un error'],
    asides: ['perdon', 'mi hermano', 'lo mando'],
  };
  test.each([
    ['perdón, mi hermano lo mandó sin querer', true],
    ['fue un error, perdon, sin querer', true],
    ['perdon mi hermano', false],
    ['mi hermano lo mando sin querer ver nada', false],
    ['no fue un error', false],
  ])('what counts only with its asides around it, "%s": %s', (text, said) => {
    expect(reads(text, slip)).toBe(said);
  });

  const order: ReadingList = { words: ['tortas'], with: ['quiero', 'me manda'], without: ['vender'] };
  test.each([
    ['quiero dos tortas', true],
    ['hago tortas', false],
    ['quiero vender tortas', false],
  ])('what counts beside some words and not beside others, "%s": %s', (text, said) => {
    expect(reads(text, order)).toBe(said);
  });
});

describe('beside one word of each list', () => {
  const list = { words: ['tome', 'trague'], with: ['todo', 'caja', '##'], and: ['clonazepam', 'pastillas'] };
  test.each([
    ['me tomé todo el clonazepam', true],
    ['me tragué 20 pastillas', true],
    ['me tomé una caja de vino', false],
    ['me tomé 2 pastillas', false],
    ['me tomé las pastillas hace 10 minutos', false],
    ['me tomé clonazepam a las 10', false],
  ])('"%s"', (text, says) => expect(reads(text, list)).toBe(says));

  test('a word with several forms stands for each of them, also for none', () => {
    const list: ReadingList = { words: ['no sigas'], whole: ['siento/escucho la/ llave/mi_puerta', 'voy'], within: 4 };
    expect(spelledOut(list)).toEqual({
      words: ['no sigas'],
      within: 4,
      whole: [
        ...['siento la llave', 'siento la mi puerta', 'siento llave', 'siento mi puerta'],
        ...['escucho la llave', 'escucho la mi puerta', 'escucho llave', 'escucho mi puerta'],
        'voy',
      ],
    });
  });
});
