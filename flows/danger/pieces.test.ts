/** What is said in pieces is read when the last of them comes, and once. */
import { expect, test } from 'vitest';
import { initialContext } from '../context.js';
import type { WordLists } from '../lists.js';
import { saidTogether } from './pieces.js';

const lists: WordLists = {
  hurt: { words: ['hit my head'], with: ['dizzy'], without: ['years ago'], adds_up: true },
  seen: { words: ['bleeding'], also: ['hurt'] },
  'asks-no-ring': { words: ['no me llamen'] },
  'order-ignored': { words: ['vino igual'], without: ['si'] },
  'names-order': { words: ['orden de alejamiento', 'medidas cautelares'] },
  apart: { words: ['hit my head'], with: ['dizzy'] },
};

const together = (before: string | undefined, text: string): string[] =>
  saidTogether(lists, { ...initialContext('es'), ...(before === undefined ? {} : { pieces: before }) }, text);

test('a message that completes another says the list, and those that mean the same', () => {
  expect(together('he hit my head', 'now i am dizzy')).toEqual(['hurt', 'seen']);
  expect(together('i am dizzy', 'he hit my head')).toEqual(['hurt', 'seen']);
});

test('what was complete before, is missing still, or is long over says nothing new', () => {
  expect(together('he hit my head and i am dizzy', 'so dizzy')).toEqual([]);
  expect(together('he hit my head', 'it hurts')).toEqual([]);
  expect(together('he hit my head years ago', 'i am dizzy')).toEqual([]);
  expect(together(undefined, 'i am dizzy')).toEqual([]);
});

test('he who threatens her is told of by her own word for him', () => {
  const after = { ...initialContext('es'), threat: 'son' as const };
  expect(saidTogether(lists, after, 'llego mi hijo')).toEqual(['he-nears', 'hush', 'he-comes-now']);
  expect(saidTogether(lists, initialContext('es'), 'llego mi hijo')).toEqual([]);
});

test('that her telephone must not ring is for whoever calls in an emergency, and of no one else before it', () => {
  const before = initialContext('es');
  const open = { ...before, marks: { ...before.marks, emergency: true } };
  expect(saidTogether(lists, open, 'no me llamen')).toEqual(['asks-no-calls']);
  expect(saidTogether(lists, open, 'llamen luego')).toEqual([]);
  expect(saidTogether(lists, before, 'no me llamen')).toEqual([]);
});

test('that he came all the same is danger of who may not come near, told before or in the same breath', () => {
  const before = initialContext('es');
  const asked = { ...before, answered: 'cómo pido una orden de alejamiento' };
  const given = { ...before, kept: { given: ['medidas-cautelares'] } };
  const other = { ...before, kept: { given: ['medidas-cautelares', 'pension-de-alimentos'] } };
  expect(saidTogether(lists, before, 'tiene orden de alejamiento y vino igual')).toEqual(['may-be-now']);
  expect(saidTogether(lists, asked, 'anoche vino igual')).toEqual(['may-be-now']);
  expect(saidTogether(lists, given, 'anoche vino igual')).toEqual(['may-be-now']);
  expect(saidTogether(lists, other, 'anoche vino igual')).toEqual([]);
  expect(saidTogether(lists, given, 'y si vino igual')).toEqual([]);
  expect(saidTogether(lists, before, 'anoche vino igual')).toEqual([]);
});
