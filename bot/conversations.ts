/**
 * Turns, one after the other, for every conversation: the only writer of the log.
 *
 * An event is decided on the conversation's last state, committed as one entry, and only then does anything happen:
 * the caller is acknowledged, consoles and channels are woken, effects and messages leave through the outbox. Two
 * processes may decide at once; the store lets one commit, and the other reads again.
 */
import type { Compiled } from '../flows/compile.js';
import type { Context } from '../flows/context.js';
import type { FlowEvent } from '../flows/events.js';
import type { Protocol } from '../flows/protocol.js';
import type { Shape } from '../flows/say.js';
import type { Senses } from '../flows/sense/sense.js';
import { freeze, SnapshotDoesNotFit, thaw } from '../flows/snapshot.js';
import { advance, begin, contextOf, isOpen, type Snapshot, type Turned } from '../flows/turn.js';
import type { Ids } from './ids.js';
import { InOrder, Recent } from './order.js';
import { decode, encode, type RecordedMessage, type RecordedSense, type TurnBody } from './record.js';
import type { Entry, Head, OutboxRow, Store, StoredTurn, TimerRow, TurnFacts } from './store/store.js';

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
}

/** What an event turned into, given the state it meets. Null = nothing to do (a stale timer, a repeated state). */
export interface Decision {
  event: FlowEvent;
  inbound?: Omit<RecordedMessage, 'seq' | 'direction' | 'author' | 'locale'>;
  sensed?: RecordedSense;
  /** Plain fields for the record. */
  fields?: Record<string, unknown>;
}

export interface Committed {
  thread: Thread;
  head: Head;
  turn: StoredTurn;
  body: TurnBody;
  context: Context;
}

export type Applied = { kind: 'stored'; commit: Committed } | { kind: 'duplicate'; turn: StoredTurn; body: TurnBody } | { kind: 'nothing' };

/** Whether and how a channel takes messages out. */
export interface ChannelShape {
  shape: Shape;
  /** False: readers come for their messages, and nothing goes to the outbox. */
  pushes: boolean;
}

interface Parts {
  store: Store;
  protocols: Protocols;
  ids: Ids;
  now(): number;
  sealer(contact: string): Promise<Sealer>;
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

  /** The last committed state, or null for a conversation that nobody began. */
  async state(conversation: string): Promise<Live | null> {
    return this.#order.run(conversation, () => this.#load(conversation));
  }

  forget(conversation?: string): void {
    if (conversation === undefined) this.#live.clear();
    else this.#live.delete(conversation);
  }

  idle(): Promise<void> {
    return this.#order.idle();
  }

