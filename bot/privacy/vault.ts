/**
 * The data keys: one for each contact, wrapped by a master key, in the collection `keys`. Whoever destroys a contact's key
 * has erased all that was sealed with it, in every table, log, spool and blob at once.
 *
 * Sealing is on the way of every message, so an opened key stays in memory and sealing waits for nothing. A process that
 * did not do the erasure itself asks `isErased` before it relies on one, and forgets what it kept by `noticeErasures`: call
 * that every other second: it costs nothing while nobody else writes to the store.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Recent } from '../order.js';
import { type Doc, RevisionConflict, type Store } from '../store/store.js';
import { addMasterKey, KeysUnusable, masterKeysFrom, type MasterKeys, readMasterKeys } from './keys.js';
import { KEY_BYTES, openWith, sealWith } from './seal.js';
import { Erased, KeySealer, type Sealer } from './sealer.js';

/** A key document in clear: `fields.master` is the version that wrapped `sealed`. */
interface KeyData {
  /** First bytes of the key's SHA-256: names it in certificates without giving it away. */
  fingerprint: string;
  erasedAt?: number;
}

const COLLECTION = 'keys';
const KEPT_MOST = 50_000;
/** Keys of the service itself, not of a person. */
const ADDRESSES = 'service:addresses';
/** Clocks of several processes differ. */
const OVERLAP_MS = 10 * 60_000;
const BATCH = 200;

/**
 * The vault of a store, with the master keys of `CAUCE_MASTER_KEY` where it is given, otherwise those of the data
 * folder, made at the first start.
 *
 * Throws KeysUnusable, also when the store has data and its keys are gone: new ones would open nothing.
 */
export async function openVault(store: Store, folder: string, masterKey: string | undefined): Promise<Vault> {
  const masters = masterKey ? masterKeysFrom(masterKey) : readMasterKeys(folder);
  if (!masters && (await store.getDoc(COLLECTION, ADDRESSES))) {
    throw new KeysUnusable(
      `no hay keys/master.json en ${folder}, y las llaves de estos datos están envueltas por una: ${CURE}`,
    );
  }
  return Vault.open(store, masters ?? addMasterKey(folder));
}

export class Vault {
  readonly #store: Store;
  #masters: MasterKeys;
  readonly #opened = new Recent<KeySealer>(KEPT_MOST);
  /** Whose key is known to be gone, by whatever way that was learnt. */
  readonly #erased = new Set<string>();
  /** Whose erasure `noticeErasures` has told: a look at her page may have learnt of it long before. */
  readonly #told = new Set<string>();
  #noticedTo = 0;
  #addressKey: Uint8Array = new Uint8Array();

  private constructor(store: Store, masters: MasterKeys) {
    this.#store = store;
    this.#masters = masters;
  }

  /** Throws KeysUnusable when these master keys are not the ones of this store. */
  static async open(store: Store, masters: MasterKeys): Promise<Vault> {
    const vault = new Vault(store, masters);
    vault.#addressKey = (await vault.#ensure(ADDRESSES)).key;
    await vault.noticeErasures();
    return vault;
  }

  /** Throws Erased, or Error for a contact that was never created. */
  async sealer(contact: string): Promise<Sealer> {
    const kept = this.#opened.get(contact);
    if (kept) return kept;
    const doc = await this.#store.getDoc(COLLECTION, contact);
    if (!doc) throw new Error(`contact ${contact} has no key: it was never created`);
    return this.#keep(contact, this.#unwrap(doc));
  }

  /** Makes the contact's key. Throws RevisionConflict when it has one. */
  async create(contact: string): Promise<Sealer> {
    const key = randomBytes(KEY_BYTES);
    await this.#store.putDoc(this.#wrapped(contact, key), 0);
    return this.#keep(contact, key);
  }

  /** Undoes a creation that lost a race; nothing was sealed with it. */
  async discard(contact: string): Promise<void> {
    this.#opened.delete(contact);
    await this.#store.deleteDoc(COLLECTION, contact);
  }

  /** For secrets of the service itself, which no erasure touches: made at the first use, the same in every process. */
  systemSealer(name: string): Promise<Sealer> {
    return this.#ensure(`service:${name}`);
  }

