/**
 * What the robot still does for her while she waits and nobody has taken the talk: it says what it can do, gives a sheet
 * that surely answers, and notes the rest once. She stays in the queue all the while, and is told so, with the hours of
 * the people while none is there.
 */
import type { Action } from './actions.js';
import type { Condition } from './guards.js';
import type { Move } from './steps/kind.js';
import { all, oneMoreTry, reads, say, set } from './steps/parts.js';

/** Each has a form for while nobody is there. */
const MENU = 'queue.menu';
const STILL = 'queue.still';
const NOTED = 'person.noted';
const closed = (key: string): string => `${key}-closed`;

export const QUEUE_TEXTS = [MENU, STILL, NOTED].flatMap(key => [key, closed(key)]);

const nobody: Condition = { world: { staffed: false } };

/** The same move for both: people are there, or nobody is. */
const told = (when: Condition, key: string, before: readonly Action[] = []): Move[] => [
  { when: all(nobody, when), do: [...before, say(closed(key))] },
  { when, do: [...before, say(key)] },
];

export function meanwhile(): Move[] {
  const open: Condition = { marks: { cover: false } };
  const answered: Condition = { any: [{ sheet: 'plain' }, all({ marks: { safe: 'yes' } }, { sheet: 'any' })] };
  const gives: Action[] = [
    say('sheet', { sheet: 'read', fact: 'automatic_answer' }),
    set({ erase: true }),
    { change: { given: 'read' } },
  ];
  return [
    ...told(all(open, reads('menu')), MENU),
    ...told(all(open, answered, { not: { sensed: 3 } }), STILL, gives),
    ...told({ tries: { under: 1 } }, NOTED, [oneMoreTry]),
  ];
}
