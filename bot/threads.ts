/**
 * Which conversation a message belongs to: (channel account, address) has one contact and one active protocol. The
 * address is looked up by keyed hash and never stored in clear.
 */
import type { Ids } from './ids.js';
import { Recent } from './order.js';
import type { Thread } from './conversations.js';
import { RevisionConflict, type Store } from './store/store.js';

interface People {
  /** Keyed hash of an address: the only form in which it is looked up. */
  addressHash(channel: string, address: string): string;
  /** Finds or creates the contact of an address; safe when two messages arrive at once. */
  resolve(channel: string, address: string): Promise<{ id: string }>;
}

const COLLECTION = 'threads';
const KEPT_MOST = 50_000;

/** Nothing of one who was erased stays in memory. */
export function forgetAll(
  { threads, conversations }: Record<'threads' | 'conversations', { forget(conversation: string): void }>,
  gone: readonly string[],
): void {
  for (const conversation of gone) {
    threads.forget(conversation);
    conversations.forget(conversation);
  }
}

export class Threads {
  readonly #store: Store;
  readonly #people: People;
  readonly #ids: Ids;
  readonly #kept = new Recent<Thread>(KEPT_MOST);
  readonly #byConversation = new Recent<{ id: string; thread: Thread }>(KEPT_MOST);

  constructor(store: Store, people: People, ids: Ids) {
    this.#store = store;
    this.#people = people;
    this.#ids = ids;
  }

  /** The thread of an address, or null when it never wrote. */
  async find(channel: string, address: string): Promise<Thread | null> {
    const id = this.#people.addressHash(channel, address);
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const doc = await this.#store.getDoc(COLLECTION, id);
    return doc ? this.#keep(id, doc.data as Thread) : null;
  }

  /** The thread of an address, begun with this protocol when it never wrote. */
  async open(channel: string, address: string, protocol: string): Promise<Thread> {
    const found = await this.find(channel, address);
    if (found) return found;
    const contact = await this.#people.resolve(channel, address);
    const id = this.#people.addressHash(channel, address);
    const thread: Thread = { conversation: this.#ids.next(), contact: contact.id, channel, protocol };
    try {
      await this.#store.putDoc(
        {
          collection: COLLECTION,
          id,
          fields: { conversation: thread.conversation, contact: thread.contact },
          data: thread,
        },
        0,
      );
      return this.#keep(id, thread);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      // Another process was first; erased in this very moment, it is tried again.
      return this.open(channel, address, protocol);
    }
  }

  async ofConversation(conversation: string): Promise<Thread | null> {
    const kept = this.#byConversation.get(conversation);
    if (kept) return kept.thread;
    const [doc] = await this.#store.findDocs(COLLECTION, { where: { conversation }, limit: 1 });
    return doc ? this.#keep(doc.id, doc.data as Thread) : null;
  }

  /** Her contact was erased: who writes from that address begins anew. */
  forget(conversation: string): void {
    const kept = this.#byConversation.get(conversation);
    if (kept) this.#kept.delete(kept.id);
    this.#byConversation.delete(conversation);
  }

  #keep(id: string, thread: Thread): Thread {
    this.#kept.set(id, thread);
    this.#byConversation.set(thread.conversation, { id, thread });
    return thread;
  }
}
