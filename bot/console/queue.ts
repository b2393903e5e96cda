/**
 * Who needs a person most, and by when: the one order of the queue, which the server sends in and the console sorts by.
 *
 * By sections first: SOS (a drill after the real ones); high risk, and with it who was in an emergency that a person ended;
 * medium, with what nobody assessed; low; whom the robot serves without more danger known, so that nobody who waits for a person stands below them;
 * the contacts that a person closed. Inside each goes who waits for a person before who is with somebody, then the nearest
 * deadline: a time after she began to wait, shorter for more risk.
 *
 * The lowest cannot starve: a low risk that has waited `LIMIT_MS.low - LIMIT_MS.medium` (17 minutes) has no more time left
 * than a medium risk that comes now, and stands with medium. From then on nobody new passes her but danger; the
 * property test beside holds this bound for any arrivals.
 */
import { isDrill, isSos, type QueueRow, type RiskLevel } from './contract.js';

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

export const sections = ['sos', 'high', 'medium', 'low', 'served', 'closed'] as const;
export type Section = (typeof sections)[number];

/** By danger alone. What nobody assessed stands with medium: not knowing is not a low risk. Who has the robot, or was closed, waits for nobody. */
export function sectionOf(row: QueueRow): Section {
  if (isSos(row)) return 'sos';
  if (row.blocked !== null && row.owner.kind === 'rest') return 'closed';
  if (row.risk === 'high' || row.risk === 'imminent') return 'high';
  if (row.risk === 'medium') return 'medium';
  if (row.owner.kind === 'bot' || row.owner.kind === 'rest') return 'served';
  return row.assessed ? 'low' : 'medium';
}

/** Where she stands at `now`, ms: by danger, and a low risk that has waited long with medium. */
export function standsIn(row: QueueRow, now: number): Section {
  const at = risesAt(row);
  return at !== null && at <= now ? 'medium' : sectionOf(row);
}

/** When the first of those who wait with a low risk will stand with medium, ms: the order changes then with no news of anybody. */
export function nextRise(rows: Iterable<QueueRow>, now: number): number | null {
  const coming = [...rows].flatMap(row => risesAt(row) ?? []).filter(at => at > now);
  return coming.length === 0 ? null : Math.min(...coming);
}

function risesAt(row: QueueRow): number | null {
  const waits = row.owner.kind === 'queue' && row.deadlineAt !== null && sectionOf(row) === 'low';
  return waits ? row.deadlineAt! - LIMIT_MS.medium : null;
}

/** A new list, whom to take first at its head. `now` in ms: who waits rises with it. */
export function inOrder(rows: Iterable<QueueRow>, now: number): QueueRow[] {
  const placed = [...rows].map(row => ({ row, place: sections.indexOf(standsIn(row, now)) }));
  return placed.sort((a, b) => a.place - b.place || compare(a.row, b.row)).map(({ row }) => row);
}

/** Of one section. */
function compare(a: QueueRow, b: QueueRow): number {
  for (const key of isSos(a) ? SOS_KEYS : KEYS) {
    const difference = key(a) - key(b);
    if (difference !== 0) return difference;
  }
  return a.conversation < b.conversation ? -1 : 1;
}

type Key = (row: QueueRow) => number;
/** Later than any instant, and finite: two of them are equal. */
const NEVER = Number.MAX_SAFE_INTEGER;
const SOS_KEYS: readonly Key[] = [
  // Nobody real waits behind a drill.
  row => (isDrill(row) ? 1 : 0),
  row => (row.owner.kind === 'executive' ? 1 : 0),
  row => row.emergencySince ?? row.queuedAt ?? NEVER,
];
const KEYS: readonly Key[] = [
  row => (row.owner.kind === 'queue' ? 0 : 1),
  // Before priority: whoever has it could come without end, and nobody else would have her turn.
  row => row.deadlineAt ?? NEVER,
  row => (row.priority ? 0 : 1),
  row => row.queuedAt ?? NEVER,
  row => row.lastInboundAt ?? NEVER,
];
