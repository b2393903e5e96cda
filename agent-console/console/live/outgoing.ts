/**
 * What she sent and the conversation does not show yet: her own bubbles, in order, one at a time per conversation.
 *
 * Without a line they wait here ("en este equipo"), encrypted like drafts, and leave when it is back, with the same id:
 * once. What the server refuses goes back to her hands, never to nowhere; and once one was refused, what waited behind it
 * may not fit any more, so each of those leaves only when she says so.
 */
import type { Act, Refusal } from '../../../bot/console/contract.js';
import type { Acts } from './acts.js';
import type { Drafts } from './drafts.js';
import { Store } from './store.js';
import type { Line } from './thread.js';

export interface Leaving {
  id: string;
  conversation: string;
  kind: 'say' | 'note';
  text: string;
  at: number;
  /** The epoch on her screen when she sent it. */
  epoch: number;
  /** `here` leaves by itself when the line is back; `held` waited behind one that was refused and leaves when she says so. */
  state: 'here' | 'sending' | 'refused' | 'held';
  refusal?: Refusal;
  /** Whom a note calls to look. */
  calls?: readonly string[];
  /** She was told why it is not safe to write now, and sends it knowing so. */
  anyway?: true;
  /** The last turn that the conversation showed then. */
  after: number;
  /** It waited for a line. */
  cut?: boolean;
  /** The turn in which the server wrote it: gone from here once the conversation shows that turn. */
  turn?: number;
}

interface Tools {
  acts: Pick<Acts, 'run'>;
  drafts: Pick<Drafts, 'get' | 'set'>;
  isOnline(): boolean;
  now(): number;
  newId(): string;
}

