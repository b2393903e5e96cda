/**
 * `questionnaire`: a few questions of the scored guideline, one at a time; the level decides the way.
 *
 *     support.danger:
 *       questionnaire: imminent-risk
 *       ask: [Q1]
 *       from_high: person.urgent      # or `emergency`
 *       below: support.explore
 *       unclear: { reads: [unknown, when], go: person.urgent }
 *       other_yes: { reads: [wants-talk], ask: guideline.Q1-or-talk }
 *       yes_to: { asked: [calls-me], ask: guideline.Q1-or-call }
 *       silence: { after: 20m, go: close.quiet }
 *
 * Texts: `guideline.Q1` … An answer that is neither yes nor no is unknown, and unknown never lowers. `unclear`: "no, he comes
 * at eight" is no plain no, and a person is told; so is what is neither yes nor no twice. What she already
 * said ("no hay peligro") answers the first question, and it is not asked. `other_yes`: a yes that goes on with these may be a
 * yes to something else; it is asked once in other words, and who says so again has answered no question of danger. A day
 * and nothing else, or with that he is away then, is when she wants the call: it is kept (`wanted`), and the same is asked.
 * `yes_to`: after "¿me pueden llamar?" a mere yes, or "ahora", is to that: she is told when somebody can, and asked once more.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { stepKind, type Move, type Node } from './kind.js';
import {
  all,
  firstTry,
  mark,
  notAsked,
  notRead,
  reads,
  say,
  silence,
  silenceSchema,
  stepId,
  textKey,
} from './parts.js';

const schema = z.strictObject({
  questionnaire: z.literal('imminent-risk'),
  ask: z.array(z.string()).min(1).max(4),
  before: z.array(textKey).optional(),
  from_high: stepId,
  below: stepId,
  exits: z
    .array(z.strictObject({ reads: z.array(z.string()).min(1), go: stepId, need: z.enum(['read', 'join']).optional() }))
    .optional(),
  /** Readings that take the certainty from a no, and where doubt leads. */
  unclear: z.strictObject({ reads: z.array(z.string()).min(1), go: stepId }).optional(),
  /** Readings beside which a yes may be to something else, and the words that ask which. */
  other_yes: z.strictObject({ reads: z.array(z.string()).min(1), ask: textKey }).optional(),
  /** What she asked for before, in the form of a question, and the words that answer it: a mere yes is to that. */
  yes_to: z.strictObject({ asked: z.array(z.string()).min(1), ask: textKey }).optional(),
  silence: silenceSchema,
});
type Questionnaire = z.infer<typeof schema>;

/** A day or an hour, and hardly a word more; or that he is away then. */
const isDay: Condition = {
  any: [
    all(reads('only-when'), {
      not: { any: [reads('yes', 'no', 'now', 'unknown', 'he-comes', 'feels-unsafe', 'no-for-now'), { sensed: 2 }] },
    }),
    all(reads('not-on'), {
      not: reads('yes', 'now', 'he-comes', 'feels-unsafe', 'no-for-now', 'grave', 'hurts', 'weapon'),
    }),
    all(reads('when'), reads('while-away'), {
      not: reads('yes', 'no', 'now', 'he-comes', 'feels-unsafe', 'grave', 'hurts', 'weapon'),
    }),
  ],
};
/** To the call that she asked for, as much as to this; nothing else in it, nor in what she asked, tells of danger. */
const yesToThat = (asked: string[]): Condition =>
  all(
    { need: { reads: asked } },
    { not: { any: [{ need: { reads: ['grave', 'hurts'] } }, reads('grave', 'hurts', 'weapon', 'place', 'no')] } },
  );
/** What leaves no reason a no. */
const CALLED_OFF_BY = ['he-comes', 'hush', 'beside', 'weapon', 'drunk', 'grave', 'hurts', 'feels-unsafe', 'may-be-now'];
const bareNow: Condition = all(reads('now'), reads('brief'));
const keepsDay: Action = { change: { keep: 'wanted', as: 'wanted' } };

