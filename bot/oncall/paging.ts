/**
 * Calls people to an emergency that nobody has: one after the other along the chain, again from the beginning, until
 * somebody takes it or it is over. Whoever confirms that she sees to it stops the calls for a while, and not for good: a
 * confirmation is no help yet.
 *
 * Each call is written down before it is made, so that of several processes one makes it and a restart goes on where it was.
 */
import { InOrder, Recent } from '../order.js';
import type { Clock } from '../clock.js';
import type { Ids } from '../ids.js';
import { type Log, reasonOf } from '../log.js';
import type { Store } from '../store/store.js';
import type { CallState } from '../telephony/telephony.js';
import {
  type Called,
  type CallRef,
  type Paged,
  Pages,
  pageId,
  phoneOf,
  STEP_MS,
  toldOf,
  withCall,
  withPhone,
} from './pages.js';
import type { OnCallPerson, Roster } from './roster.js';
import { Storeless } from './storeless.js';
import type { Page, Tried } from './ways.js';

type Raised = Pick<Paged, 'conversation' | 'name' | 'since' | 'why' | 'zone' | 'drill'>;

export interface PagingParts {
  store: Store;
  roster: Roster;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Whether a way to reach her is set. */
  isReached(person: OnCallPerson): boolean;
  page(person: OnCallPerson, page: Page, ref: CallRef): Promise<Tried[]>;
  /** Ends a telephone call, by the provider's name of it. */
  hangUp(call: string): Promise<void>;
  /** A secret of this service for a call of this person: who has it was called. */
  tokenOf(what: string): string;
  /** How people reach the service, without a slash at the end. */
  origin: string;
  onCalled?(paged: Paged, called: Called): void;
}

const TOLD_MOST = 1_000;
const FAILED_MS = 5_000;
/** Whoever confirmed has this long to take it. */
export const HOLD_MS = 180_000;
/** The list is read again this often, and kept for when the store is away. */
const ROSTER_EVERY_MS = 15_000;

export class Paging {
  readonly #parts: PagingParts;
  readonly #pages: Pages;
  /** Pages that go on, by conversation. */
  readonly #open = new Map<string, string>();
  /** Pages that were seen to be over and are not written so yet: one that needs a person again begins anew. */
  readonly #over = new Set<string>();
  /** By conversation: nothing is raised while it is being ended. */
  readonly #order = new InOrder();
  readonly #busy = new Set<Promise<unknown>>();
  #roster: readonly OnCallPerson[] = [];
  #rosterAt = -Infinity;
  /** The list was never read: that it holds nobody is not known. */
  #isUnread = true;
  readonly #storeless: Storeless;
  /** Pages of which it was told that nobody can be called. */
  readonly #told = new Recent<true>(TOLD_MOST);

