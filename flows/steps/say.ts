/**
 * `say`: one or more texts, one after the other, and on to the next step.
 *
 *     access.welcome:
 *       say: [welcome.first]
 *       welcome: true               # this is the greeting
 *       next: access.need
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { passing, say, set, stepId, textKey } from './parts.js';
import { noteForCaller } from './appointmentParts.js';
import { stepKind } from './kind.js';

const schema = z.strictObject({
  say: z.union([textKey, z.array(textKey).min(1).max(4)]),
  welcome: z.boolean().optional(),
  /** What she wrote is answered by it, and forgotten. */
  answers: z.literal(true).optional(),
  /**
   * `no-call`: she is not to be telephoned: kept in the contact, and whoever attends her sees it. `condition`: on what condition
   * she may be called: kept for whoever calls, and people are told.
   */
  notes: z.enum(['no-call', 'condition']).optional(),
  next: stepId,
});

type SayStep = z.infer<typeof schema>;

export const sayStep = stepKind<SayStep>({
  kind: 'say',
  about: 'Dice uno o más textos y sigue.',
  schema: schema as z.ZodType<SayStep>,
  node: step =>
    passing(
      [
        ...(step.welcome ? [set({ greeted: true })] : []),
        ...(step.notes === 'no-call' ? notesNoCall : step.notes === 'condition' ? noteForCaller : []),
        ...(step.answers ? [{ change: { need: 'drop' as const } }] : []),
        ...keys(step).map((key, i) => say(key, step.welcome && i === 0 ? { fact: 'welcome' } : {})),
      ],
      [{ go: step.next }],
    ),
  targets: step => [step.next],
  texts: keys,
});

/** Also where no step has the talk. */
export const notesNoCall: readonly Action[] = [
  { change: { keep: 'no_call', as: 'text' } },
  { effect: 'contact', params: { profile: 'no-call' } },
];

function keys(step: { say: string | string[] }): string[] {
  return typeof step.say === 'string' ? [step.say] : step.say;
}
