/**
 * The open conversation: what the server said, merged by identity, and the order in which it is read.
 *
 * Items are placed by when they were written: one that arrived late goes where she wrote it and leaves a mark where it
 * arrived. Delivery states come apart from items and are kept even when they come first.
 */
import type {
  ConversationView,
  Item,
  MessageState,
  StatesPatch,
  TurnsPatch,
  ViewersPatch,
} from '../../../bot/console/contract.js';
import { isFurther } from '../../../bot/console/delivery.js';

export type Message = Extract<Item, { kind: 'message' }>;

/** A line of the chat: an item, or the mark left where a late message arrived. */
export type Line = { key: string; item: Item } | { key: string; lateMark: Message };

export interface ThreadView extends Omit<ConversationView, 'items'> {
  lines: readonly Line[];
  /** Colleagues who are writing. */
  typing: readonly string[];
}

export class Thread {
  #view: Omit<ConversationView, 'items'>;
  #items = new Map<string, Item>();
  #states = new Map<number, StatesPatch['states'][number]>();
  #typing: readonly string[] = [];
  /** What stood here when the line was cut, by key. */
  #before: readonly string[] = [];
  #shown: ThreadView | null = null;

  constructor(view: ConversationView) {
    const { items, ...rest } = view;
    this.#view = rest;
    this.#add(items);
  }

  /** The same object while nothing changes. */
  get view(): ThreadView {
    this.#shown ??= { ...this.#view, lines: linesOf(this.#items), typing: this.#typing };
    return this.#shown;
  }

  /** The line is cut: a server that comes back may hold an older store, restored meanwhile. */
  cut(): void {
    this.#before = [...this.#items.keys()];
    this.#states.clear();
  }

  /** Opened again: the server's word, which is whole, replaces what was known; what came since the line is back stays. */
  reload(view: ConversationView): void {
    const { items, ...rest } = view;
    this.#view = rest;
    this.#typing = [];
    const counts = new Map<string, number>();
    const told = new Set(items.map(item => keyOf(item, counts)));
    for (const key of this.#before) if (!told.has(key)) this.#items.delete(key);
    this.#before = [];
    this.#add(items);
  }

  /** False when turns are missing before these: open again. */
  receive(patch: TurnsPatch): boolean {
    if (patch.turn > this.#view.turn + 1) return false;
    this.#add(patch.items);
    if (patch.turn >= this.#view.turn)
      this.#view = { ...this.#view, turn: patch.turn, row: patch.row, facts: patch.facts };
    this.#shown = null;
    return true;
  }

  states(patch: StatesPatch): void {
    for (const state of patch.states) this.#states.set(state.seq, state);
    for (const [key, item] of this.#items) this.#items.set(key, this.#withState(item));
    this.#shown = null;
  }

  viewers(patch: ViewersPatch): void {
    this.#view = { ...this.#view, viewers: patch.viewers };
    this.#typing = patch.typing;
    this.#shown = null;
  }

  #add(items: readonly Item[]): void {
    const counts = new Map<string, number>();
    for (const item of items) {
      const key = keyOf(item, counts);
      const known = this.#items.get(key);
      const next = this.#withState(item);
      this.#items.set(key, known && JSON.stringify(known) === JSON.stringify(next) ? known : next);
    }
    this.#shown = null;
  }

  /** The newest word on delivery wins, wherever it came from. */
  #withState(item: Item): Item {
    if (item.kind !== 'message' || item.direction === 'in') return item;
    const state = this.#states.get(item.seq);
    if (!state || isFurther(item.state, state.state) || sameState(item, state)) return item;
    const { reason: _old, ...rest } = item;
    return { ...rest, state: state.state, ...(state.reason === undefined ? {} : { reason: state.reason }) };
  }
}

const sameState = (item: Message, state: { state: MessageState; reason?: string }) =>
  item.state === state.state && item.reason === state.reason;

/** Messages are known by their number; notes and events by their turn, kind and place in it. */
function keyOf(item: Item, counts: Map<string, number>): string {
  if (item.kind === 'message') return `m${item.seq}`;
  const group = `${item.kind}${item.turn}`;
  const nth = counts.get(group) ?? 0;
  counts.set(group, nth + 1);
  return `${group}.${nth}`;
}

const lateFromOf = (item: Item): number | undefined => (item.kind === 'message' ? item.lateFrom : undefined);

function linesOf(items: ReadonlyMap<string, Item>): Line[] {
  // Stable: within a turn the server's order stays.
  const arrived = [...items].sort(([, a], [, b]) => a.turn - b.turn);
  const lines: Line[] = [];
  for (const [key, item] of arrived) {
    const from = lateFromOf(item);
    const place =
      from === undefined ? lines.length : lines.findIndex(line => 'item' in line && writtenAt(line.item) > from);
    if (place < 0 || place === lines.length) {
      lines.push({ key, item });
      continue;
    }
    lines.splice(place, 0, { key, item });
    lines.push({ key: `${key}.late`, lateMark: item as Message });
  }
  return lines;
}

const writtenAt = (item: Item) => lateFromOf(item) ?? item.at;
