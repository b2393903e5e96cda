import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from './log.js';
import { startChores } from './periodic.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 12) }));
afterEach(() => void vi.useRealTimers());

test('a chore runs at its times, one run at once, and no more after it is stopped', async () => {
  let begun = 0;
  let end = (): void => undefined;
  const chores = startChores(
    [
      {
        name: 'slow',
        at: '*/30 * * * * *',
        run: () => new Promise<void>(resolve => void ((begun += 1), (end = resolve))),
      },
    ],
    silentLog,
  );

  await vi.advanceTimersByTimeAsync(95_000);
  expect(begun).toBe(1);

  end();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(begun).toBe(2);

  end();
  await chores.stop();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(begun).toBe(2);
});

test('one that fails is told and comes again', async () => {
  const told: string[] = [];
  let runs = 0;
  const log = { ...silentLog, error: (event: string) => void told.push(event) };
  const chores = startChores(
    [{ name: 'broken', at: '*/30 * * * * *', run: () => Promise.reject(new Error(String((runs += 1)))) }],
    log,
  );

  await vi.advanceTimersByTimeAsync(65_000);

  expect(runs).toBe(2);
  expect(told).toEqual(['run failed', 'run failed']);
  await chores.stop();
});
