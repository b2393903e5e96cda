import { expect, test } from 'vitest';
import { alternatives } from './alternatives.js';

test('a phrase with no alternatives stands for itself', () => {
  expect(alternatives('anular la hora')).toEqual(['anular la hora']);
});

test('each alternative makes a phrase of its own, and an empty one leaves no gap', () => {
  expect(alternatives('(anular|cancelar) (la|) hora')).toEqual([
    'anular la hora',
    'anular hora',
    'cancelar la hora',
    'cancelar hora',
  ]);
});

test('an alternative may be a part of a word', () => {
  expect(alternatives('(anul|cancel)arla')).toEqual(['anularla', 'cancelarla']);
});
