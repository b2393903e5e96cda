/** What the states of an `appointment` share (appointment.ts): what an author writes, and moves that stand in several of them. */
import { z } from 'zod';
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import type { Move, Silence } from './kind.js';
import { all, calm, firstTry, mark, reads, say, silenceSchema, stepId } from './parts.js';

export const schema = z.strictObject({
  appointment: z.string().regex(/^[a-z][a-z-]*$/),
  change: z.boolean().default(false),
  booked: stepId,
  none_suits: stepId,
  declined: stepId,
  /** Where a refusal of the call itself leads, where a mere no leads elsewhere. */
  cancelled: stepId.optional(),
  silence: silenceSchema,
});
export type Appointment = z.infer<typeof schema>;

export const ABOUT = 'avail.about';
export const WRITTEN = 'avail.written';
/** The shell answers at once; if it does not, a person takes over. */
const SHELL_WAIT_MS = 60_000;

/** Who hears of it, and what becomes of it if she cannot answer. */
export const PRIVATE = 'avail.private';
export const WHAT_IF = 'avail.what-if';
/** Questions of the call that every step answers elsewhere, where none is on her screen: here the one that is stays. */
export const asksFirst: readonly Move[] = [
  { when: calm(reads('asks-privacy')), again: true, do: [say(PRIVATE)] },
  { when: calm(reads('what-if-missed')), again: true, do: [say(WHAT_IF)] },
];

/** What she asks of the call is answered, and the question on her screen is asked again. */
export const asksOfIt: readonly Move[] = [
  { when: reads('asks-cost', 'asks-about-call'), again: true, do: [say(ABOUT)] },
  { when: reads('prefers-writing'), again: true, do: [say(WRITTEN)] },
];

export const NOTED = 'person.noted';
export const noteForCaller: readonly Action[] = [
  { change: { keep: 'phone_note', as: 'text' } },
  { effect: 'alert', params: { why: 'hour-unsafe' } },
];
/**
 * "No me llamen si contesta un hombre", "no puedo hablar cuando está él": no refusal. It is kept for whoever calls, people are told, and the question stands. What
 * answers it beside that is taken first.
 */
export const onCondition: Move = {
  when: all(reads('condition-of-call', 'not-while-there'), { not: reads('phone', 'when', 'no-call', 'cancel-slot') }),
  again: true,
  do: [...noteForCaller, say(NOTED)],
};

/** A day that is not hers, and no time that is: it is kept (herTimes.ts), and the others are shown. */
export const otherDays = (step: Appointment): Move => ({
  when: all(reads('not-on'), { not: reads('when', 'hurts', 'no-call', 'cancel-slot') }),
  go: '.search',
  do: [firstTry, { effect: 'find-slots', params: { service: step.appointment, change: false } }],
});

/** Who hurts her, where she lives: no answer about a call. Whether there is danger is asked, and the time stays hers. */
export const told: Move = {
  when: all(reads('hurts'), { not: reads('phone', 'no-call', 'cancel-slot', 'heard-call') }),
  go: '@unsure',
  do: [firstTry, { change: { need: 'join' } }],
};

/** What is kept for her becomes hers. */
export const books = (service: string): Action => ({ effect: 'book-slot', params: { service } });
export const booked = (go: string): Move => ({
  go,
  do: [
    { change: { slots: 'booked' } },
    { change: { forget: 'windows' } },
    mark('support_confirmed'),
    say('appt.confirm'),
  ],
});

/** No time suits, or the shell does not answer: a person takes over. */
export const noneSuits = (step: Appointment): Move => ({ go: step.none_suits, do: [firstTry] });
export const unsettled = (step: Appointment): Silence => ({ after: SHELL_WAIT_MS, moves: [noneSuits(step)] });
export const still: readonly Move[] = [{ do: [say('avail.wait')] }];
export const finds = (step: Appointment): Action => ({
  effect: 'find-slots',
  params: { service: step.appointment, change: step.change },
});
export const taken = (step: Appointment): Move => ({
  go: '.search',
  do: [say('avail.taken'), { change: { slots: 'drop' } }, finds(step)],
});
export const refused: Condition = reads('no-call', 'cancel-slot');
/** Of a call that she only wanted to move, too: "mejor anúlela" leaves nothing as it was. */
export const offTo = (step: Appointment): string => step.cancelled ?? step.declined;
/** The hour that she has, or is asked about, does not suit, or he is there at it: what she names is what is not. */
export const UNSUITABLE = reads('slot-conflict', 'slot-unsafe');
