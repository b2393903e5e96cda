/** Whose owner is gone for longer than she may wait: her conversation goes back to the queue. */
import { isSos, type QueueRow } from '../console/contract.js';
import type { Presence } from './presence.js';

/** How long an owner may be gone, by how much her conversation may wait. */
const GRACE_MS = {
  emergency: 20_000,
  imminent: 20_000,
  high: 60_000,
  medium: 180_000,
  low: 300_000,
  none: 300_000,
} as const;

export const lostOf = (rows: Iterable<QueueRow>, presence: Pick<Presence, 'goneSince'>, now: number): QueueRow[] =>
  [...rows].filter(row => {
    const gone = row.owner.kind === 'executive' ? presence.goneSince(row.owner.id ?? '') : null;
    return gone !== null && now - gone >= (isSos(row) ? GRACE_MS.emergency : GRACE_MS[row.risk]);
  });
