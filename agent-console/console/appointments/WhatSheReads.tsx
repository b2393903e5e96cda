/** Before an hour is booked, moved or cancelled: the words that she will read, or why none. */
import type { Foreseen, Refusal } from '../../../bot/console/contract.js';
import { useSay } from '../look/app.js';
import { Icon } from '../look/icons.js';
import { isKey, type Say } from '../words/words.js';
import styles from './WhatSheReads.module.css';

export function WhatSheReads({ told }: { told: Foreseen | Refusal | null | undefined }) {
  const t = useSay();
  if (told === undefined) return <p className={styles.muted}>{t('appointments.reads.asking')}</p>;
  if (told === null || !told.ok) return <p>{told?.message || t('appointments.reads.unknown')}</p>;
  const { text, why } = told;
  return (
    <>
      {text !== null && (
        <>
          <p>{t(why === null ? 'appointments.reads' : 'appointments.reads.held')}</p>
          <blockquote className={styles.words}>{text}</blockquote>
        </>
      )}
      {why !== null && (
        <p className={styles.safety}>
          <Icon name="shield" />{' '}
          {t(text === null ? 'appointments.untold' : 'appointments.held_back', { why: whyWords(why, t) })}
        </p>
      )}
    </>
  );
}

function whyWords(why: string, t: Say): string {
  const key = `untold.${why.replaceAll('-', '_')}`;
  return t(isKey(key) ? key : 'untold.not_safe');
}
