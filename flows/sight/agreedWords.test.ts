import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { wrongAmong } from './agreedWords.js';
import { parseProtocol } from '../protocol.js';

const folder = fileURLToPath(new URL('../../protocols/whatsapp-mujer/', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.yaml'))
  .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(`${folder}${path}`, 'utf8') }));
const parsed = parseProtocol(files, 'test');
if (!('protocol' in parsed)) throw new Error('the protocol does not parse');
const { protocol } = parsed;

test.each(['no', 'sí', 'ok', 'sol', '1234', '👍', 'a b'])('%j is too short, or no word', word => {
  expect(wrongAmong({ coverWords: [word] }, {}, protocol)).toEqual({ word, why: 'short' });
});

test.each([
  ...['hola', 'gracias', 'todo bien', 'ayuda', 'no gracias', 'buenas tardes', 'quiero hablar', 'casa', 'mañana'],
  ...['hello', 'thank you', 'obrigada', 'mèsi', 'cuchillo', 'carabineros', 'pizza', 'claro que sí', 'estoy bien'],
])('%j is written on any day', word => {
  expect(wrongAmong({ coverWords: [word] }, {}, protocol)).toEqual({ word, why: 'everyday' });
  expect(wrongAmong({ checkWord: word }, {}, protocol)).toEqual({ word, why: 'everyday' });
});

test.each(['paraguas', 'girasol', 'la tía Marta', 'margarita', 'canela', 'empolvado', 'cumpleaños de Raúl'])(
  '%j may be agreed on',
  word => {
    expect(wrongAmong({ coverWords: [word] }, {}, protocol)).toBeNull();
  },
);

test('the word that proves that it is her calls for no help', () => {
  const wrong = wrongAmong({ checkWord: 'girasol', coverWords: ['paraguas', 'Girasol'] }, {}, protocol);

  expect(wrong).toEqual({ word: 'Girasol', why: 'same' });
});

test('also where one of the two stands already', () => {
  expect(wrongAmong({ coverWords: ['girasol'] }, { checkWord: 'Girasol' }, protocol)).toEqual({
    word: 'girasol',
    why: 'same',
  });
});

test('what is empty takes a word back', () => {
  expect(wrongAmong({ checkWord: '', coverWords: [] }, {}, protocol)).toBeNull();
});
