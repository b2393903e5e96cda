/**
 * Her session: one opaque token, in the tab's own storage so that a reload goes on, and nowhere else. Texts are never stored.
 *
 * A browser brings a closed tab back with its storage. The page therefore notes when it was closed: a reload is back within
 * seconds, and what comes later begins anew.
 */
import { call, type World } from './wire.js';

const KEY = 'm';
const RELOAD_WITHIN_MS = 60_000;

/** The part of `Storage` that is used; a browser may refuse it. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class Session {
  readonly #world: World;
  readonly #base: string;
  readonly #kept: Kept | null;
  #token: string | null;
  #making: Promise<string> | null = null;

  constructor(world: World, base: string, kept: Kept | null) {
    this.#world = world;
    this.#base = base;
    this.#kept = kept;
    this.#token = this.#restored();
    if (this.#token) this.#keep();
  }

  get token(): string | null {
    return this.#token;
  }

  /** The token, made now when there is none. Rejects when the server cannot be reached. */
  bearer(): Promise<string> {
    if (this.#token) return Promise.resolve(this.#token);
    this.#making ??= this.#make().finally(() => {
      this.#making = null;
    });
    return this.#making;
  }

  /** The server does not know this token, or she left. */
  drop(token = this.#token): void {
    if (token !== this.#token) return;
    this.#token = null;
    this.#store(null);
  }

  /** The page is going away: a reload, or the end. */
  closing(): void {
    if (this.#token) this.#store({ token: this.#token, closed: this.#world.now() });
  }

  /** It did not go away after all. */
  stayed(): void {
    this.#keep();
  }

  async #make(): Promise<string> {
    const answer = await call(this.#world, this.#base, { method: 'POST', path: 'sessions' });
    if (!answer.ok) throw new Error(`no session: ${answer.status}`);
    const { session } = (await answer.json()) as { session: string };
    this.#token = session;
    this.#keep();
    return session;
  }

  #keep(): void {
    if (this.#token) this.#store({ token: this.#token });
  }

  #restored(): string | null {
    try {
      const { token, closed } = JSON.parse(this.#kept?.getItem(KEY) ?? '{}') as { token?: string; closed?: number };
      if (closed !== undefined && Math.abs(this.#world.now() - closed) > RELOAD_WITHIN_MS) {
        this.#store(null);
        return null;
      }
      return token ?? null;
    } catch {
      return null;
    }
  }

  /** Storage that is full or forbidden only means that a reload begins anew. */
  #store(value: { token: string; closed?: number } | null): void {
    try {
      if (value) this.#kept?.setItem(KEY, JSON.stringify(value));
      else this.#kept?.removeItem(KEY);
    } catch {
      this.#kept?.removeItem(KEY);
    }
  }
}
