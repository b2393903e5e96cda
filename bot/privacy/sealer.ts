/** What the rest of the service holds in its hands: one contact's key, to seal and to open with. */
import type { Sealed } from '../store/store.js';
import { openWith, type Purpose, sealWith } from './seal.js';

/** Seals and opens with one contact's key. May be kept: once she is erased, every call throws Erased. */
export interface Sealer {
  readonly contact: string;
  /** @throws Erased */
  seal(bytes: Uint8Array, purpose: Purpose): Sealed;
  /** @throws Erased, CannotOpen */
  open(sealed: Sealed, purpose: Purpose): Uint8Array;
  sealJson(value: unknown, purpose: Purpose): Sealed;
  openJson(sealed: Sealed, purpose: Purpose): unknown;
}

/** The key was destroyed on request: nothing of hers can be read again. */
export class Erased extends Error {
  override name = 'Erased';
  readonly contact: string;

  constructor(contact: string) {
    super(`contact ${contact} was erased`);
    this.contact = contact;
  }
}

/** The opened key; `key` is overwritten when she is erased. */
export class KeySealer implements Sealer {
  readonly contact: string;
  readonly key: Uint8Array;
  /** The store's count of others' writes when the key was last seen there. */
  seenAt: number | null = null;
  readonly #erased: ReadonlySet<string>;

  constructor(contact: string, key: Uint8Array, erased: ReadonlySet<string>) {
    this.contact = contact;
    this.key = key;
    this.#erased = erased;
  }

  seal(bytes: Uint8Array, purpose: Purpose): Sealed {
    this.#check();
    return sealWith(this.key, this.contact, purpose, bytes);
  }

  open(sealed: Sealed, purpose: Purpose): Uint8Array {
    this.#check();
    return openWith(this.key, this.contact, purpose, sealed);
  }

  sealJson(value: unknown, purpose: Purpose): Sealed {
    return this.seal(Buffer.from(JSON.stringify(value)), purpose);
  }

  openJson(sealed: Sealed, purpose: Purpose): unknown {
    this.#check();
    return JSON.parse(openWith(this.key, this.contact, purpose, sealed).toString()) as unknown;
  }

  #check(): void {
    if (this.#erased.has(this.contact)) throw new Erased(this.contact);
  }
}
