import { expect, test } from 'vitest';
import { HandWorld } from '../../test/browser/citizen/world.js';
import { Connection } from './connection.js';

function connection() {
  const world = new HandWorld();
  const told: (number | null)[] = [];
  return { world, told, line: new Connection(world, since => void told.push(since)) };
}

test('a gap of a few seconds is not told', async () => {
  const { world, told, line } = connection();
  line.reached(false);
  await world.passes(4_900);
  line.reached(true);
  await world.passes(10_000);

  expect(told).toEqual([]);
});

test('a longer one is told once, since when it began, and so is its end', async () => {
  const { world, told, line } = connection();
  const began = world.now();
  line.reached(false);
  await world.passes(3_000);
  line.reached(false);
  await world.passes(20_000);
  line.reached(false);
  line.reached(true);
  line.reached(true);

  expect(told).toEqual([began, null]);
});

test.each([
  ['nobody heard a call for help', (line: Connection) => line.reached(false, true)],
  ['the browser says so itself', (line: Connection) => line.cut()],
])('it is told at once when %s', async (_about, happens) => {
  const { world, told, line } = connection();
  line.reached(false);

  happens(line);
  await world.passes(0);

  expect(told).toHaveLength(1);
});
