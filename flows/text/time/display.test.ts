import { describe, expect, test } from 'vitest';
import { instantOf } from '../../calendar/zones.js';
import { sayDate, sayDay, sayTime, sayWhen } from './display.js';

const ZONE = 'America/Santiago';
const at = (local: string) => instantOf(local, ZONE);

describe('a date is said as people say it', () => {
  test('in Spanish and in English', () => {
    expect(sayDate('2026-05-26')).toBe('martes 26 de mayo');
    expect(sayDate('2026-05-26', 'es-CL', { year: true })).toBe('martes 26 de mayo de 2026');
    expect(sayDate('2026-05-26', 'en')).toBe('Tuesday 26 May');
    expect(() => sayDate('2026-02-30')).toThrow(RangeError);
  });

  test('with its time', () => {
    expect(sayWhen(at('2026-05-26T17:30'), ZONE)).toBe('martes 26 de mayo a las 17:30');
    expect(sayWhen(at('2026-05-26T01:00'), ZONE)).toBe('martes 26 de mayo a la 01:00');
    expect(sayWhen(at('2026-05-26T17:30'), ZONE, 'en')).toBe('Tuesday 26 May at 17:30');
  });

  test('on the clock of her zone', () => {
    expect(sayDay(at('2026-05-26T01:00'), 'Pacific/Easter')).toBe('lunes 25 de mayo');
    expect(sayTime(at('2026-05-26T01:00'), 'Pacific/Easter')).toBe('23:00');
  });
});
