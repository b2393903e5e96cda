import { expect, test } from 'vitest';
import { latin } from './latin.js';

test.each([
  ['𝗔𝘆𝘂𝗱𝗮', 'Ayuda'],
  ['ＳＯＳ', 'SOS'],
  ['Ⓢ🅾Ⓢ', 'SoS'],
  ['🇸🇴🇸', 'sos'],
  ['ѕоѕ', 'sos'],
])('"%s" is "%s"', (text, plainly) => {
  expect(latin(text)).toBe(plainly);
});

test.each(['¿Dónde está mi mamá?', 'señora ☎️ 3️⃣', 'viva Chile 🇨🇱🇨🇱', '🆘'])('"%s" stays as it is', text => {
  expect(latin(text)).toBe(text);
});
