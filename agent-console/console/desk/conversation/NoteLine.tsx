/** A note: paper of another colour and its word, because she must never receive it. */
import { Button } from '@mantine/core';
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
  onUse,
}: {
  item: NoteItem;
  lineKey: string;
  isStop: boolean;
  /** Puts the draft that was left in the composer of who has her. */
  onUse?: ((draft: string) => void) | undefined;
}) {
  const t = useSay();
  const locale = useLocale();
  return (
    <article
      className={styles.note}
      data-line={lineKey}
      tabIndex={isStop ? 0 : -1}
      aria-label={[
        t('author.note'),
        item.name,
        hourOf(item.at, locale),
        item.calls ? t('note.called', { names: item.calls.join(', ') }) : '',
      ]
        .filter(Boolean)
        .join(', ')}
    >
      <p className={styles.meta}>
        <strong>{t('author.note')}</strong> {item.name} <Hour at={item.at} /> · {t('note.team_only')}
        {item.to !== undefined && <> · {t('note.for', { name: item.to })}</>}
        {item.calls && <> · {t('note.called', { names: item.calls.join(', ') })}</>}
      </p>
      {item.text !== '' && <p className={styles.text}>{item.text}</p>}
      {item.draft !== undefined && (
        <div className={styles.draft}>
          <p className={styles.meta}>{t('note.draft', { name: item.name })}</p>
          <p className={styles.text}>{item.draft}</p>
          {onUse && <Button onClick={() => onUse(item.draft ?? '')}>{t('note.draft.use')}</Button>}
        </div>
      )}
    </article>
  );
});
