/** What every screen can reach: the clock, the words, preferences, sounds, what is being told. */
import { createContext, useCallback, useContext, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import type { Locale } from '../../../bot/console/contract.js';
import type { Clock } from '../live/clock.js';
import type { Desk } from '../live/desk.js';
import type { Drafts } from '../live/drafts.js';
import type { News } from '../live/news.js';
import type { PrefsStore } from '../live/prefs.js';
import type { Sounds } from '../live/sound.js';
import type { Store } from '../live/store.js';
import type { Notices } from '../shell/notices.js';
import type { Ui } from '../shell/ui.js';
import type { Verbs } from '../shell/verbs.js';
import type { SessionKeeper } from '../signin/session.js';
import { say, type Key, type Say, type Vars } from '../words/words.js';

/** Lives as long as the page. */
export interface App {
  clock: Clock;
  prefs: PrefsStore;
  sounds: Sounds;
  drafts: Drafts;
  news: News;
  notices: Notices;
  verbs: Verbs;
  ui: Ui;
  locale: Store<Locale>;
  session: SessionKeeper;
}

export const AppContext = createContext<App | null>(null);
export const DeskContext = createContext<Desk | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp needs AppContext around it');
  return app;
}

/** The desk of who is signed in. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk needs DeskContext around it');
  return desk;
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

export const useLocale = (): Locale => useStore(useApp().locale);

/** The same function while the language is the same. */
export function useSay(): Say {
  const locale = useLocale();
  return useCallback((key: Key, vars?: Vars) => say(locale, key, vars), [locale]);
}

/** Runs when the value changes, not when it first appears. */
export function useOnChange<T>(value: T, run: (value: T, before: T) => void): void {
  const before = useRef(value);
  const latest = useEffectEvent(run);
  useEffect(() => {
    const last = before.current;
    before.current = value;
    if (!Object.is(last, value)) latest(value, last);
  }, [value]);
}
