/**
 * A message comes in: which conversation, is it new, what does it mean, one turn, commit. The caller acknowledges to its
 * channel only when this resolves. The same id again gets the stored answer; the same id with other words is refused.
 */
import { removedUpTo } from './heads.js';
import { UNSURE } from '../flows/danger/dangerQuestion.js';
import type { World } from '../flows/events.js';
import { hear } from '../flows/hear.js';
import type { Media } from '../flows/reading.js';
import { calledBy } from '../flows/sense/sos.js';
import { contextOf } from '../flows/turn.js';
import { type Ack, firstName, type Incoming } from './channels/channel.js';
import {
  type Engine,
  IdReused,
  type Line,
  OtherProtocol,
  type Pressing,
  type Taken,
  type Writer,
} from './channels/engine.js';
import type { Applied, Committed, Conversations, Decision, Live, Protocols, Thread } from './conversations.js';
import { Paced } from './order.js';
import { Erased } from './privacy/sealer.js';
import { type RecordedMessage, removedIn, type TurnBody } from './record.js';
import { type EffectState, type Store, type StoredTurn, StoreUnavailable } from './store/store.js';
import { forgetAll, type Threads } from './threads.js';

interface Parts {
  store: Store;
  threads: Threads;
  conversations: Conversations;
  protocols: Protocols;
  defaultProtocol: string;
  /** Whether her key is gone, by whatever process. */
  isErased(contact: string): Promise<boolean>;
  world(protocol: string): World;
  /** Whether people can be called where they write from. */
  isCallable(channel: string): boolean;
  /** Whether messages of ours can be taken away there again. */
  removesOurs(channel: string): boolean;
}

/** Messages that are worked off together. Some twenty milliseconds of a warm process: what else comes waits no longer. */
const TOGETHER = 8;

export class Inbound implements Engine {
  readonly #parts: Parts;
  readonly #pace = new Paced(TOGETHER);
  /** Who reads live, by channel and address, and the conversation of each such address once it is known. */
  readonly #readers = new Map<string, Set<Reader>>();
  readonly #keyOf = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async receive(message: Incoming): Promise<Taken> {
    await this.#pace.pass();
    const { threads, protocols, defaultProtocol, conversations } = this.#parts;
    const wanted = message.protocol ?? defaultProtocol;
    const begun = await threads.find(message.channel, message.address);
    // Nothing is begun of a protocol that is not here.
    if (!begun) protocols.current(wanted);
    const thread = begun ?? (await threads.open(message.channel, message.address, wanted));
    if (message.protocol && thread.protocol !== message.protocol)
      throw new OtherProtocol(`this conversation is of protocol ${thread.protocol}, not ${message.protocol}`);
    this.#known(thread.conversation, message.channel, message.address);
    try {
      const applied = await conversations.apply(thread, `in:${message.id}`, live => this.#heard(live, message));
      return received(thread.conversation, message, applied);
    } catch (error) {
      if (!(error instanceof Erased)) throw error;
      // Another process erased her; what this one still knew of her leads nowhere. Who writes now begins anew.
      forgetAll(this.#parts, [thread.conversation]);
      if ((await threads.find(message.channel, message.address))?.contact === thread.contact)
        throw new StoreUnavailable('an erasure is not finished', { cause: error });
      return this.receive(message);
    }
  }

  async pressing({ channel, address, id, text }: Parameters<Engine['pressing']>[0]): Promise<Pressing | null> {
    const thread = await this.#thread(channel, address);
    if (!thread) return null;
    if (await this.#parts.store.turnByCause(thread.conversation, `in:${id}`)) return 'known';
    const live = await this.#parts.conversations.state(thread.conversation);
    if (!live) return null;
    const context = contextOf(live.snapshot);
    const { marks, step } = context;
    return marks.emergency || marks.doubt || step === UNSURE || calledBy(context, text, live.running.protocol.sos)
      ? 'danger'
      : null;
  }

  async acked({ conversation, seq, state, reason }: Ack): Promise<void> {
    const thread = await this.#parts.threads.ofConversation(conversation);
    if (!thread) return;
    // What failed is one message; what arrived or was read goes for those before it as well.
    const which = state === 'failed' ? { seq } : { upTo: seq };
    await this.#parts.conversations.note(thread, `ack:${seq}:${state}`, {
      type: 'ACK',
      ...which,
      state,
      ...(reason ? { reason } : {}),
    });
  }

