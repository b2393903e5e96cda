/** Shows notices at the edge, over the facts and never over the composer. What they say is told by the live regions. */
import { Button } from '@mantine/core';
import { useApp, useSay, useStore } from '../look/app.js';
import { IconButton } from '../look/IconButton.js';
import styles from './NoticeStack.module.css';

export function NoticeStack() {
  const { notices } = useApp();
  const all = useStore(notices.all);
  const t = useSay();
  if (all.length === 0) return null;
  return (
    <section className={styles.stack} aria-label={t('notices.title')}>
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
