import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VirtualClock } from '../test/support/virtual-clock.js';
import { createIds } from './ids.js';

test('ids sort as text in the order they were made, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50_000, max: 50_000 }), { maxLength: 200 }), steps => {
      const clock = new VirtualClock();
      const ids = createIds(clock);
      const made = steps.map(step => {
        clock.pass(step);
        return ids.next();
      });
      expect([...made].sort()).toEqual(made);
      expect(new Set(made).size).toBe(made.length);
    }),
  );
});

test('an id is 26 characters without those that are misread', () => {
  const ids = createIds(new VirtualClock());
  for (let i = 0; i < 1000; i++) expect(ids.next()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test('two processes of the same millisecond make different ids', () => {
  const clock = new VirtualClock();
  const [a, b] = [createIds(clock), createIds(clock)];
  const made = Array.from({ length: 500 }, () => [a.next(), b.next()]).flat();
  expect(new Set(made).size).toBe(made.length);
});
