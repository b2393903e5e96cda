/**
 * Unique ids that sort by time: 26 characters, the first ten from the clock and sixteen by chance.
 *
 * They sort as text in the order they were made, also within one millisecond and when the clock is set back, so
 * that neighbours in time are neighbours in an index. The alphabet leaves out I, L, O and U, which people misread
 * (Crockford's base 32, as in the ULID specification).
 */
import { randomFillSync } from 'node:crypto';
import type { Clock } from './clock.js';

export interface Ids {
  next(): string;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const CHANCE_LENGTH = 16;

/** Chance for 64 ids is asked for at once: asking costs more than what it gives. */
const POOL = CHANCE_LENGTH * 64;

/** @param fill overwrites the bytes with unpredictable ones; tests give their own */
export function createIds(clock: Clock, fill: (bytes: Uint8Array) => void = bytes => void randomFillSync(bytes)): Ids {
  const pool = new Uint8Array(POOL);
  let used = POOL;
  let time = -1;
  let prefix = '';
  let chance = new Uint8Array(CHANCE_LENGTH);

  return {
    next(): string {
      const now = clock.now();
      if (now > time) {
        time = now;
        prefix = timeText(now);
        if (used === POOL) {
          fill(pool);
          used = 0;
        }
        chance = pool.slice(used, used + CHANCE_LENGTH);
        used += CHANCE_LENGTH;
        for (let i = 0; i < CHANCE_LENGTH; i++) chance[i]! &= 31;
        // Room to count up from: the next ones of this millisecond add one.
        chance[0]! &= 15;
      } else {
        addOne(chance);
      }
      let text = prefix;
      for (const digit of chance) text += ALPHABET[digit];
      return text;
    },
  };
}

function timeText(now: number): string {
  let rest = now;
  let text = '';
  for (let i = 0; i < TIME_LENGTH; i++) {
    text = ALPHABET[rest % 32]! + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function addOne(digits: Uint8Array): void {
  for (let i = digits.length - 1; i >= 0; i--) {
    if (digits[i] !== 31) {
      digits[i]!++;
      return;
    }
    digits[i] = 0;
  }
}
