/**
 * `verify`: is this protocol safe to run? Every property of a protocol (one file each), asked of everything that a
 * conversation can come to, and for each that fails a chat that shows it.
 */
import { type Compiled, compile } from '../compile.js';
import type { Protocol } from '../protocol.js';
import { botSilent } from './bot-silent.js';
import { holdAssumptions } from './assumptions.js';
import { callOutcome } from './call-outcome.js';
import { chatOf } from './chat.js';
import { directorySound } from './directory-sound.js';
import { eraseReminded } from './erase-reminded.js';
import { everyWaitEnds } from './every-wait-ends.js';
import { exploreMain } from './explore.js';
import { exploreInside } from './inside.js';
import { symbolic } from './symbolic.js';
import { guidelineSound } from './guideline-sound.js';
import { humanExit } from './human-exit.js';
import { noDeadEnd } from './no-dead-end.js';
import type { Line, Proof, Property } from './property.js';
import { readable } from './readable.js';
import { sosOneStep } from './sos-one-step.js';
import { textsComplete } from './texts-complete.js';

export interface PropertyResult {
  protocol: string;
  property: string;
  holds: boolean;
  /** Configurations explored. */
  states: number;
  counterexample?: readonly Line[];
}

export interface Verified {
  rows: readonly PropertyResult[];
  states: number;
  edges: number;
}

/** In the order in which they are shown: first what a life depends on. */
export const PROPERTIES: readonly Property[] = [
  sosOneStep,
  noDeadEnd,
  everyWaitEnds,
  humanExit,
  botSilent,
  callOutcome,
  eraseReminded,
  textsComplete,
  guidelineSound,
  directorySound,
  readable,
];

/** Throws TooMany for a protocol that is too large to be proved. */
export function verify(protocol: Protocol): Verified {
  return ask(prove(compile(protocol)));
}

/** Asks every property of what was explored. */
export function ask(proof: Proof): Verified {
  const { protocol } = proof.compiled;
  const states = proof.main.configs.length + proof.inside.configs.length;
  const edges = proof.main.edges.length + proof.inside.edges.length;
  const rows = PROPERTIES.map(property => {
    const failure = property.failure(proof);
    const row = { protocol: protocol.id, property: property.name, holds: failure === null, states };
    return failure ? { ...row, counterexample: chatOf(failure, proof) } : row;
  });
  return { rows, states, edges };
}

/** Explores everything that a conversation with this machine can come to. */
export function prove(compiled: Compiled): Proof {
  holdAssumptions(compiled);
  const machine = symbolic(compiled);
  const main = exploreMain(compiled, machine);
  return { compiled, main, inside: exploreInside(compiled, machine, main) };
}
