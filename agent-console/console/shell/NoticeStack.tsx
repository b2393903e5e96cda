/**
 * Shows notices over the oldest words of the chat that are on the screen: never over whom one phones, her name, her risk or
 * the composer. What they say is told by the live regions.
 */
import { Button } from '@mantine/core';
import { useLayoutEffect, useState, type CSSProperties } from 'react';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { IconButton } from '../look/IconButton.js';
import styles from './NoticeStack.module.css';

export function NoticeStack() {
  const { notices } = useApp();
  const all = useStore(notices.all);
  const t = useSay();
  const place = useChatPlace(all);
  if (all.length === 0) return null;
  return (
    <section className={styles.stack} style={place} aria-label={t('notices.title')}>
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

/** Where the chat is now; undefined where none is on the screen, and the style sheet says where. */
function useChatPlace(notices: readonly unknown[]): CSSProperties | undefined {
  const { ui } = useApp();
  const desk = useDesk();
  const [place, setPlace] = useState<CSSProperties>();
  useLayoutEffect(() => {
    if (notices.length === 0) return undefined;
    const look = () => {
      const chat = document.querySelector('[role="log"]')?.getBoundingClientRect();
      if (!chat || chat.height === 0) return setPlace(undefined);
      const width = Math.min(WIDEST_PX, chat.width - 2 * GAP_PX);
      const right = window.innerWidth - chat.right + GAP_PX;
      setPlace(
        chat.height < LOWEST_PX
          ? { top: 'auto', bottom: window.innerHeight - chat.bottom, right, width }
          : { top: chat.top + GAP_PX, bottom: 'auto', right, width },
      );
    };
    look();
    window.addEventListener('resize', look);
    // Another page, part or conversation moves the chat too, once it is painted.
    const later = () => requestAnimationFrame(() => requestAnimationFrame(look));
    const stops = [ui.place.subscribe(later), ui.tab.subscribe(later), desk.opened.view.subscribe(later)];
    return () => {
      window.removeEventListener('resize', look);
      for (const stop of stops) stop();
    };
  }, [notices, ui, desk]);
  return place;
}
