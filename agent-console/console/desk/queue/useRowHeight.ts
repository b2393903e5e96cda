/** The height that the style sheet gives a row (density, screen and pointer decide it there), measured from an invisible one. */
import { useCallback, useState } from 'react';

const USUAL_PX = 44;

export function useRowHeight(): { rowPx: number; probe: (element: HTMLElement | null) => (() => void) | undefined } {
  const [rowPx, setRowPx] = useState(USUAL_PX);
  const probe = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(
      ([entry]) => entry && entry.contentRect.height > 0 && setRowPx(entry.contentRect.height),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { rowPx, probe };
}
