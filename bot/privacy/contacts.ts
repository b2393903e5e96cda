/**
 * Contacts: a citizen on a channel, known by a random id and a pseudonym.
 *
 * Her address is looked up by keyed hash and stands sealed with her own key, as her profile does; in clear are the labels
 * and the block that the desk works with. A contact has one or more addresses, joined only by proof.
 */
import type { Clock } from '../clock.js';
import type { Ids } from '../ids.js';
import { InOrder, Recent } from '../order.js';
import { type Doc, RevisionConflict, type Store } from '../store/store.js';
import { contactNamed, freePseudonym, takePseudonym } from './pseudonyms.js';
import { Erased } from './sealer.js';
import type { Vault } from './vault.js';

export interface Contact {
  id: string;
  pseudonym: string;
  labels: readonly string[];
  blocked: Block | null;
  addresses: readonly Address[];
  /** What she told about when and how she may be reached. */
  profile: Readonly<Record<string, unknown>>;
  createdAt: number;
  version: number;
}

export interface Block {
  reason: 'aggressor' | 'prank';
  /** User who decided it. */
  by: string;
  at: number;
  /** Null = until somebody lifts it. */
  until: number | null;
}

export interface Address {
  channel: string;
  address: string;
  since: number;
}

/** The address belongs to another contact already. */
export class AddressTaken extends Error {
  override name = 'AddressTaken';
}

type Clear = Pick<Contact, 'pseudonym' | 'labels' | 'blocked' | 'createdAt'>;
type Personal = Pick<Contact, 'addresses' | 'profile'>;

const CONTACTS = 'contacts';
const ADDRESSES = 'addresses';
const KEPT_MOST = 50_000;

export class Contacts {
  readonly #store: Store;
  readonly #vault: Vault;
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #order = new InOrder();
  readonly #byHash = new Recent<string>(KEPT_MOST);

  constructor({ store, vault, ids, clock }: { store: Store; vault: Vault; ids: Ids; clock: Clock }) {
    this.#store = store;
    this.#vault = vault;
    this.#ids = ids;
    this.#clock = clock;
  }

  addressHash(channel: string, address: string): string {
    return this.#vault.addressHash(channel, address);
  }

