/**
 * Where a conversation stands in the queue: by danger, never by age alone.
 *
 * Sections first (SOS, high, medium with what nobody assessed, low, and last whom the robot serves without more danger
 * known, so that nobody who waits for a person stands below them, then the contacts that a person closed), inside each who is in most need of a person:
 * nobody has her, priority, the nearest deadline, the longest wait.
 */
import { isDrill, isSos, isUntakenSos, type QueueRow } from '../../../bot/console/contract.js';

export const sections = ['sos', 'high', 'medium', 'low', 'served', 'closed'] as const;
export type Section = (typeof sections)[number];

export const views = ['all', 'mine', 'untaken', 'sos'] as const;
export type QueueView = (typeof views)[number];

/** What nobody assessed stands with medium: not knowing is not a low risk. Who has the robot, or was closed, waits for nobody. */
export function sectionOf(row: QueueRow): Section {
  if (isSos(row)) return 'sos';
  if (row.blocked !== null && row.owner.kind === 'rest') return 'closed';
  if (row.risk === 'high' || row.risk === 'imminent') return 'high';
  if (row.risk === 'medium') return 'medium';
  if (row.owner.kind === 'bot' || row.owner.kind === 'rest') return 'served';
  return row.assessed ? 'low' : 'medium';
}

/** No person has her. */
export const isUntaken = (row: QueueRow): boolean => row.owner.kind !== 'executive';

/** She waits for a person, or must not wait for one: whom the robot serves does neither. */
export const isWaiting = (row: QueueRow): boolean => row.owner.kind === 'queue' || isUntakenSos(row);

export const isMine = (row: QueueRow, me: string): boolean => row.owner.kind === 'executive' && row.owner.id === me;

/** A new list, most urgent first. */
export function inOrder(rows: Iterable<QueueRow>): QueueRow[] {
  return [...rows].sort(compare);
}

/** Whether a row belongs in a view and answers to what was typed in the search (without accents or capitals). */
export function isShown(row: QueueRow, view: QueueView, me: string, search = ''): boolean {
  const inView = { all: true, mine: isMine(row, me), untaken: isWaiting(row), sos: isSos(row) }[view];
  const words = plain(search).split(/\s+/).filter(Boolean);
  const text = plain([row.name, row.reason, row.to, row.owner.name, row.channel, row.protocol].join(' '));
  return inView && words.every(word => text.includes(word));
}

export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function compare(a: QueueRow, b: QueueRow): number {
  const bySection = sections.indexOf(sectionOf(a)) - sections.indexOf(sectionOf(b));
  if (bySection !== 0) return bySection;
  for (const key of isSos(a) ? sosKeys : keys) {
    const difference = key(a) - key(b);
    if (difference !== 0) return difference;
  }
  return a.conversation < b.conversation ? -1 : 1;
}

type Key = (row: QueueRow) => number;
/** Later than any instant, and finite: two of them are equal. */
const NEVER = Number.MAX_SAFE_INTEGER;
const waits: Key = row => (row.owner.kind === 'queue' ? 0 : 1);
const sosKeys: readonly Key[] = [
  // Nobody real waits behind a drill.
  row => (isDrill(row) ? 1 : 0),
  row => (isUntaken(row) ? 0 : 1),
  row => row.emergencySince ?? NEVER,
];
const keys: readonly Key[] = [
  waits,
  row => (row.priority ? 0 : 1),
  row => row.deadlineAt ?? NEVER,
  row => row.queuedAt ?? NEVER,
  row => row.lastInboundAt ?? NEVER,
];
