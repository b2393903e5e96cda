/**
 * The executives of a played dialogue: A, B, C … Some are there because the dialogue says how many, or because the service
 * is open; whoever acts is there from then on, until she disconnects.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export class Staff {
  #told: Set<string> | null;
  readonly #came = new Set<string>();
  readonly #left = new Set<string>();

  /** @param count how many are there; null = one while the service is open */
  constructor(count: number | null) {
    this.#told = count === null ? null : first(count);
  }

  set(count: number): void {
    this.#told = first(count);
    this.#came.clear();
    this.#left.clear();
  }

  came(letter: string): void {
    this.#came.add(letter);
    this.#left.delete(letter);
  }

  leaves(letter: string): void {
    this.#came.delete(letter);
    this.#left.add(letter);
  }

  isThere(open: boolean): boolean {
    const told = this.#told ?? first(open ? 1 : 0);
    return [...told, ...this.#came].some(letter => !this.#left.has(letter));
  }
}

const first = (count: number): Set<string> => new Set(LETTERS.slice(0, count));
