/** Everything that a protocol can say, found in the same data that the machine is compiled from; and its other words (echo.ts). */
import type { Action, Say } from '../actions.js';
import { callRegion } from '../emergency/calls.js';
import { emergencyRegion } from '../emergency/emergency.js';
import { AGAIN_TEXTS, inOtherWords } from '../talk/echo.js';
import type { Protocol } from '../protocol.js';
import type { State } from '../region.js';
import { kindOf } from '../steps/index.js';
import type { Move, Node, Silence } from '../steps/kind.js';
import { talkRegion } from '../talk/talk.js';

export interface SaidText {
  /** Who says it: a step's id, or the part of the machine that all protocols share. */
  where: string;
  key: string;
  choices?: readonly string[];
  /** Said in an emergency: every language with safety lines needs it too. */
  safety: boolean;
}

export function textsSaid(protocol: Protocol): SaidText[] {
  const said = saidOnce(protocol);
  const texts = protocol.texts[protocol.locales[0]!] ?? {};
  const again = said.flatMap(one => ({ ...one, key: inOtherWords(one.key) })).filter(({ key }) => key in texts);
  const shared = AGAIN_TEXTS.filter(key => key in texts).map((key): SaidText => ({ where: 'talk', key, safety: true }));
  return [...said, ...again, ...shared];
}

function saidOnce(protocol: Protocol): SaidText[] {
  const steps = Object.entries(protocol.steps).flatMap(([id, step]) => {
    const kind = kindOf(step);
    if (!kind) return [];
    const nodes = Object.values(kind.node(step as never, id, protocol.around).states);
    const said = nodes.flatMap(node => textsOf(actionsOfNode(node), id, false));
    const listed = kind.texts(step as never, id).filter(key => !said.some(s => s.key === key));
    return [...said, ...listed.map((key): SaidText => ({ where: id, key, safety: false }))];
  });
  return [
    ...textsOf(actionsOf(emergencyRegion(protocol.emergency).state), 'emergency', true),
    ...textsOf(actionsOf(callRegion(0, protocol.emergency).state), 'emergency', true),
    ...textsOf(actionsOf(talkRegion(protocol.talk, {}, protocol.around.texts).state), 'talk', false),
    ...steps,
  ];
}

function textsOf(actions: readonly Action[], where: string, safety: boolean): SaidText[] {
  const says = actions.filter((action): action is Say => 'say' in action && !action.words && !action.sheet);
  return says.flatMap(say => [
    { where, key: say.say, safety, ...(say.choices ? { choices: say.choices.map(c => c.label) } : {}) },
    ...(say.offers ? [{ where, key: say.offers, safety }] : []),
    ...(say.retry ? [{ where, key: say.retry, safety }] : []),
    ...(say.vary ?? []).map((key): SaidText => ({ where, key, safety })),
    ...(say.choices ?? []).map((c): SaidText => ({ where, key: c.label, safety })),
  ]);
}

const ofMoves = (moves: readonly Move[] = []): Action[] => moves.flatMap(move => [...(move.do ?? [])]);
const ofSilence = (silence?: Silence): Action[] =>
  silence ? [...ofMoves(silence.moves), ...ofMoves(silence.then?.moves)] : [];

const actionsOfNode = (node: Node): Action[] => [
  ...(node.entry ?? []),
  ...ofMoves(node.always),
  ...ofMoves(node.moves),
  ...ofMoves(node.otherwise),
  ...Object.values(node.on ?? {}).flatMap(ofMoves),
  ...ofSilence(node.silence),
];

const actionsOf = (state: State): Action[] => [
  ...(state.entry ?? []),
  ...ofMoves(state.always),
  ...Object.values(state.on ?? {}).flatMap(ofMoves),
  ...Object.values(state.after ?? {}).flatMap(ofMoves),
  ...Object.values(state.states ?? {}).flatMap(actionsOf),
];
