/** Nobody waits, or nobody in this view: two different things. */
import { Button } from '@mantine/core';
import { useApp, useDesk, useLocale, useSay, useStore } from '../../look/app.js';
import { hourOf } from '../../look/times.js';
import styles from './QueueEmpty.module.css';

export function QueueEmpty({ isFiltered, onAll }: { isFiltered: boolean; onAll(): void }) {
  const desk = useDesk();
  const { ui } = useApp();
  const { lastArrivalAt } = useStore(desk.view);
  const locale = useLocale();
  const t = useSay();
  if (isFiltered) {
    return (
      <div className={styles.empty}>
        <p>{t('queue.empty.view')}</p>
        <Button onClick={onAll}>{t('queue.empty.all')}</Button>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <p>
        {lastArrivalAt === null
          ? t('desk.queue.empty.never')
          : t('desk.queue.empty', { time: hourOf(lastArrivalAt, locale) })}
      </p>
      <Button onClick={() => ui.go({ page: 'appointments' })}>{t('queue.empty.appointments')}</Button>
    </div>
  );
}
