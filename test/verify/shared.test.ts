/** The proof runs once what many turns have in common; each must be the turn that would have been run alone. */
import { expect, test } from 'vitest';
import type { FlowEvent } from '../../flows/events.js';
import { freeze, restore } from '../../flows/snapshot.js';
import type { Config } from '../../flows/verify/explore.js';
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

test('inside an emergency, too, each answer to what is not known is tried', () => {
  const texts = (edges: typeof inside.edges): Set<string> => new Set(edges.flatMap(e => e.said.map(({ key }) => key)));
  const inEmergency = main.edges.filter(({ from, to }) => from.emergency !== null && to.emergency !== null);
  const heard = (edges: typeof inside.edges): typeof inside.edges => edges.filter(({ event }) => event.type === 'MSG');
  expect(texts(heard(inside.edges)).size).toBeGreaterThan(texts(heard(inEmergency)).size / 2);
});
