/**
 * Turns, one after the other, for every conversation: the only writer of the log.
 *
 * An event is decided on the conversation's last state, committed as one entry, and only then does anything happen:
 * the caller is acknowledged, consoles and channels are woken, effects and messages leave through the outbox. Two
 * processes may decide at once; the store lets one commit, and the other reads again.
 */
import type { Compiled } from '../flows/compile.js';
import type { Context } from '../flows/context.js';
import type { FlowEvent, World } from '../flows/events.js';
import type { Protocol } from '../flows/protocol.js';
import type { Shape } from '../flows/talk/say.js';
import type { Senses } from '../flows/sense/sense.js';
import { SnapshotDoesNotFit, thaw } from '../flows/snapshot.js';
import { advance, begin, contextOf, type Snapshot, type Turned } from '../flows/turn.js';
import { madeOf, takenOver } from './deciding.js';
import { type Drafted, expiredBody, expiryEntry, type Made, noteEntry, purposeOf, turnEntry } from './entry.js';
import { newHead } from './heads.js';
import type { Ids } from './ids.js';
import { placeOf } from './log.js';
import { InOrder, Recent } from './order.js';
import { Erased } from './privacy/sealer.js';
import { decode, type Noted, type RecordedMessage, type RecordedSense, type TurnBody } from './record.js';
import { type Entry, type Head, type Store, StoreUnavailable, type StoredTurn } from './store/store.js';

/** A protocol ready to run. */
export interface Running {
  compiled: Compiled;
  protocol: Protocol;
  senses: Senses;
}

export interface Protocols {
  /** The published version. Throws UnknownProtocol. */
  current(id: string): Running;
  /** The version a conversation is pinned to; null when it is not loadable any more. */
  pinned(id: string, hash: string): Running | null;
}

/** Seals and opens personal bytes with one contact's key; `purpose` binds them to where they stand. */
export interface Sealer {
  seal(bytes: Uint8Array, purpose: string): Uint8Array;
  open(bytes: Uint8Array, purpose: string): Uint8Array;
}

export interface Thread {
  conversation: string;
  contact: string;
  channel: string;
  protocol: string;
}

export interface Live {
  running: Running;
  snapshot: Snapshot;
  head: Head;
  sealer: Sealer;
  /** Current arm of each timer. */
  arms: Map<string, string>;
  /** Its own definition is gone: how the one that is there takes it over, to be committed before anything else. */
  takenOver?: Made;
}

/** What an event turned into, given the state it meets. Null = nothing to do (a stale timer, a repeated state). */
export interface Decision {
  event: FlowEvent;
  inbound?: Omit<RecordedMessage, 'seq' | 'direction' | 'author' | 'locale'>;
  sensed?: RecordedSense;
  /** Plain fields for the record. */
  fields?: Record<string, unknown>;
  /** Why nothing could be made of it: a person reads it. */
  parked?: string;
}

export interface Committed {
  thread: Thread;
  head: Head;
  turn: StoredTurn;
  body: TurnBody;
  context: Context;
}

export type Applied =
  | { kind: 'stored'; commit: Committed }
  | { kind: 'duplicate'; turn: StoredTurn; body: TurnBody }
  | { kind: 'nothing' };

/** Whether and how a channel takes messages out. */
export interface ChannelShape {
  shape: Shape;
  /** False: readers come for their messages, and nothing goes to the outbox. */
  pushes: boolean;
  /** It tells of each message that it has arrived. */
  tells: boolean;
}

/** What is to be committed on a state; nothing when nothing is to be done there. */
interface Drawn {
  live: Live;
  drafted: Drafted | null;
  more?: boolean;
}

interface Parts {
  store: Store;
  protocols: Protocols;
  ids: Ids;
  now(): number;
  world(protocol: string): World;
  sealer(contact: string): Promise<Sealer>;
  /** Whether her key is gone, by whatever process. */
  isErased(contact: string): Promise<boolean>;
  channel(id: string): ChannelShape;
  onCommit(commit: Committed): void;
  log: { error(event: string, fields: Record<string, unknown>): void };
}

/** Live states kept in memory: most turns skip reading them. */
const LIVE_MOST = 20_000;
const TRIES = 8;

