import { describe, expect, test } from 'vitest';
import { listsOf, Said, writtenOut } from './lists.js';
import { type ReadingList, standsIn } from './shelf.js';

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

  const here: ReadingList = {
    words: ['esta al lado'],
    whole: ['esta aqui', 'viene'],
    asides: ['no', 'el'],
    apart: ['el/ya/ahora no esta aqui/al_lado', 'no no esta aqui/al_lado'],
  };
  test.each([
    ['él no está aquí', false],
    ['ahora no sta aki', false],
    ['no, él no está aquí', false],
    ['no, no está aquí', false],
    ['no, está aquí', true],
    ['ahora no, está aquí', true],
    ['ya viene, ahora no está aquí', true],
    ['él no está al lado', false],
    ['él no está aquí, está al lado', true],
  ])('what says the opposite is taken out, and not across a comma, "%s": %s', (text, said) => {
    expect(reads(text, here)).toBe(said);
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
});

describe('a phrase with several forms of a word', () => {
  const list: ReadingList = {
    words: ['no sigas/siga', 'anular~la', 'tome ##/todo'],
    whole: ['siento/escucho la/ llave/mi_puerta', 'voy'],
    asides: ['mi/ amor/vida'],
  };
  test.each([
    ['no siga por favor', true],
    ['no, siga por favor', false],
    ['me la puede anular', true],
    ['ya no la anules', true],
    ['tome todo lo que habia', true],
    ['siento mi puerta', true],
    ['mi vida escucho la llave', true],
    ['escucho la', false],
    ['siento la llave y me voy', false],
  ])('"%s" says one of them: %s', (text, says) => expect(reads(text, list)).toBe(says));

  test('counts things with a number where that is one of its forms', () => {
    expect(reads('me comí 40 uvas', { words: ['hartas/##'] })).toBe(true);
    expect(reads('me comí 40 uvas', { words: ['hartas/## sandias'] })).toBe(false);
  });

  test('is shown in each of them to who asks', () => {
    const lists = { quiet: { words: ['calla/callate ya/'], also: ['other'] }, other: { words: [], whole: ['shh'] } };
    expect([...writtenOut(lists, 'quiet')]).toEqual([' calla ya ', ' calla ', ' callate ya ', ' callate ', ' shh ']);
  });

  test('tells where it stands by its sound', () => {
    expect(standsIn(['si', 'boi', 'i', 'siento', 'mi', 'puerta'], list)).toEqual([
      [1, 2],
      [3, 6],
    ]);
  });
});

test('lists that mean the same are asked with the first, and a name without a list has none', () => {
  const lists = { a: { words: ['agua'], also: ['b'] }, b: { words: ['leche'] } };
  expect(listsOf(lists, 'a')).toEqual([lists.a, lists.b]);
  expect(listsOf(lists, 'toString')).toEqual([]);
  expect(new Said('leche').reads(lists, 'a')).toBe(true);
  expect(new Said('leche').reads(lists, 'c')).toBe(false);
});
