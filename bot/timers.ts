/** Durable timers: claimed by lease, fired as events, dropped when a later arming made them stale. */
import { reasonOf } from './log.js';
import type { FlowEvent, World } from '../flows/events.js';
import type { Conversations } from './conversations.js';
import { isToldUnarrived } from './heads.js';
import { Erased } from './privacy/sealer.js';
import type { Store, TimerRow } from './store/store.js';
import type { Threads } from './threads.js';

interface Parts {
  store: Store;
  threads: Threads;
  conversations: Conversations;
  world(protocol: string): World;
  now(): number;
  worker: string;
  log: { error(event: string, fields: Record<string, unknown>): void };
}

const BATCH = 100;
const LEASE_MS = 30_000;

export class Timers {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Fires what is due now; returns how many were claimed. */
  async fire(): Promise<number> {
    const { store, worker } = this.#parts;
    const due = await store.claimTimers({ now: this.#parts.now(), worker, leaseMs: LEASE_MS, limit: BATCH });
    await Promise.all(due.map(timer => this.#one(timer)));
    return due.length;
  }

  async #one(timer: TimerRow): Promise<void> {
    const { store, threads, conversations, log } = this.#parts;
    const thread = await threads.ofConversation(timer.conversation);
    if (!thread) return store.dropTimer(timer);
    try {
      const applied = await conversations.apply(thread, `timer:${timer.timer}:${timer.arm}`, live => {
        if (live.arms.get(timer.timer) !== timer.arm) return null;
        return {
          event: {
            type: timer.timer as `xstate.after.${string}`,
            world: {
              ...this.#parts.world(live.running.protocol.id),
              ...(isToldUnarrived(live.head) ? { unarrived: true } : {}),
            },
          } as FlowEvent,
          fields: { arm: timer.arm },
        };
      });
      if (applied.kind !== 'stored') await store.dropTimer(timer);
    } catch (error) {
      // Another process erased her: nobody waits any more.
      if (error instanceof Erased) return store.dropTimer(timer);
      // The lease ends and another try follows.
      log.error('timer failed', {
        conversation: timer.conversation,
        timer: timer.timer,
        reason: reasonOf(error),
      });
    }
  }
}
