/**
 * What a person has written and not sent: never lost, never readable by the next one at this computer.
 *
 * In memory at each keystroke; after a moment also in the tab's storage, encrypted (AES-GCM) with the key that came with
 * the session, because browsers write that storage to disk. Without a secure context the browser offers no encryption,
 * and drafts then live in memory alone. A draft that cannot be read with this session's key is removed.
 */
import { Store } from './store.js';

export type DraftKind = 'reply' | 'note' | 'reason' | 'waiting';

export interface DraftTools {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  crypto: Crypto;
  now(): number;
  /** Runs later unless cancelled; ms. */
  later(run: () => Promise<void>, ms: number): () => void;
}

/**
 * Between the last keystroke and the copy in storage, ms: long enough for what is put there at once to be one copy, and shorter than
 * the way from the last key to the one that loads the page again.
 */
export const SETTLE_MS = 20;
const PREFIX = 'cauce.draft.';

export class Drafts {
  /** Grows whenever a draft appears or goes, so that lists can mark them. */
  readonly version = new Store(0);
  /** When each was last copied to storage. */
  readonly saved = new Store<ReadonlyMap<string, number>>(new Map());
  readonly #texts = new Map<string, string>();
  readonly #pending = new Map<string, () => void>();
  readonly #tools: DraftTools;
  #key: CryptoKey | null = null;

  constructor(tools: DraftTools) {
    this.#tools = tools;
  }

  /**
   * A session begins: reads what an earlier page of the same session left, and copies again what is in memory.
   * `draftKey` is 32 bytes in base64.
   */
  async begin(draftKey: string): Promise<void> {
    this.#key = this.#tools.crypto.subtle ? await importKey(this.#tools.crypto, draftKey) : null;
    for (const name of this.#names()) {
      const text = await this.#read(name);
      if (text === null) this.#tools.storage.removeItem(PREFIX + name);
      else if (!this.#texts.has(name)) this.#texts.set(name, text);
    }
    for (const name of this.#texts.keys()) this.#settle(name);
    this.version.update(version => version + 1);
  }

  get(conversation: string, kind: DraftKind): string {
    return this.#texts.get(nameOf(conversation, kind)) ?? '';
  }

  set(conversation: string, kind: DraftKind, text: string): void {
    const name = nameOf(conversation, kind);
    const had = this.#texts.has(name);
    if (text === '') this.#texts.delete(name);
    else this.#texts.set(name, text);
    this.#settle(name);
    if (had !== (text !== '')) this.version.update(version => version + 1);
  }

  /** Conversations with a reply or a note begun, oldest first. */
  conversations(): string[] {
    const begun = [...this.#texts.keys()].filter(name => /\.(reply|note)$/.test(name));
    return [...new Set(begun.map(name => name.slice(0, name.lastIndexOf('.'))))];
  }

  savedAt(conversation: string, kind: DraftKind): number | undefined {
    return this.saved.get().get(nameOf(conversation, kind));
  }

  /** The person signed out: nothing of hers stays here. */
  forget(): void {
    for (const cancel of this.#pending.values()) cancel();
    this.#pending.clear();
    this.#texts.clear();
    this.#key = null;
    for (const name of this.#names()) this.#tools.storage.removeItem(PREFIX + name);
    this.saved.set(new Map());
    this.version.update(version => version + 1);
  }

  #settle(name: string): void {
    this.#pending.get(name)?.();
    this.#pending.set(
      name,
      this.#tools.later(() => this.#write(name), SETTLE_MS),
    );
  }

  async #write(name: string): Promise<void> {
    this.#pending.delete(name);
    const text = this.#texts.get(name);
    if (text === undefined) this.#tools.storage.removeItem(PREFIX + name);
    else if (this.#key) {
      const sealed = await seal(this.#tools.crypto, this.#key, name, text);
      // While it was being encrypted she may have gone on, or signed out.
      if (this.#texts.get(name) !== text) return;
      this.#tools.storage.setItem(PREFIX + name, sealed);
    } else return;
    this.saved.update(saved => new Map(saved).set(name, this.#tools.now()));
  }

  async #read(name: string): Promise<string | null> {
    const sealed = this.#tools.storage.getItem(PREFIX + name);
    if (sealed === null || !this.#key) return null;
    return open(this.#tools.crypto, this.#key, name, sealed).catch(() => null);
  }

  #names(): string[] {
    const { storage } = this.#tools;
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
    return keys.filter(key => key.startsWith(PREFIX)).map(key => key.slice(PREFIX.length));
  }
}

const nameOf = (conversation: string, kind: DraftKind) => `${conversation}.${kind}`;
const IV_BYTES = 12;

const importKey = (crypto: Crypto, key: string) =>
  crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** The name is authenticated with the text: a draft moved to another conversation does not open. */
const sealing = (iv: Uint8Array<ArrayBuffer>, name: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(name),
});

async function seal(crypto: Crypto, key: CryptoKey, name: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(sealing(iv, name), key, new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...iv, ...sealed));
}

async function open(crypto: Crypto, key: CryptoKey, name: string, sealed: string): Promise<string> {
  const bytes = bytesOf(sealed);
  const text = await crypto.subtle.decrypt(sealing(bytes.slice(0, IV_BYTES), name), key, bytes.slice(IV_BYTES));
  return new TextDecoder().decode(text);
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
