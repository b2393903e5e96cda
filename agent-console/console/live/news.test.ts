import { expect, test, vi } from 'vitest';
import { News, QueueNews } from './news.js';

test('the queue speaks at once, then at most once in ten seconds, for all that came meanwhile', () => {
  let now = 0;
  const later: { run: () => void; at: number }[] = [];
  const queue = new QueueNews({ now: () => now, later: (run, ms) => later.push({ run, at: now + ms }) });
  const told: unknown[] = [];
  queue.told.subscribe(() => told.push(queue.told.get()));

  queue.arrived(1, 'low');
  now = 2_000;
  queue.arrived(1, 'low');
  now = 3_000;
  queue.arrived(2, 'high');

  expect(told).toEqual([{ n: 1, section: 'low' }]);
  expect(later.map(({ at }) => at)).toEqual([10_000]);
  now = 10_000;
  later[0]?.run();
  expect(told).toEqual([
    { n: 1, section: 'low' },
    { n: 3, section: 'high' },
  ]);
});

test('what is told stays a little, so that a reader that was speaking does not miss it', () => {
  const news = new News();

  for (const text of ['uno', 'dos', 'tres', 'cuatro']) news.tell(text);

  expect(news.polite.get().map(({ text }) => text)).toEqual(['dos', 'tres', 'cuatro']);
  expect(news.assertive.get()).toEqual([]);
});

test('what was told does not stay in the page for whoever looks later', () => {
  vi.useFakeTimers();
  const news = new News();
  news.tell('SOS sin tomar', 'assertive');
  vi.advanceTimersByTime(20_000);
  news.tell('Es corta: 12 caracteres', 'assertive');
  vi.advanceTimersByTime(10_000);
  expect(news.assertive.get().map(one => one.text)).toEqual(['Es corta: 12 caracteres']);
  vi.advanceTimersByTime(20_000);
  expect(news.assertive.get()).toEqual([]);
  vi.useRealTimers();
});
