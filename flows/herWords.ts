/** What she writes of the danger, kept for whoever comes: in her words, under what they answer. */
import type { Context } from './context.js';
import type { Reading } from './reading.js';

/** More would not be read by anybody. */
const KNOWN_MOST = 40;

/** What whoever calls for her must know first: kept under its own name among what she said, and the people are told. */
export const FOR_CALLERS = ['asks-no-calls', 'his-police'] as const;
/** Which of these her words say; undefined where they say none. */
export const saidForCallers = (read: Reading | null): (typeof FOR_CALLERS)[number] | undefined =>
  FOR_CALLERS.find(name => read?.reads(name));

/** @param as `answer`: to what was last asked; else the name under which they are kept */
export function withKnown(context: Context, read: Reading, at: number, as: string): Context {
  const { asking, ...rest } = context;
  const about = as === 'answer' ? (asking ?? 'said') : as;
  const known = [...context.known, { about: saidForCallers(read) ?? about, text: read.text, at, by: 'citizen' }].slice(
    -KNOWN_MOST,
  );
  return as === 'answer' ? { ...rest, known } : { ...context, known };
}
