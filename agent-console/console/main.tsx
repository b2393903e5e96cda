/** Where the console starts in the browser: makes the parts that live as long as the page, then draws. */
// First: what comes later wins over Mantine's own styles.
import './look/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './Console.js';
import { Clock } from './live/clock.js';
import { Drafts } from './live/drafts.js';
import { News } from './live/news.js';
import { PrefsStore } from './live/prefs.js';
import { Sounds } from './live/sound.js';
import { Store } from './live/store.js';
import type { App } from './look/app.js';
import { Notices } from './shell/notices.js';
import { Ui } from './shell/ui.js';
import { Verbs } from './shell/verbs.js';
import { SessionKeeper } from './signin/session.js';
import { say } from './words/words.js';

const clock = new Clock(() => Date.now());
const prefs = new PrefsStore(localStorage);
const sounds = new Sounds();
const locale = new Store(prefs.get().locale ?? (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'es'));
const drafts = new Drafts({ storage: sessionStorage, now: clock.now });

const session = new SessionKeeper({
  clock,
  drafts,
  sounds,
  locale,
  shift: sessionStorage,
  // A hidden page gets no frames; what came must be applied all the same.
  frame: run => (document.hidden ? setTimeout(run) : requestAnimationFrame(run)),
  newId: () =>
    crypto.randomUUID
      ? crypto.randomUUID()
      : Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join(''),
  notice: () => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    // Neither a name nor a text: it may be seen by anybody who passes.
    const notice = new Notification(say(locale.get(), 'notices.system'), { tag: 'cauce' });
    notice.addEventListener('click', () => window.focus());
  },
});

const app: App = {
  clock,
  prefs,
  sounds,
  drafts,
  locale,
  session,
  news: new News(),
  notices: new Notices(),
  verbs: new Verbs(),
  ui: new Ui(),
};

app.ui.follow(window);
// The account's language counts until this browser was told another one.
session.subscribe(() => {
  const now = session.get();
  if ('me' in now && prefs.get().locale === null) locale.set(now.me.user.locale);
});
// A browser lets a page sound only after a touch: the first one, wherever it is, will do.
// Not when the pointer goes down: the line that asks for it goes away, and what was under the pointer would lose the click.
for (const touch of ['click', 'keydown'] as const)
  window.addEventListener(touch, () => sounds.state.get() !== 'on' && void sounds.unlock(), { capture: true });
void session.resume();

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <Console app={app} />
  </StrictMode>,
);
