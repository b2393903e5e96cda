/**
 * Shows notices over the oldest words of the chat that are on the screen: never over whom one phones, her name, her risk or
 * what one types. What they say is told by the live regions. Each goes by itself; Escape closes the last one.
 */
import { Button } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type RefObject } from 'react';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { IconButton } from '../look/IconButton.js';
import { isText } from './keys.js';
import styles from './NoticeStack.module.css';
import { apart, type Box } from './apart.js';

export function NoticeStack() {
  const { notices } = useApp();
  const all = useStore(notices.all);
  const t = useSay();
  const stack = useRef<HTMLElement>(null);
  const place = usePlace(all, stack);
  useEscape();
  if (all.length === 0) return null;
  return (
    <section ref={stack} className={styles.stack} style={place} aria-label={t('notices.title')}>
      {all.map(notice => (
        <div key={notice.id} className={styles.notice} data-tone={notice.tone}>
          <p>{notice.text}</p>
          {notice.undo && (
            <Button
              variant="subtle"
              aria-keyshortcuts="U"
              onClick={() => {
                notices.close(notice.id);
                notice.undo?.();
              }}
            >
              {t('common.undo')}
            </Button>
          )}
          <IconButton icon="close" name={t('common.close')} onPress={() => notices.close(notice.id)} />
        </div>
      ))}
    </section>
  );
}

const WIDEST_PX = 376;
const GAP_PX = 8;
/** A chat that is lower than this has no room at its top. */
const LOWEST_PX = 120;

/** Closes the last notice by Escape, where nothing else is closed by it. */
function useEscape(): void {
  const { notices, ui } = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const last = notices.all.get().at(-1);
      if (event.key !== 'Escape' || event.defaultPrevented || !last || ui.dialog.get() !== null) return;
      notices.close(last.id);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [notices, ui]);
}

/** Where the chat is now, apart from the field that is written in; undefined where the style sheet says where. */
function usePlace(notices: readonly unknown[], stack: RefObject<HTMLElement | null>): CSSProperties | undefined {
  const { ui } = useApp();
  const desk = useDesk();
  const [place, setPlace] = useState<CSSProperties>();
  useLayoutEffect(() => {
    if (notices.length === 0) return undefined;
    const look = () => {
      const at = chatPlace();
      const own = stack.current?.getBoundingClientRect();
      const field = isText(document.activeElement) ? document.activeElement : null;
      setPlace(before => (own && field ? asideOf(field, own, at, before) : at));
    };
    look();
    // Another page, part, conversation or field moves the chat or the hand too, once it is painted.
    const later = () => requestAnimationFrame(() => requestAnimationFrame(look));
    const moved = ['focusin', 'input', 'scroll'] as const;
    window.addEventListener('resize', look);
    for (const what of moved) document.addEventListener(what, later, true);
    const stops = [ui.place.subscribe(later), ui.tab.subscribe(later), desk.opened.view.subscribe(later)];
    return () => {
      window.removeEventListener('resize', look);
      for (const what of moved) document.removeEventListener(what, later, true);
      for (const stop of stops) stop();
    };
  }, [notices, stack, ui, desk]);
  return place;
}

function chatPlace(): CSSProperties | undefined {
  const chat = document.querySelector('[role="log"]')?.getBoundingClientRect();
  if (!chat || chat.height === 0) return undefined;
  const width = Math.min(WIDEST_PX, chat.width - 2 * GAP_PX);
  const right = window.innerWidth - chat.right + GAP_PX;
  return chat.height < LOWEST_PX
    ? { top: 'auto', bottom: window.innerHeight - chat.bottom, right, width }
    : { top: chat.top + GAP_PX, bottom: 'auto', right, width };
}

/** The same place, or above or below the field where it would lie over it. */
function asideOf(
  field: Element,
  own: Box,
  at: CSSProperties | undefined,
  before: CSSProperties | undefined,
): CSSProperties | undefined {
  const typed = field.getBoundingClientRect();
  const { innerHeight, innerWidth } = window;
  const width = typeof at?.width === 'number' ? at.width : own.width;
  const left = typeof at?.right === 'number' ? innerWidth - at.right - width : own.left;
  const top =
    typeof at?.top === 'number'
      ? at.top
      : typeof at?.bottom === 'number'
        ? innerHeight - at.bottom - own.height
        : own.top;
  const wanted = { left, top, width, height: own.height };
  const moved = apart(wanted, typed, GAP_PX, innerHeight);
  if (moved !== wanted.top) return { ...at, top: moved, bottom: 'auto' };
  // Without a chat the style sheet's own place is not known any more once it was left for the field.
  return at ?? (before?.right === undefined ? before : undefined);
}
