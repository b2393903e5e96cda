/** docs/dialogues.md explains every word that a dialogue may use. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  checkSchema,
  dialogueSchema,
  EXECUTIVE,
  expectSchema,
  setupSchema,
  SYSTEM,
} from '../../bot/simulate/dialogue.js';
import { MILESTONES } from '../../flows/milestones.js';

const text = readFileSync(path.join(import.meta.dirname, '../../docs/dialogues.md'), 'utf8');
const unexplained = (words: readonly string[]) =>
  words.filter(word => !text.includes(`\`${word}`) && !text.includes(`${word}\``));

test('every key of a dialogue', () => {
  for (const { shape } of [dialogueSchema, setupSchema, expectSchema, checkSchema]) {
    expect(unexplained(Object.keys(shape))).toEqual([]);
  }
});

test('everything that people and the world can do, with its keys', () => {
  for (const acts of [EXECUTIVE, SYSTEM]) {
    expect(unexplained(Object.keys(acts))).toEqual([]);
    expect(unexplained(Object.values(acts).flatMap(act => Object.keys(act.shape)))).toEqual([]);
  }
});

test('every milestone', () => {
  expect(unexplained(MILESTONES)).toEqual([]);
});
