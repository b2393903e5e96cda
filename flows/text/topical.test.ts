import { describe, expect, test } from 'vitest';
import { type Asked, isAbout } from './topical.js';

const about = (asked: Asked, text: string): boolean => isAbout(asked, text, false);

describe('answers what was asked', () => {
  test.each<[Asked, string]>([
    ['who', 'mi marido'],
    ['who', 'el Juan'],
    ['who', 'pedro'],
    ['who', 'está mi hijo, curado'],
    ['who', 'llegaron sus amigos'],
    ['who', 'nadie más'],
    ['who', '3'],
    ['who', 'ele está aqui'],
    ['who', 'mari mwen'],
    ['injured', 'me duele la cabeza'],
    ['injured', 'un poco'],
    ['injured', 'my back hurts'],
    ['injured', 'i cant breathe well, he choked my neck'],
    ['injured', 'ninguém'],
    ['weapon', 'un palo'],
    ['weapon', 'no creo'],
    ['weapon', 'um facão'],
    ['weapon', 'li gen yon kouto'],
    ['children', 'dos'],
    ['children', 'mi guagua tiene 4 meses'],
    ['children', 'my son, 6 years'],
    ['children', 'twa timoun'],
  ])('%s: %s', (asked, text) => expect(about(asked, text)).toBe(true));
});

describe('tells another thing', () => {
  test.each<[Asked, string]>([
    ['who', 'mi guagua tiene 4 meses'],
    ['who', 'mi hijo esta durmiendo'],
    ['who', 'me baje'],
    ['who', 'no quiero que me llamen'],
    ['who', 'gracias'],
    ['injured', '912345678'],
    ['injured', 'no hay numero'],
    ['injured', 'he took my phone, got it back'],
    ['injured', 'ahora quedo todo en silencio'],
    ['injured', 'quero falar com uma pessoa'],
    ['weapon', 'el se fue donde su mama'],
    ['weapon', 'bueno gracias chao'],
    ['weapon', 'socorro meu marido me bate'],
    ['weapon', 'mari mwen ap bat mwen'],
    ['weapon', 'no me llamen'],
    ['children', 'puede volver en cualquier momento'],
  ])('%s: %s', (asked, text) => expect(about(asked, text)).toBe(false));
});
