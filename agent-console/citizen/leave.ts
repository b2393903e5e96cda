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
  /** Drops texts, session and connection. Must not wait. */
  forget(): void;
}

/** What the page in a frame tells the widget's script around it: where leaving leads, and that she leaves now. */
export interface Around {
  type: 'cauce:here' | 'cauce:leave';
  to: string;
}

const PRESSES = 3;
const WITHIN_MS = 1_500;
const AGAIN_MS = 300;

export function quickExit({ window, link, presses, forget }: Leaving): void {
  const { document } = window;
  const framed = window.parent !== window;
  let left = false;
  let again = 0;
  let fading = 0;

  const tellAround = (type: Around['type']): void => {
    const message: Around = { type, to: link.href };
    window.parent.postMessage(message, '*');
  };

  const go = (): void => {
    if (framed) {
      tellAround('cauce:leave');
      takeAlong(window, link.href);
    }
    window.location.replace(link.href);
  };

  const leave = (): void => {
    blank(document);
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

  link.addEventListener('click', event => {
    event.preventDefault();
    leave();
  });
  onThreePresses(window, leave, count => {
    presses.textContent = count === PRESSES - 1 ? '··' : '';
    window.clearTimeout(fading);
    fading = window.setTimeout(() => {
      presses.textContent = '';
    }, WITHIN_MS);
  });
  // A page that the browser kept alive for "back" must not show what it showed: it begins anew.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return;
    blank(document);
    window.clearInterval(again);
    window.location.reload();
  });
  if (framed) tellAround('cauce:here');
}

/**
 * Esc three times, or Shift alone three times (a screen reader or a keyboard for other alphabets may take Esc).
 * After the third, Esc is swallowed: it would stop the page that is loading.
 */
export function onThreePresses(
  window: Window,
  act: () => void,
  count: (presses: number) => void = () => undefined,
): void {
  let key = '';
  let times: number[] = [];
  let shiftAlone = false;
  let done = false;

  const press = (pressed: string): void => {
    const now = performance.now();
    times = [...(pressed === key ? times.filter(at => now - at < WITHIN_MS) : []), now];
    key = pressed;
    count(times.length);
    if (times.length < PRESSES) return;
    done = true;
    act();
  };
  window.addEventListener(
    'keydown',
    event => {
      shiftAlone = event.key === 'Shift';
      if (event.key !== 'Escape') return;
      if (done) event.preventDefault();
      else if (!event.repeat) press(event.key);
    },
    true,
  );
  window.addEventListener(
    'keyup',
    event => {
      if (event.key === 'Shift' && shiftAlone && !done) press(event.key);
    },
    true,
  );
}

/** Nothing to see and nothing to read in the tab. An empty title would show the address, so it is a mark without a shape. */
export function blank(document: Document): void {
  document.documentElement.className = 'gone';
  document.documentElement.style.setProperty('display', 'none', 'important');
  document.title = '\u200e';
}

/** Inside the widget it is the page around that must go: its own script does it, or we try from here. */
function takeAlong(window: Window, to: string): void {
  try {
    window.top?.location.replace(to);
  } catch {
    // Refused by a sandbox: what was told to the script around is the way that is left.
  }
}
