/**
 * Steps that lead to each other without ever waiting for her would never end a turn. Any way that may be taken without
 * waiting counts, whatever its condition: a circle is refused rather than hoped about.
 */
import type { StepNode } from '../steps/kind.js';

/** Circles of steps, each as the ids along it, the first one again at its end; one for each set of steps. */
export function silentCycles(nodes: Readonly<Record<string, StepNode>>): string[][] {
  const ways = new Map(Object.entries(nodes).map(([id, node]) => [id, exitsAtOnce(node)]));
  const cycles = new Map<string, string[]>();
  for (const id of Object.keys(nodes)) {
    const cycle = wayBack(id, ways);
    const name = cycle && [...new Set(cycle)].sort((a, b) => a.localeCompare(b)).join(' ');
    if (cycle && name && !cycles.has(name)) cycles.set(name, cycle);
  }
  return [...cycles.values()];
}

/** Steps that this one may lead to before it has waited: from its first state, through states that do not wait. */
function exitsAtOnce({ initial, states }: StepNode): string[] {
  const exits = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { go } of states[name]?.always ?? []) {
      if (go?.startsWith('.')) visit(go.slice(1));
      else if (go && !go.startsWith('@')) exits.add(go);
    }
  };
  visit(initial);
  return [...exits];
}

/** The shortest way from a step to itself, or null. */
function wayBack(id: string, ways: ReadonlyMap<string, string[]>): string[] | null {
  const queue = [[id]];
  const seen = new Set<string>();
  for (let path = queue.shift(); path; path = queue.shift()) {
    for (const next of ways.get(path.at(-1)!) ?? []) {
      if (next === id) return [...path, id];
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return null;
}
