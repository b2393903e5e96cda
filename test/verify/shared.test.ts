/** The proof runs once what many turns have in common; each must be the turn that would have been run alone. */
import type { AnyStateNode } from 'xstate';
import { describe, expect, test } from 'vitest';
import { type FlowEvent, isTimer } from '../../flows/events.js';
import { freeze, leaves, restore } from '../../flows/snapshot.js';
import type { Snapshot } from '../../flows/turn.js';
import { ALONE } from '../../flows/verify/alone.js';
import { eventsOf, handled } from '../../flows/verify/alphabet.js';
import { type Config, type Edge, mainKey } from '../../flows/verify/explore.js';
import { type Outcome, Outcomes } from '../../flows/verify/outcomes.js';
import { symbolic } from '../../flows/verify/symbolic.js';
import { prove } from '../../flows/verify/verify.js';
import { compiledBy } from './base.js';

const compiled = compiledBy();
const { main, inside } = prove(compiled);

/** Each place with each event that was tried there, once. */
const tried = (type: FlowEvent['type']): { from: Config; event: FlowEvent }[] => [
  ...new Map(
    main.edges
      .filter(({ event }) => event.type === type)
      .map(({ from, event }) => [`${from.id} ${JSON.stringify(event)}`, { from, event }]),
  ).values(),
];

/** All that is asked of a turn; where the talk left the robot and no emergency began, also where a release goes back to. */
const shown = ({ after, ...rest }: Outcome): unknown => {
  if (!after) return rest;
  const { value, historyValue, context } = freeze(compiled, after);
  const { talk, emergency } = value as { talk: unknown; emergency: unknown };
  const left = typeof talk === 'string' && emergency === 'idle' ? historyValue : null;
  return { value, left, context, ...rest };
};

test.each(['MSG', 'SOS', 'CLOSE', 'TAKE', 'RELEASE', 'OWNER_LOST', 'CALL_RESULT'] as const)(
  'a turn by %s that was joined of others is as it would have been alone',
  type => {
    const machine = symbolic(compiled);
    const together = new Outcomes(machine);
    const places = tried(type);
    expect(places.length).toBeGreaterThan(0);
    for (const { from, event } of places) {
      const snapshot = restore(machine.compiled.machine, compiled.protocol.id, freeze(compiled, from.snapshot));
      const joined = together.of(`${from.id} ${JSON.stringify(event)}`, from.erase, snapshot, event, []);
      const alone = new Outcomes(machine).of('', from.erase, snapshot, event, []);
      expect(joined.map(shown)).toEqual(alone.map(shown));
    }
  },
);

const stateIn = (snapshot: Snapshot, region: string): string | null => {
  const { emergency } = snapshot.value as { emergency: { active?: Record<string, unknown> } | string };
  return typeof emergency === 'string' ? null : leaves(emergency.active![region]).join(' ');
};
const leavesOf = ({ states, path }: AnyStateNode): string[] =>
  Object.keys(states).length > 0
    ? Object.values(states as Record<string, AnyStateNode>).flatMap(leavesOf)
    : [path.slice(REGION).join('.')];
/** How deep a region of an open emergency is: `emergency.active.watch`. */
const REGION = 3;

describe.each(ALONE)('what goes on in "%s", beside the chat of an emergency', region => {
  const path = `emergency.active.${region}`;
  const moves = new Set(
    inside.edges.map(({ from, event, to }) =>
      [stateIn(from.snapshot, region), from.owner, from.open, event.type, stateIn(to.snapshot, region)].join(' > '),
    ),
  );

  test('is tried in each of its states, whoever has the talk', () => {
    const owners = new Set(main.configs.filter(c => c.emergency !== null).map(c => c.owner));
    const all = leavesOf(compiled.machine.root.states.emergency!.states.active!.states[region]!).flatMap(leaf =>
      [...owners].map(owner => `${leaf} ${owner}`),
    );
    const reached = new Set(inside.configs.map(c => `${stateIn(c.snapshot, region)} ${c.owner}`));
    expect(all.filter(one => !reached.has(one))).toEqual([]);
  });

  test('moves alone as it does when all else moves with it', () => {
    const machine = symbolic(compiled);
    const places = main.configs.filter(({ emergency }) => emergency !== null);
    const whole = places.flatMap(from =>
      [...handled(from.snapshot)]
        .filter(([, paths]) => paths.some(at => at.join('.').startsWith(path)))
        .flatMap(([type]) => eventsOf(type, from.snapshot, compiled.protocol, false))
        .flatMap(event => {
          const snapshot = restore(machine.compiled.machine, compiled.protocol.id, freeze(compiled, from.snapshot));
          return new Outcomes(machine)
            .of('', from.erase, snapshot, event, [])
            .map(({ after }) => after && stateIn(after, region))
            .filter(to => to !== null)
            .map(to => [stateIn(snapshot, region), from.owner, from.open, event.type, to].join(' > '));
        }),
    );
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.filter(move => !moves.has(move))).toEqual([]);
  });
});

test('of turns that are alike but for the answers that lead to them, each is among those that were explored', () => {
  const machine = symbolic(compiled);
  const together = new Outcomes(machine);
  const did = ({ said, effects, milestones, steps, error }: Outcome | Edge): unknown[] => [
    said.map(({ author, key }) => `${author} ${key}`),
    effects,
    milestones,
    steps,
    error,
  ];
  const name = (from: Config, to: string, outcome: Outcome | Edge): string =>
    JSON.stringify([from.id, to, ...did(outcome)]);
  const explored = new Set(main.edges.map(edge => name(edge.from, mainKey(edge.to.snapshot), edge)));
  const missed = tried('MSG')
    .filter(({ from }) => from.emergency === null)
    .flatMap(({ from, event }) => {
      const snapshot = restore(machine.compiled.machine, compiled.protocol.id, freeze(compiled, from.snapshot));
      return together
        .of(`${from.id} ${JSON.stringify(event)}`, from.erase, snapshot, event, [])
        .map(outcome => name(from, mainKey(outcome.after ?? snapshot), outcome));
    })
    .filter(one => !explored.has(one));
  expect(explored.size).toBeGreaterThan(0);
  expect(missed).toEqual([]);
});

test('the chat of an emergency moves without its regions as it does with them', () => {
  const machine = symbolic(compiled);
  const led = ({ id }: Config, event: FlowEvent, to: string, steps: readonly string[]): string =>
    [id, JSON.stringify(event), to, ...steps].join(' > ');
  const moves = new Set(main.edges.map(({ from, event, to, steps }) => led(from, event, mainKey(to.snapshot), steps)));
  const whole = [...ofEmergencies()].flatMap(({ from, event }) => {
    const snapshot = restore(machine.compiled.machine, compiled.protocol.id, freeze(compiled, from.snapshot));
    return new Outcomes(machine)
      .of('', from.erase, snapshot, event, [])
      .map(({ after, steps }) => led(from, event, after ? mainKey(after) : '', steps));
  });
  expect(whole.length).toBeGreaterThan(0);
  expect(whole.filter(move => !moves.has(move))).toEqual([]);
});

/** Each turn that was tried in an emergency; a timer is another with a person who keeps quiet. */
function* ofEmergencies(): Iterable<{ from: Config; event: FlowEvent }> {
  const once = new Set<number>();
  for (const { from, event, choice } of main.edges) {
    if (from.emergency === null || isTimer(event.type) || once.has(choice)) continue;
    once.add(choice);
    yield { from, event };
  }
}
