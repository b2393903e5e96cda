/** "Cerrar contacto": an aggressor or a prank, by a person's decision. No more replies; an SOS from it still passes. */
import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { useKeptText } from '../useKeptText.js';
import { useMoves } from '../useMoves.js';
import styles from './dialogs.module.css';
import { useDone } from './useDone.js';

const reasons = ['aggressor', 'prank'] as const;

export function CloseDialog({ thread: { row } }: { thread: ThreadView }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null);
  const note = useKeptText(`${row.conversation}/close`);
  const close = () =>
    run(async () => {
      if (reason === null) return false;
      const isDone = await moves.run(row.conversation, {
        do: 'close',
        reason,
        ...(note.said === '' ? {} : { note: note.said }),
      });
      if (isDone) note.clear();
      return isDone;
    });
  return (
    <Ask
      title={t('close.title', { name: row.name })}
      verb={t('conversation.act.close_contact')}
      reason={reason === null ? t('close.reason.missing') : undefined}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={close}
    >
      <Radio.Group
        label={t('close.reason')}
        value={reason}
        onChange={value => setReason(reasons.find(one => one === value) ?? null)}
      >
        <div className={styles.options}>
          {reasons.map((one, i) => (
            <Radio key={one} value={one} label={t(`closing.${one}`)} data-autofocus={i === 0 || undefined} />
          ))}
        </div>
      </Radio.Group>
      <Textarea label={t('close.note')} rows={2} {...note.field} />
      <p>{reason === null ? t('close.effect') : t('conversation.close.confirm', { reason: t(`closing.${reason}`) })}</p>
    </Ask>
  );
}
