import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, chooseMany, type ChoiceOption } from './choice.js';

const MENU: readonly ChoiceOption[] = [
  { id: 'information', label: 'Información general', accepts: ['informacion', 'saber', 'consulta'] },
  { id: 'orientation', label: 'Orientación', accepts: ['consejos', 'prevencion'] },
  { id: 'support', label: 'Apoyo emocional', accepts: ['psicologa', 'conversar'] },
  { id: 'person', label: 'Hablar con una persona', accepts: ['ejecutiva', 'persona', 'humano'] },
];
const YES_NO: readonly ChoiceOption[] = [
  { id: 'yes', label: 'Sí' },
  { id: 'no', label: 'No' },
];

describe('one option is understood', () => {
  test.each([
    ['1', 'information'],
    ['1️⃣', 'information'],
    ['2.', 'orientation'],
    ['la 2 porfa', 'orientation'],
    ['opcion 3', 'support'],
    ['ya eligió, la opción 3', 'support'],
    ['uno', 'information'],
    ['la primera', 'information'],
    ['la ultima', 'person'],
    ['INFORMACIÓN', 'information'],
    ['Apoyo emocional', 'support'],
    ['apoyo', 'support'],
    ['quiero hablar con la ejecutiva por favor', 'person'],
    ['informasion', 'information'],
    ['orientasion porfa', 'orientation'],
    ['no quiero consejos, quiero una persona', 'person'],
    ['sicologa', 'support'],
  ])('%s', (text, id) => expect(choose(text, MENU)).toBe(id));
});

describe('who goes on has written more than her choice', () => {
  test.each([
    ['información, mi marido me obliga', null],
    ['quiero información porque me maltrata', null],
    ['quiero información sobre divorcio', null],
    ['quiero informasion sobre divorcio', null],
    ['consejos, él llegó curado', null],
    ['hola, quiero hacer una consulta por favor', 'information'],
    ['me pueden dar información', 'information'],
    ['hablar con una persona, mi vecina grita', 'person'],
  ])('%s', (text, id) => expect(choose(text, MENU)).toBe(id));
});

describe('of an exact option a part of its name is not enough', () => {
  const options = [{ id: 'third', label: 'Es por otra persona', accepts: ['otra persona'], exact: true }];
  test.each([
    ['persona', null],
    ['con una persona por favor', null],
    ['quiero hablar con otra persona', null],
    ['otra persona', 'third'],
    ['es por otra persona, mi vecina', 'third'],
    ['por otra persona, por favor', 'third'],
    ['1', 'third'],
  ])('%s', (text, id) => expect(choose(text, options)).toBe(id));
});

describe('what fits no option, or more than one, is said', () => {
  test.each([
    ['5', null],
    ['0', null],
    ['mi vecina grita', null],
    ['tengo 2 hijos', null],
    ['no quiero información', null],
    ['', null],
    ['1 y 3', 'several'],
    ['informacion o una persona', 'several'],
  ])('%s', (text, id) => expect(choose(text, MENU)).toBe(id));
});

describe('options of yes and no are read as an answer', () => {
  test.each([
    ['si me gustaria', 'yes'],
    ['.', null],
    ['👎', 'no'],
    ['no hay peligro', 'no'],
    ['2', 'no'],
    ['no puedo hablar', null],
    ['quizás', null],
  ])('%s', (text, id) => expect(choose(text, YES_NO)).toBe(id));
});

describe('several options at once', () => {
  const ids = MENU.map(it => it.id);
  test.each([
    ['1 y 3', ['information', 'support']],
    ['3,1', ['information', 'support']],
    ['1,2', ['information', 'orientation']],
    ['1-2-4', ['information', 'orientation', 'person']],
    ['todas', ids],
    ['todas menos la 2', ['information', 'support', 'person']],
    ['consejos y psicologa', ['orientation', 'support']],
    ['la 4', ['person']],
    ['ninguna de esas', []],
    ['1 y 9', null],
    ['no entiendo', null],
  ])('%s', (text, wanted) => expect(chooseMany(text, MENU)).toEqual(wanted));
});

test('"ambas" is both of two', () => {
  expect(chooseMany('ambas', YES_NO)).toEqual(['yes', 'no']);
});

test('every option is reached by its number, its label and its words, in any case and without accents', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MENU.entries()),
      fc.boolean(),
      fc.constantFrom('', '.', '!', ' '),
      ([index, option], loud, end) => {
        for (const way of [String(index + 1), `opción ${index + 1}`, option.label, ...(option.accepts ?? [])]) {
          expect(choose((loud ? way.toUpperCase() : way) + end, MENU)).toBe(option.id);
        }
      },
    ),
  );
});

test('no text whatever leads to an option that is not there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect([null, 'several', ...MENU.map(it => it.id)]).toContain(choose(text, MENU));
    }),
  );
});
