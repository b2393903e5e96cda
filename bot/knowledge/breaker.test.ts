import { expect, test } from 'vitest';
import { VirtualClock } from '../../test/support/virtual-clock.js';
import { Breaker } from './breaker.js';

function breaker() {
  const clock = new VirtualClock();
  return { clock, it: new Breaker({ now: () => clock.now(), opensAfter: 2, restMs: 1_000 }) };
}

test('it opens after so many failures in a row, and not when one between went well', () => {
  const { it } = breaker();
  it.failed();
  it.succeeded();
  it.failed();
  expect(it.enter()).toBe(true);
  it.failed();
  expect([it.enter(), it.state]).toEqual([false, 'open']);
});

test('rested, it lets one through alone, and closes when that goes well', () => {
  const { it, clock } = breaker();
  it.failed();
  it.failed();
  clock.pass(999);
  expect(it.enter()).toBe(false);
  clock.pass(1);
  expect(it.state).toBe('half-open');
  expect([it.enter(), it.enter()]).toEqual([true, false]);
  it.succeeded();
  expect([it.state, it.enter(), it.enter()]).toEqual(['closed', true, true]);
});

test('where the one let through fails, it rests for the whole time again', () => {
  const { it, clock } = breaker();
  it.failed();
  it.failed();
  clock.pass(1_000);
  it.enter();
  it.failed();
  clock.pass(999);
  expect(it.enter()).toBe(false);
  clock.pass(1);
  expect(it.enter()).toBe(true);
});
