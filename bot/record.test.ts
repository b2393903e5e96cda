import { expect, test } from 'vitest';
import { isLate } from './record.js';

test('a message is late that was written more than a minute before it arrived, and not one that says so a moment before', () => {
  expect(isLate({ at: 100_000, sentAt: 39_999 })).toBe(true);
  expect(isLate({ at: 100_000, sentAt: 99_000 })).toBe(false);
  expect(isLate({ at: 100_000 })).toBe(false);
});
