import { expect, test } from 'vitest';
import { isUnfinished } from './unfinished.js';

test.each([
  'me',
  'es sobre la',
  'sobre el',
  'lo q pasa es q',
  'quiero saber como',
  'mi ex y',
  'and i',
  'it is about my',
])('"%s" only begins', text => {
  expect(isUnfinished(text)).toBe(true);
});

test.each([
  'que',
  'por que',
  'no sé qué',
  'para mi',
  'es por el',
  'quiero una',
  'call me',
  'como',
  'no',
  'y?',
  'help me',
  'ana@gmail.con',
])('"%s" is all she says', text => {
  expect(isUnfinished(text)).toBe(false);
});
