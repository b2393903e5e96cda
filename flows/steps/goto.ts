/**
 * `goto`: on to another step. It gives a place a second name, so that a step can be moved without touching another file.
 *
 *     menu.person: { goto: person.ask }
 */
import { z } from 'zod';
import { stepKind } from './kind.js';
import { passing, stepId } from './parts.js';

const schema = z.strictObject({ goto: stepId });
type Goto = z.infer<typeof schema>;

export const goTo = stepKind<Goto>({
  kind: 'goto',
  about: 'Sigue en otro paso.',
  schema: schema as z.ZodType<Goto>,
  node: step => passing([], [{ go: step.goto }]),
  targets: step => [step.goto],
  texts: () => [],
});
