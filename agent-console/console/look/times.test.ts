import { describe, expect, test } from 'vitest';
import { say, type Key, type Vars } from '../words/words.js';
import { clockOf, dayKeyOf, dayStartOf, exactly, hourOf, spanOf } from './times.js';

/** 22 November 2026, 03:14:07 in Santiago (UTC−3 in summer). */
const AT = Date.UTC(2026, 10, 22, 6, 14, 7);
const t = (key: Key, vars?: Vars) => say('es', key, vars);

describe('times', () => {
  test('are Santiago’s, whatever this computer’s zone', () => {
    expect(hourOf(AT, 'es')).toBe('03:14');
    expect(exactly(AT, 'es')).toMatch(/^domingo,? 22 (de )?nov(\.|iembre)?( de)? 2026, 03:14:07 \(Santiago\)$/);
    expect(dayKeyOf(Date.UTC(2026, 10, 22, 2))).toBe('2026-11-21');
  });

  test('midnight is 00:00, not 24:00', () => {
    expect(hourOf(Date.UTC(2026, 10, 22, 3), 'es')).toBe('00:00');
  });

  test('a day starts at Santiago’s midnight, in summer and in winter', () => {
    expect(dayStartOf(AT)).toBe(Date.UTC(2026, 10, 22, 3));
    expect(dayStartOf(Date.UTC(2026, 6, 10, 12))).toBe(Date.UTC(2026, 6, 10, 4));
  });

  test('a clock counts minutes and seconds, then hours', () => {
    expect([41_000, 62_000, 725_000, 3_725_000, -5].map(clockOf)).toEqual(['0:41', '1:02', '12:05', '1:02:05', '0:00']);
  });

  test('a span is said as a person would', () => {
    expect([2_000, 40_000, 240_000, 7_800_000, 3 * 86_400_000].map(ms => spanOf(ms, t))).toEqual([
      'un momento',
      '40 s',
      '4 min',
      '2 h 10 min',
      '3 d',
    ]);
  });
});
