import { expect, test } from 'vitest';
import type { Snapshot } from '../turn.js';
import type { Arrival } from './arrivals.js';
import type { Ran } from './outcomes.js';
import { atom, everyRun, type Answer, type Unknowns } from './unknowns.js';
import { Ways } from './ways.js';

const GUARD = {};
const colour =
  (...which: string[]) =>
  () =>
    atom('colour', ['red', 'green', 'blue'], (c: string) => which.includes(c));
const warm = () => atom('warm', [false, true], Boolean);

/** A turn that asks one thing where it starts, and the same three things where it comes to. */
function turn(start: string, unknowns: Unknowns): Ran {
  const milestones = [unknowns.holds(colour(start)) ? `${start} first` : `not ${start}`];
  const arrival: Arrival = {
    ...{ guard: GUARD, holding: '', asked: unknowns.count, changed: 0, messages: 0, effects: 0 },
    milestones: milestones.length,
  };
  milestones.push(unknowns.holds(colour('blue')) ? 'blue' : unknowns.holds(colour('green')) ? 'green' : 'red');
  if (unknowns.holds(warm)) milestones.push('warm');
  const told = { snapshot: {} as Snapshot, messages: [], effects: [], milestones: milestones as never[] };
  return { told, changes: [], error: null, arrivals: [arrival] };
}

/** All that each start comes to, and how many of the turns were run. */
function every(shares: boolean): { ends: { told: readonly string[]; answers: readonly Answer[] }[][]; runs: number } {
  const ways = new Ways();
  let runs = 0;
  const ends = ['red', 'green', 'blue'].map(start => {
    let last: Ran | null = null;
    const run = (unknowns: Unknowns): Ran => {
      const to = shares ? last?.arrivals.findLast(({ asked }) => asked <= unknowns.replayed) : undefined;
      const way = last && to ? ways.follow('', last, to, unknowns) : null;
      if (way) return (last = way);
      unknowns.restart();
      runs += 1;
      last = turn(start, unknowns);
      for (const arrival of last.arrivals) ways.add('', last, arrival, unknowns);
      return last;
    };
    return everyRun(run).map(({ result, answers }) => ({ told: result.told.milestones, answers }));
  });
  return { ends, runs };
}

test('turns that come to one place go on as they would have gone, and few of them are run', () => {
  const [alone, shared] = [every(false), every(true)];
  expect(shared.ends).toEqual(alone.ends);
  expect(shared.ends[0]).toHaveLength(6);
  expect(shared.runs).toBeLessThan(alone.runs * 0.7);
});
