import { describe, expect, test } from 'vitest';
import { answersSafety } from './answersSafety.js';
import type { Context } from '../context.js';
import { UNSURE } from './dangerQuestion.js';
import type { Reading } from '../reading.js';

const read = (...names: string[]): Reading => ({ reads: (name: string) => names.includes(name) }) as unknown as Reading;
const at = (step: string): Context => ({ step }) as unknown as Context;

describe('an answer to whether there is danger', () => {
  test('is a no where he is away, or nothing is heard any more', () => {
    expect(answersSafety(read('he-is-away'), at(UNSURE), true)).toBe(true);
    expect(answersSafety(read('quiet-now'), at(UNSURE), true)).toBe(true);
    expect(answersSafety(read('no', 'elsewhere'), at(UNSURE), true)).toBe(true);
  });

  test('is none where danger is in the reason', () => {
    for (const danger of ['grave', 'he-comes', 'beside', 'weapon', 'no-for-now', 'hush', 'feels-unsafe'])
      expect(answersSafety(read('no', 'he-is-away', danger), at(UNSURE), true)).toBe(false);
  });

  test('is none where he is in another room and she says no "no"', () => {
    expect(answersSafety(read('elsewhere'), at(UNSURE), true)).toBe(false);
  });
});

describe('an answer to whether it is safe to write', () => {
  test('tells where in the house he is, or says yes and where', () => {
    expect(answersSafety(read('at-home'), at('access.safe'), true)).toBe(true);
    expect(answersSafety(read('yes', 'elsewhere'), at('access.safe'), true)).toBe(true);
    expect(answersSafety(read('he-is-away'), at('access.safe'), true)).toBe(true);
    expect(answersSafety(read('he-is-away', 'he-comes'), at('access.safe'), true)).toBe(false);
    expect(answersSafety(read('he-is-away'), at('access.safe'), false)).toBe(false);
    expect(answersSafety(read('at-home'), at('access.safe'), false)).toBe(false);
    expect(answersSafety(read('at-home'), null, true)).toBe(false);
  });
});
