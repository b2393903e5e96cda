import { describe, expect, test } from 'vitest';
import { alarmOf, isSpeltBy, sosWord, speltBy } from './sos.js';

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
    'someone help us',
    'anyone there? help',
    'alguien ayuda',
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
    'someone help me with a form',
    'is anyone there',
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
    ['he hits me, help', 'opens'],
    ['my husband hit me, can you please help', 'asks'],
    ['he hit me, please help me', 'opens'],
    ['help', 'opens'],
    ['used to', null],
  ] as const)('"%s"', (text, alarm) => {
    expect(alarmOf(text, { words: WORDS, past })).toBe(alarm);
  });
});

test.each([
  ['ayuda para mi marido que está enfermo', null],
  ['help for my husband who is sick', null],
  ['necesito ayuda para mi pololo', null],
  ['ayuda para mi marido que me quiere matar', 'opens'],
  ['ayuda mi marido', 'opens'],
] as const)('who needs help is no danger: "%s"', (text, alarm) => {
  expect(alarmOf(text, { words: WORDS })).toBe(alarm);
});

describe('a cry is no everyday word: beside any others it is heard', () => {
  const alarms = {
    words: WORDS,
    cries: ['SOS', 'auxilio', 'socorro', '🆘'],
    everyday: ['vos sos', 'sos argentino', 'sos muy amable', 'sos de aca', 'como sos'],
    past: ['ayer'],
  };
  test.each([
    ['sos donde denuncio', 'cries'],
    ['auxilio dónde puedo ir', 'cries'],
    ['menu sos', 'cries'],
    ['mañana sos', 'cries'],
    ['7 y sos', 'cries'],
    ['S0S donde denuncio', 'cries'],
    ['sos, sáquenme de acá', 'cries'],
    ['sos un hombre me sigue', 'cries'],
    ['🆘 necesito saber a quién puedo ir a ver', 'cries'],
    ['sos de maipú', 'cries'],
    ['SOS ayer me siguió', 'cries'],
    ['SOS, necesito hablar con alguien', 'opens'],
    ['quiero hablar con una persona SOS', 'opens'],
    ['sos sos donde denuncio', 'opens'],
    ['prat 100 maipú sos', 'opens'],
    ['help prat 100 maipú', 'opens'],
    ['sos maipú', 'opens'],
    ['sos muy amable', null],
    ['¿vos sos una máquina?', null],
    ['sos argentino?', null],
    ['¿sos de acá?', null],
    ['los huevos quedaron sosos', null],
    ['ayuda con la clave única', null],
    ['ayuda con un trámite en prat 100', null],
    ['el loro grita auxilio jajaja', null],
  ] as const)('"%s"', (text, alarm) => {
    expect(alarmOf(text, alarms)).toBe(alarm);
  });
});

describe('however it is written, it is the word', () => {
  test.each([
    'S0S',
    '5OS',
    'sosos',
    'SOSSOSSOS',
    'sosporfavor',
    'ayudaporfavor',
    'helpplease',
    'so s',
    'S-O-S',
    'S 0 S',
    'ay uda',
    'h e l p',
    'ѕоѕ',
    '𝗦𝗢𝗦',
    'ＳＯＳ',
    'Ⓢ🅾Ⓢ',
    '🇸🇴🇸',
    'S0S mi marido me pega',
    'aiuda',
    'aucsilio',
    'hellp',
  ])('"%s"', text => {
    expect(alarmOf(text, { words: WORDS })).toBe('opens');
  });

  test.each(['sod', 'sox', 'hola aos', '50S', 'halp', 'ayua', 'hlep'])('"%s" is near it, and asked about', text => {
    expect(alarmOf(text, { words: WORDS })).toBe('asks');
  });

  test.each([
    'dos',
    'los dos',
    '505',
    'depto 505',
    'de 5 a 7',
    'sus',
    'no se',
    'si o no',
    'los huevos quedaron sosos',
    'hello',
    'ayudo en la feria',
    'help desk',
  ])('"%s" is none', text => {
    expect(alarmOf(text, { words: WORDS })).toBe(null);
  });
});

describe('a sentence that says that it is an emergency', () => {
  const alarms = {
    words: [...WORDS, 'emergencia'],
    sentences: ['es una emergencia', 'tengo una emergencia', 'de vida o muerte'],
    everyday: ['que es una emergencia', 'una emergencia dental'],
  };
  test.each([
    ['es una emergencia', 'opens'],
    ['tengo una emergencia por favor', 'opens'],
    ['es una emergencia mi marido me pega', 'opens'],
    ['mi mamá se siente mal, es una emergencia', 'asks'],
    ['no es una emergencia', null],
    ['¿qué es una emergencia?', null],
    ['es una emergencia dental', null],
    ['esto', null],
    ['número de emergencia del hospital', null],
  ] as const)('"%s"', (text, alarm) => {
    expect(alarmOf(text, alarms)).toBe(alarm);
  });
});

describe('beside a mark, thanks or praise it is asked about, where it stands apart', () => {
  test.each([
    ['7 pero ayuda', 'asks'],
    ['gracias pero ayuda', 'asks'],
    ['thanks but help', 'asks'],
    ['me ayudaron mucho pero AYUDA', 'asks'],
    ['muy bueno AYUDA', 'asks'],
    ['ok gracias, ayuda', 'asks'],
    ['ok ayuda viene', 'opens'],
    ['ayuda, por el amor de dios', 'opens'],
    ['muy buena ayuda', null],
    ['gracias por la AYUDA', null],
    ['no ayuda', null],
    ['ok gracias por ayudar', null],
    ['no tengo plata pero quiero ayuda', null],
    ['QUIERO SABER DÓNDE PIDO AYUDA', null],
  ] as const)('"%s"', (text, alarm) => {
    expect(alarmOf(text, { words: WORDS })).toBe(alarm);
  });
});

describe('spelt a piece a message', () => {
  const opensAt = (...texts: string[]): boolean[] => {
    let before = '';
    return texts.map(text => {
      const opens = isSpeltBy(before, text, { words: WORDS });
      before = speltBy(before, text, { words: WORDS });
      return opens;
    });
  };
  test.each([
    [
      ['S', 'O', 'S'],
      [false, false, true],
    ],
    [
      ['s', 'os'],
      [false, true],
    ],
    [
      ['ay', 'uda'],
      [false, true],
    ],
    [
      ['s', 's', 'o', 's'],
      [false, false, false, true],
    ],
    [
      ['s', 'hola', 'o', 's'],
      [false, false, false, false],
    ],
    [
      ['si', 'no', 'si'],
      [false, false, false],
    ],
  ])('%j', (texts, opens) => {
    expect(opensAt(...texts)).toEqual(opens);
  });
});
