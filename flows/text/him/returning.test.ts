/** In an emergency: he is back after somebody left, or came with others; and what says another thing. */
import { describe, expect, test } from 'vitest';
import { isBack } from './returning.js';

describe('he is back, whoever left before', () => {
  test.each([
    'se fue la policia y el volvio',
    'llegó la policía pero se fueron, él volvió',
    'se fueron los carabineros y el volvio',
    'la patrulla se fue y ahora el esta aca de nuevo',
    'lo soltaron y ya esta aqui',
    'se habia ido pero volvio',
    'salio un rato y volvio',
    'fue a comprar y ya llego',
    'salio a comprar cigarros y ya viene',
    'se lo llevaron detenido pero lo soltaron y volvio',
    "police left and he's back",
    'a policia foi embora e ele voltou',
    'lapolis ale epi li tounen',
  ])('%s', text => expect(isBack(text)).toBe(true));
});

describe('he came with others, or with a weapon', () => {
  test.each([
    'llego con dos amigos',
    'aparecio con un bate',
    'aparecio en la puerta con un bate',
    'vino con su papa',
    'llego con su hermano y un bate',
    'mi ex llego con unos amigos',
    'he is back with a knife',
    'ele voltou com uma faca',
    'li tounen ak yon kouto',
  ])('%s', text => expect(isBack(text)).toBe(true));
});

describe('another thing', () => {
  test.each([
    'se fue',
    'se fue la policia',
    'se fue y llego mi hermana',
    'se fue y volvio la luz',
    'se fue el y llegaron los carabineros',
    'llegaron los carabineros y se fue',
    'llego con mi hermana',
    'llegó la policía con un perro',
    'salio y no ha vuelto',
    'viene con un cuchillo',
    '¿se fue y volvio?',
    'cuando se va y vuelve me pega',
  ])('%s', text => expect(isBack(text)).toBe(false));
});
