/**
 * `cancel-appointment`: the call she had is cancelled at once, and she is told so. It never asks: a call that she does
 * not want may ring in somebody else's hands.
 *
 *     support.cancel: { cancel-appointment: containment-call, next: support.cancel-erase }
 *
 * With `hour: kept` it is remembered which hour it was, for an `other-number` that follows.
 *
 * A time that was only kept for her is freed too, and a receipt on its way does not leave.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { stepKind } from './kind.js';
import { firstTry, passing, say, set, stepId } from './parts.js';

const schema = z.strictObject({
  'cancel-appointment': z.string().regex(/^[a-z][a-z-]*$/),
  hour: z.literal('kept').optional(),
  next: stepId,
});
/** What she is told. */
export const CANCELLED = 'appt.cancelled';
type CancelAppointment = z.infer<typeof schema>;

/** Also where no step has the talk. */
export const cancels: readonly Action[] = [
  { effect: 'free-slot', params: { booked: true } },
  { change: { slots: 'cancelled' } },
  say(CANCELLED),
];

export const cancelAppointment = stepKind<CancelAppointment>({
  kind: 'cancel-appointment',
  about: 'Anula la hora que tenía, y se lo dice.',
  schema: schema as z.ZodType<CancelAppointment>,
  node: step => {
    return passing(
      [
        firstTry,
        { change: { need: 'drop' } },
        ...(step.hour ? [{ change: { slots: 'lost' } } as const] : []),
        ...cancels,
      ],
      [{ when: { marks: { mail: 'given' } }, go: step.next, do: [set({ mail: 'unknown' })] }, { go: step.next }],
    );
  },
  targets: step => [step.next],
  texts: () => [CANCELLED],
});
