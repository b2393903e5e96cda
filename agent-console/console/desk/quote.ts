/** Which message of hers an answer of the guideline cites. */
import { Store } from '../live/store.js';
import type { Line } from '../live/thread.js';

export interface Quote {
  conversation: string;
  seq: number;
  text: string;
}

/** What the next answer cites. */
export const quote = new Store<Quote | null>(null);

/** The message of hers that the keyboard was on last. */
export const chosen = new Store<Quote | null>(null);

/** What the key cites: the chosen message, or her last one where none was. Null where she wrote no words. */
export function toCite(conversation: string, lines: readonly Line[], choice: Quote | null): Quote | null {
  if (choice?.conversation === conversation) return choice;
  const hers = lines.flatMap(line => ('item' in line && line.item.kind === 'message' ? [line.item] : []));
  const last = hers.findLast(item => item.direction === 'in' && item.text.trim() !== '');
  return last ? { conversation, seq: last.seq, text: last.text } : null;
}
