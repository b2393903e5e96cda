/**
 * `appointment`: her safe windows meet the staff's free times; one is held, asked about, and booked.
 *
 *     support.when:
 *       appointment: containment-call
 *       booked: support.receipt
 *       none_suits: person.specific
 *       declined: support.no
 *       silence: { after: 15m, go: close.quiet }
 *
 * A slot is held for ten minutes by a unique reservation, so two people never get the same one. With `change: true`
 * the old slot is freed only once the new one is held. She is asked for a safe number after the slot is hers: a refusal
 * there frees it and nothing is booked; silence books it all the same, and nobody rings before asking her in writing. If
 * somebody comes in between, the time is hers again when she comes back to the step, or she is told that it is gone.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { stepKind, type Move, type Node } from './kind.js';
import { all, askAgain, firstTry, mark, oneMoreTry, reads, say, silence, silenceSchema, stepId } from './parts.js';

const schema = z.strictObject({
  appointment: z.string().regex(/^[a-z][a-z-]*$/),
  change: z.boolean().default(false),
  booked: stepId,
  none_suits: stepId,
  declined: stepId,
  silence: silenceSchema,
});
type Appointment = z.infer<typeof schema>;

const KEYS = [
  'avail.ask-when',
  'avail.ask',
  'avail.none',
  'avail.safe-time',
  'avail.taken',
  'avail.wait',
  'appt.confirm',
];
/** How long she may leave the question for a safe number open before the slot is booked without it. */
const NUMBER_WAIT_MS = 5 * 60_000;
/** The shell answers at once; if it does not, a person takes over. */
const SHELL_WAIT_MS = 60_000;

export const appointment = stepKind<Appointment>({
  kind: 'appointment',
  about: 'Agenda: calza sus horas seguras con las del equipo.',
  schema: schema as z.ZodType<Appointment>,

  node: step => {
    const windows: Action = { change: { keep: 'windows', as: 'when' } };
    const find: Action = { effect: 'find-slots', params: { service: step.appointment, change: step.change } };
    const search: Move = { when: { reads: ['when'] }, go: '.search', do: [firstTry, windows, find] };
    const declines: Move = { when: { reads: ['no', 'no-call'] }, go: step.declined, do: [firstTry] };
    const frees: Action[] = [firstTry, { effect: 'free-slot' }, { change: { slots: 'drop' } }];
    const number = reads('phone');
    const waits = silence(step.silence);
    const none: Move = { go: step.none_suits, do: [firstTry] };
    const unsettled = { after: SHELL_WAIT_MS, moves: [none] };
    const taken: Move = { go: '.search', do: [say('avail.taken'), { change: { slots: 'drop' } }, find] };
    const still: readonly Move[] = [{ do: [say('avail.wait')] }];
    const states: Record<string, Node> = {
      start: {
        always: [
          {
            when: { marks: { held: true } },
            go: '.holding',
            do: [firstTry, { effect: 'hold-slot', params: { kept: true } }],
          },
          search,
          { go: '.ask' },
        ],
      },
      ask: {
        entry: [say('avail.ask-when')],
        moves: [search, declines],
        otherwise: askAgain(1, none),
        on: { SLOTS: [{ when: { slots: { from: 1 } }, go: '.offer', do: [{ change: { slots: 'offer' } }] }, {}] },
        silence: waits,
      },
      search: {
        otherwise: still,
        moves: [search],
        on: {
          SLOTS: [
            { when: { slots: { from: 2 } }, go: '.offer', do: [{ change: { slots: 'offer' } }] },
            {
              when: { slots: { from: 1 } },
              go: '.holding',
              do: [{ change: { slots: 'offer' } }, { change: { slots: 'first' } }, { effect: 'hold-slot' }],
            },
            { go: '.again' },
          ],
        },
        silence: unsettled,
      },
      again: {
        entry: [say('avail.none')],
        moves: [search, declines],
        otherwise: askAgain(1, none),
        on: { SLOTS: [{ when: { slots: { from: 1 } }, go: '.offer', do: [{ change: { slots: 'offer' } }] }, {}] },
        silence: waits,
      },
      offer: {
        entry: [say('avail.ask')],
        moves: [
          {
            when: { slotPicked: true },
            go: '.holding',
            do: [firstTry, { effect: 'hold-slot' }, { change: { slots: 'pick' } }],
          },
          search,
          declines,
        ],
        otherwise: askAgain(1, none),
        on: {
          SLOTS: [{ when: { slots: { from: 1 } }, again: true, do: [{ change: { slots: 'offer' } }] }, {}],
          TAKEN: [taken],
        },
        silence: waits,
      },
      holding: {
        otherwise: still,
        on: {
          HELD: [{ go: '.number', do: [firstTry, { change: { slots: 'held' } }, mark('slot_chosen')] }],
          TAKEN: [taken],
        },
        silence: unsettled,
      },
      number: {
        entry: [say('avail.safe-time')],
        moves: [
          { when: reads('change-slot'), go: '.ask', do: frees },
          { when: all(reads('no', 'no-call'), { not: number }), go: step.declined, do: frees },
          {
            when: all(number, { not: reads('no-call') }),
            go: '.booking',
            do: [firstTry, { change: { keep: 'phone', as: 'phone' } }],
          },
        ],
        // "Do not call me at this one" gives a number and refuses it: asked once more, and the second time it is a no.
        otherwise: [
          { when: { tries: { under: 1 } }, again: true, do: [oneMoreTry] },
          { when: reads('no-call'), go: step.declined, do: frees },
          { go: '.booking', do: [firstTry, { change: { keep: 'phone_note', as: 'text' } }] },
        ],
        on: { TAKEN: [taken] },
        silence: { after: NUMBER_WAIT_MS, moves: [{ go: '.booking' }] },
      },
      booking: {
        entry: [{ effect: 'book-slot', params: { service: step.appointment } }],
        otherwise: still,
        on: {
          BOOKED: [
            { go: step.booked, do: [{ change: { slots: 'booked' } }, mark('support_confirmed'), say('appt.confirm')] },
          ],
          TAKEN: [taken],
        },
        silence: unsettled,
      },
    };
    return { initial: 'start', states };
  },

  fits: () => ({
    any: [{ slotPicked: true }, reads('when', 'phone', 'number', 'yes', 'no', 'no-call', 'change-slot')],
  }),

  targets: step => [step.booked, step.none_suits, step.declined, ...(step.silence.go ? [step.silence.go] : [])],
  texts: step => [...KEYS, ...(step.silence.say ? [step.silence.say] : [])],
  answersToTry: () => ['jueves en la tarde', 'el primero', 'llamen a este mismo', 'no gracias'],
});
