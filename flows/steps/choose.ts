/**
 * `choose`: one question with a few ways to go, picked by number, by word or by what her text says.
 *
 *     access.safe:
 *       choose: safe.check
 *       options:
 *         - { id: yes, reads: [yes, alone], set: { safe: yes }, go: access.need }
 *         - { id: no,  reads: [no, not-alone], set: { safe: no }, go: access.unsafe }
 *       other_text: access.need        # what she writes instead goes there; none = asked again
 *       silence: { after: 3m, say: safe.neutral, then: wait }
 *
 * The labels are texts too: `safe.check.yes`, `safe.check.no`. Without them the question stands alone (yes or no).
 * Options are tried in order. One with `answer` in place of `go` says that text and the question stands. Where labels are shown, a pick by number or label wins over what her text reads.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { MILESTONES, type Milestone } from '../milestones.js';
import type { Condition } from '../guards.js';
import type { Option } from '../reading.js';
import { INTENTS } from '../sense/types.js';
import { stepKind, type Move, type Surroundings, type WrongIn } from './kind.js';
import {
  askAgain,
  firstTry,
  mark,
  notAsked,
  notRead,
  oneMoreTry,
  onceOnly,
  repeatedAt,
  say,
  silence,
  silenceSchema,
  stepId,
  textKey,
  waiting,
} from './parts.js';

const marksSchema = z.strictObject({
  safe: z.enum(['yes', 'no', 'unknown']).optional(),
  danger: z.enum(['no', 'unknown']).optional(),
  mail: z.enum(['no', 'unknown']).optional(),
  told: z.boolean().optional(),
});

const optionSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    reads: z.array(z.string()).optional(),
    accepts: z.array(z.string()).optional(),
    /** Only a whole name picks it, and no part of one: "persona" is not "Es por otra persona". */
    exact: z.boolean().optional(),
    intent: z.array(z.enum(INTENTS)).optional(),
    set: marksSchema.optional(),
    guideline: z.string().optional(),
    marks: z.array(z.enum(MILESTONES)).optional(),
    /** Keep what she wrote as her need, so that the next triage or answer uses it. */
    need: z.enum(['read', 'join', 'follow', 'drop']).optional(),
    go: stepId.optional(),
    /** What she asks of the question itself: it is answered, and asked again. */
    answer: textKey.optional(),
  })
  .refine(o => (o.go === undefined) !== (o.answer === undefined), 'go o answer, uno de los dos');

const schema = z.strictObject({
  choose: textKey,
  marks: z.array(z.enum(MILESTONES)).optional(),
  /** Said before the question, once. */
  before: z.array(textKey).optional(),
  retry: textKey.optional(),
  labels: z.boolean().default(false),
  options: z.array(optionSchema).min(1).max(10),
  other_text: stepId.optional(),
  /** What only begins something ("una consulta"): nothing is said to it, and the question stands. */
  waits_on: z.array(z.string()).min(1).optional(),
  /** What another may write who took her telephone: nothing is said to it, whatever a model hears in it. */
  ignores: z.array(z.string()).min(1).optional(),
  /** Instead of going elsewhere with other text: say this and ask again, so many times. */
  retries: z.number().int().min(0).max(3).default(1),
  way_out: stepId.optional(),
  /** A fact that answers the question: it is not asked. */
  known: z
    .array(z.strictObject({ marks: marksSchema, go: stepId, emit: z.array(z.enum(MILESTONES)).optional() }))
    .optional(),
  silence: silenceSchema,
});
type Choose = z.infer<typeof schema>;
type ChooseOption = Choose['options'][number];

