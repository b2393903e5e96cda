/** Pieces that step kinds share: the schemas of a wait and of an exit, retries with a way out, transient states. */
import { z } from 'zod';
import type { Action, Say } from '../actions.js';
import type { Milestone } from '../milestones.js';
import type { Condition } from '../guards.js';
import type { Marks } from '../context.js';
import type { Move, Node, Silence, StepNode, Surroundings, WrongIn } from './kind.js';

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `3m`, `24h`, `2d`, to milliseconds. A wait is between one second and 40 days. */
export const duration = z
  .string()
  .regex(/^\d{1,4}[smhd]$/, 'una duración como 90s, 3m, 24h o 2d')
  .transform(text => Number.parseInt(text, 10) * UNITS[text.at(-1) as string]!)
  .refine(ms => ms >= 1_000 && ms <= 40 * UNITS.d!, 'entre 1s y 40d');

export const stepId = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/,
    'un nombre de paso como acceso.bienvenida (minúsculas, números, puntos y guiones)',
  );
/** A question of the guideline keeps its id in the key: `guideline.Q1`. */
export const textKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[A-Za-z0-9-]+)*$/, 'una clave de texto como bienvenida.primera');

/** Where silence leads. With `then: wait` one line is said and the step waits on, `rest` long, before going to `go`. */
export const silenceSchema = z.strictObject({
  after: duration,
  say: textKey.optional(),
  go: stepId.optional(),
  then: z.literal('wait').optional(),
  rest: duration.optional(),
});
export type SilenceSpec = z.infer<typeof silenceSchema>;

/** How long a step that said its line waits on before it closes by itself. */
const REST_DEFAULT = 12 * UNITS.h!;

export function silence(spec: SilenceSpec, fallback = '@rest'): Silence {
  const said: Action[] = spec.say ? [{ say: spec.say }] : [];
  if (spec.then === 'wait')
    return {
      after: spec.after,
      moves: [{ do: said }],
      then: { after: spec.rest ?? REST_DEFAULT, moves: [{ go: spec.go ?? fallback }] },
    };
  return { after: spec.after, moves: [{ go: spec.go ?? fallback, do: said }] };
}

export const say = (key: string, more: Omit<Say, 'say'> = {}): Action => ({ say: key, ...more });
export const mark = (milestone: Milestone): Action => ({ mark: milestone });
export const set = (marks: Partial<Marks>): Action => ({ change: { set: marks } });
export const firstTry: Action = { change: { tries: 'reset' } };
export const oneMoreTry: Action = { change: { tries: 'more' } };
export const reads = (...names: string[]): Condition => ({ reads: names });
export const all = (...of: Condition[]): Condition => ({ all: of });

/** Unless what she writes sounds like danger, which is asked about then. */
export const calm = (when: Condition): Condition => all(when, { not: { sensed: 3 } });

/** The same move, and people are told where what she writes sounds like danger. */
export const toldOf = (move: Move): Move[] => [
  {
    ...move,
    when: all(...(move.when ? [move.when] : []), { sensed: 3 }),
    told: true,
    do: [...(move.do ?? []), { effect: 'alert', params: { why: 'sensed-high' } }],
  },
  move,
];

/** A step that is one waiting state. */
export const waiting = (node: Node): StepNode => ({ initial: 'waiting', states: { waiting: node } });

/** A step that acts and goes on at once. */
export const passing = (entry: readonly Action[], always: readonly Move[]): StepNode => ({
  initial: 'acting',
  states: { acting: { entry, always } },
});

/** Asked again so many times; then the way out. */
export const askAgain = (retries: number, wayOut: Move): Move[] => [
  { when: { tries: { under: retries } }, again: true, do: [oneMoreTry] },
  { ...wayOut, do: [firstTry, ...(wayOut.do ?? [])] },
];

/** Places of a list where a word stands that stood before in it. */
export const repeatedAt = (words: readonly string[]): number[] =>
  words.flatMap((word, i) => (words.indexOf(word) === i ? [] : [i]));

/** What is right where a name may stand once. */
export const onceOnly = 'un nombre que no esté ya en la lista';

/** Danger that can be answered: nobody is beside her, and it is she who writes. */
export const surelyGrave: Condition = all(
  reads('surely-grave'),
  { marks: { quiet: false, doubt: false } },
  { not: { any: [reads('hush', 'beside'), { intent: ['aggressor'] }] } },
);

/** Those of the names that are none of what is known. */
const misnamed = (
  names: readonly string[],
  known: readonly string[],
  at: readonly string[],
  message: (name: string) => string,
): WrongIn[] =>
  names.filter(name => !known.includes(name)).map(found => ({ at, found, known, message: message(found) }));

/** Readings that nobody wrote. @param at where they stand in the step */
export const notRead = (
  { readings }: Surroundings,
  names: readonly string[] | undefined,
  ...at: readonly (string | number)[]
): WrongIn[] =>
  misnamed(names ?? [], readings, at.map(String), name => `la lectura "${name}" no existe en este protocolo`);

/** Sheets that are not there. */
export const noSheet = (
  { sheets }: Surroundings,
  names: readonly string[] | undefined,
  ...at: readonly (string | number)[]
): WrongIn[] => misnamed(names ?? [], sheets, at.map(String), name => `la ficha "${name}" no existe`);

/** Questions that the guideline does not have. Their names are all alike: none is nearest. */
export const notAsked = (
  around: Surroundings,
  ids: readonly string[],
  ...at: readonly (string | number)[]
): WrongIn[] => {
  const questions = around.questions('imminent-risk');
  return ids
    .filter(id => !questions.includes(id))
    .map(found => ({
      at: at.map(String),
      found,
      message: `la pauta no tiene la pregunta "${found}"`,
      expected: questions.join(', '),
    }));
};

/** The sheet that surely answers what she just wrote, while something else goes on. */
export const givesSheet: readonly Action[] = [
  say('sheet', { sheet: 'read', fact: 'automatic_answer' }),
  set({ erase: true }),
  { change: { given: 'read' } },
];
