/** The rows that the list shows: the view and the search, SOS apart and always first, the rest in an order that holds still under a hand. */
import { useEffect, useMemo, useState } from 'react';
import { isSos, type QueueRow } from '../../../../bot/console/contract.js';
import { inOrder, isMine, isShown, isWaiting, sectionOf, type QueueView, type Section } from '../../live/order.js';
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
  const ordered = useMemo(() => inOrder(rows.values()), [rows]);
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

  return useMemo(
    () => ({
      sos: shown.filter(isSos),
      entries: withSections(order.flatMap(conversation => rows.get(conversation) ?? [])),
      counts: {
        all: ordered.length,
        mine: ordered.filter(row => isMine(row, desk.me.id)).length,
        untaken: ordered.filter(isWaiting).length,
        sos: ordered.filter(isSos).length,
      },
    }),
    [shown, order, rows, ordered, desk],
  );
}

/** A heading before each section. While the order is held a row may stand under its old one, so headings come once. */
function withSections(rows: readonly QueueRow[]): ListEntry[] {
  const counts = new Map<Section, number>();
  for (const row of rows) counts.set(sectionOf(row), (counts.get(sectionOf(row)) ?? 0) + 1);
  const headed = new Set<Section>();
  return rows.flatMap((row): ListEntry[] => {
    const section = sectionOf(row);
    const entry: ListEntry = { kind: 'row', row };
    if (headed.has(section) || section === 'sos') return [entry];
    headed.add(section);
    return [{ kind: 'section', section, count: counts.get(section) ?? 0 }, entry];
  });
}
