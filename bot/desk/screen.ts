/** A page of the console that is connected: who is in front of it, and how it is told something. */
import type { Locale, QueueRow, Refusal, ToClient } from '../console/contract.js';
import type { Actor } from './acts.js';
import { may } from '../console/rights.js';
import { sayIn, type Words } from './words.js';

export interface Screen {
  id: string;
  actor: Actor;
  locale: Locale;
  /** False once its line was cut: whatever was still being done for it then leaves nothing behind. */
  isHere(): boolean;
  tell<E extends keyof ToClient>(event: E, ...payload: Parameters<ToClient[E]>): void;
}

/** Names of the others who are connected and may move conversations. */
export const supervisorsAmong = (screens: Iterable<Screen>, { id }: Pick<Actor, 'id'>): string[] => [
  ...new Set(
    [...screens]
      .map(({ actor }) => actor)
      .filter(one => one.id !== id && may(one.roles, 'reassign'))
      .map(({ name }) => name),
  ),
];

/** She was erased: the screen says so in its own words. */
export const erased: Refusal = { ok: false, code: 'erased', message: '' };

/** In the words of whoever is refused. */
export function refusal(
  locale: Locale,
  code: Refusal['code'],
  words: Words,
  vars: Record<string, string | number> = {},
  more: { owner?: QueueRow['owner']; epoch?: number } = {},
): Refusal {
  return { ok: false, code, message: sayIn(locale, words, vars), ...more };
}
