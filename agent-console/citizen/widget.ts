/**
 * The widget: one script that any site can include.
 *
 *     <script src="https://mensajes.example.cl/widget.js" defer></script>
 *
 * It draws a grey button, and opens the citizen's page in a frame, which on a telephone has the whole screen but the button. Where the service does not let this site show the page,
 * no empty frame is: a line says so and leads to the page itself, and the console tells the site's owner why. The page stays on its own origin: the site around
 * cannot read what she writes, and its policy needs no more than `script-src` and `frame-src` for that origin. Styles are set
 * through the DOM, because a strict policy forbids style elements.
 */
import { type Around, blank, onThreePresses } from './leave.js';

const page = new URL('./', (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI);
const words = document.documentElement.lang.startsWith('en')
  ? {
      name: 'Messages',
      hide: 'Hide messages',
      failed: 'Messages could not be opened on this site.',
      open: 'Open them on their own page',
    }
  : {
      name: 'Mensajes',
      hide: 'Ocultar mensajes',
      failed: 'Mensajes no se pudo abrir en este sitio.',
      open: 'Abrir en su propia página',
    };
const NAME = words.name;

const set = (element: HTMLElement, style: Partial<CSSStyleDeclaration>): void =>
  void Object.assign(element.style, style);

const button = document.createElement('button');
button.type = 'button';
button.textContent = NAME;
button.setAttribute('aria-expanded', 'false');
set(button, {
  position: 'fixed',
  zIndex: '2147483647',
  minHeight: '48px',
  padding: '0 16px',
  border: '1px solid #505a6b',
  background: '#e9ecf1',
  color: '#1b2130',
  font: '16px/22px system-ui, sans-serif',
  cursor: 'pointer',
});

const frame = document.createElement('iframe');
frame.title = NAME;
frame.referrerPolicy = 'no-referrer';
frame.allow = 'geolocation';
set(frame, {
  position: 'fixed',
  zIndex: '2147483647',
  boxSizing: 'border-box',
  background: '#fff',
});

/** A telephone, upright or lying: what is left around a frame would be of no use. */
const small = window.matchMedia('(max-width: 480px), (max-height: 480px)');
const BAR = 'calc(48px + env(safe-area-inset-bottom, 0px))';

/** Where the frame and the button stand: beside the site, or over all of it. */
function arrange(opens: boolean): void {
  const over = small.matches;
  set(
    frame,
    over
      ? { inset: `0 0 ${BAR} 0`, width: '100%', height: `calc(100% - ${BAR})`, border: '0', borderRadius: '0' }
      : {
          inset: 'auto 16px 76px auto',
          width: 'min(380px, calc(100vw - 32px))',
          height: 'min(560px, calc(100vh - 92px))',
          border: '1px solid #7c8594',
          borderRadius: '8px',
        },
  );
  set(
    button,
    over && opens
      ? {
          inset: 'auto 0 0 0',
          width: '100%',
          height: BAR,
          borderRadius: '0',
          paddingBottom: 'env(safe-area-inset-bottom, 0px)',
        }
      : { inset: 'auto 16px 16px auto', width: 'auto', height: 'auto', borderRadius: '4px', paddingBottom: '0' },
  );
  button.textContent = over && opens ? words.hide : NAME;
}

/** In place of the frame, when the page did not come. */
const notice = document.createElement('p');
notice.setAttribute('role', 'status');
set(notice, {
  position: 'fixed',
  right: '16px',
  bottom: '76px',
  zIndex: '2147483647',
  margin: '0',
  padding: '8px 12px',
  border: '1px solid #505a6b',
  borderRadius: '4px',
  background: '#fff',
  color: '#1b2130',
  font: '16px/22px system-ui, sans-serif',
});
const way = document.createElement('a');
way.href = page.href;
way.rel = 'noreferrer';
way.textContent = words.open;
set(way, { color: '#1f5fa8' });
notice.append(`${words.failed} `, way);

/** The page says that it is here while it loads: a frame that has loaded and still said nothing holds an error of the browser. */
const SAYS_WITHIN_MS = 1_000;

/** Opened, and the page in it answers. */
let here = false;

button.addEventListener('click', () => {
  const opens = !frame.isConnected || frame.hidden === true;
  notice.remove();
  // Removing the frame would end the conversation: closing only hides it.
  if (!frame.isConnected) {
    here = false;
    frame.src = page.href;
    button.before(frame);
  }
  show(opens);
});

function show(opens: boolean): void {
  frame.hidden = !opens;
  frame.style.display = opens ? 'block' : 'none';
  // Laid out and not seen until there is something to see.
  frame.style.visibility = here ? 'visible' : 'hidden';
  button.setAttribute('aria-expanded', String(opens));
  arrange(opens);
  if (opens && here) frame.focus();
}

const isOpen = (): boolean => frame.isConnected && !frame.hidden;
arrange(false);
small.addEventListener('change', () => arrange(isOpen()));

frame.addEventListener('load', () => {
  if (!here) setTimeout(() => here || !frame.isConnected || refused(), SAYS_WITHIN_MS);
});

function refused(): void {
  frame.remove();
  arrange(false);
  button.setAttribute('aria-expanded', 'false');
  button.before(notice);
  console.warn(
    `Cauce: ${page.origin} did not show its page here. If it answers, add ${location.origin} to CAUCE_EMBED_ORIGINS there.`,
  );
}

/** The neutral site, which the page in the frame tells. */
let exit = '';

window.addEventListener('message', event => {
  if (event.origin !== page.origin || event.source !== frame.contentWindow) return;
  const { type, to } = (event.data ?? {}) as Partial<Around>;
  if (typeof to !== 'string' || !/^https?:/.test(to)) return;
  if (exit === '') onThreePresses(window, leave);
  exit = to;
  if (!here) {
    here = true;
    show(frame.hidden !== true);
  }
  if (type === 'cauce:leave') leave();
});

/** Nobody sees what site she was on, and "back" does not return to it. */
function leave(): void {
  blank(document);
  frame.remove();
  location.replace(exit);
}

if (document.body) document.body.append(button);
else document.addEventListener('DOMContentLoaded', () => document.body.append(button));
