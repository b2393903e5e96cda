/**
 * Where the check word stands, as the alerts of her turns tell it: not said since it matters, right, or wrong. A wrong one
 * stays until the right one is said, or another emergency begins.
 */
import type { WordSaid } from '../console/contract.js';

const AFTER: Readonly<Record<string, WordSaid>> = {
  'word-due': 'unsaid',
  'word-right': 'right',
  'word-wrong': 'wrong',
};

/** An alert of a turn in which she said the word, right or wrong. */
export const saysWord = (why: string): boolean => AFTER[why] === 'right' || AFTER[why] === 'wrong';

export function wordAfter(before: WordSaid | null, alerts: readonly string[]): WordSaid | null {
  const from = alerts.includes('sos') ? null : before;
  const said = alerts.flatMap(why => AFTER[why] ?? []).at(-1) ?? from;
  return said === 'unsaid' && from === 'wrong' ? 'wrong' : said;
}
