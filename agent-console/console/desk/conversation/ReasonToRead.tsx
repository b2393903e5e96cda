/** A conversation that is somebody else's opens with a reason, which is recorded. */
import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useDesk, useSay, useStore } from '../../look/app.js';
import styles from './ConversationPane.module.css';

export function ReasonToRead({ conversation }: { conversation: string }) {
  const desk = useDesk();
  const { rows } = useStore(desk.view);
  const t = useSay();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') setError(t('read.reason.missing'));
    else desk.open(conversation, reason.trim());
  };
  return (
    <form className={styles.failure} onSubmit={submit}>
      <h2 data-heading tabIndex={-1}>
        {rows.get(conversation)?.name ?? t('read.title')}
      </h2>
      <Textarea
        label={t('read.reason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        error={error}
        rows={2}
        w="100%"
      />
      <Button type="submit" variant="filled">
        {t('read.open')}
      </Button>
    </form>
  );
}
