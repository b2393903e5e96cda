/** How long a drill took, out of the turns of its conversation: from the call for help to a person, to her first words, to the first call. */
import type { DrillTimes } from '../console/contract.js';
import type { StoredTurn } from '../store/store.js';

export interface Measured {
  /** When the call for help was taken in. */
  openedAt: number | null;
  times: DrillTimes;
}

export const NOTHING: Measured = { openedAt: null, times: { takenMs: null, saidMs: null, dialedMs: null } };

/** Turns by which a drill is ended begin with this: nobody did by them what is measured. */
export const ENDING = 'act:drill-end-';

const OTHERS: ReadonlySet<string> = new Set(['bot', 'queue', 'rest']);

/** After one more turn. */
export function measured(before: Measured, { at, cause, facts }: Pick<StoredTurn, 'at' | 'cause' | 'facts'>): Measured {
  if (cause.startsWith(ENDING)) return before;
  const openedAt = before.openedAt ?? (facts.milestones.includes('emergency_open') ? at : null);
  if (openedAt === null) return before;
  const { takenMs, saidMs, dialedMs } = before.times;
  const since = (isSo: boolean): number | null => (isSo ? at - openedAt : null);
  return {
    openedAt,
    times: {
      takenMs: takenMs ?? since(!OTHERS.has(facts.owner)),
      saidMs: saidMs ?? since(facts.event === 'SAY'),
      dialedMs: dialedMs ?? since(facts.event === 'CALL'),
    },
  };
}