  /** Keyed hash of an address, the only form in which it is looked up. */
  addressHash(channel: string, address: string): string {
    const hash = createHmac('sha256', this.#addressKey).update(`${channel.length}:${channel}|${address}`);
    return hash.digest('base64url').slice(0, 32);
  }

  /** See `keyIn`. */
  keyOf(contact: string): ReturnType<typeof keyIn> {
    return keyIn(this.#store, contact);
  }

  /**
   * Whether her key is gone, by whatever process: one point read, unless nobody else has written into the store since the
   * last one. What was kept of it here is then forgotten.
   */
  async isErased(contact: string): Promise<boolean> {
    if (this.#erased.has(contact)) return true;
    const others = this.#store.othersWrote?.();
    const opened = this.#opened.get(contact);
    if (others !== undefined && opened?.seenAt === others) return false;
    const doc = await this.#store.getDoc(COLLECTION, contact);
    if (doc?.sealed) {
      if (opened && others !== undefined) opened.seenAt = others;
      return false;
    }
    this.#forget(contact);
    return true;
  }

  /** See `destroyIn`. */
  async destroy(contact: string, at: number): Promise<void> {
    await destroyIn(this.#store, contact, at);
    this.#forget(contact);
  }

  /**
   * Looks for erasures, also of other processes, and tells each contact once. One whose telling fails, and those behind
   * it, are told at the next look. Throws what `tell` throws.
   */
  async noticeErasures(tell: (contact: string) => Promise<void> = NOBODY_TO_TELL): Promise<void> {
    const range = { field: 'doneAt', from: this.#noticedTo - OVERLAP_MS };
    const erasures = await this.#store.findDocs('erasures', { range });
    for (const { id } of erasures) this.#forget(id);
    for (const { id } of erasures) {
      if (this.#told.has(id)) continue;
      await tell(id);
      this.#told.add(id);
    }
    this.#noticedTo = Math.max(this.#noticedTo, ...erasures.map(doc => Number(doc.fields.doneAt)));
  }

  /**
   * Wraps every data key with the current version of `masters` (which must hold the old ones too). May be stopped and done
   * again. Returns how many it wrapped; afterwards the old versions open nothing.
   */
  async rotate(masters: MasterKeys): Promise<number> {
    this.#masters = masters;
    let wrapped = 0;
    for (const version of masters.keys.keys()) {
      if (version === masters.current) continue;
      for (;;) {
        const docs = await this.#store.findDocs(COLLECTION, { where: { master: version }, limit: BATCH });
        if (docs.length === 0) break;
        const done = await Promise.all(docs.map(doc => this.#rewrap(doc)));
        wrapped += done.filter(Boolean).length;
      }
    }
    await this.#store.scrub();
    return wrapped;
  }

  async #rewrap(doc: Doc): Promise<boolean> {
    try {
      await this.#store.putDoc(this.#wrapped(doc.id, this.#unwrap(doc)), doc.version);
      return true;
    } catch (error) {
      // Erased or wrapped by somebody else in the meantime; the next look sees what is left.
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }

  async #ensure(id: string): Promise<KeySealer> {
    for (;;) {
      const doc = await this.#store.getDoc(COLLECTION, id);
      if (doc) return this.#keep(id, this.#unwrap(doc));
      try {
        await this.create(id);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  #keep(contact: string, key: Uint8Array): KeySealer {
    const sealer = new KeySealer(contact, key, this.#erased);
    this.#opened.set(contact, sealer);
    return sealer;
  }

  #forget(contact: string): void {
    this.#erased.add(contact);
    this.#opened.get(contact)?.key.fill(0);
    this.#opened.delete(contact);
  }

  #wrapped(id: string, key: Uint8Array): Omit<Doc, 'version'> {
    const { current, keys } = this.#masters;
    const data: KeyData = { fingerprint: createHash('sha256').update(key).digest('hex').slice(0, 16) };
    const sealed = sealWith(keys.get(current)!, id, `key:${current}`, key);
    const contact = id.startsWith('service:') ? {} : { contact: id };
    return { collection: COLLECTION, id, fields: { master: current }, data, sealed, ...contact };
  }

  #unwrap(doc: Doc): Uint8Array {
    if (!doc.sealed) {
      this.#erased.add(doc.id);
      throw new Erased(doc.id);
    }
    const version = Number(doc.fields.master);
    const master = this.#masters.keys.get(version);
    if (!master)
      throw new KeysUnusable(
        `las llaves de estos datos están envueltas por la llave maestra ${version}, que no está aquí: ${CURE}`,
      );
    try {
      return openWith(master, doc.id, `key:${version}`, doc.sealed);
    } catch (error) {
      throw new KeysUnusable(`la llave maestra ${version} no es la que envolvió las llaves de estos datos: ${CURE}`, {
        cause: error,
      });
    }
  }
}

/** The key's name, and whether it still exists. Null for a contact that was never created. No master key is needed. */
export async function keyIn(store: Store, contact: string): Promise<{ fingerprint: string; erased: boolean } | null> {
  const doc = await store.getDoc(COLLECTION, contact);
  if (!doc) return null;
  const { fingerprint, erasedAt } = doc.data as KeyData;
  return { fingerprint, erased: erasedAt !== undefined };
}

/** Destroys the contact's key, for good. May be called again; no master key is needed. */
export async function destroyIn(store: Store, contact: string, at: number): Promise<void> {
  for (;;) {
    const doc = await store.getDoc(COLLECTION, contact);
    if (!doc || (doc.data as KeyData).erasedAt !== undefined) return;
    const data: KeyData = { fingerprint: (doc.data as KeyData).fingerprint, erasedAt: at };
    try {
      await store.putDoc({ collection: COLLECTION, id: contact, fields: {}, data }, doc.version);
      return;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
}

/** At the start nothing of anybody is kept yet. */
const NOBODY_TO_TELL = (): Promise<void> => Promise.resolve();
const CURE = 'ponga de vuelta el keys/master.json (o CAUCE_MASTER_KEY) que corresponde a estos datos';