export const questionnaire = stepKind<Questionnaire>({
  kind: 'questionnaire',
  about: 'Preguntas de la pauta, una por una; el nivel decide.',
  schema: schema as z.ZodType<Questionnaire>,
  asksDanger: true,

  problems: (step, around) => [
    ...notAsked(around, step.ask, 'ask'),
    ...(step.exits ?? []).flatMap((e, i) => notRead(around, e.reads, 'exits', i, 'reads')),
    ...notRead(around, step.unclear?.reads, 'unclear', 'reads'),
    ...notRead(around, step.other_yes?.reads, 'other_yes', 'reads'),
    ...notRead(around, step.yes_to?.asked, 'yes_to', 'asked'),
  ],

  node: step => {
    const high: Move = { when: { guideline: { from: 3 } }, go: step.from_high, do: [firstTry] };
    const below: Move = { go: step.below, do: [firstTry, mark('no_imminent_risk')] };
    const states: Record<string, Node> = {
      known: {
        ...(step.other_yes ? { entry: [keepsDay] } : {}),
        always: [
          {
            when: { marks: { danger: 'no' } },
            go: step.ask[1] ? `.${step.ask[1]}` : '.judge',
            do: [{ change: { guideline: { item: step.ask[0]!, value: 'no' } } }],
          },
          { go: `.${step.ask[0]}` },
        ],
      },
      judge: { always: [high, below] },
    };
    for (const [i, item] of step.ask.entries()) {
      const next = step.ask[i + 1];
      const kept: Action = { change: { guideline: 'read', item } };
      const exits: Move[] = (step.exits ?? []).map(e => ({
        when: { reads: e.reads },
        go: e.go,
        do: [firstTry, ...(e.need ? [{ change: { need: e.need } }] : [])],
      }));
      const after = next ? `.${next}` : '.judge';
      const unclear: Move[] = step.unclear
        ? [{ when: { reads: step.unclear.reads }, go: step.unclear.go, do: [kept, firstTry] }]
        : [];
      // "No, si voy me mata": the no is of something else, and the same is not asked again. Whatever else sounds of danger is no
      // answer, and is asked about as everywhere.
      const guess = all(
        { sensed: 3 },
        { not: { any: [{ intent: ['aggressor'] }, reads('no-danger', 'alone', 'yes')] } },
      );
      const half: Condition = reads('no', ...(step.unclear?.reads ?? []));
      const sounds: Move[] = step.unclear
        ? [
            { when: all(guess, half), go: step.unclear.go, do: [kept, firstTry] },
            { when: guess, go: '@unsure', do: [firstTry, { change: { need: 'join' } }] },
          ]
        : [];
      const wish = step.other_yes && all(reads(...step.other_yes.reads), { not: reads('now', 'bare-yes') });
      const otherYes: Move[] = wish
        ? [
            {
              when: all({ tries: { under: 1 } }, wish, reads('yes')),
              do: [say(step.other_yes!.ask), { change: { tries: 'more' } }],
            },
            {
              when: all({ not: { tries: { under: 1 } } }, wish),
              go: after,
              do: [{ change: { guideline: { item, value: 'unknown' } } }, firstTry],
            },
          ]
        : [];
      // Before a guess: "around 3pm when he is at work" sounds of danger to a model.
      const day: Move[] = step.other_yes
        ? [
            {
              when: all({ tries: { under: 1 } }, isDay),
              do: [keepsDay, say(step.other_yes.ask), { change: { tries: 'more' } }],
            },
          ]
        : [];
      const neither = step.unclear?.go ?? after;
      const toThat = step.yes_to && yesToThat(step.yes_to.asked);
      const called: Move[] = toThat
        ? [
            {
              when: all({ tries: { under: 1 } }, { any: [reads('bare-yes'), bareNow] }, toThat),
              do: [say(step.yes_to!.ask), { change: { tries: 'more' } }],
            },
            // "Ahora", once more: of the call or of the danger. A person reads it.
            {
              when: all({ not: { tries: { under: 1 } } }, bareNow, toThat),
              go: neither,
              do: [{ change: { guideline: { item, value: 'unknown' } } }, firstTry],
            },
          ]
        : [];
      states[item] = {
        asksOfDanger: true,
        entry: [...(i === 0 ? (step.before ?? []).map(key => say(key)) : []), say(`guideline.${item}`)],
        // "Ahora", words of danger, or where she is, in answer to whether there is danger: a yes.
        first: [
          ...called,
          {
            when: {
              any: [
                all(reads('now', 'full-place', 'address', 'location'), { not: reads('no') }),
                all({ sensed: 3 }, reads('grave'), { not: { intent: ['aggressor'] } }),
              ],
            },
            go: '.judge',
            do: [{ change: { guideline: { item, value: 'yes' } } }],
          },
          ...day,
          ...sounds,
          ...otherYes,
          // "Sí, estoy bien" says yes to nothing, and "ya po" hardly does.
          { when: all(reads('yes'), { not: reads('all-well', 'nod') }), go: '.judge', do: [kept] },
          ...exits,
          ...unclear,
        ],
        moves: [
          // "Ahora él está en el trabajo": the same.
          {
            when: all(reads('he-is-away'), { not: reads('yes', 'now', ...CALLED_OFF_BY) }),
            go: after,
            do: [{ change: { guideline: { item, value: 'no' } } }],
          },
          { when: reads('no-danger', 'all-well'), go: after, do: [{ change: { guideline: { item, value: 'no' } } }] },
          { when: { reads: ['no', 'unknown'] }, go: after, do: [kept] },
        ],
        otherwise: [
          { when: { tries: { under: 1 } }, again: true, do: [{ change: { tries: 'more' } }] },
          { go: neither, do: [kept, firstTry] },
        ],
        silence: silence(step.silence),
      };
    }
    return { initial: 'known', states };
  },

  fits: step => reads('yes', 'no', 'unknown', 'all-well', ...(step.exits ?? []).flatMap(e => e.reads)),

  targets: step => [
    step.from_high,
    step.below,
    ...(step.exits ?? []).map(e => e.go),
    ...(step.unclear ? [step.unclear.go] : []),
    ...(step.silence.go ? [step.silence.go] : []),
  ],
  texts: step => [
    ...(step.before ?? []),
    ...step.ask.map(id => `guideline.${id}`),
    ...(step.other_yes ? [step.other_yes.ask] : []),
    ...(step.yes_to ? [step.yes_to.ask] : []),
    ...(step.silence.say ? [step.silence.say] : []),
  ],
});
