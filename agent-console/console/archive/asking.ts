/** A question to the server whose last answer is what the screen shows: it is looked for, it failed, or it is there. */
import type { Refusal } from '../../../bot/console/contract.js';
import { NoAnswer } from '../live/link.js';
import { Store } from '../live/store.js';

export type Asked<A> =
  | { kind: 'asking' }
  | { kind: 'refused'; code: Refusal['code']; message: string }
  | { kind: 'answered'; answer: A };

export class Asking<Q, A extends { ok: true }> {
  readonly view = new Store<Asked<A>>({ kind: 'asking' });
  readonly #ask: (question: Q) => Promise<A | Refusal>;
  #count = 0;

  /** @param ask throws NoAnswer without a line */
  constructor(ask: (question: Q) => Promise<A | Refusal>) {
    this.#ask = ask;
  }

  /** Only the last question counts. */
  async run(question: Q): Promise<void> {
    const mine = ++this.#count;
    this.view.set({ kind: 'asking' });
    const next = await this.#answer(question);
    if (mine === this.#count) this.view.set(next);
  }

  async #answer(question: Q): Promise<Asked<A>> {
    try {
      const reply = await this.#ask(question);
      if (reply.ok) return { kind: 'answered', answer: reply };
      return { kind: 'refused', code: reply.code, message: reply.message };
    } catch (error) {
      if (error instanceof NoAnswer) return { kind: 'refused', code: 'unavailable', message: '' };
      throw error;
    }
  }
}
