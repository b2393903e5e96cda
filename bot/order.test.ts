import { expect, test } from 'vitest';
import { Paced } from './order.js';

const round = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

test('so many pass in a round of the event loop, in order, and the rest in the next ones', async () => {
  const paced = new Paced(2);
  const passed: number[] = [];
  for (let i = 0; i < 5; i++) void paced.pass().then(() => passed.push(i));

  await Promise.resolve();
  expect(passed).toEqual([0, 1]);
  await round();
  expect(passed).toEqual([0, 1, 2, 3]);
  await round();
  expect(passed).toEqual([0, 1, 2, 3, 4]);
});

test('whoever asks while others wait stands behind them, and an idle one lets pass at once', async () => {
  const paced = new Paced(1);
  const passed: string[] = [];
  const ask = (who: string): void => void paced.pass().then(() => passed.push(who));
  ask('a');
  ask('b');
  await round();
  ask('c');
  expect(passed).toEqual(['a', 'b']);
  await round();
  expect(passed).toEqual(['a', 'b', 'c']);
  await round();
  ask('d');
  await Promise.resolve();
  expect(passed).toEqual(['a', 'b', 'c', 'd']);
});
