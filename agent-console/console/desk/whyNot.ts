/** Who can be given to whom: for the dialog that transfers and for the handover. */
import type { QueueRow, Staff } from '../../../bot/console/contract.js';
import type { Key } from '../words/words.js';

/** Why she cannot be given to this colleague now; null when she can. Danger asks also those who pause, and those who have enough. */
export function whyNot({ state, load, capacity }: Staff, { emergency, risk }: QueueRow): Key | null {
  const isGrave = emergency !== 'idle' || risk === 'high' || risk === 'imminent';
  if (state === 'offline') return 'transfer.why.offline';
  if (state === 'away') return 'transfer.why.away';
  if (state === 'pause' && emergency === 'idle') return 'transfer.why.pause';
  return load >= capacity && !isGrave ? 'transfer.why.full' : null;
}
