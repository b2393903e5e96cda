/**
 * `triage`: routes what she wrote by what was understood of it. It says nothing and never waits; the first route that
 * fits is taken. `reads` looks at her last message, `wrote` at all that nobody has answered yet.
 *
 *     access.need:
 *       triage: need
 *       routes:
 *         - { intent: [aggressor], go: review.aggressor }
 *         - { risk: high, go: person.urgent }
 *         - { wrote: [my-slot], when: { booked: true }, go: support.mine }
 *         - { intent: [general_info], sheet: sensitive, unless: { safe: yes }, go: access.safe }
 *         - { intent: [general_info], sheet: found, go: information.answer }
 *       otherwise: access.safe
 */
import { z } from 'zod';
import { MILESTONES } from '../milestones.js';
import type { Condition } from '../guards.js';
import { INTENTS, RISKS } from '../sense/types.js';
import { stepKind, type Move } from './kind.js';
import { mark, noSheet, notRead, passing, stepId } from './parts.js';

const marksSchema = z.strictObject({
  safe: z.enum(['yes', 'no', 'unknown']).optional(),
  danger: z.enum(['no', 'unknown']).optional(),
  told: z.boolean().optional(),
  booked: z.boolean().optional(),
  /** A time is kept for her and not booked yet. */
  held: z.boolean().optional(),
  /** She was in the queue when she was asked whether there is danger. */
  waits: z.boolean().optional(),
  priority: z.boolean().optional(),
  returning: z.boolean().optional(),
  greeted: z.boolean().optional(),
  doubt: z.boolean().optional(),
});

const routeSchema = z.strictObject({
  intent: z.array(z.enum(INTENTS)).min(1).optional(),
  reads: z.array(z.string()).min(1).optional(),
  wrote: z.array(z.string()).min(1).optional(),
  sheet: z.enum(['found', 'sensitive', 'plain', 'several', 'unasked', 'none']).optional(),
  risk: z.enum(RISKS).optional(),
  /** The sheet that she was given last is one of these. */
  given: z.array(z.string()).min(1).optional(),
  /** The sheet that answers her need is the one that she was given last. */
  told: z.literal(true).optional(),
  when: marksSchema.optional(),
  unless: marksSchema.optional(),
  staffed: z.boolean().optional(),
  /** She is answered in one of these languages. */
  locale: z
    .array(z.string().regex(/^[a-z]{2}$/, 'un idioma como es o ht'))
    .min(1)
    .optional(),
  emit: z.array(z.enum(MILESTONES)).optional(),
  go: stepId,
});

const schema = z.strictObject({
  triage: z.literal('need'),
  routes: z.array(routeSchema).min(1).max(40),
  otherwise: stepId,
});
type Triage = z.infer<typeof schema>;

export const triage = stepKind<Triage>({
  kind: 'triage',
  about: 'Reparte según lo que se entendió.',
  schema: schema as z.ZodType<Triage>,
  problems: (step, around) => [
    ...step.routes.flatMap((r, i) => [
      ...(toCondition(r).length > 0
        ? []
        : [
            {
              at: ['routes', String(i)],
              message: `tiene una ruta sin ninguna condición hacia "${r.go}"; use otherwise`,
              expected:
                'una condición (intent, reads, wrote, sheet, risk, given, told, when, unless, staffed, locale), u otherwise',
            },
          ]),
      ...notRead(around, r.reads, 'routes', i, 'reads'),
      ...notRead(around, r.wrote, 'routes', i, 'wrote'),
      ...noSheet(around, r.given, 'routes', i, 'given'),
    ]),
  ],
  node: step => passing([], [...step.routes.map(toMove), { go: step.otherwise }]),
  targets: step => [...step.routes.map(r => r.go), step.otherwise],
  texts: () => [],
});

/** Readings that some route asks of what she wrote before: they are remembered with it. */
export const rememberedBy = (steps: Readonly<Record<string, object>>): string[] => [
  ...new Set(
    Object.values(steps)
      .flatMap(step => ('triage' in step ? (step as Triage).routes : []))
      .flatMap(route => route.wrote ?? []),
  ),
];

type Route = Triage['routes'][number];

const toMove = (route: Route): Move => ({
  when: { all: toCondition(route) },
  go: route.go,
  do: (route.emit ?? []).map(mark),
});

function toCondition(route: Route): Condition[] {
  const when: Condition[] = [];
  if (route.intent || route.sheet || route.risk || route.wrote) {
    when.push({
      need: {
        ...(route.intent ? { intent: route.intent } : {}),
        ...(route.sheet ? { sheet: route.sheet } : {}),
        ...(route.risk ? { risk: RISKS.indexOf(route.risk) } : {}),
        ...(route.wrote ? { reads: route.wrote } : {}),
      },
    });
  }
  if (route.given) when.push({ given: route.given });
  if (route.told) when.push({ given: 'needed' });
  if (route.reads) when.push({ reads: route.reads });
  if (says(route.when)) when.push({ marks: route.when });
  if (says(route.unless)) when.push({ not: { marks: route.unless } });
  if (route.staffed !== undefined) when.push({ world: { staffed: route.staffed } });
  if (route.locale) when.push({ locale: route.locale });
  return when;
}

const says = (marks: Route['when']): marks is NonNullable<Route['when']> =>
  marks !== undefined && Object.keys(marks).length > 0;
