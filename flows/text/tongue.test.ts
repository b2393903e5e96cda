import { expect, test } from 'vitest';
import { tongueOf } from './tongue.js';

test.each([
  ['he is outside with a knife, 455 Merced street santiago', 'en'],
  ['help he hit me, 200 Apoquindo', 'en'],
  ["He's drunk, I'm at Los Leones 1200, Providencia", 'en'],
  ['meu marido esta com uma faca, rua Catedral 1850 Santiago centro', 'pt'],
  ['oi, sou brasileira, moro em Santiago', 'pt'],
  ['mari mwen gen yon kouto, mwen nan kay la, Estación Central', 'ht'],
])('%s is told by its small words, whatever Chilean street stands beside them', (text, locale) => {
  expect(tongueOf(text)).toBe(locale);
});

test.each([
  'mi marido esta con un cuchillo, los leones 455 santiago',
  'he sufrido mucho con mi marido',
  'el viene con un gun',
  'trabajo en home office con mi jefe',
  'yes',
  'no',
  'com',
  'vivo en la calle The Beatles 120',
  'mi ex se llama Will y vive en house 3',
  'quiero saber de la pension',
  'necesito ayuda xfa help',
  'sos help',
  '455 Merced Santiago',
  'mari esta en kay',
])('%s tells no other language', text => {
  expect(tongueOf(text)).toBeNull();
});
