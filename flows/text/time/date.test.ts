import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../calendar/zones.js';
import { parseDate } from './date.js';

/** A Tuesday. */
const TODAY = '2026-05-19';

describe('a date is understood', () => {
  test.each([
    ['12/05/1985', 'birth', '1985-05-12'],
    ['12-5-85', 'birth', '1985-05-12'],
    ['nací el 12 de mayo de 1985', 'birth', '1985-05-12'],
    ['12 de mayo del 2001', 'birth', '2001-05-12'],
    ['1985-05-12', 'birth', '1985-05-12'],
    ['12.05.1985', 'birth', '1985-05-12'],
    ['12 05 1985', 'birth', '1985-05-12'],
    ['12051985', 'birth', '1985-05-12'],
    ['1/1/10', 'birth', '2010-01-01'],
    ['1 de enero', 'past', '2026-01-01'],
    ['primero de junio', 'future', '2026-06-01'],
    ['24/11', 'future', '2026-11-24'],
    ['24/11', 'past', '2025-11-24'],
    ['May 3, 2026', 'any', '2026-05-03'],
    ['ayer', 'past', '2026-05-18'],
    ['antes de ayer', 'past', '2026-05-17'],
    ['hace 3 días', 'past', '2026-05-16'],
    ['hace una semana', 'past', '2026-05-12'],
    ['el lunes pasado', 'any', '2026-05-18'],
    ['el viernes', 'past', '2026-05-15'],
    ['el viernes', 'future', '2026-05-22'],
    ['mañana', 'future', '2026-05-20'],
    ['hoy', 'any', '2026-05-19'],
    ['29/02/2024', 'past', '2024-02-29'],
  ] as const)('%s (%s)', (text, expected, date) =>
    expect(parseDate(text, TODAY, expected)).toEqual({ ok: true, value: date }),
  );
});

describe('a date that is not one says why', () => {
  test.each([
    ['no me acuerdo', 'any', 'none'],
    ['tengo 40', 'birth', 'none'],
    ['31/02/1990', 'birth', 'impossible'],
    ['05/25/1990', 'birth', 'impossible'],
    ['12 de mayo', 'birth', 'no-year'],
    ['12/05/2030', 'birth', 'future'],
    ['12/05/1890', 'birth', 'too-old'],
    ['12/05/2020', 'future', 'past'],
    ['01/02/1990 o 02/02/1990', 'any', 'several'],
  ] as const)('%s (%s)', (text, expected, reason) =>
    expect(parseDate(text, TODAY, expected)).toEqual({ ok: false, reason }),
  );
});

test('every birthday of a living person is read in each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 * 365 }), days => {
      const date = addDays(TODAY, -days);
      const [year, month, day] = date.split('-');
      for (const text of [`${day}/${month}/${year}`, `${day}-${month}-${year}`, `${day}.${month}.${year}`, date]) {
        expect(parseDate(text, TODAY, 'birth')).toEqual({ ok: true, value: date });
      }
    }),
  );
});
