import { expect, test } from 'vitest';
import { Loop } from './loop.js';

const failed = (name: string, error: unknown): never => {
  throw new Error(name, { cause: error });
};

/** Resolves after so many rounds of what is only promised. */
async function microtasks(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await Promise.resolve();
}

test('no wake is lost, in whatever instant of the end of a run it comes', async () => {
  for (let instant = 0; instant < 10; instant++) {
    let runs = 0;
    const run = () => {
      runs++;
      return Promise.resolve(0);
    };
    const loop = new Loop({ name: 'job', run }, failed);
    loop.wake();
    await microtasks(instant);
    loop.wake();
    await microtasks(20);
    expect(runs, `woken again ${instant} microtasks after the first time`).toBe(2);
  }
});

test('what did something runs again, and an error of one run does not end the next', async () => {
  const results: (() => Promise<number>)[] = [
    () => Promise.resolve(1),
    () => Promise.resolve(0),
    () => {
      throw new Error('at once');
    },
    () => Promise.reject(new Error('later')),
    () => Promise.resolve(0),
  ];
  const errors: string[] = [];
  const loop = new Loop({ name: 'job', run: () => results.shift()!() }, (_, error) =>
    errors.push((error as Error).message),
  );
  for (const left of [3, 2, 1, 0]) {
    loop.wake();
    await microtasks(20);
    expect(results).toHaveLength(left);
  }
  expect(errors).toEqual(['at once', 'later']);
});