export const choose = stepKind<Choose>({
  kind: 'choose',
  about: 'Una pregunta con pocas salidas, por número, palabra o por lo que diga.',
  schema: schema as z.ZodType<Choose>,

  problems: (step, around) => [
    ...repeatedAt(step.options.map(o => o.id)).map(i => ({
      at: ['options', String(i), 'id'],
      message: `la opción "${step.options[i]!.id}" está dos veces; deje una`,
      expected: onceOnly,
    })),
    ...step.options.flatMap((o, i) =>
      step.labels || readingsOf(o).length > 0 || o.accepts?.length
        ? []
        : [
            {
              at: ['options', String(i)],
              message: `la opción "${o.id}" no se puede elegir: le falta reads, accepts o intent`,
              expected: 'reads, accepts o intent; o labels: true en el paso',
            },
          ],
    ),
    ...twiceAccepted(step),
    ...step.options.flatMap((o, i) => [
      ...notRead(around, o.reads, 'options', i, 'reads'),
      ...notAsked(around, o.guideline ? [o.guideline] : [], 'options', i, 'guideline'),
    ]),
    ...notRead(around, step.waits_on, 'waits_on'),
    ...notRead(around, step.ignores, 'ignores'),
    ...(step.other_text || step.way_out || step.retries === 0
      ? []
      : [
          {
            at: [],
            message: 'falta way_out: adónde va quien no elige ninguna opción',
            expected: 'way_out u other_text: un paso; o retries: 0',
          },
        ]),
  ],

  node: (step, _id, around) => {
    const options = step.options.map(toOption(step, around));
    const shown = step.labels
      ? { choices: step.options.map(o => ({ id: o.id, label: `${step.choose}.${o.id}` })) }
      : {};
    const asks: Action[] = [
      ...(step.before ?? []).map(key => say(key)),
      say(step.choose, {
        ...shown,
        ...(step.retry ? { retry: step.retry } : {}),
        ...(step.marks ? { fact: step.marks } : {}),
      }),
    ];
    // What is on the screen is picked first; without labels, the order of the options decides ("no estoy sola" before "sola").
    const picks = step.options
      .filter(o => step.labels || o.accepts?.length)
      .map(o => exit(o, { picks: o.id, of: options }));
    const meant = step.options.flatMap(o => readingsOf(o).map(when => exit(o, when)));
    const asking = waiting({
      entry: asks,
      moves: [...ignored(step), ...(step.labels ? [...picks, ...meant] : [...meant, ...picks]), ...begins(step)],
      otherwise: step.other_text
        ? [{ go: step.other_text, do: [firstTry, { change: { need: 'join' } }] }]
        : askAgain(step.retries, { go: step.way_out ?? '@queue' }),
      silence: silence(step.silence),
      ...(step.marks?.includes('safety_check') ? { asksIfSafe: true as const } : {}),
    });
    if (!step.known) return asking;
    const known: Move[] = step.known.map(k => ({
      when: { marks: defined(k.marks) },
      go: k.go,
      do: (k.emit ?? []).map(mark),
    }));
    return { initial: 'known', states: { known: { always: [...known, { go: '.waiting' }] }, ...asking.states } };
  },

  lists: true,
  fits: (step, around) => {
    const options = step.options.map(toOption(step, around));
    const picks = options.map((o): Condition => ({ picks: o.id, of: options }));
    const meant = step.options.flatMap(o => (o.reads?.length ? [{ reads: o.reads }] : []));
    return { any: [...meant, ...(step.labels || step.options.some(o => o.accepts?.length) ? picks : [])] };
  },

  targets: step => [
    ...step.options.flatMap(o => o.go ?? []),
    ...[step.other_text, step.way_out, step.silence.go].filter(s => s !== undefined),
    ...(step.known ?? []).map(k => k.go),
  ],
  texts: step => [
    step.choose,
    ...(step.retry ? [step.retry] : []),
    ...step.options.flatMap(o => o.answer ?? []),
    ...(step.before ?? []),
    ...(step.silence.say ? [step.silence.say] : []),
    ...(step.labels ? step.options.map(o => `${step.choose}.${o.id}`) : []),
  ],
  answersToTry: step => step.options.flatMap((o, i) => [String(i + 1), ...(o.accepts ?? []).slice(0, 1)]),
});

/** Words that pick two options. */
function twiceAccepted({ options }: Choose): WrongIn[] {
  const words = options.flatMap((o, i) => (o.accepts ?? []).map(word => ({ word, i })));
  return repeatedAt(words.map(({ word }) => word)).map(at => ({
    at: ['options', String(words[at]!.i), 'accepts'],
    found: words[at]!.word,
    message: `"${words[at]!.word}" sirve para dos opciones; deje una`,
    expected: 'una palabra que no elija ya otra opción',
  }));
}

const toOption =
  (step: Choose, around: Surroundings) =>
  (o: ChooseOption): Option => {
    const labels = step.labels ? around.texts(`${step.choose}.${o.id}`) : [];
    const accepts = [...(o.accepts ?? []), ...labels.slice(1)];
    return { id: o.id, label: labels[0] ?? o.id, accepts, ...(o.exact ? { exact: true } : {}) };
  };

const readingsOf = (o: ChooseOption): Condition[] => [
  ...(o.reads?.length ? [{ reads: o.reads }] : []),
  ...(o.intent?.length ? [{ intent: o.intent }] : []),
];

/** She goes on in the next message: the wait is not put off, and her words are kept with it. */
const begins = ({ waits_on }: Choose): Move[] =>
  waits_on ? [{ when: { reads: waits_on }, do: [{ change: { need: 'join' } }] }] : [];

const ignored = ({ ignores }: Choose): Move[] => (ignores ? [{ when: calmly(ignores), told: true }] : []);
const calmly = (names: readonly string[]): Condition => ({ all: [{ reads: names }, { not: { reads: ['grave'] } }] });

function exit(o: ChooseOption, when: Condition): Move {
  const change: Action[] = [
    firstTry,
    ...(o.set ? [{ change: { set: defined(o.set) } }] : []),
    ...(o.guideline ? [{ change: { guideline: 'read' as const, item: o.guideline } }] : []),
    ...(o.need ? [{ change: { need: o.need } }] : []),
    ...(o.marks ?? []).map(m => mark(m as Milestone)),
  ];
  if (o.answer) return { when, again: true, do: [say(o.answer), oneMoreTry] };
  return { when, go: o.go!, do: change };
}

const defined = (marks: z.infer<typeof marksSchema>) =>
  Object.fromEntries(Object.entries(marks).filter(([, v]) => v !== undefined));
