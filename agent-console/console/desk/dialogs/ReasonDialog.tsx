/** What only needs its reason: discarding a false alarm, opening a closed contact again. */
import { Textarea } from '@mantine/core';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { useKeptText } from '../useKeptText.js';
import { useMoves } from '../useMoves.js';
import { useDone } from './useDone.js';

export function ReasonDialog({ thread: { row, facts }, what }: { thread: ThreadView; what: 'discard' | 'unblock' }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const reason = useKeptText(`${row.conversation}/${what}`);
  const without = facts.calls.filter(call => call.outcome === null && call.state !== 'planned');
  const blocked =
    what === 'discard' && without.length > 0
      ? t('emergency.end.blocked', { institution: without.map(call => call.name).join(', ') })
      : undefined;
  const save = () =>
    run(async () => {
      const isDone = await moves.run(row.conversation, {
        do: what === 'discard' ? 'discard_emergency' : 'unblock',
        reason: reason.said,
      });
      if (isDone) reason.clear();
      return isDone;
    });
  return (
    <Ask
      title={t(`${what}.title`, { name: row.name })}
      verb={t(`${what}.verb`)}
      reason={blocked ?? (reason.said === '' ? t('reason.missing') : undefined)}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={save}
    >
      <p>{t(`${what}.effect`)}</p>
      <Textarea label={t('reason.field')} rows={3} {...reason.field} data-autofocus />
    </Ask>
  );
}
