/**
 * Every configuration can still reach a person and a close, and no turn fails. What is not known is taken at its worst: an
 * event counts only if each of its ways leads on, so nobody's way out depends on something that she may not have said.
 */
import type { Config, Graph } from './explore.js';
import { grouped } from './grouped.js';
import type { Property } from './property.js';

export const noDeadEnd: Property = {
  name: 'no-dead-end',
  failure: ({ main, inside }) => {
    const broken = [...main.edges, ...inside.edges].find(e => e.error !== null);
    if (broken) return { turn: broken, why: `el turno falla: ${broken.error}` };
    const alone = stuck(main, config => config.talk.startsWith('human'));
    if (alone) return { at: alone, why: `desde "${alone.talk}" ya no se llega a una persona` };
    const open = stuck(main, config => config.talk === 'rest' && config.emergency === null && config.open === 0);
    return open ? { at: open, why: `desde "${open.talk}" la conversación ya no puede cerrarse` } : null;
  },
};

/** A configuration from which no choice of events is sure to arrive, or null. */
function stuck({ configs, edges }: Graph, arrives: (config: Config) => boolean): Config | null {
  const into = grouped(edges, edge => edge.to);
  /** By choice, how many of its ways are not sure yet. */
  const open = new Map<number, number>();
  for (const { choice } of edges) open.set(choice, (open.get(choice) ?? 0) + 1);
  const sure = new Set(configs.filter(arrives));
  // A Set is walked in order of insertion, with what is inserted meanwhile: each way is counted off once.
  for (const config of sure)
    for (const { choice, from } of into.get(config) ?? []) {
      const left = open.get(choice)! - 1;
      open.set(choice, left);
      if (left === 0) sure.add(from);
    }
  return configs.find(config => !sure.has(config)) ?? null;
}
