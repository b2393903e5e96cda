/**
 * `offer`: her words name no one sheet, and the two or three nearest are shown as choices.
 *
 *     information.which:
 *       offer: info.which              # "¿Es sobre algo de esto?", and the titles of the sheets
 *       next: information.answer       # the one she picks is what she needs
 *       other: information.ask         # none of them
 *       other_text: information.answer # what she writes instead, together with what she wrote before
 *       silence: { after: 10m, go: close.quiet }
 *
 * A triage comes here by `sheet: several`. The label of the last choice, none of them, is a text too: `info.which.other`.
 * A no means none of them; a yes means the only one.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import type { Option } from '../reading.js';
import { stepKind, type Surroundings } from './kind.js';
import {
  all,
  firstTry,
  oneMoreTry,
  reads,
  say,
  set,
  silence,
  silenceSchema,
  stepId,
  textKey,
  waiting,
} from './parts.js';

const schema = z.strictObject({
  offer: textKey,
  next: stepId,
  other: stepId,
  other_text: stepId,
  silence: silenceSchema,
});
type Offer = z.infer<typeof schema>;

export const offer = stepKind<Offer>({
  kind: 'offer',
  about: 'Ofrece las fichas más cercanas, cuando lo que escribió no basta para una.',
  schema: schema as z.ZodType<Offer>,
  sensitive: true,

  node: (step, _id, around) => {
    const none = noneOf(step, around);
    const picks: Action[] = [firstTry, { change: { pick: none } }];
    return waiting({
      entry: [say(step.offer, { offers: labelOf(step) }), set({ erase: true })],
      moves: [
        { when: offered('one', none), go: step.next, do: picks },
        { when: isOther(none), go: step.other, do: [firstTry, { change: { need: 'drop' } }] },
      ],
      otherwise: [
        // A yes to several says not which: they are shown once more.
        { when: all(reads('bare-yes'), { tries: { under: 1 } }), again: true, do: [oneMoreTry] },
        { go: step.other_text, do: [firstTry, { change: { need: 'join' } }] },
      ],
      silence: silence(step.silence),
    });
  },

  lists: true,
  fits: (step, around) => {
    const none = noneOf(step, around);
    return { any: [offered('one', none), isOther(none)] };
  },

  targets: step => [step.next, step.other, step.other_text, ...(step.silence.go ? [step.silence.go] : [])],
  texts: step => [step.offer, labelOf(step), ...(step.silence.say ? [step.silence.say] : [])],
  answersToTry: () => ['1', '2'],
});

const labelOf = (step: Offer): string => `${step.offer}.other`;

function noneOf(step: Offer, around: Surroundings): Option {
  const [label = '', ...accepts] = around.texts(labelOf(step));
  return { id: 'other', label, accepts };
}

const offered = (which: 'one' | 'other', other: Option): Condition => ({ offered: which, other });

/** A no with a question behind it is no pick. */
const isOther = (none: Option): Condition => ({ any: [offered('other', none), all(reads('no'), reads('brief'))] });
