/**
 * Knowledge, as the service asks for it: a question goes in, a proposal with its confidence and its source comes out, or an
 * abstention. Whoever does not answer in time, fails or answers what nobody can read, abstains; after some of that in a row
 * it is left alone for a while. Nothing here throws, and nobody waits for it but the effect that asked.
 */
import type { Proposal } from '../../flows/knowledge.js';
import type { Clock } from '../clock.js';
import { Breaker } from './breaker.js';

export type Answer = Omit<Proposal, 'provider'>;

export interface Provider {
  /** As protocols name it. */
  readonly id: string;
  /** Null: it has no answer. Throws where it cannot be asked, or its answer cannot be read; the message names no question. */
  ask(question: string): Promise<Answer | null>;
}

/** `none`: nothing to propose; `off`: not configured; `resting`: left alone after failures. */
export type Abstention = 'none' | 'late' | 'failed' | 'resting' | 'off';
export type Asked = { proposal: Proposal } | { abstains: Abstention };

export interface KnowledgeHealth {
  state: 'ok' | 'degraded' | 'down';
  /** One plain sentence, where it is not well. */
  detail?: string;
  /** When it last answered, with a proposal or without one. */
  lastAnswerAt: number | null;
}

export interface Knowledge {
  /** The first of them that proposes something, in this order. */
  ask(providers: readonly string[], question: string): Promise<Asked>;
  health(): Record<string, KnowledgeHealth>;
}

export interface KnowledgeParts {
  clock: Clock;
  /** How long one of them is waited for. */
  timeoutMs: number;
  /** Calls back after so long, by the clock that the time limit is kept with; what it gives takes that back. */
  later(ms: number, act: () => void): () => void;
  log: { warn(event: string, fields?: Record<string, unknown>): void };
}

const OPENS_AFTER = 3;
const REST_MS = 60_000;

export function knowledgeOver(providers: readonly Provider[], parts: KnowledgeParts): Knowledge {
  const guarded = new Map(providers.map(provider => [provider.id, guard(provider, parts)]));
  return {
    async ask(ids, question) {
      let abstains: Abstention = 'off';
      for (const id of ids) {
        const asked = (await guarded.get(id)?.ask(question)) ?? ({ abstains: 'off' } as const);
        if ('proposal' in asked) return asked;
        abstains = asked.abstains;
      }
      return { abstains };
    },
    health: () => Object.fromEntries([...guarded].map(([id, one]) => [id, one.health()])),
  };
}

function guard(provider: Provider, { clock, timeoutMs, later, log }: KnowledgeParts) {
  const breaker = new Breaker({ now: () => clock.now(), opensAfter: OPENS_AFTER, restMs: REST_MS });
  let lastAnswerAt: number | null = null;
  let lastFailure: string | null = null;

  const failed = (why: 'late' | 'failed', reason: string): Asked => {
    breaker.failed();
    lastFailure = reason;
    log.warn('knowledge provider abstains', { provider: provider.id, why, reason, circuit: breaker.state });
    return { abstains: why };
  };

  return {
    async ask(question: string): Promise<Asked> {
      if (!breaker.enter()) return { abstains: 'resting' };
      const within = inTime(provider.ask(question), { timeoutMs, later });
      const answered = await within.catch((error: unknown) => ({ reason: reasonOf(error) }));
      if (answered === LATE) return failed('late', `no answer within ${timeoutMs} ms`);
      if (answered && 'reason' in answered) return failed('failed', answered.reason);
      breaker.succeeded();
      lastAnswerAt = clock.now();
      lastFailure = null;
      return answered ? { proposal: { provider: provider.id, ...answered } } : { abstains: 'none' };
    },
    health(): KnowledgeHealth {
      const state = breaker.state === 'closed' ? (lastFailure === null ? 'ok' : 'degraded') : 'down';
      return { state, ...(lastFailure === null ? {} : { detail: lastFailure }), lastAnswerAt };
    },
  };
}

const LATE = Symbol('late');

/** What comes after the time is up is nobody's any more, an error too. */
function inTime<T>(
  work: Promise<T>,
  { timeoutMs, later }: Pick<KnowledgeParts, 'timeoutMs' | 'later'>,
): Promise<T | typeof LATE> {
  let takeBack = (): void => undefined;
  const up = new Promise<typeof LATE>(resolve => {
    takeBack = later(timeoutMs, () => resolve(LATE));
  });
  return Promise.race([work, up]).finally(() => takeBack());
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'failed');
