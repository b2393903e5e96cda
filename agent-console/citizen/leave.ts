/**
 * The quick exit: she leaves in one touch, and what she leaves behind is blank.
 *
 * The order matters and all of it happens in one task: cover and rename first, so that nothing is read while the other
 * site loads; then forget; then replace the entry of the history, so that "back" does not return here. The cover never
 * lifts by itself. Esc stops a page that is loading: after the first cover every Esc is swallowed and leaving is
 * tried again.
 */

interface Leaving {
  window: Window;
  /** The link that leaves, which works without script too; its address is the neutral site. */
  link: HTMLAnchorElement;
  /** Where the second of three presses is shown, as two dots. */
  presses: HTMLElement;
  /** Drops texts, session and connection. Must not throw and must not wait. */
  forget(): void;
}

/** Three presses of Esc, or of Shift alone, within this time. */
const PRESSES = 3;
const WITHIN_MS = 1_500;
const AGAIN_MS = 300;
/** What the widget's script listens for, to make the page around leave as well. */
export const LEAVE_MESSAGE = 'cauce:leave';

export function quickExit({ window, link, presses, forget }: Leaving): void {
  const { document } = window;
  let left = false;
  let again = 0;
  let pressed: { key: string; times: number[] } = { key: '', times: [] };
  let shiftAlone = false;

  const go = (): void => {
    if (window.parent !== window) leaveAround(window, link.href);
    window.location.replace(link.href);
  };

  const leave = (): void => {
    document.documentElement.className = 'gone';
    document.title = '\u200e';
    if (left) return;
    left = true;
    // Whatever fails in forgetting, she leaves.
    try {
      forget();
      document.body.textContent = '';
    } finally {
      go();
      again = window.setInterval(go, AGAIN_MS);
    }
  };

  const press = (key: string): void => {
    const now = performance.now();
    const times = pressed.key === key ? pressed.times.filter(at => now - at < WITHIN_MS) : [];
    pressed = { key, times: [...times, now] };
    presses.textContent = pressed.times.length === PRESSES - 1 ? '··' : '';
    if (pressed.times.length >= PRESSES) leave();
  };

  link.addEventListener('click', event => {
    event.preventDefault();
    leave();
  });
  window.addEventListener(
    'keydown',
    event => {
      shiftAlone = event.key === 'Shift';
      if (event.key !== 'Escape') return;
      if (left) event.preventDefault();
      else if (!event.repeat) press('Escape');
    },
    true,
  );
  window.addEventListener(
    'keyup',
    event => {
      if (event.key === 'Shift' && shiftAlone && !left) press('Shift');
    },
    true,
  );
  // A page that the browser kept alive for "back" must not show what it showed: it begins anew.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return;
    document.documentElement.className = 'gone';
    window.clearInterval(again);
    window.location.reload();
  });
}

/** Inside the widget it is the page around that must go: its own script does it, or we try from here. */
function leaveAround(window: Window, to: string): void {
  window.parent.postMessage({ type: LEAVE_MESSAGE, to }, '*');
  try {
    window.top?.location.replace(to);
  } catch {
    // Refused by a sandbox: the message above is the way that is left.
  }
}
