/**
 * `other-number`: her call was cancelled because somebody else answers that telephone. Nothing is said: she may give another
 * number, and the same hour is booked for it where it is still free.
 *
 *     support.other-number:
 *       other-number: containment-call
 *       booked: support.receipt
 *       gone: support.when            # it is not free any more: times are offered anew
 *       other: access.back            # whatever else she writes
 *       silence: { after: 15m, go: close.quiet }
 *
 * A number that others answer, or that she is in doubt of, books nothing: another is asked for.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { type Appointment, booked, books, refused, still, unsettled } from './appointmentParts.js';
import { stepKind, type Move } from './kind.js';
import { all, firstTry, reads, say, silence, silenceSchema, stepId } from './parts.js';

const schema = z.strictObject({
  'other-number': z.string().regex(/^[a-z][a-z-]*$/),
  booked: stepId,
  gone: stepId,
  other: stepId,
  silence: silenceSchema,
});
type OtherNumber = z.infer<typeof schema>;

const NUMBER_OTHER = 'avail.number-other';
const WAIT = 'avail.wait';

export const otherNumber = stepKind<OtherNumber>({
  kind: 'other-number',
  about: 'Espera otro número para la hora que se anuló.',
  schema: schema as z.ZodType<OtherNumber>,

  node: step => {
    const service = step['other-number'];
    const number = reads('phone');
    const find: readonly Action[] = [
      firstTry,
      { change: { keep: 'phone', as: 'phone' } },
      { change: { slots: 'again' } },
      { effect: 'find-slots', params: { service, change: false } },
    ];
    const gone: Move = {
      go: step.gone,
      do: [firstTry, { change: { slots: 'drop' } }, { change: { forget: 'windows' } }],
    };
    const unheard = unsettled({ none_suits: step.gone } as Appointment);
    return {
      initial: 'waiting',
      states: {
        waiting: {
          moves: [
            { when: all(number, { not: reads('shared-phone', 'doubt', 'no-call') }), go: '.finding', do: find },
            { when: { any: [number, reads('shared-phone')] }, do: [say(NUMBER_OTHER)] },
            { when: { any: [refused, reads('no', 'thanks')] }, go: step.silence.go ?? '@rest', do: [firstTry] },
          ],
          otherwise: [{ go: step.other, do: [firstTry, { change: { need: 'read' } }] }],
          silence: silence(step.silence),
        },
        finding: {
          otherwise: still,
          on: {
            SLOTS: [
              {
                when: all({ slots: { from: 1 } }, { not: { event: 'near', is: [true] } }),
                go: '.holding',
                do: [{ change: { slots: 'offer' } }, { change: { slots: 'first' } }, { effect: 'hold-slot' }],
              },
              gone,
            ],
          },
          silence: unheard,
        },
        holding: {
          otherwise: still,
          on: { HELD: [{ go: '.booking', do: [{ change: { slots: 'held' } }] }], TAKEN: [gone] },
          silence: unheard,
        },
        booking: {
          entry: [books(service)],
          otherwise: still,
          on: { BOOKED: [booked(step.booked)], TAKEN: [gone] },
          silence: unheard,
        },
      },
    };
  },

  fits: () => reads('phone', 'shared-phone', 'number', 'no', 'no-call'),

  targets: step => [step.booked, step.gone, step.other, ...(step.silence.go ? [step.silence.go] : [])],
  texts: step => [NUMBER_OTHER, WAIT, 'appt.confirm', ...(step.silence.say ? [step.silence.say] : [])],
  answersToTry: () => ['987654321', 'mejor al 9 8765 4321'],
});
