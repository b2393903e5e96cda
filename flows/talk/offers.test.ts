import { expect, test } from 'vitest';
import { type Near, sheetsFor, type Titled, toldApart } from './offers.js';

const sheets: Titled[] = [
  { id: 'alimentos', title: 'Pensión de alimentos', questions: ['el papá no paga', 'alimony'] },
  { id: 'pgu', title: 'Pensión Garantizada Universal', questions: ['tengo 66 y no tengo pensión'] },
  { id: 'donde', title: '¿Dónde puedo denunciar?', questions: ['quiero denunciar'] },
  { id: 'sin-denuncia', title: 'No quiero denunciar, ¿me ayudan igual?', questions: ['no quiero denunciar'] },
  { id: 'divorcio', title: 'Divorcio', questions: ['cuánto vale el divorcio'] },
];

const near = (text: string, sheet: string | null = null, score = 0.9): Near => ({
  text,
  sheet,
  sheets: sheet === null ? [] : [{ id: sheet, score }],
});
const found = (text: string, sheet: string | null = null, score?: number) =>
  sheetsFor(near(text, sheet, score), sheets);

test('one word that several sheets have names none of them, whatever the search is sure of', () => {
  expect(found('pensión?', 'pgu')).toEqual({ sheet: null, several: ['pgu', 'alimentos'] });
  expect(found('hola, quiero saber de la pension', 'pgu').several).toHaveLength(2);
});

test('a whole question with one such word is the sheet that the search is sure of', () => {
  expect(found('¿es pensión lo que dan?', 'pgu', 0.8).sheet).toBe('pgu');
  expect(found('¿es pensión lo que dan?', 'pgu', 0.6).sheet).toBe(null);
});

test.each([
  ['quiero denunciar a mi ex marido', 'sin-denuncia', 'donde'],
  ['lo quiero denunciar por los golpes', 'sin-denuncia', 'donde'],
  ['no quiero denunciar a mi ex marido', 'donde', 'sin-denuncia'],
  ['no lo voy a denunciar al papá', 'donde', 'sin-denuncia'],
])('"%s" is not answered with what says the contrary', (text, contrary, meant) => {
  const near: Near = {
    text,
    sheet: null,
    sheets: [
      { id: contrary, score: 0.5 },
      { id: meant, score: 0.4 },
    ],
  };
  expect(sheetsFor(near, sheets)).toEqual({ sheet: meant, several: [] });
});

test('what she fears or only asks about denies no title', () => {
  for (const text of ['tengo miedo de denunciar a mi ex', 'si denuncio a mi ex que pasa'])
    expect(found(text, 'sin-denuncia', 0.9).sheet).toBe('sin-denuncia');
});

test('one word that one sheet alone has is left to the search', () => {
  expect(found('el divorcio', 'divorcio').sheet).toBe('divorcio');
});

test('one word that no sheet has is no question for a sheet', () => {
  expect(found('bicicleta', 'divorcio')).toEqual({ sheet: null, several: [] });
});

test('what is asked just as a sheet has it is that sheet, also where the search abstains', () => {
  expect(found('quiero denunciar').sheet).toBe('donde');
  expect(found('no, solo kiero saber donde denunciar').sheet).toBe('donde');
  expect(found('no quiero denunciar').sheet).toBe('sin-denuncia');
  expect(found('alimony').sheet).toBe('alimentos');
});

test('a word of which another is meant than the sheet has is asked about', () => {
  expect(found('cual es la pensión de gracia', 'pgu')).toEqual({ sheet: null, several: ['pgu'] });
  expect(found('como pido pensión de alimentos', 'alimentos').sheet).toBe('alimentos');
});

test('words that only begin a question ask nothing yet', () => {
  for (const text of ['tengo una duda', 'me pueden ayudar?', 'can you help me', 'hola, una consulta'])
    expect(found(text, 'pgu')).toEqual({ sheet: null, several: [], unasked: true });
});

test('what is believed less than a quarter is offered beside what comes near it', () => {
  const guess: Near = {
    text: 'me puede ir a buscar un furgón municipal',
    sheet: 'donde',
    sheets: [
      { id: 'donde', score: 0.2 },
      { id: 'pgu', score: 0.15 },
      { id: 'divorcio', score: 0.03 },
    ],
  };
  expect(sheetsFor(guess, sheets)).toEqual({ sheet: null, several: ['donde', 'pgu'] });
});

test('what is believed more is given where the sheet has her words, and offered where it has none of them', () => {
  expect(found('cuánto cuesta el divorcio', 'divorcio', 0.3).sheet).toBe('divorcio');
  expect(found('qué es la compensación económica', 'divorcio', 0.3)).toEqual({ sheet: null, several: ['divorcio'] });
  expect(found('qué es la compensación económica', 'divorcio', 0.5).sheet).toBe('divorcio');
});

test('where none is sure, one that is near or has a word of hers that few have is offered', () => {
  const unsure = (text: string, score: number): readonly string[] =>
    sheetsFor({ text, sheet: null, sheets: [{ id: 'alimentos', score }] }, sheets).several;
  expect(unsure('how do i apply for alimony', 0.1)).toEqual(['alimentos']);
  expect(unsure('how do i apply for money', 0.1)).toEqual([]);
  expect(unsure('how do i apply for money', 0.25)).toEqual(['alimentos']);
  expect(unsure('how do i apply for alimony', 0.05)).toEqual([]);
});

test('a sheet is not given where her words say that she means something else', () => {
  const sheets = toldApart(
    [
      { id: 'tax', title: 'Permiso de circulación', questions: ['cuánto paga mi auto'], unless: ['of-him'] },
      { id: 'leaving', title: 'Irme de la casa', questions: [] },
    ],
    { 'of-him': { words: ['nombre de el'] } },
  );
  const near = { sheet: 'tax', sheets: [{ id: 'tax', score: 0.9 }] };

  expect(sheetsFor({ ...near, text: 'me llevo el auto a nombre de él' }, sheets).sheet).toBeNull();
  expect(sheetsFor({ ...near, text: 'cuánto pago por el auto este año' }, sheets).sheet).toBe('tax');
  const just = toldApart([{ id: 'his', title: 'Soy el que pega', questions: ['soy el q pega'], unless: ['hurts'] }], {
    hurts: { words: ['me pega'] },
  });
  expect(sheetsFor({ text: 'me pega', sheet: null, sheets: [] }, just).sheet).toBeNull();
  expect(sheetsFor({ text: 'soy el q pega', sheet: null, sheets: [] }, just).sheet).toBe('his');
});