  /**
   * Applies one event, exactly once by `cause`. Throws StoreUnavailable when it is not durable.
   *
   * @param decide sees the state after every earlier event of this conversation
   */
  apply(thread: Thread, cause: string, decide: (live: Live) => Decision | null): Promise<Applied> {
    return this.#order.run(thread.conversation, async () => {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const live = (await this.#load(thread.conversation)) ?? (await this.#fresh(thread));
        const made = this.#decide(live, decide);
        if (!made) return { kind: 'nothing' };
        const { entry, body, next } = this.#entry(thread, live, cause, made);
        const written = await this.#commit(entry, thread.conversation);
        if (written.result === 'conflict') {
          this.#live.delete(thread.conversation);
          continue;
        }
        if (written.result === 'duplicate') {
          return { kind: 'duplicate', turn: written.turn, body: await this.body(written.turn) };
        }
        this.#live.set(thread.conversation, next);
        const commit: Committed = { thread, head: next.head, turn: entry.turn, body, context: contextOf(next.snapshot) };
        this.#parts.onCommit(commit);
        return { kind: 'stored', commit };
      }
      throw new Error(`conversation ${thread.conversation}: ${TRIES} commits in a row met another process`);
    });
  }

  /** A fact about messages that went out (sent, delivered, failed, withheld): a turn without a transition. */
  note(thread: Thread, cause: string, fields: { type: 'ACK' | 'NOTE'; [field: string]: unknown }): Promise<Applied> {
    return this.#order.run(thread.conversation, async () => {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const live = await this.#load(thread.conversation);
        if (!live) return { kind: 'nothing' };
        const body: TurnBody = { event: fields, messages: [] };
        const entry = this.#noted(thread, live, cause, body);
        const written = await this.#commit(entry, thread.conversation);
        if (written.result === 'conflict') {
          this.#live.delete(thread.conversation);
          continue;
        }
        if (written.result === 'duplicate') return { kind: 'duplicate', turn: written.turn, body: await this.body(written.turn) };
        this.#live.set(thread.conversation, { ...live, head: entry.head });
        const commit: Committed = { thread, head: entry.head, turn: entry.turn, body, context: contextOf(live.snapshot) };
        this.#parts.onCommit(commit);
        return { kind: 'stored', commit };
      }
      throw new Error(`conversation ${thread.conversation}: ${TRIES} commits in a row met another process`);
    });
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
    const running = this.#parts.protocols.pinned(head.protocol, frozen?.hash ?? '') ?? this.#parts.protocols.current(head.protocol);
    const live: Live = { running, snapshot: begin(running.compiled), head, sealer, arms: new Map(timers.map(t => [t.timer, t.arm])) };
    if (frozen) {
      try {
        live.snapshot = thaw(running.compiled, frozen);
      } catch (error) {
        if (!(error instanceof SnapshotDoesNotFit)) throw error;
        // Its own definition is gone: a person takes it from here, with everything that was written at hand.
        this.#parts.log.error('conversation parked', { conversation, reason: error.message });
        live.snapshot = advance(running.compiled, live.snapshot, { type: 'PARKED', reason: 'snapshot', text: '', world: { now: this.#parts.now(), open: false, staffed: false, onCall: false } }, NO_SHAPE).snapshot;
      }
    }
    this.#live.set(conversation, live);
    return live;
  }

  async #fresh(thread: Thread): Promise<Live> {
    const running = this.#parts.protocols.current(thread.protocol);
    const now = this.#parts.now();
    const head: Head = {
      conversation: thread.conversation,
      contact: thread.contact,
      channel: thread.channel,
      protocol: thread.protocol,
      version: running.protocol.hash,
      turn: 0,
      snapshotTurn: 0,
      seq: 0,
      owner: 'bot',
      epoch: 0,
      risk: 0,
      emergency: 'idle',
      open: false,
      step: '',
      locale: running.protocol.locales[0]!,
      createdAt: now,
      updatedAt: now,
      queuedAt: null,
      lastInboundAt: null,
      desk: {},
    };
    return { running, snapshot: begin(running.compiled), head, sealer: await this.#parts.sealer(thread.contact), arms: new Map() };
  }

  // ---- one turn -----------------------------------------------------------------------------------------------------------

  /** A message that cannot be processed goes to a person, never to a log line. */
  #decide(live: Live, decide: (live: Live) => Decision | null): (Decision & { turned: Turned; parked?: string }) | null {
    const { shape } = this.#parts.channel(live.head.channel);
    let decision: Decision | null = null;
    try {
      decision = decide(live);
      if (!decision) return null;
      return { ...decision, turned: advance(live.running.compiled, live.snapshot, decision.event, shape) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#parts.log.error('turn failed', { conversation: live.head.conversation, turn: live.head.turn + 1, reason });
      if (!decision) throw error;
      const parked: FlowEvent = { type: 'PARKED', reason, text: decision.inbound?.text ?? '', world: decision.event.world };
      return { ...decision, event: parked, parked: reason, turned: advance(live.running.compiled, live.snapshot, parked, shape) };
    }
  }

  #entry(thread: Thread, live: Live, cause: string, made: Decision & { turned: Turned; parked?: string }): { entry: Entry; body: TurnBody; next: Live } {
    const { head, running, sealer } = live;
    const { turned } = made;
    const now = made.event.world.now;
    const turn = head.turn + 1;
    const context = contextOf(turned.snapshot);
    let seq = head.seq;
    const messages: RecordedMessage[] = [];
    if (made.inbound) messages.push({ ...made.inbound, seq: ++seq, direction: 'in', author: 'citizen', locale: context.locale });
    for (const spoken of turned.messages) {
      messages.push({
        seq: ++seq,
        direction: 'out',
        id: this.#parts.ids.next(),
        author: spoken.author,
        ...(spoken.name ? { name: spoken.name } : {}),
        text: spoken.text,
        key: spoken.key,
        ...(spoken.choices ? { choices: spoken.choices } : {}),
        ...(spoken.sheet ? { sheet: spoken.sheet } : {}),
        at: now,
        locale: spoken.locale,
      });
    }
    const effects = turned.effects.map(effect => ({ id: this.#parts.ids.next(), ...effect }));
    const body: TurnBody = {
      event: { type: made.event.type, ...made.fields },
      ...(made.sensed ? { sensed: made.sensed } : {}),
      messages,
      ...(turned.hushed.length > 0 ? { hushed: turned.hushed } : {}),
      ...(effects.length > 0 ? { effects } : {}),
      ...(made.parked ? { parked: made.parked } : {}),
      snapshot: freeze(running.compiled, turned.snapshot),
    };
    const nextHead = headAfter(head, turned.snapshot, context, { turn, snapshotTurn: turn, seq, now, inbound: made.inbound !== undefined, parked: made.parked, alerts: effects.filter(e => e.type === 'alert').map(e => String(e.params.why)) });
    const arms = new Map(live.arms);
    const set: TimerRow[] = [];
    const cancelled: string[] = [];
    const fired = made.event.type.startsWith('xstate.after.') ? made.event.type : null;
    if (fired && !turned.timers.has(fired)) turned.timers.set(fired, 'cancelled');
    for (const [timer, change] of turned.timers) {
      if (change === 'cancelled') {
        if (arms.delete(timer)) cancelled.push(timer);
        continue;
      }
      arms.set(timer, String(turn));
      set.push({ conversation: thread.conversation, timer, arm: String(turn), dueAt: now + change.delayMs });
    }
    const facts: TurnFacts = {
      event: made.event.type,
      from: head.step,
      to: nextHead.step,
      owner: nextHead.owner,
      epoch: nextHead.epoch,
      risk: context.risk,
      milestones: turned.milestones,
      seq: messages[0]?.seq ?? seq,
      messages: messages.length,
      protocol: thread.protocol,
      version: running.protocol.hash,
    };
    const entry: Entry = {
      turn: { conversation: thread.conversation, turn, cause, at: now, contact: thread.contact, facts, body: sealer.seal(encode(body), purposeOf(thread.conversation, turn)) },
      head: nextHead,
      timersSet: set,
      timersCancelled: cancelled,
      outbox: this.#outbox(thread, turn, context, messages, effects, sealer, now),
      withheld: [],
    };
    return { entry, body, next: { ...live, snapshot: turned.snapshot, head: nextHead, arms } };
  }

  #outbox(thread: Thread, turn: number, context: Context, messages: readonly RecordedMessage[], effects: readonly { id: string; type: string; params: Record<string, unknown> }[], sealer: Sealer, now: number): OutboxRow[] {
    const rows: OutboxRow[] = [];
    const row = (id: string, lane: string, type: string, dueAt: number, what: unknown): void => {
      rows.push({ id, conversation: thread.conversation, contact: thread.contact, lane, order: turn * 1_000 + rows.length, type, epoch: context.epoch, dueAt, attempts: 0, body: sealer.seal(Buffer.from(JSON.stringify(what)), `outbox:${id}`) });
    };
    if (this.#parts.channel(thread.channel).pushes) for (const m of messages) if (m.direction === 'out') row(m.id, thread.conversation, 'say', now, m);
    for (const e of effects) {
      if (e.type === 'alert') continue; // consoles learn it from the commit itself
      row(e.id, `${thread.conversation}:${e.type}`, e.type, now + Number(e.params.holdMs ?? 0), e.params);
    }
    return rows;
  }

  #noted(thread: Thread, live: Live, cause: string, body: TurnBody): Entry {
    const now = this.#parts.now();
    const turn = live.head.turn + 1;
    const head: Head = { ...live.head, turn, updatedAt: now };
    const facts: TurnFacts = { event: body.event.type, from: head.step, to: head.step, owner: head.owner, epoch: head.epoch, risk: head.risk, milestones: [], seq: head.seq, messages: 0, protocol: head.protocol, version: head.version };
    return {
      turn: { conversation: thread.conversation, turn, cause, at: now, contact: thread.contact, facts, body: live.sealer.seal(encode(body), purposeOf(thread.conversation, turn)) },
      head,
      timersSet: [],
      timersCancelled: [],
      outbox: [],
      withheld: [],
    };
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

export const purposeOf = (conversation: string, turn: number): string => `turn:${conversation}:${turn}`;

const NO_SHAPE: Shape = { buttons: null, list: null, body: 4096 };

interface After {
  turn: number;
  snapshotTurn: number;
  seq: number;
  now: number;
  inbound: boolean;
  parked: string | undefined;
  alerts: string[];
}

/** What the desk and the queue see of a conversation, without personal text. */
export function headAfter(before: Head, snapshot: Snapshot, context: Context, after: After): Head {
  const { owner, marks } = context;
  const name = owner.kind === 'executive' ? owner.id : owner.kind;
  const queued = owner.kind === 'queue';
  const emergency = phaseOf(snapshot);
  return {
    ...before,
    turn: after.turn,
    snapshotTurn: after.snapshotTurn,
    seq: after.seq,
    owner: name,
    epoch: context.epoch,
    risk: context.risk,
    emergency,
    open: isOpen(snapshot),
    step: context.step ?? '',
    locale: context.locale,
    updatedAt: after.now,
    queuedAt: queued ? (before.owner === 'queue' ? before.queuedAt : after.now) : null,
    lastInboundAt: after.inbound ? after.now : before.lastInboundAt,
    desk: {
      reason: owner.kind === 'queue' ? owner.reason : (before.desk.reason ?? ''),
      ownerName: owner.kind === 'executive' ? owner.name : null,
      riskBy: context.riskBy,
      priority: marks.priority,
      blocked: marks.blocked,
      quiet: marks.quiet,
      emergencySince: emergency === 'idle' ? null : before.emergency === 'idle' ? after.now : (before.desk.emergencySince ?? after.now),
      calls: context.calls,
      unread: after.inbound ? Number(before.desk.unread ?? 0) + 1 : owner.kind === 'executive' && before.owner !== name ? 0 : Number(before.desk.unread ?? 0),
      appointment: context.appointment,
      ...(after.parked ? { parked: after.parked } : before.desk.parked && queued ? { parked: before.desk.parked } : {}),
      ...(after.alerts.length > 0 ? { alert: after.alerts.at(-1), alertAt: after.now } : { alert: before.desk.alert ?? null, alertAt: before.desk.alertAt ?? null }),
    },
  };
}

function phaseOf(snapshot: Snapshot): string {
  const emergency = (snapshot.value as { emergency: string | { active: { chat: string | Record<string, unknown> } } }).emergency;
  if (typeof emergency === 'string') return 'idle';
  const chat = emergency.active.chat;
  return typeof chat === 'string' ? chat : Object.keys(chat)[0]!;
}