  /** The contact of an address, made when it is new; safe when two messages arrive at once, at two processes. */
  resolve(channel: string, address: string): Promise<Contact> {
    const hash = this.addressHash(channel, address);
    return this.#order.run(hash, async () => {
      for (;;) {
        const found = await this.#ofHash(hash);
        if (found) return found;
        const made = await this.#create({ channel, address, since: this.#clock.now() });
        if (await this.#claim(hash, made.id)) return made;
        await this.#undo(made);
      }
    });
  }

  /** The contact of an address, or null when it never wrote (or was erased since). */
  find(channel: string, address: string): Promise<Contact | null> {
    return this.#ofHash(this.addressHash(channel, address));
  }

  /** Null for an id that never was. Throws Erased. */
  async get(id: string): Promise<Contact | null> {
    const doc = await this.#store.getDoc(CONTACTS, id);
    return doc && this.#opened(doc);
  }

  /** As people name one on the command line: a pseudonym, `channel:address`, or the id. Null when there is none. Throws Erased. */
  async named(name: string): Promise<Contact | null> {
    const byName = await contactNamed(this.#store, name);
    if (byName) return this.get(byName);
    const [, channel, address] = /^([\w-]+):(.+)$/s.exec(name) ?? [];
    return (channel && address ? await this.find(channel, address) : null) ?? this.get(name);
  }

  /** Where to write to her on this channel; null when she has no such address, or was erased. */
  async addressOf(contact: string, channel: string): Promise<string | null> {
    try {
      return (await this.get(contact))?.addresses.find(a => a.channel === channel)?.address ?? null;
    } catch (error) {
      if (error instanceof Erased) return null;
      throw error;
    }
  }

  /** Adds an address that was proved to be hers. Throws AddressTaken, Erased. */
  async join(contact: string, channel: string, address: string): Promise<void> {
    const hash = this.addressHash(channel, address);
    if (!(await this.#claim(hash, contact))) {
      if ((await this.#store.getDoc(ADDRESSES, hash))?.contact === contact) return;
      throw new AddressTaken(`that address of ${channel} belongs to another contact`);
    }
    await this.#change(contact, c => ({
      ...c,
      addresses: [...c.addresses, { channel, address, since: this.#clock.now() }],
    }));
  }

  async label(contact: string, label: string, on: boolean): Promise<void> {
    await this.#change(contact, c => ({
      ...c,
      labels: on ? [...new Set([...c.labels, label])] : c.labels.filter(l => l !== label),
    }));
  }

  async block(
    contact: string,
    reason: Block['reason'],
    by: string,
    at: number,
    until: number | null = null,
  ): Promise<void> {
    await this.#change(contact, c => ({ ...c, blocked: { reason, by, at, until } }));
  }

  async unblock(contact: string): Promise<void> {
    await this.#change(contact, c => ({ ...c, blocked: null }));
  }

  /** Merged into the sealed profile; undefined removes. */
  async profile(contact: string, change: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#change(contact, c => ({ ...c, profile: { ...c.profile, ...change } }));
  }

  /** Forgets what is kept in memory of her addresses. */
  forget(addresses: readonly Pick<Address, 'channel' | 'address'>[]): void {
    for (const { channel, address } of addresses) this.#byHash.delete(this.addressHash(channel, address));
  }

  async #ofHash(hash: string): Promise<Contact | null> {
    const kept = this.#byHash.get(hash);
    const id = kept ?? (await this.#store.getDoc(ADDRESSES, hash))?.contact;
    if (id === undefined) return null;
    try {
      const contact = await this.get(id);
      if (contact) this.#byHash.set(hash, id);
      return contact;
    } catch (error) {
      if (!(error instanceof Erased)) throw error;
      this.#byHash.delete(hash);
      // Another process erased her: her address is free, or will be in a moment.
      if (kept === undefined) await this.#store.deleteDoc(ADDRESSES, hash);
      return this.#ofHash(hash);
    }
  }

  async #create(address: Address): Promise<Contact> {
    const id = this.#ids.next();
    await this.#vault.create(id);
    const pseudonym = await takePseudonym(this.#store, id);
    const contact: Contact = {
      id,
      pseudonym,
      labels: [],
      blocked: null,
      addresses: [address],
      profile: {},
      createdAt: address.since,
      version: 1,
    };
    await this.#put(contact, 0);
    return contact;
  }

  /** The address belongs to whoever inserts it first. */
  async #claim(hash: string, contact: string): Promise<boolean> {
    try {
      await this.#store.putDoc({ collection: ADDRESSES, id: hash, fields: {}, data: null, contact }, 0);
      this.#byHash.set(hash, contact);
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }

  async #undo({ id, pseudonym }: Contact): Promise<void> {
    await this.#store.deleteDoc(CONTACTS, id);
    await freePseudonym(this.#store, pseudonym);
    await this.#vault.discard(id);
  }

  async #change(id: string, change: (contact: Contact) => Contact): Promise<void> {
    for (;;) {
      const contact = await this.get(id);
      if (!contact) throw new Error(`contact ${id} does not exist`);
      try {
        await this.#put(change(contact), contact.version);
        return;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  async #put(
    { id, pseudonym, labels, blocked, createdAt, addresses, profile }: Contact,
    expected: number,
  ): Promise<void> {
    const clear: Clear = { pseudonym, labels, blocked, createdAt };
    const personal: Personal = { addresses, profile };
    const sealed = (await this.#vault.sealer(id)).sealJson(personal, `contact:${id}`);
    const fields = { pseudonym, createdAt, blocked: blocked !== null };
    await this.#store.putDoc({ collection: CONTACTS, id, fields, data: clear, sealed, contact: id }, expected);
  }

  async #opened(doc: Doc): Promise<Contact> {
    if (!doc.sealed) throw new Erased(doc.id);
    const personal = (await this.#vault.sealer(doc.id)).openJson(doc.sealed, `contact:${doc.id}`);
    return { id: doc.id, ...(doc.data as Clear), ...(personal as Personal), version: doc.version };
  }
}
