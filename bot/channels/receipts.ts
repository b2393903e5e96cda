/**
 * What readers who come for their lines have of them: per conversation, the last seq that was given and the last of which was
 * told that it is there. Both only rise, whatever ends first of what goes on at once; the most recently used are kept.
 * By conversation and not by address: who was erased and writes again counts from one.
 */
import { Recent } from '../order.js';

const KEPT_MOST = 50_000;
const NOTHING = { gave: 0, told: 0 };

export class Receipts {
  readonly #of = new Recent<{ gave: number; told: number }>(KEPT_MOST);

  gave(conversation: string, seq: number): void {
    const { gave, told } = this.#of.get(conversation) ?? NOTHING;
    this.#of.set(conversation, { gave: Math.max(gave, seq), told });
  }

  /** False also of what another process gave, or this one before it was started again. */
  knows(conversation: string): boolean {
    return this.#of.get(conversation) !== undefined;
  }

  /** Up to where a receipt for `seq` says something new; null when it does not. Nobody has what was not given. */
  news(conversation: string, seq: number): number | null {
    const { gave, told } = this.#of.get(conversation) ?? NOTHING;
    const upTo = Math.min(seq, gave);
    return upTo > told ? upTo : null;
  }

  told(conversation: string, seq: number): void {
    const { gave, told } = this.#of.get(conversation) ?? NOTHING;
    this.#of.set(conversation, { gave, told: Math.max(told, seq) });
  }
}
