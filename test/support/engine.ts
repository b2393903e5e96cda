/**
 * An engine for tests of channels: keeps every line in memory, answers what the test says, and can be out of order in
 * the ways that matter (store down, taken by a person).
 */
import type { Ack, Incoming } from '../../bot/channels/channel.js';
import {
  type Engine,
  IdReused,
  type Line,
  OtherProtocol,
  type Pressing,
  type Received,
  type Writer,
} from '../../bot/channels/engine.js';
import { StoreUnavailable } from '../../bot/store/store.js';

type Reply = Pick<Line, 'text'> & Partial<Line>;

interface Talk {
  id: string;
  protocol: string;
  lines: Line[];
  answers: Map<string, { text: string; seq: number; replies: Line[] }>;
  writer: Writer;
  wakes: Set<() => void>;
  typing: Set<(who: 'bot' | 'person', name?: string) => void>;
}

export class MemoryEngine implements Engine {
  /** What came in, once per stored message. */
  readonly stored: Incoming[] = [];
  readonly acks: Ack[] = [];
  /** The store refuses everything while true. */
  down = false;
  /** Addresses with an open emergency. */
  readonly emergencies = new Set<string>();
  readonly #talks = new Map<string, Talk>();
  readonly #answer: (message: Incoming) => readonly (string | Reply)[];

  /** @param answer what the robot says to a message; nothing when absent */
  constructor(answer: (message: Incoming) => readonly (string | Reply)[] = () => []) {
    this.#answer = answer;
  }

  async receive(message: Incoming): Promise<Received> {
    if (this.down) throw new StoreUnavailable('the disk is full');
    const talk = this.#talk(message.channel, message.address, message.protocol);
    if (message.protocol && talk.protocol !== message.protocol)
      throw new OtherProtocol(`this conversation is of protocol ${talk.protocol}`);
    const before = talk.answers.get(message.id);
    if (before) {
      if (before.text !== message.text)
        throw new IdReused(`message ${message.id} was received before with another text`);
      return { kind: 'duplicate', seq: before.seq, conversation: talk.id, replies: before.replies };
    }
    this.stored.push(message);
    const own = this.#add(talk, {
      direction: 'in',
      id: message.id,
      author: 'citizen',
      text: message.text,
      ...(message.media?.blob ? { file: message.media.type } : {}),
    });
    const replies = this.#answer(message).map(reply =>
      this.#add(talk, typeof reply === 'string' ? { text: reply } : reply),
    );
    talk.answers.set(message.id, { text: message.text, seq: own.seq, replies });
    for (const wake of talk.wakes) wake();
    return { kind: 'stored', seq: own.seq, conversation: talk.id, replies };
  }

  async pressing({ channel, address, id }: Parameters<Engine['pressing']>[0]): Promise<Pressing | null> {
    if (this.down) throw new StoreUnavailable('the disk is full');
    const talk = this.#talks.get(`${channel}|${address}`);
    return talk?.answers.has(id) ? 'known' : this.emergencies.has(address) ? 'danger' : null;
  }

  acked(ack: Ack): Promise<void> {
    this.acks.push(ack);
    return Promise.resolve();
  }

  async lines(channel: string, address: string, after: number): Promise<Line[]> {
    if (this.down) throw new StoreUnavailable('the disk is full');
    const talk = this.#talks.get(`${channel}|${address}`);
    return (talk?.lines ?? []).filter(line => line.seq > Math.max(after, talk?.writer.removed ?? 0));
  }

  async conversation(channel: string, address: string): Promise<string | null> {
    return this.#talks.get(`${channel}|${address}`)?.id ?? null;
  }

  async writer(channel: string, address: string): Promise<Writer> {
    return this.#talks.get(`${channel}|${address}`)?.writer ?? { kind: 'bot' };
  }

  subscribe(channel: string, address: string, wake: () => void): () => void {
    const { wakes } = this.#talk(channel, address);
    wakes.add(wake);
    return () => void wakes.delete(wake);
  }

  typing(channel: string, address: string, listen: (who: 'bot' | 'person', name?: string) => void): () => void {
    const { typing } = this.#talk(channel, address);
    typing.add(listen);
    return () => void typing.delete(listen);
  }

  // ---- what the test does on the other side ----------------------------------------------------------------------------

  /** A line that nobody asked for: an executive, a timer. Returns it. */
  says(address: string, reply: Reply, channel = 'webchat'): Line {
    const talk = this.#talk(channel, address);
    const line = this.#add(talk, reply);
    for (const wake of talk.wakes) wake();
    return line;
  }

  /** Nothing of her is known any more; what she writes next begins another conversation. */
  erased(address: string, channel = 'webchat'): void {
    const talk = this.#talk(channel, address);
    talk.id = `${talk.id}-after`;
    talk.lines = [];
    talk.answers.clear();
  }

  taken(address: string, writer: Writer, channel = 'webchat'): void {
    const talk = this.#talk(channel, address);
    talk.writer = writer;
    for (const wake of talk.wakes) wake();
  }

  types(address: string, name: string, channel = 'webchat'): void {
    for (const listen of this.#talk(channel, address).typing) listen('person', name);
  }

  /** How many read this conversation live. */
  readers(address: string, channel = 'webchat'): number {
    return this.#talk(channel, address).wakes.size;
  }

  #talk(channel: string, address: string, protocol = 'first'): Talk {
    const key = `${channel}|${address}`;
    const talk = this.#talks.get(key) ?? {
      id: `conversation-${this.#talks.size + 1}`,
      protocol,
      lines: [],
      answers: new Map(),
      writer: { kind: 'bot' as const },
      wakes: new Set<() => void>(),
      typing: new Set<(who: 'bot' | 'person', name?: string) => void>(),
    };
    this.#talks.set(key, talk);
    return talk;
  }

  #add(talk: Talk, reply: Reply): Line {
    const seq = talk.lines.length + 1;
    const line: Line = {
      seq,
      direction: 'out',
      id: `line-${talk.id}-${seq}`,
      author: 'bot',
      at: Date.UTC(2026, 2, 2, 12, 0, seq),
      locale: 'es',
      ...reply,
    };
    talk.lines.push(line);
    return line;
  }
}
