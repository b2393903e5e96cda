/**
 * What the exploration takes for granted of the machine, held to it at each proof. The machine's own code is the same for
 * all protocols, so a failure here is of whoever changed flows/, never of an author: it throws.
 */
import type { Compiled } from '../compile.js';
import { ALONE } from './alone.js';
import { isTried } from './alphabet.js';
import { type Config, fieldsAsked } from './conditions.js';

/** Fields of an event that conditions may ask, because the alphabet tries each of their values. */
const FIELDS = ['slot', 'outcome', 'state', 'reason', 'step', 'on', 'why', 'near', 'person'];

/** The place of the robot's steps that is where they were left. */
const BACK = '#step:@back';

export function holdAssumptions({ machine }: Compiled): void {
  const root = machine.config as unknown as Config;
  for (const type of machine.events)
    if (!isTried(type)) throw new Error(`verify does not try ${type}; add it to flows/verify/alphabet.ts`);
  const field = [...fieldsAsked(machine)].find(name => !FIELDS.includes(name));
  if (field !== undefined)
    throw new Error(
      `a condition asks for the event's ${field}, whose values verify does not try; see flows/verify/alphabet.ts`,
    );
  if (fieldsAsked(machine, 'RELEASE').has('step'))
    throw new Error(
      'a condition that is no move of RELEASE asks for the step; verify takes what follows a release to be alike whichever step was asked for, see flows/verify/decided.ts',
    );
  if (goesBack(root, 'RELEASE'))
    throw new Error(
      'a move that is none of RELEASE goes back where the talk was; verify takes what follows a move to be alike wherever it comes from, see flows/verify/decided.ts',
    );
  if (raisesOnTheWay(root.states?.talk ?? {}))
    throw new Error(
      'a move raises an event and goes to a step that may go on before it is heard; verify takes what follows there to be alike wherever a turn comes from, see flows/verify/ways.ts',
    );
  const { emergency } = root.states ?? {};
  const active = emergency?.states?.active;
  const around = new Set([root, emergency, active].flatMap(it => Object.keys({ ...it?.on, ...it?.after })));
  for (const name of ALONE) {
    const watch = active?.states?.[name];
    const both = watch ? typesIn(watch).find(type => around.has(type)) : undefined;
    if (both !== undefined)
      throw new Error(
        `the emergency's ${name} takes ${both} from the states around it; verify explores these without it, see flows/verify/explore.ts`,
      );
    const changing = watch ? actionsOf(watch).find(type => type === 'change' || type.startsWith('xstate.')) : undefined;
    if (changing !== undefined)
      throw new Error(
        `the emergency's ${name} has an action ${changing}; verify explores it apart because it changed nothing, see flows/verify/inside.ts`,
      );
  }
}

/** Events that a state or one inside it takes. */
const typesIn = ({ on, after, states }: Config): string[] => [
  ...Object.keys({ ...on, ...after }),
  ...Object.values(states ?? {}).flatMap(typesIn),
];

/** Some move but those of one event goes back where its target was left. */
function goesBack(config: Config, but: string): boolean {
  const moves = [
    ...(config.always ?? []),
    ...Object.entries(config.on ?? {}).flatMap(([type, of]) => (type === but ? [] : of)),
    ...Object.values(config.after ?? {}).flat(),
  ];
  return (
    moves.some(({ target }) => target === BACK) || Object.values(config.states ?? {}).some(it => goesBack(it, but))
  );
}

/** An event is raised, and a step may ask how to go on before it is heard. */
function raisesOnTheWay(config: Config): boolean {
  const raises = (actions: Config['entry']): boolean => (actions ?? []).some(({ type }) => type === 'xstate.raise');
  return (
    (raises(config.entry) && (config.always !== undefined || config.states !== undefined)) ||
    (config.always ?? [])
      .concat(...Object.values(config.on ?? {}), ...Object.values(config.after ?? {}))
      .some(({ actions, target }) => raises(actions) && target?.startsWith('#step:')) ||
    Object.values(config.states ?? {}).some(raisesOnTheWay)
  );
}

function actionsOf(config: Config): string[] {
  const own = config.entry ?? [];
  const moved = [
    ...(config.always ?? []),
    ...Object.values(config.on ?? {}).flat(),
    ...Object.values(config.after ?? {}).flat(),
  ].flatMap(t => t.actions ?? []);
  return [...own, ...moved].map(action => action.type).concat(Object.values(config.states ?? {}).flatMap(actionsOf));
}
