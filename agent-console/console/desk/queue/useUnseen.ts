/** How many rows of a list that scrolls are not in it as it stands: scrolled away, or cut by its edge. */
import { useEffect, useState } from 'react';

/** So much of a row is seen that it counts as seen. */
const SEEN_FROM = 0.5;

export function useUnseen(list: HTMLElement | null, rows: readonly unknown[]): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const away = new Set<Element>();
    if (!list) {
      setCount(0);
      return undefined;
    }
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
    for (const row of list.querySelectorAll('[data-row]')) observer.observe(row);
    return () => observer.disconnect();
  }, [list, rows]);
  return count;
}
