import { describe, expect, test } from 'vitest';
import { alarmOf, sosWord } from './sos.js';

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
    'help',
    'HELP ME',
    'please help',
    'help he is here',
    'i need help now',
    'sí, ayuda',
    'ayuda está en la puerta',
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
    'ayuda con un trámite aquí',
    'i need help with my pension',
  ])('"%s"', text => {
    expect(sosWord(text, WORDS)).toBe(false);
  });
});

describe('beside what is over it asks whether there is danger now', () => {
  const past = ['ayer', 'hace años', 'used to', 'years ago'];
  test.each([
    ['my husband used to hit me, I need help', 'asks'],
    ['he hit me years ago, help', 'asks'],
    ['mi marido me pegó hace años, necesito ayuda', 'asks'],
    ['ayer me pegó y ahora viene, ayuda', 'opens'],
    ['he hit me years ago and he is coming, help', 'opens'],
    ['help help he used to hit me and has a knife', 'opens'],
    ['help', 'opens'],
    ['used to', null],
  ] as const)('"%s"', (text, alarm) => {
    expect(alarmOf(text, { words: WORDS, past })).toBe(alarm);
  });
});
