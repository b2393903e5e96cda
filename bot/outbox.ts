/**
 * The outbox: claim → do → settle. Each lane is done in order, one at a time; a handler may be tried more than once and
 * uses the effect's id against doubles. Lanes do not wait for each other, and no way out (a channel, a type of effect)
 * has more than its share in hand: a channel that hangs holds back its own conversations alone.
 *
 * Messages are fenced: what the robot decided before a person took the talk is withheld, recorded and shown as such.
 */
import { reasonOf, reasonWithout } from './log.js';
import type { Conversations, Live, Sealer, Thread } from './conversations.js';
import { Erased } from './privacy/sealer.js';
import type { RecordedMessage } from './record.js';
import type { OutboxRow, Settled, Store } from './store/store.js';
import type { Threads } from './threads.js';

/** What a handler gets to work with. */
export interface Work {
  row: OutboxRow;
  thread: Thread;
  live: Live;
  params: Record<string, unknown>;
  now: number;
}

/** Done, or what it ended as for good. Throwing is a retry. */
export type Outcome = { result: 'done' } | { result: 'failed' | 'withheld'; reason: string };
export type Handler = (work: Work) => Promise<Outcome>;

interface Parts {
  store: Store;
  threads: Threads;
  conversations: Conversations;
  sealer(contact: string): Promise<Sealer>;
  handlers: Readonly<Record<string, Handler>>;
  now(): number;
  worker: string;
  /** Called when an effect ended: the next of its lane may be due. */
  wake(): void;
  log: {
    warn(event: string, fields: Record<string, unknown>): void;
    error(event: string, fields: Record<string, unknown>): void;
  };
}

/** Effects in hand of one way, from which on nothing more of it is claimed; with those of the last claim fewer than twice as many. */
const AT_ONCE_MOST = 100;
const LEASE_MS = 60_000;
/** Then the row fails, and the people are told. */
const ATTEMPTS_MOST = 8;

export class Outbox {
  readonly #parts: Parts;
  readonly #inHand = new Map<string, Promise<void>>();
  /** How many of each way are in hand. */
  readonly #ways = new Map<string, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes what is due now in hand, as far as there is room; returns how many. Throws StoreUnavailable. */
  async dispatch(): Promise<number> {
    const { store, worker, wake } = this.#parts;
    const without = [...this.#ways].flatMap(([way, count]) => (count >= AT_ONCE_MOST ? way : []));
    const claim = { now: this.#parts.now(), worker, leaseMs: LEASE_MS, limit: AT_ONCE_MOST, without };
    const rows = await store.claimEffects(claim);
    // One whose lease ended while its handler still waits for the world is not begun again beside itself.
    const fresh = rows.filter(row => !this.#inHand.has(row.id));
    for (const row of fresh) {
      this.#count(row, 1);
      const work = this.#one(row).finally(() => {
        this.#inHand.delete(row.id);
        this.#count(row, -1);
        wake();
      });
      this.#inHand.set(row.id, work);
    }
    return fresh.length;
  }

  /** Resolves when nothing is in hand. */
  async idle(): Promise<void> {
    while (this.#inHand.size > 0) await Promise.all(this.#inHand.values());
  }

  #count({ way }: OutboxRow, change: 1 | -1): void {
    this.#ways.set(way, (this.#ways.get(way) ?? 0) + change);
  }

  /** Never throws: what cannot even be settled is claimed again when its lease ends. */
  async #one(row: OutboxRow): Promise<void> {
    const { store, worker, log } = this.#parts;
    try {
      await store.settleEffect(row.id, worker, await this.#outcome(row));
    } catch (error) {
      log.error('effect not settled', {
        effect: row.id,
        type: row.type,
        conversation: row.conversation,
        reason: reasonOf(error),
      });
    }
  }

  async #outcome(row: OutboxRow): Promise<Settled> {
    const { log } = this.#parts;
    try {
      return await this.#do(row);
    } catch (error) {
      if (error instanceof Erased) return { result: 'withheld', reason: 'erased' };
      const reason = reasonWithout(error, await this.#paramsOf(row).catch(() => null));
      const attempt = row.attempts + 1;
      const about = { effect: row.id, type: row.type, conversation: row.conversation, attempt, reason };
      if (attempt < ATTEMPTS_MOST) {
        log.warn('effect retried', about);
        return { result: 'retry', dueAt: this.#parts.now() + backOffMs(attempt) };
      }
      log.error('effect given up', about);
      const thread = await this.#parts.threads.ofConversation(row.conversation);
      if (thread) await this.#failed(row, thread, reason);
      return { result: 'failed', reason };
    }
  }

  async #do(row: OutboxRow): Promise<Settled> {
    const { threads, conversations, handlers } = this.#parts;
    const [thread, live] = await Promise.all([
      threads.ofConversation(row.conversation),
      conversations.state(row.conversation),
    ]);
    if (!thread || !live) return { result: 'failed', reason: 'conversation not found' };
    const handler = handlers[row.type];
    if (!handler)
      throw new Error(
        `effect ${row.type} has no handler; write one in bot/effects/ and list it in bot/effects/effects.ts`,
      );
    const params = await this.#paramsOf(row);
    if (row.type === 'say' && isFenced(row, params as unknown as RecordedMessage, live)) {
      await conversations.note(thread, `ack:${row.id}:withheld`, {
        type: 'ACK',
        seq: params.seq,
        state: 'withheld',
        reason: 'taken',
      });
      return { result: 'withheld', reason: 'taken' };
    }
    const outcome = await handler({ row, thread, live, params, now: this.#parts.now() });
    if (outcome.result === 'failed') await this.#failed(row, thread, outcome.reason);
    return outcome;
  }

  /** Told once, however often it is tried: people see which message did not arrive, or what was not done. */
  async #failed(row: OutboxRow, thread: Thread, reason: string): Promise<void> {
    const what =
      row.type === 'say'
        ? { type: 'ACK' as const, seq: (await this.#paramsOf(row)).seq }
        : { type: 'NOTE' as const, effect: row.type };
    await this.#parts.conversations.note(thread, `ack:${row.id}:failed`, { ...what, state: 'failed', reason });
  }

  async #paramsOf(row: OutboxRow): Promise<Record<string, unknown>> {
    const sealer = await this.#parts.sealer(row.contact);
    return JSON.parse(Buffer.from(sealer.open(row.body, `outbox:${row.id}`)).toString()) as Record<string, unknown>;
  }
}

/** The robot's words from before a person took the talk never leave, also not once she gave it back. */
function isFenced(row: OutboxRow, message: RecordedMessage, { head }: Live): boolean {
  return message.author === 'bot' && row.epoch < Number(head.desk.takenEpoch ?? 0);
}

/** 1 s, 2 s, 4 s … to 5 min, without jitter: lanes are per conversation. */
const backOffMs = (attempt: number): number => Math.min(300_000, 1_000 * 2 ** (attempt - 1));
