/**
 * A turn from where it is decided which moves it makes. What follows depends on those moves, on what the conversation is in
 * besides what they leave, on what it holds, on the event, and on the answers to what is not known; not on where the turn
 * came from. "A person" read in any of a hundred questions is one move with one end: it is run once.
 *
 * What is left matters in one more way: a release may go back there. No move of the turn itself goes back, so the place is
 * carried to its end.
 */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { FlowEvent } from '../events.js';
import { type PlacesBack, placesBackOf, statesOf, withInside } from '../insides.js';
import { contextOf, type Snapshot, type Turned } from '../turn.js';
import type { Arrival } from './arrivals.js';
import type { Unknowns } from './unknowns.js';

/** Stands for the guard in arrivals of this kind. */
const DECIDED = {};

/** The turns from one place by one event: what they hold before they move is the same for all of them. */
export class Decisions {
  readonly #event: string;
  #holding: string | null = null;
  readonly #left = new Map<AnyTransitionDefinition, readonly AnyStateNode[] | null>();

  constructor(event: FlowEvent) {
    this.#event = JSON.stringify(heardAfter(event));
  }

  /** Null where what follows may depend on more. */
  of(
    snapshot: Snapshot,
    moves: readonly AnyTransitionDefinition[],
    unknowns: Unknowns,
    turned: Turned,
  ): Arrival | null {
    const nodes = statesOf(snapshot);
    const left = new Set<AnyStateNode>();
    for (const move of moves) {
      const own = this.#leftBy(move, nodes);
      // Of two moves that leave the same, only one is made.
      if (own === null || own.some(node => left.has(node))) return null;
      for (const node of own) left.add(node);
    }
    this.#holding ??= `${this.#event} ${JSON.stringify(contextOf(snapshot))}`;
    let stays = '';
    for (const node of nodes) if (!left.has(node)) stays += `${node.order} `;
    return {
      guard: DECIDED,
      beside: `${stays}|${moves.map(movedBy).join('|')}`,
      holding: this.#holding,
      asked: unknowns.count,
      changed: 0,
      messages: turned.messages.length,
      effects: turned.effects.length,
      milestones: turned.milestones.length,
      back: backAfter(placesBackOf(snapshot), left, nodes),
    };
  }

  #leftBy(move: AnyTransitionDefinition, nodes: readonly AnyStateNode[]): readonly AnyStateNode[] | null {
    const known = this.#left.get(move);
    if (known !== undefined) return known;
    const left = leftBy(move, nodes);
    this.#left.set(move, left);
    return left;
  }
}

/** An event as it is heard after the first moves: to which step she is given back is asked for by these alone. */
export const heardAfter = (event: FlowEvent): FlowEvent =>
  event.type === 'RELEASE' ? { ...event, step: null } : event;

/** What the places that can be gone back to become: each holds the leaves that were left below its parent. */
function backAfter(before: PlacesBack, left: ReadonlySet<AnyStateNode>, nodes: readonly AnyStateNode[]): PlacesBack {
  const back: Record<string, readonly AnyStateNode[]> = { ...before };
  for (const parent of left)
    for (const { id } of placesBelow(parent)) back[id] = nodes.filter(node => isLeaf(node) && isBelow(node, parent));
  return back;
}

/** Its places that can be gone back to. */
function placesBelow(parent: AnyStateNode): readonly AnyStateNode[] {
  const known = places.get(parent);
  if (known) return known;
  const made = (Object.values(parent.states) as AnyStateNode[]).filter(({ type }) => type === 'history');
  places.set(parent, made);
  return made;
}
const places = new WeakMap<AnyStateNode, readonly AnyStateNode[]>();

/** The end of a turn, as it is when it began elsewhere: what it did not set of the places to go back to is as that beginning says. */
export function withBack(end: Snapshot, began: PlacesBack, begins: PlacesBack): Snapshot {
  const historyValue = placesBackOf(end);
  const back = { ...historyValue };
  for (const id of new Set([...Object.keys(began), ...Object.keys(begins)]))
    if (same(historyValue[id], began[id]) && !same(began[id], begins[id])) {
      if (begins[id]) back[id] = begins[id];
      else delete back[id];
    }
  return withInside(end, { historyValue: back });
}

const same = (a: readonly AnyStateNode[] = [], b: readonly AnyStateNode[] = []): boolean =>
  a === b || (a.length === b.length && a.every((node, i) => node === b[i]));

// ---- moves ---------------------------------------------------------------------------------------------------------------

/** What a move leaves of the states that the conversation is in; null where that depends on where it was before. */
function leftBy(move: AnyTransitionDefinition, nodes: readonly AnyStateNode[]): readonly AnyStateNode[] | null {
  const targets = (move.target ?? []) as readonly AnyStateNode[];
  if (targets.length === 0) return [];
  const domain = domainOf(move);
  return domain && nodes.filter(node => isBelow(node, domain));
}

/** The innermost state that stays while a move goes from its source to its targets. */
function domainOf(move: AnyTransitionDefinition): AnyStateNode | null {
  const known = domains.get(move);
  if (known !== undefined) return known;
  const targets = (move.target ?? []) as readonly AnyStateNode[];
  const ends = [...targets, move.source as AnyStateNode];
  // A move that need not leave its source is none of this machine's (compile.ts).
  const plain = move.reenter && targets.every(({ type }) => type !== 'history');
  let domain = plain ? (targets[0]!.parent ?? null) : null;
  while (domain && !ends.every(node => isBelow(node, domain!))) domain = domain.parent ?? null;
  domains.set(move, domain);
  return domain;
}
const domains = new WeakMap<object, AnyStateNode | null>();

/** Where it goes and what it does on the way; moves of which this is the same are the same but for where they come from. */
function movedBy(move: AnyTransitionDefinition): string {
  let name = names.get(move);
  if (name === undefined) {
    const targets = (move.target ?? []) as readonly AnyStateNode[];
    name = `${domainOf(move)?.id ?? ''}>${targets.map(({ id }) => id).join(' ')}:${move.actions.map(numberOf).join(' ')}`;
    names.set(move, name);
  }
  return name;
}
const names = new WeakMap<object, string>();

/** Actions that do the same are one object (compile.ts). */
function numberOf(action: unknown): number {
  const known = numbers.get(action as object);
  if (known !== undefined) return known;
  numbered += 1;
  numbers.set(action as object, numbered);
  return numbered;
}
const numbers = new WeakMap<object, number>();
let numbered = 0;

const isLeaf = ({ type }: AnyStateNode): boolean => type === 'atomic' || type === 'final';

function isBelow(node: AnyStateNode, above: AnyStateNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at === above) return true;
  return false;
}
