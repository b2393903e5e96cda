/** The rows that the list shows: the view and the search, SOS apart and always first, the rest in an order that holds still under a hand. */
import { useEffect, useMemo, useState } from 'react';
import { isSos, type QueueRow } from '../../../../bot/console/contract.js';
import { inOrder, nextRise, standsIn, type Section } from '../../../../bot/console/queue.js';
import { isMine, isShown, isWaiting, type QueueView } from '../../live/order.js';
import { useApp, useDesk, useStore } from '../../look/app.js';
import { HeldOrder } from './heldOrder.js';

export type ListEntry = { kind: 'section'; section: Section; count: number } | { kind: 'row'; row: QueueRow };

export interface QueueShown {
  sos: readonly QueueRow[];
  entries: readonly ListEntry[];
  counts: Record<QueueView, number>;
}

export function useQueue(view: QueueView, search: string, isHeld: boolean): QueueShown {
  const desk = useDesk();
  const { clock } = useApp();
  const { rows } = useStore(desk.view);
  const [held] = useState(() => new HeldOrder());
  const [, wake] = useState(0);
  // Moves only when somebody rises: until then no instant changes the order.
  const [now, moveOn] = useState(clock.now);
  const ordered = useMemo(() => inOrder(rows.values(), now), [rows, now]);
  const shown = useMemo(
    () => ordered.filter(row => isShown(row, view, desk.me.id, search)),
    [ordered, view, search, desk],
  );
  const rest = useMemo(() => shown.filter(row => !isSos(row)), [shown]);
  const { shown: order, due } = held.next(
    rest.map(row => row.conversation),
    clock.now(),
    isHeld,
    `${view} ${search}`,
  );

  useEffect(() => {
    if (due === null) return undefined;
    const timer = setTimeout(() => wake(times => times + 1), due - clock.now());
    return () => clearTimeout(timer);
  }, [due, clock]);

  useEffect(() => {
    const at = nextRise(rows.values(), now);
    if (at === null) return undefined;
    const timer = setTimeout(() => moveOn(Math.max(at, clock.now())), Math.max(0, at - clock.now()));
    return () => clearTimeout(timer);
  }, [rows, now, clock]);

  return useMemo(
    () => ({
      sos: shown.filter(isSos),
      entries: withSections(
        order.flatMap(conversation => rows.get(conversation) ?? []),
        now,
      ),
      counts: {
        all: ordered.length,
        mine: ordered.filter(row => isMine(row, desk.me.id)).length,
        untaken: ordered.filter(isWaiting).length,
        sos: ordered.filter(isSos).length,
      },
    }),
    [shown, order, rows, ordered, desk, now],
  );
}

/** A heading before each section. While the order is held a row may stand under its old one, so headings come once. */
function withSections(rows: readonly QueueRow[], now: number): ListEntry[] {
  const counts = new Map<Section, number>();
  for (const row of rows) counts.set(standsIn(row, now), (counts.get(standsIn(row, now)) ?? 0) + 1);
  const headed = new Set<Section>();
  return rows.flatMap((row): ListEntry[] => {
    const section = standsIn(row, now);
    const entry: ListEntry = { kind: 'row', row };
    if (headed.has(section) || section === 'sos') return [entry];
    headed.add(section);
    return [{ kind: 'section', section, count: counts.get(section) ?? 0 }, entry];
  });
}
