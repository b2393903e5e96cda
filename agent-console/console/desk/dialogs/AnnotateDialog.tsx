/** What a person writes beside an answer of the guideline: why it is another one than hers, what she saw, who told her. */
import { Textarea } from '@mantine/core';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { useKeptText } from '../useKeptText.js';
import { useMoves } from '../useMoves.js';
import { useDone } from './useDone.js';

export function AnnotateDialog({ thread: { row, facts }, item }: { thread: ThreadView; item: string }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const answer = facts.guideline.answers.find(one => one.item === item);
  const note = useKeptText(`${row.conversation}/annotate/${item}`, answer?.note);
  const save = () =>
    run(async () => {
      if (!answer || answer.value === 'not_asked') return false;
      const isDone = await moves.run(row.conversation, {
        do: 'answer_guideline',
        item,
        value: answer.value,
        note: note.said,
      });
      if (isDone) note.clear();
      return isDone;
    });
  return (
    <Ask
      title={t('annotate.title')}
      verb={t('annotate.verb')}
      reason={note.said === '' ? t('annotate.missing') : undefined}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={save}
    >
      <p>
        {answer?.text} {answer && answer.value !== 'not_asked' && <strong>{t(`answer.${answer.value}`)}</strong>}
      </p>
      <p>{t('annotate.effect')}</p>
      <Textarea label={t('annotate.field')} rows={3} {...note.field} data-autofocus />
    </Ask>
  );
}
