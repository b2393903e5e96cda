/** An hour that becomes hers while no step of the talk waits for it. */
import type { Action } from './actions.js';
import type { Move } from './steps/kind.js';
import { all, mark, say } from './steps/parts.js';

/** What she is told of an hour that is hers. */
export const BOOKED = 'appt.confirm';
const isBooked: Action[] = [{ change: { slots: 'booked' } }, mark('support_confirmed')];
/**
 * Booked or moved while no step waits for it. By a person: she is told in that person's name, where it is safe to write to her, and else the
 * person is told that she was not. The robot's own, which came while a person took her, is that person's to tell.
 */
export const bookedOutside: Move[] = [
  {
    when: all(
      { event: 'person', is: [true] },
      { marks: { quiet: false, doubt: false, emergency: false } },
      { not: { marks: { safe: 'no' } } },
    ),
    do: [...isBooked, say(BOOKED, { author: 'executive' })],
  },
  { do: isBooked },
];
