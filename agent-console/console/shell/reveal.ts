/** Shows a part of the screen and leads into it in the same moment: the next key, however soon, is pressed there. */
import { flushSync } from 'react-dom';

/** @param start - Where the focus goes once the change is drawn; null leaves it where it was. */
export function reveal(show: () => void, start: () => HTMLElement | null): void {
  flushSync(show);
  start()?.focus();
}
