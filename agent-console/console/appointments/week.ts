/** The appointments of the days on the screen: asked for, and kept under an error until they are asked again. */
import type { AppointmentsReply, Refusal } from '../../../bot/console/contract.js';
import { Store } from '../live/store.js';

export type Loaded = Extract<AppointmentsReply, { ok: true }>;

export type WeekView =
  | { kind: 'loading'; last: Loaded | null }
  | { kind: 'loaded'; last: Loaded }
  | { kind: 'failed'; code: Refusal['code']; message: string; since: number; last: Loaded | null };

interface Tools {
  /** null: no answer. */
  ask(from: number, to: number): Promise<AppointmentsReply | null>;
  now(): number;
}

export class Week {
  readonly view = new Store<WeekView>({ kind: 'loading', last: null });
  readonly #tools: Tools;
  #question = 0;
  #range = '';
  #isAsking = false;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** The same days again, for what changed meanwhile; not while an answer is awaited, however slow it is. */
  async again(from: number, to: number): Promise<void> {
    if (!this.#isAsking) await this.load(from, to);
  }

  /** Only the last question counts; another range forgets what was shown. */
  async load(from: number, to: number): Promise<void> {
    const question = ++this.#question;
    const range = `${from} ${to}`;
    if (range !== this.#range) this.view.set({ kind: 'loading', last: null });
    this.#range = range;
    this.#isAsking = true;
    const reply = await this.#tools.ask(from, to);
    if (question !== this.#question) return;
    this.#isAsking = false;
    if (reply?.ok) return this.view.set({ kind: 'loaded', last: reply });
    this.view.set({
      kind: 'failed',
      code: reply?.code ?? 'unavailable',
      message: reply?.message ?? '',
      since: this.#tools.now(),
      last: this.view.get().last,
    });
  }
}
