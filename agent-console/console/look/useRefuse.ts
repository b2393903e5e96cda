/** Says why what was asked for is not done: on the screen, and to a screen reader. */
import { useCallback } from 'react';
import { useApp } from './app.js';

export function useRefuse(): (why: string) => void {
  const { notices, news } = useApp();
  return useCallback(
    why => {
      notices.show(why, { tone: 'warning' });
      news.tell(why);
    },
    [notices, news],
  );
}
