/** `@` in a note: whom it calls to look. Names are compared without accents or capitals. */
import type { Staff } from '../../../bot/console/contract.js';
import { plain } from './order.js';

/** What is being typed after an `@`, and where that stands. */
export interface Typed {
  from: number;
  typed: string;
}

/** `@` of an address belongs to a word; one that calls stands before it. */
const CALLS = /(?<![\p{L}\p{N}._-])@/gu;
/** Longer than any name. */
const NAME_MOST = 60;

/** @param caret - Where she types. */
export function typedAt(text: string, caret: number): Typed | null {
  const last = [...text.slice(0, caret).matchAll(CALLS)].at(-1);
  if (!last) return null;
  const typed = text.slice(last.index + 1, caret);
  return typed.includes('\n') || typed.length > NAME_MOST ? null : { from: last.index, typed };
}

/** Who is connected and may be meant: a word of the name begins so; none once the name stands there whole. */
export function meant({ typed }: Typed, colleagues: readonly Staff[]): Staff[] {
  const begin = plain(typed);
  return colleagues.filter(({ name, state }) => {
    const whole = plain(name);
    const starts = whole.startsWith(begin) || whole.split(/\s+/).some(word => word.startsWith(begin));
    return state !== 'offline' && starts && whole !== begin.trim();
  });
}

/** The text with the name in it, and where the caret is then. */
export function withName(text: string, { from, typed }: Typed, name: string): { text: string; caret: number } {
  const put = `@${name} `;
  const after = text.slice(from + 1 + typed.length);
  return { text: text.slice(0, from) + put + after.replace(/^ /, ''), caret: from + put.length };
}

/** Whom a text calls, each once; `loose`: an `@` that is followed by nobody's whole name. */
export function calledIn(text: string, colleagues: readonly Staff[]): { called: Staff[]; loose: boolean } {
  const called = new Set<Staff>();
  let loose = false;
  for (const { index } of text.matchAll(CALLS)) {
    const rest = plain(text.slice(index + 1));
    const here = colleagues.filter(({ name }) => {
      const whole = plain(name);
      return rest.startsWith(whole) && !/^[\p{L}\p{N}]/u.test(rest.slice(whole.length));
    });
    const longest = Math.max(0, ...here.map(({ name }) => name.length));
    // Two of the same name are both called: nobody who was meant is left out.
    for (const one of here) if (one.name.length === longest) called.add(one);
    loose ||= here.length === 0;
  }
  return { called: [...called], loose };
}
