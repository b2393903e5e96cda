/** Where a dialogue begins when it does not begin with her first message: the shortest way there that verify finds. */
import type { Compiled } from '../../flows/compile.js';
import type { FlowEvent } from '../../flows/events.js';
import { type Milestone, MILESTONES } from '../../flows/milestones.js';
import { kindOf } from '../../flows/steps/index.js';
import { nearest } from '../../flows/text/nearness.js';
import { pathTo } from '../../flows/verify/route.js';
import { CannotPlay } from './cannot.js';

export interface Before {
  event: FlowEvent;
  /** What she writes, where it is she who does. */
  text: string | null;
}

/** Exploring a protocol takes seconds, and dialogues share their beginnings. */
const known = new WeakMap<Compiled, Map<string, readonly Before[]>>();

/**
 * @param to a step's id, a milestone, or a kind of step (its first step is meant)
 * @param where file and line of the dialogue, for the error
 *
 * Throws CannotPlay for a word that is none of them, or a place that no conversation reaches.
 */
export function wayTo(compiled: Compiled, to: string, where: string): readonly Before[] {
  const ways = known.get(compiled) ?? new Map<string, readonly Before[]>();
  known.set(compiled, ways);
  const found = ways.get(to) ?? pathTo(compiled, goalOf(compiled, to, where));
  if (!found) throw new CannotPlay(`${where}: setup.step: no conversation of ${compiled.protocol.id} gets to "${to}"`);
  ways.set(to, found);
  return found;
}

function goalOf({ protocol: { steps, id } }: Compiled, to: string, where: string): { step: string } | { milestone: Milestone } {
  if (to in steps) return { step: to };
  if ((MILESTONES as readonly string[]).includes(to)) return { milestone: to as Milestone };
  const ofKind = Object.keys(steps).find(step => kindOf(steps[step]!)?.kind === to);
  if (ofKind) return { step: ofKind };
  const near = nearest(to, [...Object.keys(steps), ...MILESTONES]);
  throw new CannotPlay(`${where}: setup.step: "${to}" is no step of ${id} and no milestone${near ? `. Did you mean "${near}"?` : ''}`);
}
