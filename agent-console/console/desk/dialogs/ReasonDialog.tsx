/** What only needs its reason: discarding a false alarm, opening a closed contact again. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useApp, useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { useMoves } from '../useMoves.js';
import { useDone } from './useDone.js';

export function ReasonDialog({ thread: { row, facts }, what }: { thread: ThreadView; what: 'discard' | 'unblock' }) {
  const { drafts } = useApp();
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const place = `${row.conversation}/${what}`;
  const [reason, setReason] = useState(() => drafts.get(place, 'reason'));
  const without = facts.calls.filter(call => call.outcome === null && call.state !== 'planned');
  const blocked =
    what === 'discard' && without.length > 0
      ? t('emergency.end.blocked', { institution: without.map(call => call.name).join(', ') })
      : undefined;
  const save = () =>
    run(async () => {
      const isDone = await moves.run(row.conversation, {
        do: what === 'discard' ? 'discard_emergency' : 'unblock',
        reason: reason.trim(),
      });
      if (isDone) drafts.set(place, 'reason', '');
      return isDone;
    });
  return (
    <Ask
      title={t(`${what}.title`, { name: row.name })}
      verb={t(`${what}.verb`)}
      reason={blocked ?? (reason.trim() === '' ? t('reason.missing') : undefined)}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={save}
    >
      <p>{t(`${what}.effect`)}</p>
      <Textarea
        label={t('reason.field')}
        rows={3}
        value={reason}
        onChange={event => {
          setReason(event.currentTarget.value);
          drafts.set(place, 'reason', event.currentTarget.value);
        }}
        data-autofocus
      />
    </Ask>
  );
}
