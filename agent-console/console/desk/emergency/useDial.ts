/** Writes in the ledger that a call is made; its entry takes the focus when the server has written it. */
import type { QueueRow } from '../../../../bot/console/contract.js';
import { useMoves } from '../useMoves.js';
import { dialed } from './dialed.js';

export function useDial(row: QueueRow): (institution: string) => void {
  const moves = useMoves();
  return institution => {
    dialed.set(institution);
    void moves.run(row.conversation, { do: 'call', institution }).then(isDone => !isDone && dialed.set(null));
  };
}
