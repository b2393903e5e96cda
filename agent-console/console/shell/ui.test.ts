import { expect, test } from 'vitest';
import { lineIn, linkTo } from './ui.js';

test('a link to a line says which, and nothing else of the conversation', () => {
  const link = linkTo('a b', 'note5.0', { origin: 'https://cauce.example', pathname: '/console/' });
  expect(link).toBe('https://cauce.example/console/#/desk/a%20b/note5.0');
  expect(lineIn(new URL(link).hash)).toBe('note5.0');
  expect(['', '#/desk', '#/desk/c', '#/desk/c/'].map(lineIn)).toEqual([null, null, null, null]);
});
