/**
 * Conversations that somebody has open: what each adds is told to whoever looks, turn by turn without a gap, with who
 * else looks and who is writing.
 */
import type { World } from '../../flows/events.js';
import { contextOf } from '../../flows/turn.js';
import { silenceOf } from '../../flows/emergency/watches.js';
import type { ConversationView, Item, Locale, QueueRow, StatesPatch } from '../console/contract.js';
import type { Committed, Conversations, Live } from '../conversations.js';
import type { Contact, Contacts } from '../privacy/contacts.js';
import { Erased } from '../privacy/sealer.js';
import { openRecordOf } from '../records/draft.js';
import type { Store } from '../store/store.js';
import { type Known, factsOf } from './facts.js';
import type { Screen } from './screen.js';
import { Story } from './story.js';
import { tellsOf } from './tells.js';

export interface OpenedParts {
  store: Store;
  conversations: Conversations;
  contacts: Contacts;
  world(protocol: string): World;
  now(): number;
}

/** A colleague who wrote no letter for so long is not writing. */
const TYPING_MS = 6_000;

interface Room {
  story: Story;
  viewers: Map<string, Screen>;
  /** Until when each page is taken to be writing. */
  typing: Map<string, number>;
}

export class Opened {
  readonly #parts: OpenedParts;
  readonly #rooms = new Map<string, Room>();

  constructor(parts: OpenedParts) {
    this.#parts = parts;
  }

  /**
   * Call it, as `committed`, one at a time for each conversation. Null when there is no such conversation, she was erased,
   * or the page is gone by now.
   */
  async open(conversation: string, row: QueueRow, screen: Screen, after: number): Promise<ConversationView | null> {
    const live = await this.#parts.conversations.state(conversation);
    if (!live) return null;
    const room = this.#rooms.get(conversation) ?? {
      story: new Story(live.running.protocol),
      viewers: new Map<string, Screen>(),
      typing: new Map<string, number>(),
    };
    await this.#catchUp(conversation, room.story);
    const { protocol } = live.running;
    const known = await this.#known(live, room.story, row.name);
    // Nothing is waited for from here on: who left meanwhile would stay in the room for good.
    if (!screen.isHere()) return null;
    this.#rooms.set(conversation, room);
    room.viewers.set(screen.id, screen);
    this.#tellViewers(conversation, room);
    return {
      row,
      turn: room.story.turn,
      items: room.story.items(protocol, screen.locale, after),
      facts: factsOf(known, screen.locale),
      viewers: namesOf(room.viewers.values()),
    };
  }

  async committed({ head, turn, body }: Pick<Committed, 'head' | 'turn' | 'body'>, row: QueueRow): Promise<void> {
    const room = this.#rooms.get(head.conversation);
    if (!room || room.viewers.size === 0) return;
    const from = room.story.turn;
    if (turn.turn <= from) return;
    const states: StatesPatch['states'] =
      turn.turn === from + 1 ? room.story.add(turn, body) : await this.#catchUp(head.conversation, room.story);
    const live = await this.#parts.conversations.state(head.conversation);
    if (!live) return;
    const known = await this.#known(live, room.story, row.name);
    const made = new Map<Locale, { items: Item[]; facts: ConversationView['facts'] }>();
    for (const screen of room.viewers.values()) {
      const { locale } = screen;
      const { items, facts } = made.get(locale) ?? {
        items: room.story.items(known.protocol, locale, from),
        facts: factsOf(known, locale),
      };
      made.set(locale, { items, facts });
      screen.tell('turns', { conversation: head.conversation, turn: room.story.turn, row, items, facts });
      if (states.length > 0) screen.tell('states', { conversation: head.conversation, states });
    }
  }

  leave(conversation: string, page: string): void {
    const room = this.#rooms.get(conversation);
    if (!room?.viewers.delete(page)) return;
    room.typing.delete(page);
    if (room.viewers.size === 0) this.#rooms.delete(conversation);
    else this.#tellViewers(conversation, room);
  }

  /** What was shown of it is forgotten; whoever looked is told by the floor. */
  erased(conversation: string): void {
    this.#rooms.delete(conversation);
  }

  leaveAll(page: string): void {
    for (const conversation of [...this.#rooms.keys()]) this.leave(conversation, page);
  }

  typing(conversation: string, page: string): void {
    const room = this.#rooms.get(conversation);
    if (!room?.viewers.has(page)) return;
    const isNew = !room.typing.has(page);
    room.typing.set(page, this.#parts.now() + TYPING_MS);
    if (isNew) this.#tellViewers(conversation, room);
  }

  /** Who stopped writing is not shown as writing. */
  tick(): void {
    const now = this.#parts.now();
    for (const [conversation, room] of this.#rooms) {
      const over = [...room.typing].filter(([, until]) => until <= now);
      for (const [page] of over) room.typing.delete(page);
      if (over.length > 0) this.#tellViewers(conversation, room);
    }
  }

  async #catchUp(conversation: string, story: Story): Promise<StatesPatch['states']> {
    const { store, conversations } = this.#parts;
    const states: StatesPatch['states'] = [];
    for (const turn of await store.turns(conversation, { after: story.turn }))
      states.push(...story.add(turn, await conversations.body(turn)));
    return states;
  }

  async #known(live: Live, story: Story, name: string): Promise<Known> {
    const { running, snapshot, head } = live;
    const { protocol } = running;
    const { store, conversations, world } = this.#parts;
    const context = contextOf(snapshot);
    const [contact, heads, timers] = await Promise.all([
      this.#contact(head.contact),
      store.heads({ contact: head.contact }),
      context.marks.emergency ? store.timers(head.conversation) : [],
    ]);
    const tells = tellsOf(context, world(protocol.id), event => conversations.foresee(live, event));
    return {
      protocol,
      context,
      story,
      contact,
      tells,
      timers,
      silence: this.#silence(live),
      now: this.#parts.now(),
      conversations: heads.length,
      name,
      record: openRecordOf(head),
    };
  }

  /** The engine itself is asked what she would read. */
  #silence(live: Live): Known['silence'] {
    const state = silenceOf(live.snapshot.value);
    if (state !== 'silent') return { state, line: null };
    const by = { id: '', name: '' };
    const { messages } = this.#parts.conversations.foresee(live, {
      type: 'CHECK',
      by,
      world: this.#parts.world(live.running.protocol.id),
    });
    return { state, line: messages[0]?.text ?? null };
  }

  async #contact(id: string): Promise<Contact | null> {
    try {
      return await this.#parts.contacts.get(id);
    } catch (error) {
      if (error instanceof Erased) return null;
      throw error;
    }
  }

  /** A colleague sees who else looks and writes; nobody is told of herself as writing. */
  #tellViewers(conversation: string, { viewers, typing }: Room): void {
    for (const screen of viewers.values()) {
      const writing = [...typing.keys()]
        .flatMap(page => viewers.get(page) ?? [])
        .filter(other => other.actor.id !== screen.actor.id);
      screen.tell('viewers', { conversation, viewers: namesOf(viewers.values()), typing: namesOf(writing) });
    }
  }
}

const namesOf = (screens: Iterable<Screen>): string[] => [...new Set([...screens].map(screen => screen.actor.name))];
