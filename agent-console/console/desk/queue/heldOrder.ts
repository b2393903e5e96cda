/**
 * An order that does not move under a hand: while the pointer or the focus is in the list, rows keep their places for a
 * moment, and what a row says goes on changing. Who left is gone at once; the first section is never held.
 */

/** The longest that a change of order waits, ms. */
export const HELD_MS = 5_000;

export class HeldOrder {
  #shown: readonly string[] = [];
  #since: number | null = null;
  #about = '';

  /**
   * What to show for the order that the queue has now. `isHeld`: a hand is in the list. `about`: which view of it; another
   * view shows its own order at once. `due` is when to ask again.
   */
  next(
    order: readonly string[],
    now: number,
    isHeld: boolean,
    about = '',
  ): { shown: readonly string[]; due: number | null } {
    if (about !== this.#about) this.#shown = [];
    this.#about = about;
    const still = this.#kept(order);
    const isSame = still.length === order.length && still.every((id, i) => id === order[i]);
    const hasWaited = this.#since !== null && now - this.#since >= HELD_MS;
    if (isSame || !isHeld || hasWaited || this.#shown.length === 0) {
      this.#shown = isSame && still.length === this.#shown.length ? this.#shown : order;
      this.#since = null;
      return { shown: this.#shown, due: null };
    }
    this.#since ??= now;
    if (still.length !== this.#shown.length) this.#shown = still;
    return { shown: this.#shown, due: this.#since + HELD_MS };
  }

  #kept(order: readonly string[]): readonly string[] {
    const there = new Set(order);
    return this.#shown.filter(id => there.has(id));
  }
}
