/**
 * What a person has written and not sent: never lost, never readable by the next one at this computer.
 *
 * At each change it is in memory and in the tab's storage before the next key: a page that is loaded again a moment later
 * finds the last one. It is encrypted there (AES-GCM) with the key that came with the session, because browsers write that
 * storage to disk; by a library, since what browsers offer answers later, and only in a secure context. Storage that is full
 * or forbidden stops nobody from writing: the draft then lives in memory. One that this session's key does not open is removed.
 */
import { gcm } from '@noble/ciphers/aes.js';
import { managedNonce } from '@noble/ciphers/utils.js';
import { Store } from './store.js';

export type DraftKind = 'reply' | 'note' | 'reason' | 'waiting';

export interface DraftTools {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  now(): number;
}

const PREFIX = 'cauce.draft.';

export class Drafts {
  /** Grows whenever a draft appears or goes, so that lists can mark them. */
  readonly version = new Store(0);
  /** When each was last copied to storage. */
  readonly saved = new Store<ReadonlyMap<string, number>>(new Map());
  readonly #texts = new Map<string, string>();
  readonly #tools: DraftTools;
  #key: Uint8Array | null = null;

  constructor(tools: DraftTools) {
    this.#tools = tools;
  }

  /**
   * A session begins: reads what an earlier page of the same session left, and copies again what is in memory.
   * `draftKey` is 32 bytes in base64.
   */
  begin(draftKey: string): void {
    this.#key = bytesOf(draftKey);
    for (const name of this.#names()) {
      const text = this.#read(name, this.#key);
      if (text === null) this.#tools.storage.removeItem(PREFIX + name);
      else if (!this.#texts.has(name)) this.#texts.set(name, text);
    }
    for (const name of this.#texts.keys()) this.#write(name);
    this.version.update(version => version + 1);
  }

  get(conversation: string, kind: DraftKind): string {
    return this.#texts.get(nameOf(conversation, kind)) ?? '';
  }

  /** It is in storage when this returns, where there is room. */
  set(conversation: string, kind: DraftKind, text: string): void {
    const name = nameOf(conversation, kind);
    const had = this.#texts.has(name);
    if (text === '') this.#texts.delete(name);
    else this.#texts.set(name, text);
    this.#write(name);
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
    this.#texts.clear();
    this.#key = null;
    for (const name of this.#names()) this.#tools.storage.removeItem(PREFIX + name);
    this.saved.set(new Map());
    this.version.update(version => version + 1);
  }

  #write(name: string): void {
    const { storage, now } = this.#tools;
    const text = this.#texts.get(name);
    if (text === undefined) storage.removeItem(PREFIX + name);
    else if (!this.#key || !puts(storage, PREFIX + name, seal(this.#key, name, text))) return;
    this.saved.update(saved => new Map(saved).set(name, now()));
  }

  #read(name: string, key: Uint8Array): string | null {
    const sealed = this.#tools.storage.getItem(PREFIX + name);
    return sealed === null ? null : open(key, name, sealed);
  }

  #names(): string[] {
    const { storage } = this.#tools;
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
    return keys.filter(key => key.startsWith(PREFIX)).map(key => key.slice(PREFIX.length));
  }
}

const nameOf = (conversation: string, kind: DraftKind) => `${conversation}.${kind}`;

/** False where it does not fit, or the browser forbids it: what stood there before still does. */
function puts(storage: DraftTools['storage'], key: string, value: string): boolean {
  try {
    storage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Twelve random bytes, anew each time, then what they seal. The name is authenticated with the text: a draft moved to another
 * conversation does not open.
 */
const cipher = (key: Uint8Array, name: string) => managedNonce(gcm)(key, new TextEncoder().encode(name));

function seal(key: Uint8Array, name: string, text: string): string {
  const sealed = cipher(key, name).encrypt(new TextEncoder().encode(text));
  return btoa(Array.from(sealed, byte => String.fromCharCode(byte)).join(''));
}

function open(key: Uint8Array, name: string, sealed: string): string | null {
  try {
    return new TextDecoder().decode(cipher(key, name).decrypt(bytesOf(sealed)));
  } catch {
    return null;
  }
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
