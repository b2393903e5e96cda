/**
 * A critical answer that lands in low, and a "no sé" that lowers, are forbidden by the rules of `assess` whatever weights
 * and bands a guideline has: no file can express them. So the rules themselves are changed here, as a slip would.
 */
import { afterEach, expect, test, vi } from 'vitest';
import type * as guideline from '../../flows/emergency/guideline.js';
import { guidelineSound } from '../../flows/verify/guideline-sound.js';
import { compiledBy } from './base.js';

const slip = vi.hoisted(() => ({ level: null as ((answers: guideline.Answers) => number) | null }));
vi.mock('../../flows/emergency/guideline.js', async original => {
  const real = await original<typeof guideline>();
  return {
    ...real,
    levelOf: (...[of, answers]: Parameters<typeof real.levelOf>) => slip.level?.(answers) ?? real.levelOf(of, answers),
  };
});
afterEach(() => {
  slip.level = null;
});

const faults = (): string[] => (guidelineSound.faults?.(compiledBy().protocol) ?? []).map(fault => fault.why);

const [LOW, HIGH] = [1, 3];

test('with the rules as they are nothing is wrong', () => {
  expect(faults()).toEqual([]);
});

test.each([
  ['a yes to a critical question that is low', () => LOW, /un sí en Q1, que es crítica, cae en bajo/],
  [
    'not knowing a critical question that is low',
    (answers: guideline.Answers) => (Object.values(answers).some(a => a?.value === 'yes') ? HIGH : LOW),
    /no saber Q1, que es crítica, cae en bajo/,
  ],
  [
    'not knowing that lowers',
    (answers: guideline.Answers) => (answers.Q4?.value === 'unknown' ? HIGH - 1 : HIGH),
    /contestar "no sé" en Q4 baja el nivel/,
  ],
])('%s is told', (_, level, shows) => {
  slip.level = level;
  expect(faults().join('\n')).toMatch(shows);
});
