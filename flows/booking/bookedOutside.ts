/** What a person does on the calendar: an hour becomes hers, moves or is cancelled, while no step of the talk waits for it. */
import type { Action } from '../actions.js';
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { type Condition, holds } from '../guards.js';
import type { Protocol } from '../protocol.js';
import { CANCELLED } from '../steps/cancel-appointment.js';
import type { Move } from '../steps/kind.js';
import { all, mark, say } from '../steps/parts.js';

/** What she is told of an hour that is hers. */
export const BOOKED = 'appt.confirm';

/** Why she is not told of what a person did on the calendar; the first that holds is said. */
export type Untold = 'quiet' | 'doubt' | 'emergency' | 'not_safe';
const UNTOLD: readonly (readonly [Untold, Condition])[] = [
  ['quiet', { marks: { quiet: true } }],
  ['doubt', { marks: { doubt: true } }],
  ['emergency', { marks: { emergency: true } }],
  ['not_safe', { marks: { safe: 'no' } }],
];
const toldToHer: Condition = { not: { any: UNTOLD.map(([, when]) => when) } };

/** Null: she is told, under the veto of her safe hours and channels as of every message. */
export const untoldBecause = (context: Context, event: FlowEvent, protocol: Protocol): Untold | null =>
  UNTOLD.find(([, when]) => holds(when, context, event, protocol))?.[0] ?? null;

const isBooked: Action[] = [{ change: { slots: 'booked' } }, mark('support_confirmed')];
/**
 * Booked or moved while no step waits for it. By a person: she is told in that person's name, where it is safe to write to her, and else the
 * person is told that she was not. The robot's own, which came while a person took her, is that person's to tell.
 */
export const bookedOutside: Move[] = [
  {
    when: all({ event: 'person', is: [true] }, toldToHer),
    do: [...isBooked, say(BOOKED, { author: 'executive' })],
  },
  { do: isBooked },
];

/** What the talk has kept for her besides, while she looks for another, stays kept. */
const freed: Action[] = [{ effect: 'free-slot', params: { booked: 'only' } }, { change: { slots: 'unbooked' } }];
/** A person cancels the hour she has, doubted or not: by the same rules. */
export const unbookedOutside: Move[] = [
  { when: { marks: { booked: false } } },
  { when: toldToHer, do: [...freed, say(CANCELLED, { author: 'executive' })] },
  { do: freed },
];
