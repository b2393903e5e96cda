/**
 * Writes in the ledger that a call is made; its entry takes the focus when the server has written it. A telephone needs no
 * line of ours: without one the call is made all the same, and she is told to write it when the line is back.
 */
import type { QueueRow } from '../../../../bot/console/contract.js';
import { useDesk, useSay } from '../../look/app.js';
import { useRefuse } from '../../look/useRefuse.js';
import { useMoves } from '../useMoves.js';
import { dialed } from './dialed.js';

/** `again`: the open call of that institution, which nobody answered. */
export function useDial(row: QueueRow): (institution: string, again?: number) => void {
  const desk = useDesk();
  const moves = useMoves();
  const refuse = useRefuse();
  const t = useSay();
  return (institution, again) => {
    if (desk.link.state.get().kind !== 'online') return refuse(t('emergency.call.offline'));
    dialed.set(institution);
    void moves
      .run(row.conversation, again === undefined ? { do: 'call', institution } : { do: 'redial', slot: again })
      .then(isDone => !isDone && dialed.set(null));
  };
}
