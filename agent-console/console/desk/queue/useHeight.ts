/** The height that an element has now, by the style sheet: density, screen and pointer decide it there. */
import { useCallback, useState } from 'react';

export function useHeight(usual: number): {
  px: number;
  probe: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [px, setPx] = useState(usual);
  const probe = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const observer = new ResizeObserver(() => setPx(element.offsetHeight));
      observer.observe(element);
      return () => {
        observer.disconnect();
        setPx(usual);
      };
    },
    [usual],
  );
  return { px, probe };
}
