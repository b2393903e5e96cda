/** How many rows of a list that scrolls are not in it as it stands: scrolled away, or cut by its edge. */
import { useEffect, useState } from 'react';
import type { QueueRow } from '../../../../bot/console/contract.js';

/** So much of a row is seen that it counts as seen. */
const SEEN_FROM = 0.5;

export function useUnseen(list: HTMLElement | null, rows: readonly QueueRow[]): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!list) return undefined;
    const away = new Set<Element>();
    const observer = new IntersectionObserver(
      seen => {
        for (const { target, intersectionRatio } of seen) {
          if (intersectionRatio < SEEN_FROM) away.add(target);
          else away.delete(target);
        }
        setCount(away.size);
      },
      { root: list, threshold: SEEN_FROM },
    );
    for (const { conversation } of rows) {
      const row = list.querySelector(`[data-row="${CSS.escape(conversation)}"]`);
      if (row) observer.observe(row);
    }
    return () => observer.disconnect();
  }, [list, rows]);
  return list ? count : 0;
}
