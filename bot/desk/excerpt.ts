/** A few of her words, those that say why she is here among them, for a row of the queue. */
import type { RecordedSense } from '../record.js';
import { graveOf } from './evidence.js';

/** What a row holds of her words, characters. */
export const EXCERPT_MOST = 40;
/** What even the narrowest row shows of them. */
const SEEN = 28;
/** Of what comes before the grave words, at most this is kept. */
const LEAD = 8;

/** From the beginning, or around the words that alarmed where those would be cut away. */
export function excerptOf(text: string, { evidence }: Pick<RecordedSense, 'evidence'>): string {
  if (text.length <= EXCERPT_MOST) return text;
  const grave = graveOf(evidence, text);
  const at = grave === null ? -1 : text.toLowerCase().indexOf(grave.toLowerCase());
  if (grave === null || at < 0 || at + grave.length <= SEEN) return cut(text, EXCERPT_MOST);
  const from = at <= LEAD ? 0 : text.indexOf(' ', at - LEAD - 1) + 1;
  return from === 0 ? cut(text, EXCERPT_MOST) : `…${cut(text.slice(from), EXCERPT_MOST - 1)}`;
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
