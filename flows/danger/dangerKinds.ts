/** Which kinds of danger she told of: texts and institutions are chosen by them. */
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';

/** What was known of it, and what this text tells; that she writes as to a shop is kept elsewhere. */
export const dangerWith = (known: readonly string[], read: Reading, protocol: Protocol): string[] => [
  ...new Set([...known, ...dangerOf(read, protocol).filter(kind => kind !== 'cover')]),
];

/** Which kinds of danger her text speaks of, in the protocol's order. What she denies ("no quiero morir") names none. */
function dangerOf(read: Reading, { danger }: Protocol): string[] {
  const groups = new Set(read.sensed.signals.filter(s => !s.negated).map(s => s.group));
  return danger
    .filter(({ signals, reads }) => signals.some(id => groups.has(id)) || reads.some(name => read.reads(name)))
    .map(({ kind }) => kind);
}
