/**
 * The conversations that somebody may have to look at, each with its row on the board: made from heads at the start, kept
 * by turns afterwards. What left the view is forgotten here; the store has it.
 */
import { contextOf } from '../../flows/turn.js';
import type { Context } from '../../flows/context.js';
import type { QueueRow } from '../console/contract.js';
import type { Committed, Conversations } from '../conversations.js';
import type { Contacts } from '../privacy/contacts.js';
import { Erased } from '../privacy/sealer.js';
import type { Head, Store, StoredTurn } from '../store/store.js';
import type { Board } from './board.js';
import { callsOf, callView } from './calls.js';
import { agreedIn } from './quoting.js';
import type { ReadMarks } from './readMarks.js';
import { isInView, remember, type Remembered, remembered, rowOf, unreadOf } from './rows.js';

export interface InViewParts {
  store: Store;
  conversations: Conversations;
  contacts: Contacts;
  board: Board;
  marks: ReadMarks;
  now(): number;
  /** Told of each row that leaves the board, for whatever reason: nothing of it may outlive it. */
  dropped(conversation: string): void;
}

/** Turns read back for the words of a row at the start. */
const LOOK_BACK = 8;
/** In an emergency, or where those hold no words of hers: calls, acknowledgements and company are turns too. */
const LOOK_FAR = 80;
/** Talks with the robot that come on the board when the service starts, the latest of them. Whoever has or waits for a person always does. */
const ROBOT_MOST = 20_000;
/** Read side by side at the start. */
const BATCH = 8;
/** A store that takes longer for as many has no time to spare: from then on messages go before the board, which reads one by one. */
const SLOW_MS = 500;
const DAY_MS = 86_400_000;
/** A talk with the robot in which nothing happened for so long leaves the board until something does. */
const DORMANT_MS = 2 * 3_600_000;

const WITH_PEOPLE: ReadonlySet<string> = new Set(['queue', 'executive']);
const rankOf = ({ emergency, owner }: Head): number => (emergency !== 'idle' ? 0 : WITH_PEOPLE.has(owner) ? 1 : 2);
const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

interface Kept {
  head: Head;
  memory: Remembered;
}

export class InView {
  readonly #parts: InViewParts;
  readonly #kept = new Map<string, Kept>();

  constructor(parts: InViewParts) {
    this.#parts = parts;
  }

  /** What was open before this process began: emergencies first, then whoever has or waits for a person. */
  async load(): Promise<void> {
    const { store, now } = this.#parts;
    const open = await store.heads({ open: true });
    const closed = await store.heads({ open: false, updatedFrom: now() - DAY_MS });
    const shown = [...open, ...closed].filter(head => this.#isShown(head));
    const byUrgency = [0, 1, 2].map(rank => shown.filter(head => rankOf(head) === rank));
    const wanted = [...byUrgency[0]!, ...byUrgency[1]!, ...byUrgency[2]!.slice(0, ROBOT_MOST)];
    for (let i = 0, atOnce = BATCH; i < wanted.length; ) {
      const began = now();
      const batch = wanted.slice(i, i + atOnce);
      await Promise.all(batch.map(head => this.#loadOne(head)));
      i += batch.length;
      atOnce = now() - began > SLOW_MS ? 1 : BATCH;
      // A store in this process answers at once: messages would wait until the last row was made.
      await breath();
    }
  }

  /** The row after a turn; on the board only while it is in view. */
  async turned({ head, body, context }: Pick<Committed, 'head' | 'body' | 'context'>): Promise<QueueRow> {
    // One that is not known and has a past slept, or its timer was quicker than the board: its words are read back.
    const kept = this.#kept.get(head.conversation)?.memory;
    const before = kept ?? (await (head.turn > 1 ? this.#recall(head) : this.#remember(head)));
    const memory = withCalls(remembered(before, body, agreedIn(context)), context);
    return this.#put(head, memory.seen > unreadOf(head) ? { ...memory, seen: 0 } : memory);
  }

  /** An executive looked at it: nothing is unread. Gives the row, or null when it is not in view. */
  seen(conversation: string): QueueRow | null {
    const kept = this.#kept.get(conversation);
    if (!kept) return null;
    const seen = unreadOf(kept.head);
    if (kept.memory.seen !== seen) this.#parts.marks.keep(kept.head);
    return this.#put(kept.head, { ...kept.memory, seen });
  }

  /** The row of any conversation, in view or not; null when there is none. */
  async row(conversation: string): Promise<QueueRow | null> {
    const { store, board } = this.#parts;
    const shown = board.rows.get(conversation);
    if (shown) return shown;
    const head = await store.head(conversation);
    return head && rowOf(head, await this.#recall(head));
  }

  /** She was erased: her row goes, and the words that it had before. */
  erased(conversation: string): void {
    this.#drop(conversation);
    this.#parts.board.forget(conversation);
  }

  /** Takes what fell asleep from the board. */
  sweep(): void {
    for (const [conversation, { head }] of this.#kept) if (!this.#isShown(head)) this.#drop(conversation);
  }

  #isShown(head: Head): boolean {
    const now = this.#parts.now();
    const isDormant = head.owner === 'bot' && head.emergency === 'idle' && now - head.updatedAt >= DORMANT_MS;
    return isInView(head, now) && !isDormant;
  }

  #put(head: Head, memory: Remembered): QueueRow {
    const row = rowOf(head, memory);
    if (!this.#isShown(head)) {
      this.#drop(head.conversation);
      return row;
    }
    this.#kept.set(head.conversation, { head, memory });
    this.#parts.board.put(row);
    return row;
  }

  #drop(conversation: string): void {
    this.#kept.delete(conversation);
    this.#parts.board.remove(conversation);
    this.#parts.dropped(conversation);
  }

  async #loadOne(head: Head): Promise<void> {
    const memory = await this.#recall(head);
    // A turn that came meanwhile knows better.
    if (!this.#kept.has(head.conversation)) this.#put(head, memory);
  }

  /** Her words out of the last turns, how far they were read, and the calls of an emergency. */
  async #recall(head: Head): Promise<Remembered> {
    const { store, conversations, marks } = this.#parts;
    const blank = { ...(await this.#remember(head)), seen: await marks.of(head) };
    let memory = blank;
    try {
      for (const back of head.emergency === 'idle' ? [LOOK_BACK, LOOK_FAR] : [LOOK_FAR]) {
        memory = blank;
        for (const turn of await store.turns(head.conversation, { after: head.turn - back }))
          memory = await this.#after(memory, turn);
        if (memory.quote !== '' || head.turn <= back) break;
      }
      const live = head.emergency === 'idle' ? null : await conversations.state(head.conversation);
      return live ? withCalls(memory, contextOf(live.snapshot)) : memory;
    } catch (error) {
      if (error instanceof Erased) return memory;
      throw error;
    }
  }

  async #after(memory: Remembered, turn: StoredTurn): Promise<Remembered> {
    const body = await this.#parts.conversations.body(turn);
    return remembered(memory, body, body.snapshot ? agreedIn(body.snapshot.context) : []);
  }

  async #remember({ contact }: Head): Promise<Remembered> {
    try {
      return remember((await this.#parts.contacts.get(contact)) ?? NOBODY);
    } catch (error) {
      if (error instanceof Erased) return remember(NOBODY);
      throw error;
    }
  }
}

/** She was erased: no name is left. */
const NOBODY = { pseudonym: '—', blocked: null };

const withCalls = (memory: Remembered, context: Pick<Context, 'calls' | 'ledger'>): Remembered => ({
  ...memory,
  calls: callsOf(context).map(callView),
});
