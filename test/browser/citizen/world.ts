/** The world of her page, for tests of its parts: time moved by hand, and a server that answers what the test says. */
import type { World } from '../../../agent-console/citizen/wire.js';

export interface Asked {
  path: string;
  token: string | null;
  body: unknown;
}

export class HandWorld implements World {
  /** Every request, in order. */
  readonly asked: Asked[] = [];
  /** Answers the next requests; a rejection is a network that is gone. */
  answer: (asked: Asked) => Promise<Response> | Response;
  #now = 1_000_000;
  readonly #due = new Set<{ at: number; act: () => void }>();

  constructor(answer: HandWorld['answer'] = () => Promise.reject(new TypeError('no network'))) {
    this.answer = answer;
  }

  readonly fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const headers = (init.headers ?? {}) as Record<string, string>;
    const asked: Asked = {
      path: new URL(String(input)).pathname.replace('/channels/webchat/', ''),
      token: headers['authorization']?.replace('Bearer ', '') ?? null,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null,
    };
    this.asked.push(asked);
    return this.answer(asked);
  };

  now(): number {
    return this.#now;
  }

  later(ms: number, act: () => void): () => void {
    const due = { at: this.#now + ms, act };
    this.#due.add(due);
    return () => void this.#due.delete(due);
  }

  chance(): number {
    return 0.5;
  }

  /** Lets so much time pass, doing what falls due and what follows from it. */
  async passes(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const next = [...this.#due].filter(due => due.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due.delete(next);
      this.#now = next.at;
      next.act();
    }
    this.#now = end;
  }
}

/** Everything that waits for nothing but its turn has happened. */
export const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });
