/** A note: paper of another colour and its word, because she must never receive it. */
import { memo } from 'react';
import type { Item } from '../../../../bot/console/contract.js';
import { useLocale, useSay } from '../../look/app.js';
import { Hour } from '../../look/moments.js';
import { hourOf } from '../../look/times.js';
import styles from './NoteLine.module.css';

type NoteItem = Extract<Item, { kind: 'note' }>;

export const NoteLine = memo(function NoteLine({
  item,
  lineKey,
  isStop,
}: {
  item: NoteItem;
  lineKey: string;
  isStop: boolean;
}) {
  const t = useSay();
  const locale = useLocale();
  return (
    <article
      className={styles.note}
      data-line={lineKey}
      tabIndex={isStop ? 0 : -1}
      aria-label={`${t('author.note')}, ${item.name}, ${hourOf(item.at, locale)}`}
    >
      <p className={styles.meta}>
        <strong>{t('author.note')}</strong> {item.name} <Hour at={item.at} /> · {t('note.team_only')}
      </p>
      <p className={styles.text}>{item.text}</p>
    </article>
  );
});
