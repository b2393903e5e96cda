import { describe, expect, test } from 'vitest';
import { deniedNumber, readNewNumber } from './houseNumber.js';

describe('a number in place of another', () => {
  test.each([
    ['no es el 304 es el 403', { number: '403', not: '304' }],
    ['no 304 sino 403', { number: '403', not: '304' }],
    ['não é 345 é 354', { number: '354', not: '345' }],
    ['se pa 345, se 354', { number: '354', not: '345' }],
    ['el depto esta malo, es 403', { number: '403', kind: 'depto' }],
    ['no espera ese es el 1254', { number: '1254', corrects: true }],
    ['esa no, la 1254', { number: '1254', corrects: true }],
    ['*1254', { number: '1254', corrects: true }],
    ['1254*', { number: '1254', corrects: true }],
    ['errei, 354', { number: '354', corrects: true }],
    ['padon se 354', { number: '354', corrects: true }],
    ['nimewo a se 354', { number: '354', corrects: false }],
    ['1254', { number: '1254', corrects: false }],
  ])('%s', (text, number) => expect(readNewNumber(text)).toMatchObject(number));

  test.each([
    ['me pase a la 347', { number: '347', goes: 'there' }],
    ['estoy al frente, en la 340', { number: '340', goes: 'beside' }],
    ['me salte al patio del vecino, la 349', { number: '349', goes: 'beside' }],
    ['baje al 104', { number: '104', goes: 'within' }],
    ['I ran to my neighbor, number 349', { number: '349', goes: 'beside' }],
    ['estou na casa da vizinha, 349', { number: '349', goes: 'beside' }],
    ['mwen kay vwazen an 349', { number: '349', goes: 'beside' }],
  ])('of where she is now: %s', (text, number) => expect(readNewNumber(text)).toMatchObject(number));

  test.each([
    'somos 3 no 2 niños',
    'estoy en 10 minutos',
    'llamen al 133',
    '133',
    'me pego 3 veces',
    'tengo 34',
    'es el 403?',
    '345 403',
    'viene a las 10',
    'no, tengo 2 hijos',
    'el 2020 me pego',
  ])('is not %s', text => expect(readNewNumber(text)).toBeNull());
});

test('a number that is only denied is told from one after a no', () => {
  expect(deniedNumber('no es el 304')).toBe('304');
  expect(deniedNumber('no, es el 304')).toBeNull();
  expect(deniedNumber('no es el 304 es el 403')).toBeNull();
  expect(deniedNumber('no tengo 304')).toBeNull();
});
