import { expect, test } from 'vitest';
import { apart } from './apart.js';

const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });

test('a notice that lies over nothing stays where it is', () => {
  expect(apart(box(0, 0, 100, 40), box(0, 200, 100, 80), 8, 800)).toBe(0);
  expect(apart(box(0, 200, 100, 40), box(120, 200, 100, 80), 8, 800)).toBe(200);
});

test('one that would lie over a field goes above it, and below where there is no room above', () => {
  expect(apart(box(0, 220, 100, 40), box(0, 200, 100, 80), 8, 800)).toBe(152);
  expect(apart(box(0, 30, 100, 40), box(0, 20, 100, 80), 8, 800)).toBe(108);
});

test('it never leaves the screen', () => {
  expect(apart(box(0, 30, 100, 40), box(0, 20, 100, 80), 8, 120)).toBe(80);
});
