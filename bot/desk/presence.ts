/**
 * Who is at work, in what state, and what their pages show. A person is there while one of her pages is connected (the
 * line itself is probed every few seconds); what she shows counts while the page goes on saying so.
 */
import type { Presence as Said, Staff } from '../console/contract.js';
import type { User } from '../people/users.js';
import type { Actor } from './acts.js';
import { may } from '../console/rights.js';

/** Pages say what they paint every 5 s; one that is hidden or frozen does not. */
const SHOWN_FOR_MS = 12_000;
/** After a start, consoles that were at work connect again within this. */
export const RETURNS_MS = 60_000;
/** Conversations that one person carries at once, unless danger asks for more. */
export const CAPACITY = 4;

interface Page {
  user: string;
  /** Her role attends citizens. */
  attends: boolean;
  state: Staff['state'];
  showing: ReadonlySet<string>;
  saidAt: number;
}

/** The best of her pages counts. */
const BY_STATE = ['available', 'pause', 'away', 'offline'] as const;

export class Presence {
  readonly #pages = new Map<string, Page>();
  readonly #leftAt = new Map<string, number>();
  readonly #startedAt: number;
  /** Who was available when the service stopped, and has said nothing since. */
  readonly #awaited = new Set<string>();
  #awaitedUntil = -Infinity;

  /** @param startedAt whoever was at work before this start is waited for from then on */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  /** These were available when the service stopped: they count as such for a moment, until their own pages say how it is. */
  awaits(users: readonly string[], now: number): void {
    for (const user of users) this.#awaited.add(user);
    this.#awaitedUntil = now + RETURNS_MS;
  }

  /** Who attends and is available, by what their pages say. */
  available(): string[] {
    return [...new Set([...this.#pages.values()].filter(isAvailable).map(page => page.user))];
  }

  /** A page is there; until it says more, its person is away. */
  joined(page: string, { id: user, roles }: Actor, now: number): void {
    this.#pages.set(page, { user, attends: may(roles, 'attend'), state: 'away', showing: new Set(), saidAt: now });
    this.#leftAt.delete(user);
  }

  said(page: string, { state, showing, visible }: Said, now: number): void {
    const before = this.#pages.get(page);
    if (before) this.#awaited.delete(before.user);
    if (before) this.#pages.set(page, { ...before, state, showing: new Set(visible ? showing : []), saidAt: now });
  }

  left(page: string, now: number): void {
    const user = this.#pages.get(page)?.user;
    this.#pages.delete(page);
    if (user !== undefined && !this.#isHere(user)) this.#leftAt.set(user, now);
  }

  /** Since when a person has no page; null while she has one. */
  goneSince(user: string): number | null {
    return this.#isHere(user) ? null : (this.#leftAt.get(user) ?? this.#startedAt);
  }

  stateOf(user: string): Staff['state'] {
    const states = this.#of(user).map(page => page.state);
    return BY_STATE.find(state => states.includes(state)) ?? 'offline';
  }

  isShown(conversation: string, now: number): boolean {
    return [...this.#pages.values()].some(page => now - page.saidAt < SHOWN_FOR_MS && page.showing.has(conversation));
  }

  /** Everybody who attends, in the order of their names. */
  staff(users: readonly User[], load: (user: string) => number): Staff[] {
    return users
      .filter(user => !user.disabled && may(user.roles, 'attend'))
      .map(({ id, name }) => ({ id, name, state: this.stateOf(id), load: load(id), capacity: CAPACITY }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** At least one executive is available, whatever the hour. */
  isStaffed(now: number): boolean {
    return [...this.#pages.values()].some(isAvailable) || (now < this.#awaitedUntil && this.#awaited.size > 0);
  }

  #of(user: string): Page[] {
    return [...this.#pages.values()].filter(page => page.user === user);
  }

  #isHere(user: string): boolean {
    return this.#of(user).length > 0;
  }
}

const isAvailable = ({ attends, state }: Page): boolean => attends && state === 'available';
