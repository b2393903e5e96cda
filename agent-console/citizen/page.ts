/** Her page: the way out first, then the conversation. */
import '../tokens/tokens.css';
import './style.css';
import { Chat } from './chat.js';
import { quickExit } from './leave.js';
import { isLocale, type Locale, translate, wordsIn } from './words.js';

const byId = (id: string): HTMLElement => document.getElementById(id)!;
const text = byId('text') as HTMLTextAreaElement;
const file = byId('file') as HTMLInputElement;
const [bar, composer, intro, starts, language, log, scroll] = [
  'bar',
  'composer',
  'intro',
  'starts',
  'language',
  'log',
  'scroll',
].map(byId) as [HTMLElement, HTMLFormElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];

/** A telephone indoors takes long to know where it is; she can write it meanwhile. */
const PLACE_WITHIN_MS = 15_000;
const PLACE_OLD_MS = 30_000;

let chat: Chat | null = null;
quickExit({ window, link: byId('leave') as HTMLAnchorElement, presses: byId('presses'), forget });

const wished = navigator.language.slice(0, 2);
let locale: Locale = isLocale(wished) ? wished : 'es';
/** She chose it herself: the service's language does not change it any more. */
let chosen = false;

chat = new Chat({
  document,
  log,
  scroll,
  doing: byId('doing'),
  offline: byId('offline'),
  base: document.baseURI,
  kept: storage(),
  world: {
    fetch: (...request) => fetch(...request),
    now: () => Date.now(),
    later: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    chance: () => Math.random(),
  },
  locale,
  onLocale: theirs => {
    if (!chosen) speak(theirs);
  },
  onBegun: () => {
    starts.hidden = true;
  },
  onAnew: () => {
    byId('place').hidden = true;
  },
  giveBack: (given, asked) => {
    const written = text.value.trim() === '' ? '' : text.value;
    if (written !== '' && !asked) return false;
    text.value = [given, written].filter(Boolean).join('\n');
    grow();
    if (asked) text.focus();
    return true;
  },
  onPerson: () => {
    byId('place').hidden = !isSecureContext || !('geolocation' in navigator);
  },
});

speak(locale);
byId('unscripted').hidden = true;
for (const part of [bar, composer, language, byId('skip')]) part.hidden = false;
chat.resume();

// ---- what she does --------------------------------------------------------------------------------------------------

composer.addEventListener('submit', send);
text.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  send(event);
});
text.addEventListener('input', grow);
byId('skip').addEventListener('click', () => text.focus());
byId('sos').addEventListener('click', () => chat?.send(wordsIn(locale)('sos'), { sos: true }));
byId('person').addEventListener('click', () => chat?.send(wordsIn(locale)('person.says')));
byId('attach').addEventListener('click', () => file.click());
file.addEventListener('change', sendFile);
byId('place').addEventListener('click', sendPlace);
language.addEventListener('click', () => {
  chosen = true;
  speak(locale === 'es' ? 'en' : 'es');
});

function send(event: Event): void {
  event.preventDefault();
  chat?.send(text.value);
  text.value = '';
  grow();
  text.focus();
}

/** Named by what it is: how her telephone calls it may say too much. */
function sendFile(): void {
  const chosen = file.files?.[0];
  file.value = '';
  if (!chosen) return;
  const kind = chosen.type.startsWith('image/') ? 'image' : chosen.type.startsWith('audio/') ? 'audio' : 'other';
  chat?.send(wordsIn(locale)(`file.${kind}`), { file: chosen });
  text.focus();
}

/** Asked for when she presses, never before; the browser asks her too. */
function sendPlace(): void {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) =>
      chat?.send(wordsIn(locale)('place.says'), { place: { lat: coords.latitude, lon: coords.longitude } }),
    () => chat?.cannot('place.failed'),
    { enableHighAccuracy: true, timeout: PLACE_WITHIN_MS, maximumAge: PLACE_OLD_MS },
  );
}

/** The field is as high as what is in it, up to what the style allows. */
function grow(): void {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

function speak(next: Locale): void {
  locale = next;
  translate(document, locale);
  language.textContent = locale === 'es' ? 'English' : 'Español';
  language.lang = locale === 'es' ? 'en' : 'es';
  const review = byId('review');
  review.hidden = !(review.dataset['unreviewed'] ?? '').split(' ').includes(locale);
  chat?.speak(locale, chosen);
  const say = wordsIn(locale);
  starts.replaceChildren(
    ...(['start.orientation', 'start.question', 'start.person'] as const).map(word => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = say(word);
      button.addEventListener('click', () => {
        log.focus({ preventScroll: true });
        chat?.send(say(word));
      });
      return button;
    }),
  );
}

// ---- what the browser does -------------------------------------------------------------------------------------------

window.addEventListener('online', () => chat?.hurry());
window.addEventListener('offline', () => chat?.cut());
window.addEventListener('pagehide', () => chat?.closing());
document.addEventListener('visibilitychange', () => {
  cover(document.hidden);
  if (!document.hidden) chat?.hurry();
});
// The switcher of a telephone takes its picture when the page loses the focus, before it is hidden.
if (matchMedia('(pointer: coarse)').matches && window.parent === window) {
  window.addEventListener('blur', () => cover(true));
  for (const back of ['focus', 'pointerdown']) window.addEventListener(back, () => cover(false));
}

function cover(covered: boolean): void {
  if (document.documentElement.className !== 'gone') document.documentElement.className = covered ? 'covered' : '';
}

/** Nothing of this page stays: neither what is on it nor what would bring it back. */
function forget(): void {
  chat?.forget();
  chat = null;
  text.value = '';
  file.value = '';
  intro.textContent = '';
  storage()?.clear();
}

/** A browser may refuse it, as in a frame of another site: then a reload begins anew. */
function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
