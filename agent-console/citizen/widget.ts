/**
 * The widget: one script that any site can include.
 *
 *     <script src="https://mensajes.example.cl/widget.js" defer></script>
 *
 * It draws a grey button, and opens the citizen's page in a frame. The page stays on its own origin: the site around
 * cannot read what she writes, and its policy needs no more than `script-src` and `frame-src` for that origin. Styles are set
 * through the DOM, because a strict policy forbids style elements.
 */
import { type Around, blank, onThreePresses } from './leave.js';

const page = new URL('./', (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI);
const NAME = document.documentElement.lang.startsWith('en') ? 'Messages' : 'Mensajes';

const set = (element: HTMLElement, style: Partial<CSSStyleDeclaration>): void =>
  void Object.assign(element.style, style);

const button = document.createElement('button');
button.type = 'button';
button.textContent = NAME;
button.setAttribute('aria-expanded', 'false');
set(button, {
  position: 'fixed',
  right: '16px',
  bottom: '16px',
  zIndex: '2147483647',
  minHeight: '48px',
  padding: '0 16px',
  border: '1px solid #505a6b',
  borderRadius: '4px',
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
  right: '16px',
  bottom: '76px',
  zIndex: '2147483647',
  width: 'min(380px, calc(100vw - 32px))',
  height: 'min(560px, calc(100vh - 92px))',
  border: '1px solid #7c8594',
  borderRadius: '8px',
  background: '#fff',
});

button.addEventListener('click', () => {
  const opens = !frame.isConnected || frame.hidden;
  // Removing the frame would end the conversation: closing only hides it.
  if (!frame.isConnected) {
    frame.src = page.href;
    button.before(frame);
  }
  frame.hidden = !opens;
  frame.style.display = opens ? 'block' : 'none';
  button.setAttribute('aria-expanded', String(opens));
  if (opens) frame.focus();
});

/** The neutral site, which the page in the frame tells. */
let exit = '';

window.addEventListener('message', event => {
  if (event.origin !== page.origin || event.source !== frame.contentWindow) return;
  const { type, to } = (event.data ?? {}) as Partial<Around>;
  if (typeof to !== 'string' || !/^https?:/.test(to)) return;
  if (exit === '') onThreePresses(window, leave);
  exit = to;
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
