/** Where a dialogue begins when it does not begin with her first message: a short way there. */
import { type Milestone, MILESTONES } from '../../flows/milestones.js';
import { kindOf } from '../../flows/steps/index.js';
import { pathTo } from '../../flows/verify/route.js';
import type { Running } from '../conversations.js';
import { CannotPlay } from './cannot.js';
import type { Goal } from './far.js';
import { type Before, shortWay } from './way.js';
import { hint } from './words.js';

/** Dialogues share their beginnings, and a search takes a moment. */
const known = new WeakMap<Running, Map<string, readonly Before[]>>();

/**
 * @param to a step's id, a milestone, or a kind of step (its first step is meant)
 * @param now ms UTC at which all of it happens
 * @param where file and line of the dialogue, for the error
 *
 * Throws CannotPlay for a word that is none of them, or a place that no conversation reaches.
 */
export function wayTo(running: Running, to: string, now: number, where: string): readonly Before[] {
  const ways = known.get(running) ?? new Map<string, readonly Before[]>();
  known.set(running, ways);
  const key = `${to} ${now}`;
  const kept = ways.get(key);
  if (kept) return kept;
  const goal = goalOf(running, to, where);
  const found = shortWay(running, goal, now) ?? pathTo(running.compiled, goal);
  if (!found)
    throw new CannotPlay(`${where}: setup.step: ninguna conversación de ${running.protocol.id} llega a "${to}"`);
  ways.set(key, found);
  return found;
}

function goalOf({ protocol: { steps, id } }: Running, to: string, where: string): Goal {
  if (to in steps) return { step: to };
  if ((MILESTONES as readonly string[]).includes(to)) return { milestone: to as Milestone };
  const ofKind = Object.keys(steps).find(step => kindOf(steps[step]!)?.kind === to);
  if (ofKind) return { step: ofKind };
  const kinds = Object.values(steps).flatMap(step => kindOf(step)?.kind ?? []);
  throw new CannotPlay(
    `${where}: setup.step: "${to}" no es un paso de ${id} ni un hito${hint(to, [...new Set([...Object.keys(steps), ...MILESTONES, ...kinds])])}`,
  );
}