  async lines(channel: string, address: string, after: number): Promise<Line[]> {
    const thread = await this.#thread(channel, address);
    if (!thread) return [];
    const { store } = this.#parts;
    try {
      // Before the turns: what is sent in between is shown a moment later, and nothing out of turn.
      const effects = await store.effects(thread.conversation);
      const turns = await store.turns(thread.conversation);
      const live = await this.#parts.conversations.state(thread.conversation);
      const from = Math.max(after, live ? removedUpTo(live.head) : 0);
      return linesOf(await this.bodies(turns.filter(t => t.facts.seq + t.facts.messages > from)), effects, from);
    } catch (error) {
      // Erased while it was read.
      if (error instanceof Erased) return [];
      throw error;
    }
  }

  async conversation(channel: string, address: string): Promise<string | null> {
    return (await this.#thread(channel, address))?.conversation ?? null;
  }

  async writer(channel: string, address: string): Promise<Writer> {
    const thread = await this.#thread(channel, address);
    const live = thread ? await this.#parts.conversations.state(thread.conversation) : null;
    if (!live) return { kind: 'bot' };
    const { owner, marks } = contextOf(live.snapshot);
    const removed = removedUpTo(live.head);
    // Under cover, or where another may hold it, the page says as little of people as it does while she is to be left in silence.
    const isHushed = marks.quiet || marks.cover || marks.doubt;
    const more = { ...(isHushed ? { quiet: true as const } : {}), ...(removed > 0 ? { removed } : {}) };
    if (owner.kind === 'executive') return { kind: 'person', name: firstName(owner.name), ...more };
    return { kind: owner.kind === 'queue' ? 'queue' : 'bot', ...more };
  }

  subscribe(channel: string, address: string, wake: () => void): () => void {
    return this.#read(channel, address, { wake });
  }

  typing(channel: string, address: string, typed: (who: 'bot' | 'person', name?: string) => void): () => void {
    return this.#read(channel, address, { typed });
  }

  /** Wakes whoever reads this conversation live. */
  committed({ thread }: Committed): void {
    for (const reader of this.#readersOf(thread.conversation)) reader.wake?.();
  }

  /** A person is typing to her. */
  personTypes(conversation: string, name: string): void {
    for (const reader of this.#readersOf(conversation)) reader.typed?.('person', firstName(name));
  }

  /** The thread of an address as it is now; null when it never wrote, or another process erased her. */
  async #thread(channel: string, address: string): Promise<Thread | null> {
    const { threads, isErased } = this.#parts;
    const kept = await threads.find(channel, address);
    if (!kept || !(await isErased(kept.contact))) return kept;
    forgetAll(this.#parts, [kept.conversation]);
    const now = await threads.find(channel, address);
    return now && now.contact !== kept.contact ? now : null;
  }

  #read(channel: string, address: string, reader: Reader): () => void {
    const key = `${channel}|${address}`;
    const set = this.#readers.get(key) ?? new Set();
    this.#readers.set(key, set.add(reader));
    // Until she writes there is no conversation, and nothing to be woken for.
    void this.#parts.threads.find(channel, address).then(
      thread => thread && this.#known(thread.conversation, channel, address),
      () => undefined,
    );
    return () => {
      set.delete(reader);
      if (set.size > 0 || this.#readers.get(key) !== set) return;
      this.#readers.delete(key);
      for (const [conversation, known] of this.#keyOf) if (known === key) this.#keyOf.delete(conversation);
    };
  }

  /** Kept only while somebody reads. */
  #known(conversation: string, channel: string, address: string): void {
    const key = `${channel}|${address}`;
    if (this.#readers.has(key)) this.#keyOf.set(conversation, key);
  }

  #readersOf(conversation: string): ReadonlySet<Reader> {
    const key = this.#keyOf.get(conversation);
    return (key === undefined ? undefined : this.#readers.get(key)) ?? NOBODY;
  }

  bodies(turns: readonly StoredTurn[]): Promise<TurnBody[]> {
    return Promise.all(turns.map(turn => this.#parts.conversations.body(turn)));
  }

  #heard(live: Live, message: Incoming): Decision {
    const { protocol, senses } = live.running;
    const world = {
      ...this.#parts.world(protocol.id),
      ...(this.#parts.removesOurs(message.channel) ? { removes: true as const } : {}),
    };
    const media: Media | null = message.media ?? null;
    const inbound = {
      id: message.id,
      text: message.text,
      at: world.now,
      ...(media ? { media } : {}),
      ...(message.sentAt === undefined ? {} : { sentAt: message.sentAt }),
    };
    let event: ReturnType<typeof hear>;
    try {
      event = hear(
        protocol,
        senses,
        contextOf(live.snapshot),
        {
          text: message.text,
          media,
          ...(message.sos ? { sosButton: true } : {}),
          ...(this.#parts.isCallable(message.channel) ? {} : { uncallable: true as const }),
          ...(message.locale ? { locale: message.locale } : {}),
        },
        world,
      );
    } catch (error) {
      // What sense cannot read, a person reads.
      const reason = `sense: ${error instanceof Error ? error.name : 'failed'}`;
      return { event: { type: 'PARKED', reason, text: message.text, world }, inbound, parked: reason };
    }
    const { sensed } = event.read;
    return {
      event,
      inbound,
      sensed: {
        intent: sensed.intent,
        confidence: sensed.confidence,
        risk: sensed.risk,
        riskScore: sensed.riskScore,
        language: sensed.language,
        sheet: sensed.sheet,
        sheets: sensed.sheets.slice(0, 3),
        evidence: sensed.evidence.slice(0, 12),
      },
      ...(event.type === 'SOS' ? { fields: { why: event.why } } : {}),
    };
  }
}

interface Reader {
  wake?: () => void;
  typed?: (who: 'bot' | 'person', name?: string) => void;
}

const NOBODY: ReadonlySet<Reader> = new Set();

function received(conversation: string, message: Incoming, applied: Applied): Taken {
  if (applied.kind === 'nothing') throw new Error(`message ${message.id} led to no turn`);
  const body = applied.kind === 'stored' ? applied.commit.body : applied.body;
  const inbound = body.messages.find(m => m.direction === 'in');
  if (applied.kind === 'duplicate' && inbound && inbound.text !== message.text)
    throw new IdReused(`message ${message.id} was received before with another text`);
  const replies = body.messages.filter(m => m.direction === 'out').map(toLine);
  return { kind: applied.kind, seq: inbound?.seq ?? 0, conversation, replies };
}

/** Both directions in order, up to the first message that waits to be sent; what was withheld or removed is not among them. */
function linesOf(bodies: readonly TurnBody[], effects: readonly EffectState[], after: number): Line[] {
  const states = new Map(effects.map(e => [e.id, e.state]));
  const removed = removedIn(bodies);
  const lines: Line[] = [];
  for (const message of bodies.flatMap(body => body.messages)) {
    const state = states.get(message.id);
    if (state === 'waiting') break;
    if (message.seq > after && state !== 'withheld' && !removed.has(message.seq)) lines.push(toLine(message));
  }
  return lines;
}

function toLine(m: RecordedMessage): Line {
  return {
    seq: m.seq,
    direction: m.direction,
    id: m.id,
    author: m.author,
    ...(m.name ? { name: firstName(m.name) } : {}),
    text: m.text,
    ...(m.media?.blob ? { file: m.media.type } : {}),
    ...(m.choices ? { choices: m.choices } : {}),
    ...(m.sheet && !m.sheet.reviewed ? { unreviewed: true as const } : {}),
    at: m.at,
    ...(m.sentAt === undefined ? {} : { sentAt: m.sentAt }),
    locale: m.locale,
  };
}
