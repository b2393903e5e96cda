/** How one person likes her console. Nothing of it is about a citizen, so it may stay in the browser. */
import type { Locale } from '../../../bot/console/contract.js';
import type { Theme } from '../../tokens/tokens.js';
import { Store } from './store.js';

export interface Prefs {
  /** null: as the person's account says, then the browser. */
  locale: Locale | null;
  /** null: as the system says. */
  theme: Theme | null;
  density: 'dense' | 'wide';
  /** Size of the messages, px. */
  messagePx: 14 | 16 | 18 | 20;
  /** Keys of one letter act (they can be switched off: WCAG 2.1.4). */
  letters: boolean;
  /** Only an SOS sounds. */
  onlySos: boolean;
  /** Widths of the first and last columns, px; null: as designed. */
  queuePx: number | null;
  factsPx: number | null;
}

const plain: Prefs = {
  locale: null,
  theme: null,
  density: 'dense',
  messagePx: 14,
  letters: true,
  onlySos: false,
  queuePx: null,
  factsPx: null,
};

const NAME = 'cauce.prefs';

export class PrefsStore extends Store<Prefs> {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    super(read(storage));
    this.#storage = storage;
  }

  change(change: Partial<Prefs>): void {
    this.update(prefs => ({ ...prefs, ...change }));
    try {
      this.#storage.setItem(NAME, JSON.stringify(this.get()));
    } catch {
      // A browser that stores nothing: the preference lasts as long as the page.
    }
  }
}

/** What cannot be read is as if it had never been chosen. */
function read(storage: Pick<Storage, 'getItem'>): Prefs {
  try {
    const stored: unknown = JSON.parse(storage.getItem(NAME) ?? '{}');
    return { ...plain, ...(typeof stored === 'object' ? stored : {}) };
  } catch {
    return plain;
  }
}
