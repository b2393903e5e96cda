import { expect, test } from 'vitest';
import type { Line } from '../../live/thread.js';
import { wholeWords } from './wholeWords.js';

const says = (turn: number, text: string, direction: 'in' | 'out' = 'in'): Line => ({
  key: `m${turn}`,
  item: {
    kind: 'message',
    turn,
    seq: turn,
    at: 0,
    direction,
    author: direction === 'in' ? 'citizen' : 'bot',
    text,
    lang: 'es',
    state: 'delivered',
  },
});
const lines = [says(1, 'hola'), says(2, 'vengan  que llegó con un cuchillo\ny está afuera'), says(3, 'ok', 'out')];

test('the whole message is found by the excerpt of its row, however its lines were broken', () => {
  expect(wholeWords('…llegó con un cuchillo y…', lines)).toBe('vengan que llegó con un cuchillo y está afuera');
});

test('what is in no message here stays as the row has it', () => {
  expect(wholeWords('…otra cosa…', lines)).toBe('…otra cosa…');
  expect(wholeWords('', lines)).toBe('');
});
