/**
 * Who needs a person most, and by when.
 *
 * An emergency goes before all, a drill after the real ones; then high risk, and with it who was in an emergency that a person ended. Everybody else goes by deadline: a time after she began to wait, shorter
 * for more risk. So the lowest cannot starve: whoever comes later passes her only while `LIMIT_MS` of hers is longer than
 * the time between them. A low risk that has waited `LIMIT_MS.low - LIMIT_MS.medium` (17 minutes) is passed by nobody new
 * but danger; the property test beside holds this bound for any arrivals.
 */
import { isDrill, isSos, type QueueRow, type RiskLevel } from '../console/contract.js';

/** Within which a person should have answered, ms. What nobody assessed counts as medium: not knowing is no low risk. */
export const LIMIT_MS: Record<RiskLevel, number> = {
  imminent: 30_000,
  high: 60_000,
  medium: 180_000,
  low: 1_200_000,
  none: 1_200_000,
};

/** Null while she waits for nobody. */
export function deadlineOf(
  row: Parameters<typeof isSos>[0] & Pick<QueueRow, 'queuedAt' | 'assessed' | 'emergencySince'>,
): number | null {
  const { queuedAt, risk, assessed } = row;
  if (queuedAt === null) return null;
  if (isSos(row)) return (row.emergencySince ?? queuedAt) + LIMIT_MS.imminent;
  return queuedAt + (risk === 'none' && !assessed ? LIMIT_MS.medium : LIMIT_MS[risk]);
}

/** A new list, whom to take first at its head. Who waits for a person goes before who is with the robot or with somebody. */
export function inOrder(rows: Iterable<QueueRow>): QueueRow[] {
  return [...rows].sort((a, b) => {
    for (const key of KEYS) {
      const difference = key(a) - key(b);
      if (difference !== 0) return difference;
    }
    return a.conversation < b.conversation ? -1 : 1;
  });
}

/** Later than any instant, and finite: two of them are equal. */
const NEVER = Number.MAX_SAFE_INTEGER;

const KEYS: readonly ((row: QueueRow) => number)[] = [
  row => (isSos(row) ? (isDrill(row) ? 1 : 0) : row.risk === 'high' || row.risk === 'imminent' ? 2 : 3),
  row => (row.owner.kind === 'queue' ? 0 : 1),
  row => row.deadlineAt ?? NEVER,
  row => (row.priority ? 0 : 1),
  row => row.queuedAt ?? NEVER,
  row => row.lastInboundAt ?? NEVER,
];
