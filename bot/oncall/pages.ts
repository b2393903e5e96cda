/** What is kept of the calls to people on call: a page for each emergency that needed somebody, written by any process. */
import { type Doc, RevisionConflict, type Store } from '../store/store.js';
import type { CallState } from '../telephony/telephony.js';
import type { Tried } from './ways.js';

/** Between one person who is called and the next. */
export const STEP_MS = 60_000;

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
  tries: (Omit<Tried, 'call'> & { person: string; name: string; at: number })[];
  /** What became of each telephone call; absent where nobody was telephoned. */
  phoned?: Phoned[];
  acknowledged: { person: string; name: string; at: number } | null;
  endedAt: number | null;
}

/** One telephone call, as far as its provider has told. */
export interface Phoned {
  /** Which of the calls of the page. */
  call: number;
  person: string;
  state: CallState;
  /** Nobody is on the line any more. */
  over: boolean;
  /** When it was last told of. */
  at: number;
  /** The provider's name of it; absent where it was never told. */
  id?: string;
  /** It rang still when nobody was needed any more, and was to end. */
  hungUp?: true;
}

/** A telephone call of one person, as the provider tells of it: which of the calls to the emergency of this page it was. */
export interface CallRef {
  /** Null for one that is about no page: a test, or an emergency that no store could hold. */
  page: string | null;
  person: string;
  call: number;
}

/** What the timeline of the conversation should say. */
export type Called =
  | { name: string; ways: string[]; failed: string[] }
  | { acknowledged: string }
  /** Her telephone was called, and that is over without a key: how. */
  | { name: string; phone: CallState | 'hung-up' };

const COLLECTION = 'pages';

export class Pages {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** False where it is there already. */
  async begin(id: string, page: Paged): Promise<boolean> {
    try {
      await this.#store.putDoc(docOf(id, page), 0);
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }

  async get(id: string): Promise<Paged | null> {
    return ((await this.#store.getDoc(COLLECTION, id))?.data as Paged | undefined) ?? null;
  }

  /** Of a conversation, the first emergency first. */
  async of(conversation: string): Promise<Paged[]> {
    return (await this.#store.findDocs(COLLECTION, { where: { conversation } })).map(doc => doc.data as Paged);
  }

  /** Those that go on. */
  async open(): Promise<{ id: string; conversation: string }[]> {
    const docs = await this.#store.findDocs(COLLECTION, { where: { open: true } });
    return docs.map(({ id, data }) => ({ id, conversation: (data as Paged).conversation }));
  }

  /**
   * Marks the telephone calls of a page that ring still, as far as is known, as ones that end, and gives the provider's names of
   * them. Who lifted one already hears it out: her key is told that it is over.
   */
  async endRinging(id: string): Promise<string[]> {
    let names: string[] = [];
    await this.change(id, before => {
      const { phoned = [] } = before;
      const ring = phoned.filter(one => one.id !== undefined && !one.over && UNLIFTED.has(one.state));
      names = ring.map(one => one.id!);
      return ring.length === 0
        ? null
        : { ...before, phoned: phoned.map(one => (ring.includes(one) ? { ...one, hungUp: true } : one)) };
    });
    return names;
  }

  /** Writes what `change` gives, unless it gives null; null also when there is no such page. It may be asked more than once. */
  async change(id: string, change: (before: Paged) => Paged | null): Promise<Paged | null> {
    for (;;) {
      const doc: Doc | null = await this.#store.getDoc(COLLECTION, id);
      const after = doc ? change(doc.data as Paged) : null;
      if (!doc || !after) return null;
      try {
        await this.#store.putDoc(docOf(id, after), doc.version);
        return after;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }
}

/** One for each emergency of a conversation. Without dots: links hold it. */
export const pageId = ({ conversation, since }: Pick<Paged, 'conversation' | 'since'>): string =>
  `${conversation}-${since}`;

export const phoneOf = ({ phoned = [] }: Paged, call: number): Phoned | undefined =>
  phoned.find(one => one.call === call);

const UNLIFTED: ReadonlySet<CallState> = new Set(['queued', 'ringing']);

/** How far each state is: a provider tells them in any order, and the furthest is what happened. */
const FAR: Readonly<Record<CallState, number>> = {
  queued: 0,
  ringing: 1,
  answered: 2,
  busy: 3,
  'no-answer': 3,
  failed: 3,
  acknowledged: 4,
};

/** With what is told of one call now. */
export function withPhone(page: Paged, told: Phoned): Phoned[] {
  const { phoned = [] } = page;
  const known = phoneOf(page, told.call);
  if (!known) return [...phoned, told];
  const state = FAR[told.state] > FAR[known.state] ? told.state : known.state;
  return phoned.map(one => (one === known ? { ...known, ...told, state, over: known.over || told.over } : one));
}

/** With what was tried of one call; of a telephone call the provider may have told before it said that it has it. */
export function withCall(
  page: Paged,
  tries: readonly Tried[],
  { call, person, at }: { call: number; person: { id: string; name: string }; at: number },
): Paged {
  const made = tries.map(({ way, result, reason, lasting }) => ({
    way,
    result,
    ...(reason === undefined ? {} : { reason }),
    ...(lasting === undefined ? {} : { lasting }),
    person: person.id,
    name: person.name,
    at,
  }));
  const id = tries.find(one => one.call !== undefined)?.call;
  const { state, over } = phoneOf(page, call) ?? { state: 'queued' as const, over: false };
  const phoned = id === undefined ? {} : { phoned: withPhone(page, { call, person: person.id, state, over, at, id }) };
  return { ...page, tries: [...page.tries, ...made], ...phoned };
}

/** What the timeline says of a call. */
export const toldOf = (name: string, tries: readonly Tried[]): Called => ({
  name,
  ways: tries.filter(one => one.result === 'sent').map(one => one.way),
  failed: tries
    .filter(one => one.result === 'failed')
    .map(one => (one.lasting === 'unset' ? `${one.way}-unset` : one.way)),
});

const docOf = (id: string, data: Paged): Omit<Doc, 'version'> => ({
  collection: COLLECTION,
  id,
  fields: { conversation: data.conversation, open: data.endedAt === null },
  data,
});
