/**
 * What had the focus may leave the page under her hands: a button whose act is done, a form that was saved. The focus then
 * goes to what was nearest around it, so that the next key is still heard there and a reader knows where she is.
 */
import { useEffect } from 'react';
import { startOf } from './regions.js';

export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    /** Around it, the nearest first; asked for before it goes, since afterwards it has no parents. */
    let around: HTMLElement[] = [];
    const onFocus = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null;
      around = [];
      for (let up = last?.parentElement; up && up !== document.body; up = up.parentElement) around.push(up);
    };
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected) return;
      last = null;
      if (document.activeElement !== document.body && document.activeElement !== null) return;
      for (const one of around) {
        if (!one.isConnected) continue;
        const next = one.tabIndex >= 0 ? one : one.matches('[data-region]') ? startOf(one) : undefined;
        if (!next) continue;
        next.focus({ preventScroll: true });
        return;
      }
    });
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);
}
