/**
 * `ask`: an open question whose answer is checked and kept.
 *
 *     information.ask:
 *       ask: info.ask
 *       as: text            # text number date email phone rut commune folio location hours
 *       save: question
 *       next: information.answer
 *       need: read          # what she writes is her need now (for an answer or a triage that follows)
 *       retries: 2
 *       way_out: person.specific
 *       skip: { reads: [no], go: information.erase }
 *       silence: { after: 10m, go: close.quiet }
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import { MILESTONES } from '../milestones.js';
import type { Condition } from '../guards.js';
import { INTENTS } from '../sense/types.js';
import { stepKind, type Move } from './kind.js';
import {
  all,
  askAgain,
  firstTry,
  mark,
  notRead,
  reads,
  say,
  set,
  silence,
  silenceSchema,
  stepId,
  textKey,
  waiting,
} from './parts.js';

const KINDS = ['text', 'number', 'date', 'email', 'phone', 'rut', 'commune', 'folio', 'location', 'hours'] as const;

const schema = z.strictObject({
  ask: textKey,
  retry: textKey.optional(),
  before: z.array(textKey).optional(),
  as: z.enum(KINDS).default('text'),
  save: z.string().regex(/^[a-z][a-z0-9_]*$/),
  need: z.enum(['read', 'join']).optional(),
  told: z.boolean().optional(),
  marks: z.array(z.enum(MILESTONES)).optional(),
  answered: z.array(z.enum(MILESTONES)).optional(),
  next: stepId,
  /** Other readings of what she writes, tried before the answer. */
  exits: z
    .array(
      z
        .strictObject({
          reads: z.array(z.string()).min(1).optional(),
          /** She means one of these, and nothing in it sounds of violence. */
          intent: z.array(z.enum(INTENTS)).min(1).optional(),
          go: stepId,
          need: z.enum(['read', 'join']).optional(),
          emit: z.array(z.enum(MILESTONES)).optional(),
        })
        .refine(e => (e.reads === undefined) !== (e.intent === undefined), 'reads o intent, uno de los dos'),
    )
    .optional(),
  retries: z.number().int().min(0).max(3).default(2),
  way_out: stepId,
  /** The answer is known already: it is not asked. */
  known: z
    .array(z.strictObject({ told: z.boolean(), go: stepId, emit: z.array(z.enum(MILESTONES)).optional() }))
    .optional(),
  silence: silenceSchema,
});
type Ask = z.infer<typeof schema>;

export const ask = stepKind<Ask>({
  kind: 'ask',
  about: 'Una pregunta abierta; la respuesta se revisa y se guarda.',
  schema: schema as z.ZodType<Ask>,

  problems: (step, around) => (step.exits ?? []).flatMap((e, i) => notRead(around, e.reads, 'exits', i, 'reads')),

  node: step => {
    const keep: Action[] = [
      firstTry,
      { change: { keep: step.save, as: step.as } },
      ...(step.need ? [{ change: { need: step.need } }] : []),
      ...(step.told ? [set({ told: true })] : []),
      ...(step.as === 'location' || step.as === 'commune' ? [{ change: { place: 'read' as const } }] : []),
      ...(step.answered ?? []).map(mark),
    ];
    const exits: Move[] = (step.exits ?? []).map(e => ({
      when: e.intent ? all({ intent: e.intent }, { not: { sensed: 2 } }) : { reads: e.reads ?? [] },
      go: e.go,
      do: [firstTry, ...(e.need ? [{ change: { need: e.need } }] : []), ...(e.emit ?? []).map(mark)],
    }));
    const valid: Move = { when: VALID[step.as], go: step.next, do: keep };
    // "Una persona" holds a number: what every step understands goes before an answer that nearly any text holds.
    const loose = step.as === 'text' || step.as === 'number';
    const asking = waiting({
      entry: [
        ...(step.before ?? []).map(key => say(key)),
        say(step.ask, { ...(step.retry ? { retry: step.retry } : {}), ...(step.marks ? { fact: step.marks } : {}) }),
      ],
      moves: [...exits, ...(loose ? [] : [valid])],
      otherwise: [...(loose ? [valid] : []), ...askAgain(step.retries, { go: step.way_out })],
      silence: silence(step.silence),
    });
    if (!step.known) return asking;
    const known: Move[] = step.known.map(k => ({
      when: { marks: { told: k.told } },
      go: k.go,
      do: (k.emit ?? []).map(mark),
    }));
    return { initial: 'known', states: { known: { always: [...known, { go: '.waiting' }] }, ...asking.states } };
  },

  // A free text answers nothing by its form: what is sensed in it counts.
  fits: step => ({
    any: [
      ...(step.exits ?? []).flatMap(e => (e.reads ? [{ reads: e.reads }] : [])),
      ...(step.as === 'text' ? [] : [VALID[step.as], reads('number')]),
    ],
  }),

  targets: step => [
    step.next,
    step.way_out,
    ...(step.silence.go ? [step.silence.go] : []),
    ...(step.exits ?? []).map(e => e.go),
    ...(step.known ?? []).map(k => k.go),
  ],
  texts: step => [
    step.ask,
    ...(step.retry ? [step.retry] : []),
    ...(step.before ?? []),
    ...(step.silence.say ? [step.silence.say] : []),
  ],
  answersToTry: step => [SAMPLE[step.as]],
});

/** When the text holds an answer of this kind. */
const VALID: Record<Ask['as'], Condition> = {
  text: { all: [{ reads: ['text'] }] },
  number: { reads: ['number'] },
  date: { reads: ['date'] },
  email: { reads: ['email'] },
  phone: { reads: ['phone'] },
  rut: { reads: ['rut'] },
  commune: { reads: ['commune'] },
  folio: { reads: ['folio'] },
  location: { reads: ['place'] },
  hours: { reads: ['hours'] },
};

const SAMPLE: Record<Ask['as'], string> = {
  text: 'una cosa que quiero contar',
  number: '3',
  date: '3 de mayo de 1990',
  email: 'alguien@example.org',
  phone: '+56 9 8765 4321',
  rut: '12.345.678-5',
  commune: 'Peñalolén',
  folio: 'M-2026-000731',
  location: 'Los Aromos 114, Peñalolén',
  hours: 'de 10 a 12',
};
