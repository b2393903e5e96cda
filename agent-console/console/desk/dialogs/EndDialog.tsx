/** "Terminar y borrar": the talk is over; she gets the steps to erase it from her telephone. Says first whether she is safe. */
import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { useKeptText } from '../useKeptText.js';
import { useMoves } from '../useMoves.js';
import styles from './dialogs.module.css';
import { useDone } from './useDone.js';

const answers = ['safe', 'no_answer', 'other'] as const;
type Answer = (typeof answers)[number];

export function EndDialog({ thread: { row, facts } }: { thread: ThreadView }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const note = useKeptText(`${row.conversation}/end`);
  const without = facts.calls.filter(call => call.outcome === null && call.state !== 'planned');
  const reason =
    without.length > 0
      ? t('emergency.end.blocked', { institution: without.map(call => call.name).join(', ') })
      : answer === null || (answer === 'other' && note.said === '')
        ? t('conversation.end.blocked')
        : undefined;
  const end = () =>
    run(async () => {
      const said = [answer && t(`end.answer.${answer}`), note.said].filter(Boolean).join('. ');
      const isDone = await moves.run(row.conversation, { do: 'close', reason: 'done', note: said });
      if (isDone) note.clear();
      return isDone;
    });
  return (
    <Ask
      title={t('end.title', { name: row.name })}
      verb={t('conversation.act.end_erase')}
      reason={reason}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={end}
      color="safety"
    >
      <p>{t('end.effect')}</p>
      <Radio.Group
        label={t('end.question')}
        value={answer}
        onChange={value => setAnswer(answers.find(one => one === value) ?? null)}
      >
        <div className={styles.options}>
          {answers.map(one => (
            <Radio key={one} value={one} label={t(`end.answer.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea label={t('end.note')} rows={2} {...note.field} />
    </Ask>
  );
}
