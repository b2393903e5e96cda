/**
 * Anonymous sessions of the web chat. A token is an id by chance and a seal over it: who holds it is in that conversation,
 * nobody can guess or make one, and nothing is stored before she writes.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Sessions {
  /** A new token. Nothing is kept of it. */
  make(): string;
  /** The address that a token stands for; null when we did not make it. */
  addressOf(token: string): string | null;
}

/** 128 bits each: out of reach of guessing, and short in a header. */
const BYTES = 16;
const TOKEN = /^([\w-]{22})\.([\w-]{22})$/;

/**
 * @param secret the same after a restart and in every process; with another one, open pages begin a new conversation
 * @param chance gives so many unpredictable bytes; tests give their own
 */
export function createSessions(
  secret: string | Uint8Array,
  chance: (bytes: number) => Uint8Array = randomBytes,
): Sessions {
  const seal = (id: string): Buffer =>
    createHmac('sha256', secret).update(`webchat session ${id}`).digest().subarray(0, BYTES);
  return {
    make() {
      const id = Buffer.from(chance(BYTES)).toString('base64url');
      return `${id}.${seal(id).toString('base64url')}`;
    },
    addressOf(token) {
      const [, id, given] = TOKEN.exec(token) ?? [];
      if (id === undefined || given === undefined) return null;
      return timingSafeEqual(Buffer.from(given, 'base64url'), seal(id)) ? id : null;
    },
  };
}
