/**
 * `answer`: the bot answers what she needs from the sheets, or abstains.
 *
 *     information.answer:
 *       answer: sheets
 *       found: information.useful
 *       not_found: person.specific
 *
 * The need is what she wrote last and nobody answered. `answer: again` gives the last sheet once more. With `as: orientation` the answer counts as preventive
 * orientation, `told` is where she goes whom the same sheet was given last, `unsafe` is where she is asked whether she may read a sensitive sheet, `fallback` names the sheet that is given when none fits, and `sheet` the one that is given in any case.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { asking } from '../knowledge.js';
import { stepKind, type Move } from './kind.js';
import { all, noSheet, passing, set, stepId, textKey } from './parts.js';

const schema = z.strictObject({
  answer: z.enum(['sheets', 'again']),
  as: z.enum(['information', 'orientation']).default('information'),
  before: z.array(textKey).optional(),
  fallback: z.string().optional(),
  /** This sheet and no other, whatever she wrote. */
  sheet: z.string().optional(),
  /** Where she is asked first whether it is safe, if the sheet is a sensitive one and she did not say so. */
  unsafe: stepId.optional(),
  /** Whom the same sheet was given last: it is not said again word for word. */
  told: stepId.optional(),
  found: stepId,
  not_found: stepId.optional(),
});
type Answer = z.infer<typeof schema>;

export const answer = stepKind<Answer>({
  kind: 'answer',
  about: 'Responde desde las fichas, o se abstiene.',
  schema: schema as z.ZodType<Answer>,
  sensitive: true,

  problems: (step, around) => [
    ...noSheet(around, step.fallback ? [step.fallback] : [], 'fallback'),
    ...noSheet(around, step.sheet ? [step.sheet] : [], 'sheet'),
    ...(step.fallback || step.sheet || step.not_found
      ? []
      : [
          {
            at: [],
            message: 'falta not_found: adónde va cuando ninguna ficha responde',
            expected: 'not_found: un paso; o fallback o sheet: una ficha',
          },
        ]),
  ],

  node: (step, _id, around) => {
    const fact = step.as === 'orientation' ? ('orientation_given' as const) : ('automatic_answer' as const);
    const done = (given: 'need' | { id: string }): Action[] => [
      set({ erase: true }),
      { change: { given } },
      { change: { need: 'drop' } },
    ];
    const before: Action[] = (step.before ?? []).map(key => ({ say: key }));
    const found: Move = {
      when: { need: { sheet: 'found' } },
      go: step.found,
      do: [...before, { say: 'sheet', sheet: 'need', fact }, ...done('need')],
    };
    const named = (id: string): Move => ({
      go: step.found,
      do: [...before, { say: 'sheet', sheet: { id }, fact }, ...done({ id })],
    });
    const again: Move = {
      when: { given: true },
      go: step.found,
      do: [...before, { say: 'sheet', sheet: 'last', fact }, set({ erase: true })],
    };
    if (step.answer === 'again') return passing([], [again, { go: step.not_found ?? '@queue' }]);
    if (step.sheet) return passing([], [named(step.sheet)]);
    const first: Move[] = step.unsafe
      ? [{ when: all({ need: { sheet: 'sensitive' } }, { not: { marks: { safe: 'yes' } } }), go: step.unsafe }]
      : [];
    const told: Move[] = step.told
      ? [{ when: all({ need: { sheet: 'found' } }, { given: 'needed' }), go: step.told }]
      : [];
    const none: Move = { go: step.not_found ?? '@queue', ...(around.asksOutside ? { do: asking } : {}) };
    return passing([], [...first, ...told, found, step.fallback ? named(step.fallback) : none]);
  },

  targets: step => [step.unsafe, step.told, step.found, step.not_found].filter(id => id !== undefined),
  texts: step => step.before ?? [],
});
