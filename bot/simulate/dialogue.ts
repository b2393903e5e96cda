/**
 * What a dialogue may say: the format in which a conversation is written down with what must happen in it. One format
 * for a protocol's own tests, for simulation and for evaluation; docs/dialogues.md explains it to who writes them.
 */
import { z } from 'zod';
import { CALL_OUTCOMES } from '../../flows/events.js';
import { RISKS } from '../../flows/sense/types.js';
import { MILESTONES } from '../../flows/milestones.js';
import { safeWindow } from '../../flows/text/time/safeHours.js';

const written = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
/** A date and an hour that there are: 30 February and 25:00 are none. */
const instant = z.string().refine(text => {
  const [, date] = written.exec(text) ?? [];
  const day = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(String(date));
}, 'un instante que exista, con su zona, como 2026-05-19T17:30:00-04:00');
const weekday = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:[01]?\d|2[0-3]):[0-5]\d$/i;
/** An instant, or the next such time: `tuesday 17:30`. */
const slotTime = z
  .string()
  .refine(
    text => instant.safeParse(text).success || weekday.test(text),
    'un instante, o un día y su hora (de 00:00 a 23:59) como "tuesday 17:30"',
  );

const seconds = z
  .number()
  .min(0)
  .max(366 * 86_400);
const executive = z
  .string()
  .regex(/^[A-Z]$/, 'una letra: A, B …')
  .default('A');
const by = { at_s: seconds, from: z.literal('executive'), as: executive };
const from = { at_s: seconds, from: z.literal('system') };
const text = z.string().min(1);

const risk = z.union([z.enum(RISKS).transform(name => RISKS.indexOf(name)), z.number().int().min(0).max(4)]);
const outcome = z.enum(CALL_OUTCOMES);
const told = { by: text.optional(), reference: text.optional(), eta: text.optional(), note: text.optional() };
const order = <K extends string, F extends z.core.$ZodLooseShape>(kind: K, fields: F) =>
  z.strictObject({ ...by, do: z.literal(kind), ...fields });
const happening = <K extends string, F extends z.core.$ZodLooseShape>(kind: K, fields: F) =>
  z.strictObject({ ...from, do: z.literal(kind), ...fields });

const citizenSchema = z
  .strictObject({
    at_s: seconds,
    from: z.literal('citizen'),
    text: z.string().optional(),
    media: z.enum(['image', 'audio', 'video', 'sticker', 'location', 'document', 'contact']).optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    /** The channel's own id: the same id again is the same message. */
    id: text.optional(),
    /** When she wrote it, as the provider says. */
    sent_s: z.number().optional(),
  })
  .refine(turn => turn.text !== undefined || turn.media !== undefined, 'falta text o media')
  .refine(
    turn => turn.media !== 'location' || (turn.lat !== undefined && turn.lon !== undefined),
    'una ubicación lleva lat y lon, como lat: -33.45, lon: -70.66',
  )
  .refine(
    turn => turn.media === 'location' || (turn.lat === undefined && turn.lon === undefined),
    'lat y lon son de una ubicación: media: location',
  );

/** What an executive does, by the name of the act. */
export const EXECUTIVE = {
  take: order('take', {}),
  say: order('say', { text }),
  note: order('note', { text }),
  release: order('release', { step: text.optional() }),
  transfer: order('transfer', { to: text }),
  mark_risk: order('mark_risk', { level: risk, reason: text.optional() }),
  label: order('label', { label: z.literal('priority').default('priority'), priority: z.boolean().default(true) }),
  start_emergency: order('start_emergency', {}),
  answer_guideline: order('answer_guideline', { item: text, value: z.enum(['yes', 'no', 'unknown']) }),
  call: order('call', { institution: text }),
  call_result: order('call_result', { institution: text, outcome, ...told }),
  record_referral: order('record_referral', { institution: text.optional(), outcome: text }),
  book: order('book', { slot: slotTime }),
  unbook: order('unbook', {}),
  close: order('close', { reason: z.enum(['done', 'aggressor', 'prank']), note: text.optional() }),
  unblock: order('unblock', { reason: text.optional() }),
  disconnect: order('disconnect', {}),
  connect: order('connect', {}),
};

