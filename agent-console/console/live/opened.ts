/**
 * The conversation on the screen: opened with a reason where one is needed, kept whole by asking again after a gap, and
 * remembered for a while when another is opened, so that coming back paints at once.
 */
import type { QueueRow, Refusal, StatesPatch, TurnsPatch, ViewersPatch } from '../../../bot/console/contract.js';
import { NoAnswer, type Link } from './link.js';
import { Store } from './store.js';
import { Thread, type ThreadView } from './thread.js';

export type OpenedView =
  | { kind: 'none' }
  /** `last`: what was known the last time, while the server answers. */
  | { kind: 'opening'; conversation: string; last: ThreadView | null }
  /** `staleSince`: turns are missing, or the line is cut, since then. */
  | { kind: 'open'; conversation: string; thread: ThreadView; staleSince: number | null }
  | { kind: 'refused'; conversation: string; refusal: Refusal }
  | { kind: 'failed'; conversation: string; last: ThreadView | null };

/** Conversations remembered after leaving them. */
const REMEMBERED = 8;

export class Opened {
  readonly view = new Store<OpenedView>({ kind: 'none' });
  /** The last turn that this person had on screen, per conversation: what came later is marked when she returns. */
  readonly seenTurns = new Map<string, number>();
  readonly #threads = new Map<string, Thread>();
  readonly #reasons = new Map<string, string>();
  readonly #link: Pick<Link, 'ask' | 'tell' | 'state'>;
  readonly #now: () => number;
  /** Told when an open conversation shows a later turn. */
  onTurn: ((conversation: string, turn: number, row: QueueRow) => void) | undefined;
  #question = 0;

  constructor(link: Pick<Link, 'ask' | 'tell' | 'state'>, now: () => number) {
    this.#link = link;
    this.#now = now;
  }

  get conversation(): string | null {
    const view = this.view.get();
    return view.kind === 'none' ? null : view.conversation;
  }

  /** Opens it, or opens it again; `reason` is remembered for as long as this page lives. */
  async open(conversation: string, reason?: string): Promise<void> {
    if (this.conversation !== null && this.conversation !== conversation) this.#leave(this.conversation);
    if (reason !== undefined) this.#reasons.set(conversation, reason);
    const known = this.#threads.get(conversation);
    if (this.view.get().kind !== 'open' || this.conversation !== conversation) {
      this.view.set({ kind: 'opening', conversation, last: known?.view ?? null });
    }
    const question = ++this.#question;
    try {
      const given = this.#reasons.get(conversation);
      const reply = await this.#link.ask('open', { conversation, ...(given === undefined ? {} : { reason: given }) });
      if (question !== this.#question) return;
      if (!reply.ok) return this.view.set({ kind: 'refused', conversation, refusal: reply });
      if (known) known.reload(reply.view);
      this.#remember(conversation, known ?? new Thread(reply.view));
      this.#show(conversation);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // Without a line it goes on opening, and is asked again when the line is there.
      const isMine = question === this.#question && this.view.get().kind !== 'open';
      if (isMine && this.#link.state.get().kind === 'online') {
        this.view.set({ kind: 'failed', conversation, last: known?.view ?? null });
      }
    }
  }

  close(): void {
    if (this.conversation !== null) this.#leave(this.conversation);
    this.#question++;
    this.view.set({ kind: 'none' });
  }

  /** The line is back, or the page woke: what it shows may be old. */
  async refresh(): Promise<void> {
    if (this.conversation !== null) await this.open(this.conversation);
  }

  /** The line is cut: what is shown wears its age. */
  cut(): void {
    for (const thread of this.#threads.values()) thread.cut();
    this.stale();
  }

  /** Turns are missing. */
  stale(): void {
    this.view.update(view =>
      view.kind === 'open' && view.staleSince === null ? { ...view, staleSince: this.#now() } : view,
    );
  }

  turns(patch: TurnsPatch): void {
    const thread = this.#threads.get(patch.conversation);
    if (!thread || this.conversation !== patch.conversation) return;
    if (thread.receive(patch)) this.#show(patch.conversation, this.#staleSince());
    else {
      this.stale();
      void this.open(patch.conversation);
    }
  }

  states(patch: StatesPatch): void {
    const thread = this.#threads.get(patch.conversation);
    thread?.states(patch);
    this.#show(patch.conversation, this.#staleSince());
  }

  viewers(patch: ViewersPatch): void {
    const thread = this.#threads.get(patch.conversation);
    thread?.viewers(patch);
    this.#show(patch.conversation, this.#staleSince());
  }

  /** She was erased: nothing of hers stays on the screen or in memory; the server says so to whoever looked. */
  erased(conversation: string): void {
    this.#threads.delete(conversation);
    this.#reasons.delete(conversation);
    this.seenTurns.delete(conversation);
    if (this.conversation !== conversation) return;
    this.view.set({ kind: 'opening', conversation, last: null });
    void this.open(conversation);
  }

  #staleSince(): number | null {
    const view = this.view.get();
    return view.kind === 'open' ? view.staleSince : null;
  }

  #show(conversation: string, staleSince: number | null = null): void {
    const thread = this.#threads.get(conversation);
    if (!thread || this.conversation !== conversation) return;
    this.view.set({ kind: 'open', conversation, thread: thread.view, staleSince });
    this.onTurn?.(conversation, thread.view.turn, thread.view.row);
  }

  #leave(conversation: string): void {
    const thread = this.#threads.get(conversation);
    if (thread) this.seenTurns.set(conversation, thread.view.turn);
    this.#link.tell('leave', conversation);
  }

  #remember(conversation: string, thread: Thread): void {
    this.#threads.delete(conversation);
    this.#threads.set(conversation, thread);
    const oldest = this.#threads.keys().next().value;
    if (this.#threads.size > REMEMBERED && oldest !== undefined) this.#threads.delete(oldest);
  }
}
