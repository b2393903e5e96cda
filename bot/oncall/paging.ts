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
import { type Doc, RevisionConflict, type Store } from '../store/store.js';
import type { OnCallPerson, Roster } from './roster.js';
import { NO_MAIL, type Page, type Tried } from './ways.js';

/** One emergency to which people are called. */
export interface Paged {
  conversation: string;
  /** Pseudonym. */
  name: string;
  /** When the emergency opened. */
  since: number;
  why: 'untaken' | 'unseen';
  zone: string;
  /** Nobody real is in danger; absent in what was written before there were drills. */
  drill?: boolean;
  /** How many calls were made; the next one is of the person at this place of the chain. */
  calls: number;
  nextAt: number;
  tries: (Tried & { person: string; name: string; at: number })[];
  acknowledged: { person: string; name: string; at: number } | null;
  endedAt: number | null;
}

type Raised = Pick<Paged, 'conversation' | 'name' | 'since' | 'why' | 'zone' | 'drill'>;

export interface PagingParts {
  store: Store;
  roster: Roster;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Whether a way to reach her is set. */
  isReached(person: OnCallPerson): boolean;
  page(person: OnCallPerson, page: Page): Promise<Tried[]>;
  /** A secret of this service for a call of this person: who has it was called. */
  tokenOf(what: string): string;
  /** How people reach the service, without a slash at the end. */
  origin: string;
  /** Told of what the timeline of the conversation should say. */
  onCalled?(paged: Paged, called: { name: string; ways: string[]; failed: string[] } | { acknowledged: string }): void;
}

const COLLECTION = 'pages';
const TOLD_MOST = 1_000;
/** Between one person and the next. */
export const STEP_MS = 60_000;
const FAILED_MS = 5_000;
/** Whoever confirmed has this long to take it. */
export const HOLD_MS = 180_000;
/** The list is read again this often, and kept for when the store is away. */
const ROSTER_EVERY_MS = 15_000;

export class Paging {
  readonly #parts: PagingParts;
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
  #withoutStore: { since: number; calls: number; nextAt: number } | null = null;
  /** Pages of which it was told that nobody can be called. */
  readonly #told = new Recent<true>(TOLD_MOST);

  constructor(parts: PagingParts) {
    this.#parts = parts;
  }

