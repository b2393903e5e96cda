/** The documents of the protocol format say what its schemas say: a key that nobody explained fails here. */
import { expect, test } from 'vitest';
import { reference, stale, unexplained } from './reference.js';

const text = reference();

test('every key of every file and step kind is explained', () => {
  expect(unexplained).toEqual([]);
});

test('no explanation is left of a key that is gone', () => {
  expect(stale()).toEqual([]);
});

test('docs/protocol-reference.md is written from the schemas as they are', async () => {
  await expect(text).toMatchFileSnapshot('../../docs/protocol-reference.md');
});