  constructor(parts: PagingParts) {
    this.#parts = parts;
    this.#pages = new Pages(parts.store);
    this.#storeless = new Storeless({
      roster: () => this.#roster,
      page: (person, since) => parts.page(person, this.#pageless('storeless', since), refWithout(person)),
      log: parts.log,
    });
  }

  /** Takes up the calls that an earlier process began. */
  async load(): Promise<void> {
    for (const { id, conversation } of await this.#pages.open()) this.#open.set(conversation, id);
    await this.#readRoster();
  }

  /** Whether somebody is on call who can be called, by the list as it was last read. */
  canCall(): boolean {
    return this.#roster.some(person => this.#parts.isReached(person));
  }

  /** An emergency needs a person. Nothing happens twice: while people are called to it, that goes on as it is. */
  raise(paged: Raised): Promise<void> {
    return this.#order.run(paged.conversation, () => this.#raise(paged));
  }

  async #raise(paged: Raised): Promise<void> {
    const open = this.#open.get(paged.conversation);
    if (open !== undefined && this.#over.has(open)) return this.#step(open);
    if (open !== undefined) return;
    const id = pageId(paged);
    const data: Paged = { ...paged, calls: 0, nextAt: this.#now(), tries: [], acknowledged: null, endedAt: null };
    // Begun by another process, or ended and needed again: an owner who was lost.
    if (!(await this.#pages.begin(id, data)))
      await this.#pages.change(id, before =>
        before.endedAt === null ? null : { ...before, endedAt: null, nextAt: this.#now() },
      );
    this.#open.set(paged.conversation, id);
    await this.#step(id);
  }

  /** What is due now. Call it every second. */
  async tick(isUntaken: (conversation: string) => boolean): Promise<void> {
    const now = this.#now();
    this.#begun(this.#storeless.tick(now));
    if (now - this.#rosterAt >= ROSTER_EVERY_MS) await this.#readRoster();
    for (const [conversation, id] of this.#open)
      await this.#order.run(conversation, () =>
        isUntaken(conversation) ? this.#step(id) : this.#end(conversation, id),
      );
  }

  /**
   * A call for help that the store could not take: everybody on the list is called, one after the other, by this process
   * alone. Over when `stored` is called.
   */
  withoutStore(): void {
    this.#begun(this.#storeless.begin(this.#now()));
  }

  /** The store is back and has all that waited. */
  stored(): void {
    this.#storeless.end();
  }

  /** Everybody on the list gets a call that says that it is a test. */
  async test(people: readonly OnCallPerson[]): Promise<{ person: OnCallPerson; tries: Tried[] }[]> {
    const now = this.#now();
    return Promise.all(
      people.map(async person => ({
        person,
        tries: await this.#parts.page(person, this.#pageless('test', now), refWithout(person)),
      })),
    );
  }

  /** What a link stands for; null when it is not one of ours. */
  async find(link: string): Promise<{ id: string; person: string; paged: Paged } | null> {
    const [id = '', person = '', token = ''] = link.split('.');
    if (token !== this.#parts.tokenOf(`${id}.${person}`)) return null;
    const paged = await this.#pages.get(id);
    return paged && { id, person, paged };
  }

  /** To what people were called in this conversation, the first emergency first. */
  of(conversation: string): Promise<Paged[]> {
    return this.#pages.of(conversation);
  }

  /** Somebody who was called says that she sees to it. Gives what is true now; null for a link that is not ours. */
  async acknowledge(link: string): Promise<Paged | null> {
    const found = await this.find(link);
    return found && this.#acknowledge(found.id, found.person, null);
  }

  /** The same by the key of her telephone. A key counts once, however often it is told: she may have been called again since. */
  async acknowledgeByKey({ page, person, call }: CallRef): Promise<Paged | null> {
    return page === null ? null : this.#acknowledge(page, person, call);
  }

  async #acknowledge(id: string, person: string, call: number | null): Promise<Paged | null> {
    const at = this.#now();
    let isNew = false;
    const after = await this.#pages.change(id, before => {
      const isRepeated = call !== null && phoneOf(before, call)?.state === 'acknowledged';
      isNew = !isRepeated && before.endedAt === null && before.acknowledged === null;
      if (isRepeated || (!isNew && call === null)) return null;
      const name = this.#nameOf(person, before);
      return {
        ...before,
        ...(isNew ? { acknowledged: { person, name, at }, nextAt: at + HOLD_MS } : {}),
        ...(call === null
          ? {}
          : { phoned: withPhone(before, { call, person, state: 'acknowledged', over: false, at }) }),
      };
    });
    if (!after) return this.#pages.get(id);
    if (isNew) {
      this.#parts.log.info('emergency acknowledged by a person on call', { conversation: after.conversation });
      this.#parts.onCalled?.(after, { acknowledged: after.acknowledged!.name });
    }
    return after;
  }

  /**
   * What became of a telephone call: told late, twice or out of order, it counts once. One that is over without a key reached
   * nobody, whoever lifted it: the next person is called soon.
   */
  async phoned({ page, person, call }: CallRef, told: { state: CallState; over: boolean }): Promise<void> {
    if (page === null) return;
    const at = this.#now();
    let gaveUp = false;
    const after = await this.#pages.change(page, before => {
      const known = phoneOf(before, call);
      const phoned = withPhone(before, { call, person, ...told, at });
      const now = phoned.find(one => one.call === call)!;
      if (known && known.state === now.state && known.over === now.over) return null;
      gaveUp = now.over && known?.over !== true && now.state !== 'acknowledged';
      const isWaitedFor = gaveUp && before.acknowledged === null && before.endedAt === null && before.calls === call;
      return {
        ...before,
        phoned,
        // Not after the last one, or it would go round as fast as telephones are busy.
        ...(isWaitedFor && !this.#isLast(call) ? { nextAt: Math.min(before.nextAt, at + FAILED_MS) } : {}),
      };
    });
    if (!after) return;
    const { state, hungUp } = phoneOf(after, call)!;
    this.#parts.log.info('telephone of a person on call', { conversation: after.conversation, call, state });
    const phone = hungUp ? 'hung-up' : state;
    if (gaveUp) this.#parts.onCalled?.(after, { name: this.#nameOf(person, after), phone });
  }

  #nameOf(person: string, { tries }: Paged): string {
    const known = this.#roster.find(one => one.id === person) ?? tries.find(one => one.person === person);
    return known?.name ?? person;
  }

  /** Calls that are being made. */
  async idle(): Promise<void> {
    await Promise.all(this.#busy);
  }

  // ---- one call ------------------------------------------------------------------------------------------------------------

  async #step(id: string): Promise<void> {
    const now = this.#now();
    if (this.#isUnread) await this.#readRoster();
    if (this.#roster.length === 0) return this.#nobody(id);
    const isAnew = this.#over.has(id);
    // Whoever writes this first makes the call.
    const after = await this.#pages.change(id, before =>
      before.endedAt !== null || (now < before.nextAt && !isAnew)
        ? null
        : { ...before, calls: before.calls + 1, nextAt: now + STEP_MS, acknowledged: null },
    );
    this.#over.delete(id);
    if (!after) return;
    const person = this.#roster[(after.calls - 1) % this.#roster.length]!;
    this.#begun(this.#call(id, after, person));
  }

  async #call(id: string, paged: Paged, person: OnCallPerson): Promise<void> {
    const { origin, tokenOf, log } = this.#parts;
    const link = `${id}.${person.id}`;
    const at = this.#now();
    const page: Page = {
      id: `${id}-${paged.calls}`,
      why: paged.why,
      name: paged.name,
      since: paged.since,
      zone: paged.zone,
      drill: paged.drill ?? false,
      acknowledge: `${origin}/guardia/${link}.${tokenOf(link)}`,
      console: `${origin}/console/`,
    };
    const tries = await this.#parts.page(person, page, { page: id, person: person.id, call: paged.calls });
    const { conversation } = paged;
    const failed = tries.filter(one => one.result === 'failed');
    for (const { way, reason } of failed) log.error('person on call not reached', { conversation, way, reason });
    if (failed.length < tries.length) log.warn('person on call was called', { conversation, call: paged.calls });
    try {
      const kept = await this.#pages.change(id, before => ({
        ...withCall(before, tries, { call: paged.calls, person, at }),
        // By no way at all: the next one is called soon, unless that goes round in circles.
        ...(failed.length === tries.length && !this.#isInVain(tries, before)
          ? { nextAt: this.#now() + FAILED_MS }
          : {}),
      }));
      if (kept) this.#parts.onCalled?.(kept, toldOf(person.name, tries));
      // Somebody took it while the provider was being asked.
      if (kept && kept.endedAt !== null) await this.#hangUp(id);
    } catch (error) {
      log.error('call of a person on call not written down', { conversation, reason: reasonOf(error) });
    }
  }

  /** The last one of the chain, who cannot be reached at all as the service is set up. */
  #isInVain(tries: readonly Tried[], { calls }: Paged): boolean {
    return this.#isLast(calls) && tries.every(one => one.lasting !== undefined);
  }

  #isLast(call: number): boolean {
    return call % this.#roster.length === 0;
  }

  #pageless(why: 'test' | 'storeless', since: number): Page {
    const { origin, ids } = this.#parts;
    const console = `${origin}/console/`;
    return { id: ids.next(), why, name: null, since, zone: 'America/Santiago', acknowledge: null, console };
  }

  /** Told once an emergency, not every second. */
  #nobody(id: string): void {
    if (this.#told.get(id)) return;
    this.#told.set(id, true);
    this.#parts.log.error('emergency needs a person, and nobody is on call: see "cauce oncall"', { page: id });
  }

  async #end(conversation: string, id: string): Promise<void> {
    this.#over.add(id);
    await this.#pages.change(id, before => (before.endedAt === null ? { ...before, endedAt: this.#now() } : null));
    this.#begun(this.#hangUp(id));
    // Only now: while the store is away this is tried again, or her link would still ask for somebody.
    this.#over.delete(id);
    this.#open.delete(conversation);
  }

  /** Whoever sleeps beside a telephone is not woken for what somebody has. Never rejects: it stops by itself within a minute. */
  async #hangUp(id: string): Promise<void> {
    try {
      await Promise.all((await this.#pages.endRinging(id)).map(call => this.#parts.hangUp(call)));
    } catch (error) {
      this.#parts.log.warn('telephone of a person on call rings on', { page: id, reason: reasonOf(error) });
    }
  }

  #begun(work: Promise<unknown> | null): void {
    if (!work) return;
    const known = work.finally(() => this.#busy.delete(known));
    this.#busy.add(known);
  }

  async #readRoster(): Promise<void> {
    this.#rosterAt = this.#now();
    this.#roster = await this.#parts.roster.list();
    this.#isUnread = false;
  }

  #now(): number {
    return this.#parts.clock.now();
  }
}

const refWithout = ({ id }: OnCallPerson): CallRef => ({ page: null, person: id, call: 0 });