  /** Takes up the calls that an earlier process began. */
  async load(): Promise<void> {
    for (const doc of await this.#parts.store.findDocs(COLLECTION, { where: { open: true } }))
      this.#open.set((doc.data as Paged).conversation, doc.id);
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
    try {
      await this.#parts.store.putDoc(docOf(id, data), 0);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      // Begun by another process, or ended and needed again: an owner who was lost.
      await this.#change(id, before =>
        before.endedAt === null ? null : { ...before, endedAt: null, nextAt: this.#now() },
      );
    }
    this.#open.set(paged.conversation, id);
    await this.#step(id);
  }

  /** What is due now. Call it every second. */
  async tick(isUntaken: (conversation: string) => boolean): Promise<void> {
    const now = this.#now();
    if (this.#withoutStore && now >= this.#withoutStore.nextAt) this.#callWithoutStore();
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
    if (this.#withoutStore) return;
    const now = this.#now();
    this.#withoutStore = { since: now, calls: 0, nextAt: now };
    this.#callWithoutStore();
  }

  /** The store is back and has all that waited. */
  stored(): void {
    this.#withoutStore = null;
  }

  /** Everybody on the list gets a call that says that it is a test. */
  async test(people: readonly OnCallPerson[]): Promise<{ person: OnCallPerson; tries: Tried[] }[]> {
    const now = this.#now();
    return Promise.all(
      people.map(async person => ({
        person,
        tries: await this.#parts.page(person, {
          id: this.#parts.ids.next(),
          why: 'test',
          name: null,
          since: now,
          zone: 'America/Santiago',
          acknowledge: null,
          console: `${this.#parts.origin}/console/`,
        }),
      })),
    );
  }

  /** What a link stands for; null when it is not one of ours. */
  async find(link: string): Promise<{ id: string; person: string; paged: Paged } | null> {
    const [id = '', person = '', token = ''] = link.split('.');
    if (token !== this.#parts.tokenOf(`${id}.${person}`)) return null;
    const doc = await this.#parts.store.getDoc(COLLECTION, id);
    return doc ? { id, person, paged: doc.data as Paged } : null;
  }

  /** To what people were called in this conversation, the first emergency first. */
  async of(conversation: string): Promise<Paged[]> {
    const docs = await this.#parts.store.findDocs(COLLECTION, { where: { conversation } });
    return docs.map(doc => doc.data as Paged);
  }

  /** Somebody who was called says that she sees to it. Gives what is true now; null for a link that is not ours. */
  async acknowledge(link: string): Promise<Paged | null> {
    const found = await this.find(link);
    if (!found) return null;
    const { id, person } = found;
    const name = found.paged.tries.find(one => one.person === person)?.name ?? person;
    const at = this.#now();
    const after = await this.#change(id, before =>
      before.endedAt === null && before.acknowledged === null
        ? { ...before, acknowledged: { person, name, at }, nextAt: at + HOLD_MS }
        : null,
    );
    if (!after) return ((await this.#parts.store.getDoc(COLLECTION, id))?.data as Paged | undefined) ?? null;
    this.#parts.log.info('emergency acknowledged by a person on call', { conversation: after.conversation });
    this.#parts.onCalled?.(after, { acknowledged: name });
    return after;
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
    const after = await this.#change(id, before =>
      before.endedAt !== null || (now < before.nextAt && !isAnew)
        ? null
        : { ...before, calls: before.calls + 1, nextAt: now + STEP_MS, acknowledged: null },
    );
    this.#over.delete(id);
    if (!after) return;
    const person = this.#roster[(after.calls - 1) % this.#roster.length]!;
    const call = this.#call(id, after, person).finally(() => this.#busy.delete(call));
    this.#busy.add(call);
  }

  async #call(id: string, paged: Paged, person: OnCallPerson): Promise<void> {
    const { origin, tokenOf, log } = this.#parts;
    const link = `${id}.${person.id}`;
    const at = this.#now();
    const tries = await this.#parts.page(person, {
      id: `${id}-${paged.calls}`,
      why: paged.why,
      name: paged.name,
      since: paged.since,
      zone: paged.zone,
      drill: paged.drill ?? false,
      acknowledge: `${origin}/guardia/${link}.${tokenOf(link)}`,
      console: `${origin}/console/`,
    });
    const { conversation } = paged;
    const failed = tries.filter(one => one.result === 'failed');
    for (const { way, reason } of failed) log.error('person on call not reached', { conversation, way, reason });
    if (failed.length < tries.length) log.warn('person on call was called', { conversation, call: paged.calls });
    try {
      const kept = await this.#change(id, before => ({
        ...before,
        tries: [...before.tries, ...tries.map(one => ({ ...one, person: person.id, name: person.name, at }))],
        // By no way at all: the next one is called soon, unless that goes round in circles.
        ...(failed.length === tries.length && !this.#isInVain(tries, before)
          ? { nextAt: this.#now() + FAILED_MS }
          : {}),
      }));
      if (kept)
        this.#parts.onCalled?.(kept, {
          name: person.name,
          ways: tries.filter(one => one.result === 'sent').map(one => one.way),
          failed: failed.map(one => (one.reason === NO_MAIL ? 'email-unset' : one.way)),
        });
    } catch (error) {
      log.error('call of a person on call not written down', { conversation, reason: reasonOf(error) });
    }
  }

  /** The last one of the chain, who cannot be reached at all as the service is set up. */
  #isInVain(tries: readonly Tried[], { calls }: Paged): boolean {
    return calls % this.#roster.length === 0 && tries.every(one => one.reason === NO_MAIL);
  }

  #callWithoutStore(): void {
    const state = this.#withoutStore!;
    state.nextAt = this.#now() + STEP_MS;
    const person = this.#roster[state.calls++ % Math.max(1, this.#roster.length)];
    if (!person) {
      this.#parts.log.error('call for help without a store, and nobody is on call');
      return;
    }
    const { origin, ids, page, log } = this.#parts;
    const call = page(person, {
      id: ids.next(),
      why: 'storeless',
      name: null,
      since: state.since,
      zone: 'America/Santiago',
      acknowledge: null,
      console: `${origin}/console/`,
    })
      .then(tries => {
        for (const { way, result, reason } of tries)
          if (result === 'failed') log.error('person on call not reached', { way, reason });
      })
      .finally(() => this.#busy.delete(call));
    this.#busy.add(call);
  }

  /** Told once an emergency, not every second. */
  #nobody(id: string): void {
    if (this.#told.get(id)) return;
    this.#told.set(id, true);
    this.#parts.log.error('emergency needs a person, and nobody is on call: see "cauce oncall"', { page: id });
  }

  async #end(conversation: string, id: string): Promise<void> {
    this.#over.add(id);
    await this.#change(id, before => (before.endedAt === null ? { ...before, endedAt: this.#now() } : null));
    // Only now: while the store is away this is tried again, or her link would still ask for somebody.
    this.#over.delete(id);
    this.#open.delete(conversation);
  }

  async #readRoster(): Promise<void> {
    this.#rosterAt = this.#now();
    this.#roster = await this.#parts.roster.list();
    this.#isUnread = false;
  }

  /** Writes what `change` gives, unless it gives null; null also when there is no such page. */
  async #change(id: string, change: (before: Paged) => Paged | null): Promise<Paged | null> {
    for (;;) {
      const doc: Doc | null = await this.#parts.store.getDoc(COLLECTION, id);
      const after = doc ? change(doc.data as Paged) : null;
      if (!doc || !after) return null;
      try {
        await this.#parts.store.putDoc(docOf(id, after), doc.version);
        return after;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  #now(): number {
    return this.#parts.clock.now();
  }
}

/** One for each emergency of a conversation. Without dots: links hold it. */
const pageId = ({ conversation, since }: Pick<Paged, 'conversation' | 'since'>): string => `${conversation}-${since}`;

const docOf = (id: string, data: Paged): Omit<Doc, 'version'> => ({
  collection: COLLECTION,
  id,
  fields: { conversation: data.conversation, open: data.endedAt === null },
  data,
});
