/**
 * `erase-coach`: reminds her to erase what is left on her telephone, and how.
 *
 *     orientation.erase: { erase-coach: full, next: orientation.copy }
 *     information.erase: { erase-coach: short, next: survey }
 *
 * `full` asks which telephone she has and gives its steps, or those that most have when she does not know; `short` is one
 * line and goes on. Texts: `del.short`, `del.intro`, `del.android`, `del.iphone`, `del.web`, `del.any`, `del.limit`. It
 * never promises what cannot be kept. `once`, with
 * `short`: nothing is said if she was reminded and nothing was given to her since.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { stepKind, type Move } from './kind.js';
import { firstTry, passing, reads, say, set, silence, stepId, textKey, waiting } from './parts.js';

const schema = z.strictObject({
  'erase-coach': z.enum(['short', 'full']),
  say: textKey.optional(),
  /** Whoever was reminded already, and has read nothing since, is not reminded again. */
  once: z.literal(true).optional(),
  next: stepId,
  /** Where what she asks instead of naming her telephone is answered. */
  another: stepId.optional(),
});
type EraseCoach = z.infer<typeof schema>;

/** What somebody means who asks something else. */
const QUESTIONS = ['general_info', 'specific_question', 'request_status', 'emotional_support'] as const;

const TELEPHONES = ['android', 'iphone', 'web'] as const;
/** Nobody has to answer a reminder: after this it goes on. */
const WAIT_MS = 3 * 60_000;
/** A fact only if it was really said: not while we keep quiet. */
const reminds = (key: string): Action[] => [say(key, { fact: 'delete_reminder' }), set({ erase: false })];

export const eraseCoach = stepKind<EraseCoach>({
  kind: 'erase-coach',
  about: 'Recuerda borrar, y cómo.',
  schema: schema as z.ZodType<EraseCoach>,
  node: step => {
    if (step['erase-coach'] === 'short') {
      const told = reminds(step.say ?? 'del.short');
      return step.once
        ? passing([], [{ when: { marks: { erase: true } }, go: step.next, do: told }, { go: step.next }])
        : passing(told, [{ go: step.next }]);
    }
    const given = (when: Condition, key: string): Move => ({
      when,
      go: step.next,
      do: [firstTry, say(key), say('del.limit')],
    });
    const steps = TELEPHONES.map(t => given(reads(t), `del.${t}`));
    const done: Move[] = [{ when: reads('erased', 'no', 'email'), go: step.next, do: [firstTry] }];
    const asks: Move[] = step.another
      ? [{ when: { intent: QUESTIONS }, go: step.another, do: [firstTry, { change: { need: 'read' } }] }]
      : [];
    return waiting({
      entry: reminds(step.say ?? 'del.intro'),
      // "No sé borrar" is no question to begin anew with.
      first: [given(reads('asks-erase'), 'del.any')],
      moves: [...steps, given(reads('unknown', 'yes'), 'del.any'), ...done],
      otherwise: [...asks, { go: step.next, do: [firstTry] }],
      silence: silence({ after: WAIT_MS, go: step.next }),
    });
  },
  targets: step => [step.next, ...(step.another ? [step.another] : [])],
  texts: step =>
    step['erase-coach'] === 'short'
      ? [step.say ?? 'del.short']
      : [step.say ?? 'del.intro', ...TELEPHONES.map(t => `del.${t}`), 'del.any', 'del.limit'],
});
