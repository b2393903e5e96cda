/**
 * What she asks in an emergency beside the question that she is asked: whether to open, to run, to call, whom to call when
 * nobody answers. It is answered in one line before that question, whatever step it is: she acts on it now. Where she has
 * no address to write, she is asked what is near.
 */
import type { Say } from './actions.js';
import type { Context } from './context.js';
import type { Reading } from './reading.js';

/** Texts that ask her something, or tell her that she is read: what she asked goes before them. */
const ASKING = /^sos\.(?:open|ask-|confirm-place|noted)/;
const ASKING_WHERE: ReadonlySet<string> = new Set(['sos.ask-place', 'sos.ask-rest-of-place']);
/** What comes next where it was asked already: where she is goes before who is there. */
const ASKED_NEXT = 'sos.ask-who';

/** The key of the line that answers it, or null. */
export function adviceFor({ say, author = 'bot' }: Say, { marks }: Context, read: Reading | null): string | null {
  if (!read || !marks.emergency || author !== 'bot' || !ASKING.test(say)) return null;
  const asks = read.reads('asks');
  if (read.reads('asks-way-out') || (asks && read.reads('way-out'))) return 'sos.way-out';
  if (read.reads('no-line')) return 'sos.no-line';
  return asks && read.reads('to-call') ? 'sos.to-call' : null;
}

/** What is asked in its place: who has no street and number can still say what stands near. */
export function askedInstead(key: string, { marks }: Context, read: Reading | null): string | null {
  if (!read || !marks.emergency || marks.place === 'full') return null;
  const isNext = key === ASKED_NEXT && read.reads('no-address');
  const isWhere =
    ASKING_WHERE.has(key) && (read.reads('no-address') || (read.place === null && read.reads('sold-there')));
  return isNext || isWhere ? 'sos.ask-near' : null;
}
