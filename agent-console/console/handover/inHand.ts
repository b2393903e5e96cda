/** Whom a person would leave behind, and how she leaves. */
import { isDrill, type QueueRow } from '../../../bot/console/contract.js';
import { isMine } from '../live/order.js';
import { useApp, useDesk, useSay } from '../look/app.js';

type Rows = ReadonlyMap<string, QueueRow>;

/** Hers now. Nobody real is behind a drill, which ends by itself. */
export const inHand = (rows: Rows, me: string): QueueRow[] =>
  [...rows.values()].filter(row => isMine(row, me) && !isDrill(row));

/** Whom colleagues accepted of hers between two looks at the queue. */
export const acceptedOf = (before: Rows, now: Rows, me: string): { name: string; to: string }[] =>
  [...now.values()].flatMap(row => {
    const had = before.get(row.conversation);
    const isTaken = had?.offer !== undefined && isMine(had, me) && row.owner.id === had.offer.to;
    return isTaken ? [{ name: row.name, to: had.offer?.toName ?? '' }] : [];
  });

/** Out of the console; who still has somebody goes by the handover. */
export function useLeave(): () => void {
  const desk = useDesk();
  const { session, ui, news, notices } = useApp();
  const t = useSay();
  return () => {
    const leaves = inHand(desk.view.get().rows, desk.me.id).length === 0;
    if (leaves) void session.signOut();
    else {
      ui.go({ page: 'handover' });
      const text = t('handover.end.first');
      notices.show(text, { tone: 'warning' });
      news.tell(text, 'assertive');
    }
  };
}