export class Conversations {
  readonly #parts: Parts;
  readonly #order = new InOrder();
  readonly #live = new Recent<Live>(LIVE_MOST);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The last committed state, by whatever process, or null for a conversation that nobody began. */
  state(conversation: string): Promise<Live | null> {
    return this.#order.run(conversation, async () => {
      const kept = this.#live.get(conversation);
      if (kept && !(await this.#isLast(kept))) this.#live.delete(conversation);
      return this.#load(conversation);
    });
  }

  forget(conversation?: string): void {
    if (conversation === undefined) this.#live.clear();
    else this.#live.delete(conversation);
  }

  idle(): Promise<void> {
    return this.#order.idle();
  }

  /**
   * Applies one event, exactly once by `cause`. Throws StoreUnavailable when it is not durable, and Erased when nobody
   * will be able to read it: also one that was written while another process destroyed her key is not acknowledged.
   *
   * @param decide sees the state after every earlier event of this conversation; what it throws refuses the event
   */
  async apply(thread: Thread, cause: string, decide: (live: Live) => Decision | null): Promise<Applied> {
    const { ids } = this.#parts;
    await this.#refuseErased(thread);
    const applied = await this.#written(thread, async () => {
      const live = (await this.#load(thread.conversation)) ?? (await this.#fresh(thread));
      const { shape, pushes, tells } = this.#parts.channel(thread.channel);
      const how = { ids, pushes, tells };
      if (live.takenOver) {
        // A turn of its own, before the event that found it.
        const { hash } = live.running.protocol;
        const over = `version:${hash}:${live.head.snapshotTurn}`;
        return { live, drafted: turnEntry(thread, live, over, live.takenOver, how), more: true };
      }
      const decision = decide(live);
      if (!decision) return { live, drafted: null };
      const made = madeOf(decision, live, shape, this.#parts.log);
      return { live, drafted: turnEntry(thread, live, cause, made, how) };
    });
    await this.#refuseErased(thread);
    return applied;
  }

  /** A fact about messages or effects (sent, failed, withheld …): a turn without a transition. */
  note(thread: Thread, cause: string, event: Noted | ((live: Live) => Noted | null)): Promise<Applied> {
    return this.#written(thread, async () => {
      const live = await this.#load(thread.conversation);
      const noted = live && (typeof event === 'function' ? event(live) : event);
      return live && { live, drafted: noted && noteEntry(thread, live, cause, noted, this.#parts.now()) };
    });
  }

  /**
   * Its words go: what stays is committed as a turn of its own, so that every process reads again; then those before are
   * written over. Cut short between the two, `overwrite` is called again.
   *
   * @param due sees the head after every earlier event of this conversation
   */
  async expire(thread: Thread, due: (head: Head) => boolean): Promise<boolean> {
    await this.#refuseErased(thread);
    const applied = await this.#written(thread, async () => {
      const live = await this.#load(thread.conversation);
      if (!live) return null;
      const cause = `act:expire-${live.head.turn}`;
      return { live, drafted: due(live.head) ? expiryEntry(thread, live, cause, this.#parts.now()) : null };
    });
    return applied.kind === 'stored';
  }

  /** Writes over the turns of a conversation that expired, up to the last time it did. */
  async overwrite(conversation: string): Promise<void> {
    const { store } = this.#parts;
    const upTo = Number((await store.head(conversation))?.desk.expiredTurn ?? 0);
    const turns = (await store.turns(conversation)).filter(({ turn }) => turn < upTo);
    if (turns.length === 0) return;
    const sealer = await this.#parts.sealer(turns[0]!.contact);
    await store.putBodies(turns.map(turn => ({ conversation, turn: turn.turn, body: expiredBody(turn, sealer) })));
  }

