/**
 * From what was explored, where more is tried than can happen, to a conversation that does happen: the shortest found,
 * played turn by turn on the real machine with nothing unknown.
 */
import type { Compiled } from '../compile.js';
import type { FlowEvent } from '../events.js';
import type { Milestone } from '../milestones.js';
import { NARROWEST } from '../talk/shape.js';
import { advance, begin, contextOf, type Snapshot, type Turned } from '../turn.js';
import { type Config, type Edge, exploreMain, type Graph, mainKey } from './explore.js';
import { grouped } from './grouped.js';
import { withReading } from './words.js';

export interface Played {
  edge: Edge;
  event: FlowEvent;
  /** Null when the turn fails. */
  turned: Turned | null;
}

/** Turns tried before a search is given up. */
const TRIED_MOST = 6_000;
const TRIED_FIRST = 300;

interface Place {
  config: Config;
  snapshot: Snapshot;
  path: readonly Played[];
}

/**
 * A conversation from the beginning to a configuration, or through a turn. Null when none was found in time: what was
 * explored leads there only with something that was not so from the start.
 */
export function play(
  compiled: Compiled,
  { configs, edges }: Graph,
  goal: { at?: Config; turn?: Edge },
  triedMost = TRIED_MOST,
): Played[] | null {
  const to = goal.turn?.from ?? goal.at;
  const first = configs[0];
  if (!to || !first) return null;
  const far = distances(edges, to);
  const out = grouped(
    edges.filter(e => far.has(e.to)),
    e => e.from,
  );
  const seen = new Set<string>();
  // By how far it still is: within a distance, first come first served.
  const open: Place[][] = [];
  const put = (place: Place): void => void (open[far.get(place.config) ?? 0] ??= []).push(place);
  put({ config: first, snapshot: begin(compiled), path: [] });
  for (let tried = 0; tried < triedMost; ) {
    const place = open.find(places => places?.length)?.shift();
    if (!place) return null;
    if (place.config === to) {
      const last = goal.turn ? played(compiled, place.snapshot, goal.turn) : null;
      if (!goal.turn) return [...place.path];
      if (last) return [...place.path, last];
    }
    for (const edge of (out.get(place.config) ?? []).sort((a, b) => (far.get(a.to) ?? 0) - (far.get(b.to) ?? 0))) {
      tried += 1;
      const next = played(compiled, place.snapshot, edge);
      if (!next?.turned) continue;
      const { marks, tries, asked } = contextOf(next.turned.snapshot);
      const id = `${edge.to.id} ${JSON.stringify(marks)} ${tries} ${asked}`;
      if (seen.has(id)) continue;
      seen.add(id);
      put({ config: edge.to, snapshot: next.turned.snapshot, path: [...place.path, next] });
    }
  }
  return null;
}

/** A turn on the real machine, if it goes as it went when something was unknown. */
function played(compiled: Compiled, snapshot: Snapshot, edge: Edge): Played | null {
  const event = withReading(edge, compiled.protocol);
  try {
    const turned = advance(compiled, snapshot, event, NARROWEST);
    const same =
      edge.error === null &&
      mainKey(turned.snapshot) === mainKey(edge.to.snapshot) &&
      authors(turned.messages) === authors(edge.said);
    return same ? { edge, event, turned } : null;
  } catch {
    return edge.error === null ? null : { edge, event, turned: null };
  }
}

const authors = (said: readonly { author: string }[]): string => said.map(s => s.author).join(' ');

/** Turns still to go from each configuration. */
const distances = (edges: readonly Edge[], to: Config): Map<Config, number> =>
  spread(
    grouped(edges, e => e.to),
    to,
    e => e.from,
  );

/** Turns that it takes at least to each configuration. */
const nearness = (edges: readonly Edge[], from: Config): Map<Config, number> =>
  spread(
    grouped(edges, e => e.from),
    from,
    e => e.to,
  );

function spread(edges: ReadonlyMap<Config, readonly Edge[]>, at: Config, next: (e: Edge) => Config) {
  const reached = new Map([[at, 0]]);
  for (const [config, distance] of reached)
    for (const edge of edges.get(config) ?? []) if (!reached.has(next(edge))) reached.set(next(edge), distance + 1);
  return reached;
}

/**
 * The shortest way from the first message to a step or to a fact of the service, as events that bring it about; by what
 * she writes and what time does, if that is enough. Null when no conversation gets there.
 */
export function pathTo(
  compiled: Compiled,
  goal: { step: string } | { milestone: Milestone },
): { event: FlowEvent; text: string | null }[] | null {
  const graph = graphOf(compiled);
  const alone = { ...graph, edges: graph.edges.filter(e => !('by' in e.event) || !e.event.by) };
  for (const part of [alone, graph]) {
    const near = nearness(part.edges, part.configs[0]!);
    const last = part.edges
      .filter(e => near.has(e.from))
      .filter(e => ('step' in goal ? e.steps.includes(goal.step) : e.milestones.includes(goal.milestone)))
      .sort((a, b) => near.get(a.from)! - near.get(b.from)!)
      .slice(0, ENDS_MOST);
    // What leads there only with something that was not so is dear to try: first a little of each.
    for (const triedMost of [TRIED_FIRST, TRIED_MOST]) {
      for (const turn of last) {
        const path = play(compiled, part, { turn }, triedMost);
        if (path)
          return path.map(({ event }) => ({
            event,
            text: event.type === 'MSG' || event.type === 'SOS' ? (event.read?.text ?? null) : null,
          }));
      }
    }
  }
  return null;
}

/** Last turns that are tried before it is said that nobody gets there. */
const ENDS_MOST = 20;

const graphs = new WeakMap<Compiled, Graph>();

/** Explored once for each compiled protocol: several ways may be asked for. */
function graphOf(compiled: Compiled): Graph {
  const graph = graphs.get(compiled) ?? exploreMain(compiled);
  graphs.set(compiled, graph);
  return graph;
}
