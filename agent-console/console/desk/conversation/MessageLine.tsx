/** One message: who writes it in a word, what it says, what is true of it, and what can be done with it. */
import { Button } from '@mantine/core';
import { memo, useId, useState } from 'react';
import { isDrill, type QueueRow } from '../../../../bot/console/contract.js';
import type { Message } from '../../live/thread.js';
import { useLocale, useSay } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { Hour } from '../../look/moments.js';
import { toneOf } from '../../look/Risk.js';
import { hourOf } from '../../look/times.js';
import { chosen } from '../quote.js';
import { Evidence } from './Evidence.js';
import { MessageActs } from './MessageActs.js';
import styles from './MessageLine.module.css';
import { MessageStateMark, stateWord } from './MessageStateMark.js';

interface MessageLineProps {
  item: Message;
  lineKey: string;
  isStop: boolean;
  row: QueueRow;
}

/** The edge and the paper by who writes. */
const toneOfAuthor = { citizen: 'her', bot: 'bot', safety: 'safety', executive: 'person' } as const;

export const MessageLine = memo(function MessageLine({ item, lineKey, isStop, row }: MessageLineProps) {
  const t = useSay();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const evidenceId = useId();
  const who = item.author === 'executive' ? (item.name ?? t('author.executive')) : t(`author.${item.author}`);
  const isForeign = !item.lang.startsWith('es');
  const sensed = item.direction === 'in' ? item.sensed : undefined;
  const matters = sensed && sensed.evidence.length > 0 && sensed.risk !== 'none' && sensed.risk !== 'low';
  return (
    <article
      className={styles.message}
      data-line={lineKey}
      data-author={toneOfAuthor[item.author]}
      data-state={item.state}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => {
        if (item.direction === 'in' && item.text.trim() !== '')
          chosen.set({ conversation: row.conversation, seq: item.seq, text: item.text });
      }}
      aria-label={[
        isDrill(row) ? t('drill.word') : '',
        who,
        hourOf(item.at, locale),
        item.direction === 'out' ? stateWord(item, t, locale) : '',
      ]
        .filter(Boolean)
        .join(', ')}
    >
      <p className={styles.meta}>
        {isDrill(row) && <strong className={styles.drill}>{t('drill.word')}</strong>}
        <strong className={styles.author}>{who}</strong> <Hour at={item.lateFrom ?? item.at} />
        {isForeign && <span className={styles.lang}>{item.lang.slice(0, 2)}</span>}
        {item.lateFrom !== undefined && (
          <span className={styles.late}>
            <Icon name="late" size={12} />{' '}
            {t('message.late', { arrived: hourOf(item.at, locale), written: hourOf(item.lateFrom, locale) })}
          </span>
        )}
      </p>
      {item.parked !== undefined && (
        <p className={styles.parked}>
          <Icon name="wrench" size={14} /> {t('message.parked')}
        </p>
      )}
      <p className={styles.text} lang={item.lang}>
        {item.text}
        {item.media && <Media media={item.media} />}
      </p>
      {item.choices && item.choices.length > 0 && (
        <p className={styles.choices}>
          {t('message.choices')} {item.choices.map(choice => choice.label).join(' · ')}
        </p>
      )}
      {item.sheet && (
        <p className={styles.choices}>
          {t('message.sheet', { sheet: item.sheet.id })}
          {!item.sheet.reviewed && ` · ${t('facts.unreviewed')}`}
        </p>
      )}
      {item.direction === 'out' && <MessageStateMark item={item} />}
      <div className={styles.acts}>
        {sensed && (
          <Button
            variant="subtle"
            color={matters ? toneOf(sensed.risk) : 'muted'}
            className={matters ? styles.evidence : `${styles.evidence} ${styles.quiet}`}
            aria-expanded={isOpen}
            aria-controls={evidenceId}
            onClick={() => setOpen(open => !open)}
          >
            {matters ? t('message.evidence', { level: t(`risk.${sensed.risk}`) }) : t('message.sensed')}
          </Button>
        )}
        <MessageActs item={item} row={row} />
      </div>
      {sensed && isOpen && <Evidence id={evidenceId} sensed={sensed} />}
    </article>
  );
});

function Media({ media }: { media: NonNullable<Message['media']> }) {
  const t = useSay();
  const isPlace = media.lat !== undefined && media.lon !== undefined;
  return (
    <span className={styles.media}>
      {isPlace && <Icon name="place" size={14} />}
      {isPlace
        ? t('message.media.place', { lat: media.lat?.toFixed(5) ?? '', lon: media.lon?.toFixed(5) ?? '' })
        : t('message.media', { type: media.type })}
      {media.file !== undefined && (
        <>
          {' '}
          <a href={`/console/api/files/${media.file}`} target="_blank" rel="noreferrer noopener">
            {t('message.media.open')}
          </a>
        </>
      )}
    </span>
  );
}
