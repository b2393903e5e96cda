/**
 * Bytes that only one key opens, and only where they stand.
 *
 * A sealed value is `1 | nonce (12) | ciphertext | tag (16)`: AES-256-GCM (NIST SP 800-38D) with a random nonce. The owner
 * of the key and the purpose are authenticated with it, so that a value moved to another person, turn or row does
 * not open. One key seals far fewer values than the 2^32 that random nonces allow.
 */
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

/** `turn:<conversation>:<n>`, `outbox:<id>`, `contact:<id>`, `record:<id>`, `attachment:<id>` … */
export type Purpose = string;

/** The value does not open: another key, another place, or changed bytes. */
export class CannotOpen extends Error {
  override name = 'CannotOpen';
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE;
export const KEY_BYTES = 32;

export function sealWith(key: Uint8Array, owner: string, purpose: Purpose, plain: Uint8Array): Uint8Array {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(context(owner, purpose));
  const text = cipher.update(plain);
  cipher.final();
  const sealed = Buffer.allocUnsafeSlow(HEAD + text.length + TAG);
  sealed[0] = VERSION;
  sealed.set(nonce, 1);
  sealed.set(text, HEAD);
  sealed.set(cipher.getAuthTag(), HEAD + text.length);
  return sealed;
}

/** @throws CannotOpen, which says where it stands and never what it holds */
export function openWith(key: Uint8Array, owner: string, purpose: Purpose, sealed: Uint8Array): Buffer {
  if (sealed.length < HEAD + TAG || sealed[0] !== VERSION)
    throw new CannotOpen(`${purpose} is not sealed in a way known here`);
  const end = sealed.length - TAG;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, HEAD), { authTagLength: TAG });
  decipher.setAAD(context(owner, purpose));
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(HEAD, end));
  try {
    decipher.final();
  } catch (error) {
    throw new CannotOpen(
      `${purpose} does not open with the key of ${owner}: it was changed, moved or sealed with another key`,
      {
        cause: error,
      },
    );
  }
  return plain;
}

const context = (owner: string, purpose: Purpose): Buffer => Buffer.from(`${owner.length}:${owner}${purpose}`);

/** Chance is asked for in large pieces: asking costs more than what it gives. */
const pool = Buffer.allocUnsafeSlow(NONCE * 512);
let used = pool.length;

function nextNonce(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += NONCE;
  return pool.subarray(used - NONCE, used);
}
