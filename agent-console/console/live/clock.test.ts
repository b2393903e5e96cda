import { describe, expect, test } from 'vitest';
import { Clock } from './clock.js';

describe('the page’s clock', () => {
  test('is the server’s, however wrong this computer is', () => {
    const clock = new Clock(() => 1_000);

    clock.set(48_000);

    expect(clock.now()).toBe(48_000);
  });

  test('a difference that the network explains is not a drift', () => {
    const clock = new Clock(() => 1_000);

    clock.set(1_200);

    expect(clock.now()).toBe(1_000);
  });

  test('draws each clock at once, when it is due, and all of them after sleep', () => {
    let now = 0;
    const drawn: string[] = [];
    const clock = new Clock(() => now);
    clock.add({ tick: at => drawn.push(`fast ${at}`) && 1_000 });
    clock.add({ tick: at => drawn.push(`slow ${at}`) && 15_000 });

    now = 1_000;
    clock.beat();
    now = 2_000;
    clock.beat(true);

    expect(drawn).toEqual(['fast 0', 'slow 0', 'fast 1000', 'fast 2000', 'slow 2000']);
  });

  test('a clock that left the screen is not drawn', () => {
    const drawn: number[] = [];
    const clock = new Clock(() => 0);
    const forget = clock.add({ tick: at => drawn.push(at) });

    forget();
    clock.beat(true);

    expect(drawn).toHaveLength(1);
  });
});
