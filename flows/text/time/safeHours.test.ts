import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../calendar/zones.js';
import { inSafeHours, nextSafeTime, readSafeHours, safeWindow } from './safeHours.js';

const ZONE = 'America/Santiago';
const at = (local: string) => instantOf(local, ZONE);

describe('her safe hours are understood', () => {
  test.each([
    ['09:00-12:00', [{ from: '09:00', to: '12:00' }]],
    [
      '09:00-12:00, 15:00-17:00',
      [
        { from: '09:00', to: '12:00' },
        { from: '15:00', to: '17:00' },
      ],
    ],
    ['bueno, contestenme despues de las 10', [{ from: '10:00', to: '24:00' }]],
    ['en la mañana', [{ from: '08:00', to: '12:00' }]],
    ['entre las 3 y las 5', [{ from: '15:00', to: '17:00' }]],
    ['de 9 a 12', [{ from: '09:00', to: '12:00' }]],
    ['a las 10', [{ from: '10:00', to: '11:00' }]],
    ['no me escriban después de las 7 que llega mi marido de la obra', [{ from: '00:00', to: '19:00' }]],
    ['nunca antes de las 10', [{ from: '10:00', to: '24:00' }]],
    ['de lunes a viernes en la mañana', [{ from: '08:00', to: '12:00', days: [1, 2, 3, 4, 5] }]],
    ['en la tarde menos el viernes', [{ from: '13:00', to: '20:00', days: [1, 2, 3, 4, 6, 7] }]],
    ['los martes', [{ from: '00:00', to: '24:00', days: [2] }]],
    [
      'martes en la mañana y jueves despues de las 5',
      [
        { from: '08:00', to: '12:00', days: [2] },
        { from: '17:00', to: '24:00', days: [4] },
      ],
    ],
    ['a cualquier hora', [{ from: '00:00', to: '24:00' }]],
  ])('%s', (text, windows) => expect(readSafeHours(text)).toEqual(windows));
});

describe('what gives no hours opens no window', () => {
  test.each([
    'si',
    'no se',
    'mañana a las 10',
    'el 24/11 en la tarde',
    'el viernes no',
    'no me llamen en la noche',
    'cuando el no esta',
    '',
  ])('%s', text => expect(readSafeHours(text)).toEqual([]));
});

test('a stored window is read strictly', () => {
  expect(safeWindow('09:00-12:00')).toEqual({ from: '09:00', to: '12:00' });
  expect(safeWindow('22:00-02:00')).toEqual({ from: '22:00', to: '02:00' });
  for (const wrong of ['9-12', '09:00', '25:00-26:00', '09:00-09:00', '09:00-12:60'])
    expect(safeWindow(wrong)).toBeNull();
});

describe('the next safe time', () => {
  test('is now, inside a window', () => {
    expect(nextSafeTime([{ from: '09:00', to: '12:00' }], at('2026-05-19T11:00'), ZONE)).toBe(at('2026-05-19T11:00'));
  });

  test('is the opening, before it, and tomorrow’s, after it', () => {
    expect(nextSafeTime([{ from: '09:00', to: '12:00' }], at('2026-05-19T08:00'), ZONE)).toBe(at('2026-05-19T09:00'));
    expect(nextSafeTime([{ from: '09:00', to: '12:00' }], at('2026-05-19T12:00'), ZONE)).toBe(at('2026-05-20T09:00'));
  });

  test('waits for its weekday', () => {
    expect(nextSafeTime([{ from: '09:00', to: '12:00', days: [1] }], at('2026-05-19T10:00'), ZONE)).toBe(
      at('2026-05-25T09:00'),
    );
  });

  test('goes over midnight', () => {
    expect(inSafeHours([{ from: '22:00', to: '02:00' }], at('2026-05-19T01:30'), ZONE)).toBe(true);
    expect(inSafeHours([{ from: '22:00', to: '02:00' }], at('2026-05-19T02:00'), ZONE)).toBe(false);
  });

  test('is on the clock of her zone', () => {
    expect(nextSafeTime([{ from: '09:00', to: '12:00' }], at('2026-05-19T09:00'), 'Pacific/Easter')).toBe(
      at('2026-05-19T11:00'),
    );
  });

  test('is at once when she set no limit', () => {
    expect(nextSafeTime([], 5, ZONE)).toBe(5);
  });
});

test('the next safe time is the first one: it is safe, and the minute before is not', () => {
  const minute = fc
    .integer({ min: 0, max: 1439 })
    .map(m => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const window = fc.record({ from: minute, to: minute }).filter(it => it.from !== it.to);
  const instant = fc
    .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
    .map(it => it * 60_000);
  fc.assert(
    fc.property(
      fc.array(window, { minLength: 1, maxLength: 3 }),
      instant,
      fc.constantFrom(ZONE, 'Pacific/Easter', 'America/Punta_Arenas'),
      (windows, now, zone) => {
        const next = nextSafeTime(windows, now, zone);
        expect(next).not.toBeNull();
        expect(inSafeHours(windows, next ?? 0, zone)).toBe(true);
        if (next !== now) expect(inSafeHours(windows, (next ?? 0) - 60_000, zone)).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});
