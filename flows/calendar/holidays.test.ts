import { expect, test } from 'vitest';
import { holidaysOf, isHoliday } from './holidays.js';

/** Public lists, by year, in order. */
const LISTS: Record<number, string> = {
  2022: '01-01 04-15 04-16 05-01 05-21 06-21 06-27 07-16 08-15 09-18 09-19 10-10 10-31 11-01 12-08 12-25',
  2023: '01-01 01-02 04-07 04-08 05-01 05-21 06-21 06-26 07-16 08-15 09-18 09-19 10-09 10-27 11-01 12-08 12-25',
  2024: '01-01 03-29 03-30 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 09-20 10-12 10-31 11-01 12-08 12-25',
  2025: '01-01 04-18 04-19 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25',
  2026: '01-01 04-03 04-04 05-01 05-21 06-21 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25',
};

test.each(Object.entries(LISTS))('the holidays of %s are those of its public list', (year, list) => {
  const days = [...holidaysOf(Number(year))].sort().map(date => date.slice(5));

  expect(days.join(' ')).toBe(list);
});

test('a working day is none', () => {
  expect(isHoliday('2026-05-19')).toBe(false);
  expect(isHoliday('2026-09-18')).toBe(true);
});
