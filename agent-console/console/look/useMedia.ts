/** Whether the screen answers to a media query, now and when it changes. */
import { useMemo, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const media = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    listener => {
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => media.matches,
  );
}

/** One part of the desk at a time. */
export const useIsNarrow = (): boolean => useMedia('(max-width: 899px)');
/** Room for the three columns. */
export const useIsWide = (): boolean => useMedia('(min-width: 1360px)');
