import { expect, test } from 'vitest';
import type { Line, Message } from '../live/thread.js';
import { toCite } from './quote.js';

const line = (seq: number, direction: 'in' | 'out', text: string): Line => ({
  key: `m${seq}`,
  item: { kind: 'message', seq, direction, text } as Message,
});
const lines = [line(1, 'in', 'me pegó'), line(2, 'in', 'ayer'), line(3, 'in', ' '), line(4, 'out', 'Soy Ana')];

test('the message that was chosen is cited', () => {
  const choice = { conversation: 'c', seq: 1, text: 'me pegó' };
  expect(toCite('c', lines, choice)).toEqual(choice);
});

test('where none of this conversation was chosen, her last words are', () => {
  const her = { conversation: 'c', seq: 2, text: 'ayer' };
  expect(toCite('c', lines, null)).toEqual(her);
  expect(toCite('c', lines, { conversation: 'd', seq: 9, text: 'otra' })).toEqual(her);
});

test('who wrote nothing is not cited', () => {
  expect(toCite('c', [line(4, 'out', 'Soy Ana')], null)).toBeNull();
});
