/**
 * `handoff`: the conversation goes to the queue; a person takes it from there.
 *
 *     person.specific:
 *       handoff: general              # the queue: general urgent review; in review it is not sure who writes, and what is said stays neutral
 *       say: person.coming
 *       nobody: person.closed-now     # said instead while nobody is there: honest hours, numbers, whether and when it is safe to answer
 *       ask_safe: true                # asks whether it is safe to write, without making her wait for it
 *       for_another: true             # she writes for somebody else
 *       alert: true                   # tells the people at once
 *       doubt: true                   # somebody else writes: after `say`, nothing more is revealed
 *       anew: true                    # `say` asks whether it is safe, whatever she said before
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { stepKind, type Move } from './kind.js';
import { mark, say, set, textKey } from './parts.js';

const schema = z.strictObject({
  handoff: z.enum(['general', 'urgent', 'review']),
  /** None = nothing is said. */
  say: textKey.optional(),
  nobody: textKey.optional(),
  ask_safe: textKey.optional(),
  alert: z.boolean().default(false),
  /** Why, for the desk. */
  reason: z.string().max(60),
  /** She writes for somebody else: what she says of "her" is no sign of him. */
  for_another: z.boolean().default(false),
  /** Nothing is sent until she writes again or a person decides. */
  quiet: z.boolean().default(false),
  /** Somebody else holds the telephone: nothing more is said that reveals anything. */
  doubt: z.boolean().default(false),
  /** `say` asks whether she can write, to whoever had her telephone: what she said before of that counts no more. */
  anew: z.boolean().default(false),
});
type Handoff = z.infer<typeof schema>;

export const handoff = stepKind<Handoff>({
  kind: 'handoff',
  about: 'Pasa la conversación a la cola de las ejecutivas.',
  schema: schema as z.ZodType<Handoff>,

  node: step => {
    const asks: Move[] = step.ask_safe
      ? [
          {
            when: { all: [{ marks: { safe: 'unknown' } }, { world: { staffed: true } }] },
            go: '.asked',
            do: [say(step.ask_safe, { fact: 'safety_check' }), set({ asking: true })],
          },
        ]
      : [];
    const anew = [
      say(step.say ?? '', { fact: 'safety_check' }),
      set({ safe: 'unknown', danger: 'unknown', asking: true }),
    ];
    const words: Action[] = step.anew ? anew : step.say ? [say(step.say, { by: 'danger' })] : [];
    // The words for nobody ask whether it is safe to answer later: her "no" must find a question that it answers.
    const nobody: Action[] = step.nobody
      ? [
          say(step.nobody, { by: 'danger', fact: 'out_of_hours_notice' }),
          ...(step.nobody === step.say ? [] : [set({ asking: true })]),
        ]
      : words;
    const go = (before: Action[]): Move => ({
      go: '@queue',
      do: [
        ...before,
        ...(step.alert ? [{ effect: 'alert', params: { why: step.reason } } as Action] : []),
        ...(step.handoff === 'review' ? [set({ safe: 'no' })] : []),
        ...(step.for_another ? [{ change: { writes: 'for-another' } } as Action] : []),
        ...(step.doubt ? [set({ doubt: true })] : []),
        ...(step.quiet ? [set({ quiet: true }), mark('silent_hold')] : []),
        { change: { owner: 'queue', reason: step.reason } },
        mark('handed_to_executive'),
      ],
    });
    return {
      initial: 'acting',
      states: {
        acting: {
          always: [
            ...asks,
            ...(step.nobody ? [{ ...go(nobody), when: { world: { staffed: false } } }] : []),
            go(words),
          ],
        },
        ...(step.ask_safe ? { asked: { always: [go([])] } } : {}),
      },
    };
  },

  targets: () => [],
  texts: step => [step.say, step.nobody, step.ask_safe].filter(key => key !== undefined),
});
