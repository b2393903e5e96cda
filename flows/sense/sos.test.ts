import { describe, expect, test } from 'vitest';
import { sosWord } from './sos.js';

const WORDS = ['SOS', 'ayuda', 'auxilio', 'socorro', 'help', '🆘'];

describe('a word of alarm opens the emergency', () => {
  test.each([
    'sos',
    'S.O.S.',
    'SOOOOS',
    'ayuda',
    'AYUDAAA!!',
    'hola ayuda por favor',
    'ayud',
    '🆘',
    '🆘🆘 baño',
    'help please',
    'ayuda mi marido tiene un cuchillo',
    'me esta pegando auxilio',
  ])('"%s"', text => {
    expect(sosWord(text, WORDS)).toBe(true);
  });
});

describe('a word of alarm in an ordinary sentence does not', () => {
  test.each([
    'sos argentino?',
    'ayuda con la clave única',
    'necesito ayuda con un trámite',
    'el loro grita auxilio jajaja',
    'sostén',
    '',
    'hola',
    'peligro de derrumbe en mi calle',
  ])('"%s"', text => {
    expect(sosWord(text, WORDS)).toBe(false);
  });
});
