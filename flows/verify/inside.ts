/**
 * What goes on inside an emergency beside its chat: a second SOS, the watches, and a call from dialling to its outcome.
 *
 * A second SOS and the watches are explored as regions that move alone. Nothing that they do is remembered or raised
 * (assumptions.ts), no condition can ask for a state, and of what their own conditions ask only who has the talk and how many calls
 * are open is known, for all else is an unknown that is tried. So what such a region does at an event depends on its own
 * state and on those two, and is the same whatever the chat does beside it, which was explored with every event and without
 * these regions. Each of its states is tried with each of those: more than can happen, never less.
 *
 * A call is remembered, and its moves change how many are open: it is explored with all that moves beside it.
 */
import type { Compiled } from '../compile.js';
import { isTimer } from '../events.js';
import { freeze, restore } from '../snapshot.js';
import { contextOf, type Snapshot } from '../turn.js';
import { activeOf, ALONE, type Alone, pathOf } from './alone.js';
import { type Config, type Edge, Explorer, type Graph, mainKey, type Start } from './explore.js';
import { grouped } from './grouped.js';
import type { Symbolic } from './symbolic.js';

/** Of a call, what is tried. */
const OF_A_CALL = ['CALL', 'CALL_STATE', 'CALL_RESULT', 'REFERRAL', 'DISCARD', 'CLOSE'];

/** @param main what is explored of the same machine: the configurations of an emergency are where this begins */
export function exploreInside(compiled: Compiled, machine: Symbolic, main: Graph): Graph {
  const emergencies = main.configs.filter(config => config.emergency !== null);
  const [first] = emergencies;
  if (!first) return { configs: [], edges: [], asked: [] };
  const graphs = ALONE.map(name => exploreAlone(compiled, machine, name, emergencies));
  holdApart(
    graphs.flatMap(g => g.edges),
    main,
  );
  graphs.push(exploreCall(compiled, machine, first));
  return { configs: graphs.flatMap(g => g.configs), edges: graphs.flatMap(g => g.edges), asked: [] };
}

/** A region in each of its states that can be reached, with whoever has the talk and however many calls are open. */
function exploreAlone(compiled: Compiled, machine: Symbolic, name: Alone, emergencies: readonly Config[]): Graph {
  const region = pathOf(name);
  const beside = [...grouped(emergencies, ({ snapshot }) => knownTo(snapshot)).values()].map(([config]) => config!);
  const key = (snapshot: Snapshot): string => `${stateOf(name, snapshot)}|${knownTo(snapshot)}`;
  const starts = new Map<string, Start>();
  const startAt = (state: unknown, via: Config): void => {
    for (const config of beside) {
      const snapshot = withState(machine, compiled, config.snapshot, name, state);
      const at = key(snapshot);
      if (!starts.has(at)) starts.set(at, { snapshot, config: via });
    }
  };
  for (const config of emergencies) startAt(activeOf(config.snapshot)?.[name], config);
  for (;;) {
    const before = starts.size;
    const graph = new Explorer(compiled, machine, {
      from: [...starts.values()],
      moving: { only: region },
      key,
      tries: (_, paths) => paths.some(path => path.startsWith(region)),
    }).run();
    const mixed = graph.edges.find(({ from, to }) => mainKey(from.snapshot) !== mainKey(to.snapshot));
    if (mixed)
      throw new Error(
        `${mixed.event.type} in the emergency's ${name} moves more than its own region; verify explores it apart, see flows/verify/inside.ts`,
      );
    for (const config of graph.configs) startAt(activeOf(config.snapshot)?.[name], config);
    if (starts.size === before) return graph;
  }
}

/** Who has the talk when a region speaks has it also after the turn: no silence of theirs is broken by what is said beside. */
function holdApart(edges: readonly Edge[], { edges: beside }: Graph): void {
  const turnOf = ({ event, from }: Edge): string => `${event.type} ${from.owner}`;
  const speaking = new Set(edges.filter(({ said }) => said.length > 0).map(turnOf));
  const given = beside.find(
    edge => edge.from.emergency !== null && edge.to.owner !== edge.from.owner && speaking.has(turnOf(edge)),
  );
  if (given)
    throw new Error(
      `${given.event.type} gives the talk to another while a region beside it speaks; verify explores them apart, see flows/verify/inside.ts`,
    );
}

/** One call from dialling to its outcome, and how an emergency ends with one open. */
function exploreCall(compiled: Compiled, machine: Symbolic, from: Config): Graph {
  const graph = new Explorer(compiled, machine, {
    from: [{ snapshot: from.snapshot, config: from }],
    key: snapshot => `${JSON.stringify((snapshot.value as Record<string, unknown>).call0)}|${mainKey(snapshot)}`,
    tries: (type, paths) => (isTimer(type) ? paths.some(path => path.startsWith('call0')) : OF_A_CALL.includes(type)),
  }).run();
  const mixed = graph.edges.find(
    ({ event, from: before, to }) => isTimer(event.type) && mainKey(before.snapshot) !== mainKey(to.snapshot),
  );
  if (mixed)
    throw new Error(
      `the timer ${mixed.event.type} moves more than its own region; verify explores it apart, see flows/verify/inside.ts`,
    );
  return graph;
}

const stateOf = (name: Alone, snapshot: Snapshot): string => JSON.stringify(activeOf(snapshot)?.[name]);

/** All that a condition can know of a configuration, but for states and what is kept of calls. */
function knownTo(snapshot: Snapshot): string {
  const { owner, marks, locale } = contextOf(snapshot);
  const { person, emergency, open } = marks;
  return JSON.stringify([owner.kind, person, emergency, open, locale]);
}

/** The same place, but for the state of one region. */
function withState(
  { compiled: { machine } }: Symbolic,
  compiled: Compiled,
  snapshot: Snapshot,
  name: Alone,
  state: unknown,
): Snapshot {
  const { value, historyValue } = freeze(compiled, snapshot);
  const { emergency, ...rest } = value as { emergency: { active: object } };
  return restore(machine, compiled.protocol.id, {
    value: { ...rest, emergency: { active: { ...emergency.active, [name]: state } } },
    historyValue,
    context: contextOf(snapshot),
  });
}
