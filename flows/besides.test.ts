import { expect, test } from 'vitest';
import { besides } from './besides.js';

const nowhere = (): boolean => false;

test('a place to which nobody is to go is left out where another is told', () => {
  const text = 'no manden a nadie a Prat 890, estoy en Freire 20';
  expect(besides('retraction', text, () => true)).toBe('estoy en Freire 20');
  expect(besides('retraction', text, nowhere)).toBeUndefined();
});

test('the condition of a call is no refusal of it, and stays a note for whoever calls', () => {
  const text = 'gracias, no me llamen si contesta un hombre';
  expect(besides('cancel-slot', text, nowhere)).toBe('gracias');
  expect(besides('asks-no-ring', text, nowhere)).toBeUndefined();
  expect(besides('cancel-slot', 'no me llamen', nowhere)).toBeUndefined();
});

test('who asks whether anybody comes tells of nobody who does', () => {
  expect(besides('hush', 'ya viene alguien?', nowhere)).toBe('');
  expect(besides('hush', 'viene alguien', nowhere)).toBeUndefined();
});