/** What the world does. */
export const SYSTEM = {
  wait: happening('wait', {}),
  call_state: happening('call_state', {
    institution: text,
    state: z.enum(['dialing', 'ringing', 'answered', 'no_answer', 'busy', 'failed']),
    outcome: outcome.optional(),
    ...told,
  }),
  executives: happening('executives', { n: z.number().int().min(0).max(26) }),
  slots: happening('slots', { times: z.array(slotTime).max(200) }),
  slot_taken: happening('slot_taken', { time: z.union([z.literal('first'), slotTime]) }),
  ack: happening('ack', { state: z.enum(['sent', 'delivered', 'read', 'failed']) }),
  restart: happening('restart', {}),
  channel: happening('channel', { state: z.enum(['up', 'down']) }),
  store: happening('store', { state: z.enum(['up', 'down', 'slow']) }),
  knowledge: happening('knowledge', { state: z.enum(['up', 'down']) }),
  unit_answers: happening('unit_answers', { folio: text.optional(), status: text, text }),
  event: happening('event', { name: text, data: z.record(z.string(), z.unknown()).default({}) }),
};

type CitizenTurn = z.infer<typeof citizenSchema>;
export type ExecutiveTurn = { [K in keyof typeof EXECUTIVE]: z.infer<(typeof EXECUTIVE)[K]> }[keyof typeof EXECUTIVE];
export type SystemTurn = { [K in keyof typeof SYSTEM]: z.infer<(typeof SYSTEM)[K]> }[keyof typeof SYSTEM];
export type Turn = CitizenTurn | ExecutiveTurn | SystemTurn;

/** The schema that a turn must fit, or why none can be chosen. */
export function schemaOfTurn(
  turn: Readonly<Record<string, unknown>>,
): z.ZodObject | z.ZodType<CitizenTurn> | { field: 'from' | 'do'; known: string[] } {
  if (turn.from === 'citizen') return citizenSchema;
  const acts = turn.from === 'executive' ? EXECUTIVE : turn.from === 'system' ? SYSTEM : null;
  if (!acts) return { field: 'from', known: ['citizen', 'executive', 'system'] };
  return (acts as Record<string, z.ZodObject>)[String(turn.do)] ?? { field: 'do', known: Object.keys(acts) };
}

const caseSchema = z.strictObject({
  folio: text,
  owner: text,
  status: text,
  unit: text.optional(),
  due: text.optional(),
  title: text.optional(),
  type: text.optional(),
});

export const setupSchema = z.strictObject({
  starts: instant.optional(),
  executives: z.number().int().min(0).max(26).optional(),
  contact: z
    .strictObject({
      blocked: z.enum(['aggressor', 'prank']).optional(),
      labels: z.array(z.literal('priority')).optional(),
      profile: z
        .strictObject({
          check_word: text.optional(),
          safe_hours: z
            .array(z.string().refine(hours => safeWindow(hours) !== null, 'horas como "09:00-12:00", de 00:00 a 24:00'))
            .optional(),
        })
        .optional(),
    })
    .optional(),
  /** A step, or a milestone reached before the first turn. */
  step: text.optional(),
  slots: z.array(slotTime).optional(),
  cases: z.array(caseSchema).optional(),
});
export type Setup = z.infer<typeof setupSchema>;

const milestones = z.array(z.enum(MILESTONES));
const expression = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    try {
      RegExp(source);
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: `no es una expresión regular: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  });

export const checkSchema = z.strictObject({
  /** The n-th citizen turn, counted from 1, or `end`: from the last one on. */
  after: z.union([z.number().int().min(1), z.literal('end')]),
  reaches: milestones.optional(),
  never: milestones.optional(),
  within_turns: z.number().int().min(1).optional(),
  within_s: z.number().min(0).optional(),
  must_say: z.array(expression).optional(),
  must_not_say: z.array(expression).optional(),
  silent: z.boolean().optional(),
});
export type Check = z.infer<typeof checkSchema>;

export const expectSchema = z.strictObject({
  reaches: milestones.optional(),
  never: milestones.optional(),
  must_say: z.array(expression).optional(),
  must_not_say: z.array(expression).optional(),
  checks: z.array(checkSchema).optional(),
  notes: z.string().optional(),
});
export type Expect = z.infer<typeof expectSchema>;

export const dialogueSchema = z.strictObject({
  id: z.string().regex(/^[\w.-]+$/, 'un nombre sin espacios, como sos-en-encuesta'),
  protocol: z.string().regex(/^[a-z][a-z0-9-]*$/),
  channel: z.enum(['whatsapp', 'webchat', 'http', 'counter', 'phone', 'van']),
  setup: setupSchema.optional(),
  /** Each is checked by the schema of its kind (`schemaOfTurn`). */
  turns: z.array(z.record(z.string(), z.unknown())).min(1).max(500),
  expect: expectSchema,
});

export interface Dialogue {
  id: string;
  protocol: string;
  channel: z.infer<typeof dialogueSchema>['channel'];
  setup: Setup;
  turns: Turn[];
  expect: Expect;
  /** Where it is written. */
  file: string;
  line: number;
  /** Line of a part of it, or of what holds that part: `['turns', 2, 'item']`. */
  lineOf(path: readonly (string | number)[]): number;
}
