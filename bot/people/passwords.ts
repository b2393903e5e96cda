/**
 * Passwords of the people who work here: argon2id, what a new one must be, and the one-time ones that machines make.
 */
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id; some 35 ms on a small server. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

export const isPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password.normalize('NFC'));

const LENGTH_LEAST = 12;
/** Longer ones are refused before they cost a hash. */
export const LENGTH_MOST = 200;

/** Why a password cannot be used, or null. Length counts, not kinds of characters: people who must mix them write them down. */
export function passwordProblem(
  next: string,
  { email, current }: { email: string; current: string },
): 'short' | 'long' | 'same' | 'guessable' | null {
  if ([...next].length < LENGTH_LEAST) return 'short';
  if (next.length > LENGTH_MOST) return 'long';
  if (next === current) return 'same';
  const [local = ''] = email.toLowerCase().split('@');
  const plain = next.toLowerCase();
  const isTheirName = local.length >= 4 && plain.includes(local);
  return isTheirName || new Set(plain).size < 5 || /^\d+$/.test(plain) ? 'guessable' : null;
}

/** Without letters that are misread over a telephone. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 4;

/** "kd7m-93qp-…": twenty characters, some 99 bits. Shown once. */
export function oneTimePassword(chance: (below: number) => number = below => randomInt(below)): string {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[chance(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
