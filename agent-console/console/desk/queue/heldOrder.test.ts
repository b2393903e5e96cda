import { describe, expect, test } from 'vitest';
import { HELD_MS, HeldOrder } from './heldOrder.js';

describe('the order of the list', () => {
  test('follows the queue while nobody is in it', () => {
    const held = new HeldOrder();
    held.next(['a', 'b'], 0, false);

    expect(held.next(['b', 'a', 'c'], 1, false)).toEqual({ shown: ['b', 'a', 'c'], due: null });
  });

  test('stays under a hand, for five seconds at most', () => {
    const held = new HeldOrder();
    held.next(['a', 'b'], 0, true);

    expect(held.next(['b', 'a', 'c'], 1_000, true)).toEqual({ shown: ['a', 'b'], due: 1_000 + HELD_MS });
    expect(held.next(['c', 'b', 'a'], 3_000, true)).toEqual({ shown: ['a', 'b'], due: 1_000 + HELD_MS });
    expect(held.next(['c', 'b', 'a'], 1_000 + HELD_MS, true).shown).toEqual(['c', 'b', 'a']);
  });

  test('moves when the hand leaves', () => {
    const held = new HeldOrder();
    held.next(['a', 'b'], 0, true);
    held.next(['b', 'a'], 1_000, true);

    expect(held.next(['b', 'a'], 1_100, false).shown).toEqual(['b', 'a']);
  });

  test('lets go of who left at once', () => {
    const held = new HeldOrder();
    held.next(['a', 'b', 'c'], 0, true);

    expect(held.next(['c', 'a'], 1, true).shown).toEqual(['a', 'c']);
  });

  test('another view, or a search, shows its own at once', () => {
    const held = new HeldOrder();
    held.next(['a', 'b', 'c'], 0, true, 'all');

    expect(held.next(['c'], 1, true, 'mine').shown).toEqual(['c']);
    expect(held.next(['b', 'a', 'c'], 2, true, 'all').shown).toEqual(['b', 'a', 'c']);
  });

  test('gives the same list while nothing moves, so nothing is drawn again', () => {
    const held = new HeldOrder();
    const { shown } = held.next(['a', 'b'], 0, true);

    expect(held.next(['a', 'b'], 9_000, true).shown).toBe(shown);
  });
});
