/** What a screen reader is told: two quiet regions that are in the page from the start, empty. */
import { sections, type Section } from '../../../bot/console/queue.js';
import { Store } from './store.js';

export type Urgency = 'polite' | 'assertive';

/** The queue speaks at most once in this time, ms; what comes meanwhile becomes one sentence. */
export const QUEUE_EVERY_MS = 10_000;

/** How long what was told stays in the page, ms. */
const KEPT_MS = 30_000;

export class News {
  readonly polite = new Store<readonly { id: number; text: string }[]>([]);
  readonly assertive = new Store<readonly { id: number; text: string }[]>([]);
  #id = 0;

  /** The last few stay for a while, so that a reader that is speaking does not miss one; who looks later finds nothing that is over. */
  tell(text: string, urgency: Urgency = 'polite'): void {
    const id = ++this.#id;
    this[urgency].update(list => [...list.slice(-2), { id, text }]);
    setTimeout(() => this[urgency].update(list => list.filter(one => one.id !== id)), KEPT_MS);
  }
}

interface Arrivals {
  n: number;
  /** Where the most urgent of them stands. */
  section: Section;
}

/** The queue speaks at once, then at most once in a while: what comes meanwhile is counted and told together. */
export class QueueNews {
  /** What to say, each time it is to be said. */
  readonly told = new Store<Arrivals | null>(null);
  readonly #tools: { now(): number; later(run: () => void, ms: number): void };
  #last = Number.NEGATIVE_INFINITY;
  #waiting: Arrivals | null = null;

  constructor(tools: { now(): number; later(run: () => void, ms: number): void }) {
    this.#tools = tools;
  }

  arrived(n: number, section: Section): void {
    const isFirst = this.#waiting === null;
    const before = this.#waiting ?? { n: 0, section };
    const worst = sections.indexOf(section) < sections.indexOf(before.section) ? section : before.section;
    this.#waiting = { n: before.n + n, section: worst };
    const wait = this.#last + QUEUE_EVERY_MS - this.#tools.now();
    if (wait <= 0) this.#speak();
    else if (isFirst) this.#tools.later(() => this.#speak(), wait);
  }

  #speak(): void {
    this.#last = this.#tools.now();
    this.told.set(this.#waiting);
    this.#waiting = null;
  }
}
