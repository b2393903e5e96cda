/**
 * How far a step still is from a step or a fact, as the protocol is drawn: a search that goes first where less is left
 * gets there without looking at all the rest. What is drawn says nothing of conditions: it aims, and proves nothing.
 */
import type { Milestone } from '../../flows/milestones.js';
import type { Protocol } from '../../flows/protocol.js';
import { kindOf } from '../../flows/steps/index.js';

export type Goal = { step: string } | { milestone: Milestone };

/** Steps still to go from the step where she is (null before the first); 0 everywhere where no step is known to bring it about. */
export function farFrom(protocol: Protocol, goal: Goal): (step: string | null) => number {
  const ids = Object.keys(protocol.steps);
  const ends = 'step' in goal ? [goal.step] : ids.filter(id => bringsAbout(protocol, id, goal.milestone));
  if (ends.length === 0) return () => 0;
  const before = new Map<string, string[]>();
  for (const id of ids) {
    const step = protocol.steps[id]!;
    for (const to of kindOf(step)?.targets(step as never) ?? []) before.set(to, [...(before.get(to) ?? []), id]);
  }
  const far = new Map(ends.map(id => [id, 0]));
  for (const [id, distance] of far)
    for (const from of before.get(id) ?? []) if (!far.has(from)) far.set(from, distance + 1);
  // What every step understands is one turn away from wherever she is.
  const anywhere = Math.min(
    ...[...protocol.understands.map(u => u.go), protocol.talk.menu, protocol.start].map(
      id => 1 + ((id === undefined ? undefined : far.get(id)) ?? Number.POSITIVE_INFINITY),
    ),
  );
  const most = Number.isFinite(anywhere) ? anywhere : far.size;
  return step => Math.min(step === null ? most : (far.get(step) ?? most), most);
}

/** Whether a milestone is named in what the step does, wherever it stands there. */
function bringsAbout({ steps, around }: Protocol, id: string, milestone: Milestone): boolean {
  const step = steps[id]!;
  const named = (value: unknown): boolean =>
    value === milestone || (typeof value === 'object' && value !== null && Object.values(value).some(named));
  return named(kindOf(step)?.node(step as never, id, around));
}
