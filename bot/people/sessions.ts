/**
 * Sessions: a random 256-bit token in a cookie, of which the store keeps only a hash, so that reading the store opens
 * nothing, and ending one is deleting its document.
 *
 * The proof that a request comes from our page (csrf) and the key of the drafts in her tab are derived from the token:
 * the server forgets them with it.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Store } from '../store/store.js';
import type { User, Users } from './users.js';

export interface Session {
  /** Hash of the token: names the session and opens nothing. */
  id: string;
  user: User;
  csrf: string;
  draftKey: string;
}

/** A shift and a half: nobody is thrown out in the middle of an emergency. */
const LASTS_MS = 12 * 3_600_000;
const COLLECTION = 'sessions';
const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

export class Sessions {
  readonly #store: Store;
  readonly #users: Users;
  readonly #clock: Clock;

  constructor({ store, users, clock }: { store: Store; users: Users; clock: Clock }) {
    this.#store = store;
    this.#users = users;
    this.#clock = clock;
  }

  async begin(user: User): Promise<{ token: string; session: Session }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const id = idOf(token);
    const expiresAt = this.#clock.now() + LASTS_MS;
    await this.#store.putDoc(
      { collection: COLLECTION, id, fields: { user: user.id, expiresAt }, data: { user: user.id, expiresAt } },
      0,
    );
    return { token, session: sessionOf(token, user) };
  }

  /** The session of a token, or null when it ended, expired, or its account was disabled. */
  async find(token: string | undefined): Promise<Session | null> {
    if (token === undefined || !TOKEN.test(token)) return null;
    const user = await this.#userOf(idOf(token));
    return user ? sessionOf(token, user) : null;
  }

  /** Whether a session that was found before still holds. */
  async holds(id: string): Promise<boolean> {
    return (await this.#userOf(id)) !== null;
  }

  async end(id: string): Promise<void> {
    await this.#store.deleteDoc(COLLECTION, id);
  }

  /** Ends every session of an account, but one. */
  async endAllOf(user: string, except?: string): Promise<void> {
    const docs = await this.#store.findDocs(COLLECTION, { where: { user } });
    await Promise.all(docs.filter(doc => doc.id !== except).map(doc => this.end(doc.id)));
  }

  /** Forgets the expired. Returns how many. */
  async sweep(): Promise<number> {
    const docs = await this.#store.findDocs(COLLECTION, { range: { field: 'expiresAt', to: this.#clock.now() } });
    await Promise.all(docs.map(doc => this.end(doc.id)));
    return docs.length;
  }

  async #userOf(id: string): Promise<User | null> {
    const doc = await this.#store.getDoc(COLLECTION, id);
    const data = doc?.data as { user: string; expiresAt: number } | undefined;
    if (!data || data.expiresAt <= this.#clock.now()) return null;
    const user = await this.#users.get(data.user);
    return user && !user.disabled ? user : null;
  }
}

/** Compares without telling by its time how much was right. */
export function isSameSecret(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const derived = (token: string, what: string): Buffer => createHmac('sha256', token).update(what).digest();
const sessionOf = (token: string, user: User): Session => ({
  id: idOf(token),
  user,
  csrf: derived(token, 'csrf').toString('base64url'),
  draftKey: derived(token, 'drafts').toString('base64'),
});
