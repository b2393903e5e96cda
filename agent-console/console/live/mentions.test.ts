import { describe, expect, test } from 'vitest';
import type { Staff } from '../../../bot/console/contract.js';
import { calledIn, meant, typedAt, withName } from './mentions.js';

const one = (id: string, name: string, state: Staff['state'] = 'available'): Staff => ({
  id,
  name,
  state,
  load: 0,
  capacity: 4,
});
const EVA = one('eva', 'Eva Pinto');
const SOL = one('sol', 'Sol Íñiguez', 'pause');
const PAZ = one('paz', 'Paz Mena', 'offline');
const ALL = [EVA, SOL, PAZ];

describe('what is typed after an @', () => {
  test.each([
    ['@', 1, { from: 0, typed: '' }],
    ['mira esto @ev', 13, { from: 10, typed: 'ev' }],
    ['(@eva pi', 8, { from: 1, typed: 'eva pi' }],
    ['@sol y @e', 9, { from: 7, typed: 'e' }],
    ['escribe a eva@correo.cl', 23, null],
    ['@eva\nmira', 9, null],
    ['@eva', 0, null],
  ])('%j at %i', (text, caret, found) => {
    expect(typedAt(text, caret)).toEqual(found);
  });

  test.each([
    ['', ['eva', 'sol']],
    ['ini', ['sol']],
    ['PIN', ['eva']],
    ['paz', []],
    ['eva pinto ', []],
    ['eva pinto mira', []],
    ['correo', []],
  ])('%j may mean %j, of who is connected', (typed, ids) => {
    expect(meant({ from: 0, typed }, ALL).map(({ id }) => id)).toEqual(ids);
  });
});

test('the name takes the place of what was typed, and what follows it stays', () => {
  expect(withName('a @ev mira', { from: 2, typed: 'ev' }, 'Eva Pinto')).toEqual({
    text: 'a @Eva Pinto mira',
    caret: 13,
  });
  expect(withName('@', { from: 0, typed: '' }, 'Eva Pinto')).toEqual({ text: '@Eva Pinto ', caret: 11 });
});

describe('whom a note calls', () => {
  test.each([
    ['@Eva Pinto mira esto', ['eva'], false],
    ['que mire @eva pinto, y @SOL INIGUEZ. Gracias @Eva Pinto', ['eva', 'sol'], false],
    ['@Paz Mena', ['paz'], false],
    ['@Eva mira esto', [], true],
    ['@Eva Pintora', [], true],
    ['eva@pinto.cl', [], false],
    ['Eva Pinto ya sabe', [], false],
  ])('%j', (text, ids, loose) => {
    const found = calledIn(text, ALL);
    expect([found.called.map(({ id }) => id), found.loose]).toEqual([ids, loose]);
  });

  test('the longest name, and both of two who are called alike', () => {
    const all = [one('1', 'Eva'), one('2', 'Eva Pinto'), one('3', 'Eva Pinto')];
    expect(calledIn('@Eva Pinto', all).called.map(({ id }) => id)).toEqual(['2', '3']);
    expect(calledIn('@Eva mira', all).called.map(({ id }) => id)).toEqual(['1']);
  });
});
