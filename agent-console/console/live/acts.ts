/**
 * What a person does, sent so that it is done once: each act has an id and the epoch that was on her screen. When the
 * line is cut before the answer, the same id is asked again as soon as it is back.
 */
import type { Act, ActReply } from '../../../bot/console/contract.js';
import { NoAnswer, type Link } from './link.js';

/** How long an act may wait for the line to come back, ms. Later the person is told that it was not done. */
export const GIVE_UP_MS = 15_000;

type Line = Pick<Link, 'ask' | 'state'>;

export class Acts {
  /** The newest epoch that our own acts brought, per conversation: the screen may not show it yet. */
  readonly #epochs = new Map<string, number>();
  readonly #line: Line;
  readonly #newId: () => string;

  constructor(line: Line, newId: () => string) {
    this.#line = line;
    this.#newId = newId;
  }

  /** Never throws: without an answer it is a refusal with code `unavailable`. */
  async run(conversation: string, epoch: number, act: Act, id: string = this.#newId()): Promise<ActReply> {
    const deadline = Date.now() + GIVE_UP_MS;
    for (;;) {
      try {
        const reply = await this.#line.ask('act', { id, conversation, epoch: this.epochOf(conversation, epoch), act });
        if (reply.ok) this.saw(conversation, reply.epoch);
        return reply;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (!(await this.#backBefore(deadline))) return { ok: false, code: 'unavailable', message: '' };
      }
    }
  }

  /** What was told of a conversation that is on no list of this page. */
  saw(conversation: string, epoch: number): void {
    this.#epochs.set(conversation, this.epochOf(conversation, epoch));
  }

  epochOf(conversation: string, shown: number): number {
    return Math.max(shown, this.#epochs.get(conversation) ?? 0);
  }

  #backBefore(deadline: number): Promise<boolean> {
    const left = deadline - Date.now();
    if (left <= 0) return Promise.resolve(false);
    if (this.#line.state.get().kind === 'online') return Promise.resolve(true);
    return new Promise(resolve => {
      const end = (isBack: boolean) => {
        clearTimeout(timer);
        stop();
        resolve(isBack);
      };
      const timer = setTimeout(() => end(false), left);
      const stop = this.#line.state.subscribe(() => this.#line.state.get().kind === 'online' && end(true));
    });
  }
}
