/** What is said in pieces is read when the last of them comes, and once. */
import { expect, test } from 'vitest';
import type { WordLists } from './lists.js';
import { saidTogether } from './pieces.js';

const lists: WordLists = {
  hurt: { words: ['hit my head'], with: ['dizzy'], without: ['years ago'], adds_up: true },
  seen: { words: ['bleeding'], also: ['hurt'] },
  apart: { words: ['hit my head'], with: ['dizzy'] },
};

test('a message that completes another says the list, and those that mean the same', () => {
  expect(saidTogether(lists, 'he hit my head', 'now i am dizzy')).toEqual(['hurt', 'seen']);
  expect(saidTogether(lists, 'i am dizzy', 'he hit my head')).toEqual(['hurt', 'seen']);
});

test('what was complete before, is missing still, or is long over says nothing new', () => {
  expect(saidTogether(lists, 'he hit my head and i am dizzy', 'so dizzy')).toEqual([]);
  expect(saidTogether(lists, 'he hit my head', 'it hurts')).toEqual([]);
  expect(saidTogether(lists, 'he hit my head years ago', 'i am dizzy')).toEqual([]);
  expect(saidTogether(lists, undefined, 'i am dizzy')).toEqual([]);
});