  /** What an event would say to her, were it to come now. Nothing happens. */
  foresee({ running, snapshot, head }: Live, event: FlowEvent): Pick<Turned, 'messages' | 'hushed'> {
    return advance(running.compiled, snapshot, event, this.#parts.channel(head.channel).shape);
  }

  async body(turn: StoredTurn): Promise<TurnBody> {
    const sealer = await this.#parts.sealer(turn.contact);
    return decode(sealer.open(turn.body, purposeOf(turn.conversation, turn.turn)));
  }

  // ---- state -------------------------------------------------------------------------------------------------------------

  async #load(conversation: string): Promise<Live | null> {
    const kept = this.#live.get(conversation);
    if (kept) return kept;
    const { store } = this.#parts;
    const head = await store.head(conversation);
    if (!head) return null;
    const sealer = await this.#parts.sealer(head.contact);
    const [turn, timers] = await Promise.all([store.turn(conversation, head.snapshotTurn), store.timers(conversation)]);
    const frozen = turn ? decode(sealer.open(turn.body, purposeOf(conversation, turn.turn))).snapshot : undefined;
    const running =
      this.#parts.protocols.pinned(head.protocol, frozen?.hash ?? '') ?? this.#parts.protocols.current(head.protocol);
    const live: Live = {
      running,
      snapshot: begin(running.compiled),
      head,
      sealer,
      arms: new Map(timers.map(t => [t.timer, t.arm])),
    };
    if (frozen) {
      try {
        live.snapshot = thaw(running.compiled, frozen);
      } catch (error) {
        if (!(error instanceof SnapshotDoesNotFit)) throw error;
        this.#parts.log.error('conversation taken over by another definition', {
          conversation,
          reason: error.message,
        });
        live.takenOver = takenOver(live, frozen, {
          world: this.#parts.world(head.protocol),
          shape: this.#parts.channel(head.channel).shape,
          log: this.#parts.log,
        });
        live.snapshot = live.takenOver.turned.snapshot;
      }
    }
    this.#live.set(conversation, live);
    return live;
  }

  async #fresh({ conversation, contact, channel, protocol }: Thread): Promise<Live> {
    const running = this.#parts.protocols.current(protocol);
    const { hash: version, locales } = running.protocol;
    const head = newHead({ conversation, contact, channel, protocol, version, locale: locales[0]! }, this.#parts.now());
    return {
      running,
      snapshot: begin(running.compiled),
      head,
      sealer: await this.#parts.sealer(contact),
      arms: new Map(),
    };
  }

  /** A sealer in memory outlives the key: what is sealed with it then is lost to everybody. */
  async #refuseErased({ conversation, contact }: Thread): Promise<void> {
    if (!(await this.#parts.isErased(contact))) return;
    this.#live.delete(conversation);
    throw new Erased(contact);
  }

  async #isLast({ head }: Live): Promise<boolean> {
    return ((await this.#parts.store.head(head.conversation))?.turn ?? 0) === head.turn;
  }

  // ---- one turn -----------------------------------------------------------------------------------------------------------

  /** Decides and commits, again when another process was first, or when what was decided only comes before (`more`). */
  #written(thread: Thread, decide: () => Promise<Drawn | null>): Promise<Applied> {
    const { conversation } = thread;
    return this.#order.run(conversation, async () => {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const decided = await decide();
        if (!decided) return { kind: 'nothing' };
        const { live, drafted, more = false } = decided;
        if (!drafted) {
          // Nothing to do in this state, if it is the last one: another process may have gone on.
          if (await this.#isLast(live)) return { kind: 'nothing' };
          this.#live.delete(conversation);
          continue;
        }
        const { entry, body, next } = drafted;
        const written = await this.#commit(entry, conversation);
        if (written.result === 'duplicate' && !more)
          return { kind: 'duplicate', turn: written.turn, body: await this.body(written.turn) };
        if (written.result === 'stored') {
          this.#live.set(conversation, next);
          const commit: Committed = {
            thread,
            head: next.head,
            turn: entry.turn,
            body,
            context: contextOf(next.snapshot),
          };
          this.#tell(commit);
          if (more) continue;
          return { kind: 'stored', commit };
        }
        this.#live.delete(conversation);
      }
      throw new StoreUnavailable(`conversation ${conversation}: ${TRIES} commits in a row met another process`);
    });
  }

  /** It is committed, whatever those who are told make of it. */
  #tell(commit: Committed): void {
    try {
      this.#parts.onCommit(commit);
    } catch (error) {
      this.#parts.log.error('commit not told', {
        conversation: commit.head.conversation,
        turn: commit.head.turn,
        ...placeOf(error),
      });
    }
  }

  async #commit(entry: Entry, conversation: string) {
    try {
      return await this.#parts.store.commit(entry);
    } catch (error) {
      // It may or may not have been written: the next turn reads what is true.
      this.#live.delete(conversation);
      throw error;
    }
  }
}