export class Outgoing {
  readonly all = new Store<readonly Leaving[]>([]);
  /** The last message that was refused, why, and whether it went back to its composer. */
  readonly refused = new Store<{ message: Leaving; refusal: Refusal; isInComposer: boolean } | null>(null);
  readonly #busy = new Set<string>();
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Takes back what an earlier page left waiting for this conversation. */
  restore(conversation: string): void {
    if (this.all.get().some(one => one.conversation === conversation)) return;
    const waiting = parse(this.#tools.drafts.get(conversation, 'waiting'));
    this.all.update(all => [...all, ...waiting]);
    void this.flush();
  }

  send({
    conversation,
    kind,
    text,
    epoch,
    after,
    calls = [],
  }: Pick<Leaving, 'conversation' | 'kind' | 'text' | 'epoch' | 'after' | 'calls'>): void {
    const { newId, now, isOnline } = this.#tools;
    this.#change(conversation, list => [
      ...list,
      {
        id: newId(),
        conversation,
        kind,
        text,
        at: now(),
        epoch,
        after,
        state: 'here',
        cut: !isOnline(),
        ...(calls.length > 0 ? { calls } : {}),
      },
    ]);
    void this.#flush(conversation);
  }

  /** She says that this one goes out now, as the conversation stands on her screen. */
  resend(id: string, now: Pick<Leaving, 'epoch' | 'after' | 'anyway'>): void {
    const one = this.all.get().find(leaving => leaving.id === id);
    if (one?.state !== 'refused' && one?.state !== 'held') return;
    const { refusal: _before, ...kept } = one;
    this.#change(one.conversation, list =>
      list.map(other => (other.id === id ? { ...kept, ...now, state: 'here' as const } : other)),
    );
    void this.#flush(one.conversation);
  }

  discard(id: string): void {
    const one = this.all.get().find(leaving => leaving.id === id);
    if (one) this.#change(one.conversation, list => list.filter(leaving => leaving.id !== id));
  }

  /** The conversation shows this turn: bubbles that became messages go. */
  settle(conversation: string, turn: number): void {
    this.#change(conversation, list => list.filter(one => one.turn === undefined || one.turn > turn));
  }

  /** Everything that waits leaves, where there is a line. */
  async flush(): Promise<void> {
    await Promise.all([...new Set(this.all.get().map(one => one.conversation))].map(one => this.#flush(one)));
  }

  async #flush(conversation: string): Promise<void> {
    if (this.#busy.has(conversation) || !this.#tools.isOnline()) return;
    this.#busy.add(conversation);
    try {
      for (let next = this.#next(conversation); next; next = this.#next(conversation)) {
        if (!(await this.#try(next))) return;
      }
    } finally {
      this.#busy.delete(conversation);
    }
  }

  #next(conversation: string): Leaving | undefined {
    return this.all.get().find(one => one.conversation === conversation && one.state === 'here');
  }

  /** False when no answer came: the rest waits too. */
  async #try(one: Leaving): Promise<boolean> {
    this.#set(one.id, { state: 'sending' });
    const reply = await this.#tools.acts.run(one.conversation, one.epoch, actOf(one), one.id);
    if (reply.ok) this.#set(one.id, { turn: reply.turn });
    else if (reply.code === 'unavailable' && reply.message === '') {
      this.#set(one.id, { state: 'here', cut: true });
      return false;
    } else this.#refused(one, reply);
    return true;
  }

  /** Back into the composer when it is empty and nothing else waits; otherwise it stays as a bubble, and what waits is held. */
  #refused(one: Leaving, refusal: Refusal): void {
    const draft = one.kind === 'say' ? 'reply' : 'note';
    const waiting = this.all.get().filter(other => other.conversation === one.conversation && other.turn === undefined);
    // What is not safe now is decided on as it stands: it waits beside the reason.
    const isInComposer =
      refusal.code !== 'unsafe' && waiting.length === 1 && this.#tools.drafts.get(one.conversation, draft) === '';
    if (isInComposer) {
      this.#tools.drafts.set(one.conversation, draft, one.text);
      this.discard(one.id);
    } else {
      this.#set(one.id, { state: 'refused', refusal });
      this.#change(one.conversation, list =>
        list.map(other => (other.state === 'here' ? { ...other, state: 'held' as const } : other)),
      );
    }
    this.refused.set({ message: one, refusal, isInComposer });
  }

  #set(id: string, change: Partial<Leaving>): void {
    const one = this.all.get().find(leaving => leaving.id === id);
    if (one)
      this.#change(one.conversation, list => list.map(other => (other.id === id ? { ...other, ...change } : other)));
  }

  #change(conversation: string, change: (list: readonly Leaving[]) => readonly Leaving[]): void {
    const all = this.all.get();
    const before = all.filter(one => one.conversation === conversation);
    const after = change(before);
    if (after.length === before.length && after.every((one, i) => one === before[i])) return;
    this.all.set([...all.filter(one => one.conversation !== conversation), ...after]);
    const kept = after.filter(one => one.turn === undefined);
    this.#tools.drafts.set(conversation, 'waiting', kept.length > 0 ? JSON.stringify(kept) : '');
  }
}

const actOf = ({ kind, text, anyway, calls }: Leaving): Act =>
  kind === 'say'
    ? { do: 'say', text, ...(anyway ? { anyway } : {}) }
    : { do: 'note', text, ...(calls ? { calls } : {}) };

/** Whether the conversation shows it already, though the server's answer to the act has not come. */
export function hasArrived(one: Leaving, lines: readonly Line[]): boolean {
  return lines.some(line => {
    if (!('item' in line) || line.item.turn <= one.after) return false;
    if (line.item.kind === 'note') return one.kind === 'note' && line.item.text === one.text;
    return (
      one.kind === 'say' &&
      line.item.kind === 'message' &&
      line.item.author === 'executive' &&
      line.item.text === one.text
    );
  });
}

/** What this page's own code stored, encrypted and authenticated: only its absence has to be expected. */
function parse(stored: string): Leaving[] {
  if (stored === '') return [];
  return (JSON.parse(stored) as Leaving[]).map(one => ({
    ...one,
    state: one.state === 'sending' ? 'here' : one.state,
  }));
}
