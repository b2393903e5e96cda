/** Another answer to the guideline than the one that decides: with a reason, and both are kept. */
import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { useKeptText } from '../useKeptText.js';
import { useMoves } from '../useMoves.js';
import { useDone } from './useDone.js';

const values = ['yes', 'no', 'unknown'] as const;

export function ContestDialog({ thread: { row, facts }, item }: { thread: ThreadView; item: string }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const answer = facts.guideline.answers.find(one => one.item === item);
  const left = values.filter(value => value !== answer?.value);
  const [value, setValue] = useState<(typeof values)[number]>(answer?.value === 'no' ? 'yes' : 'no');
  const reason = useKeptText(`${row.conversation}/contest/${item}`);
  const save = () =>
    run(async () => {
      const isDone = await moves.run(row.conversation, { do: 'contest_guideline', item, value, reason: reason.said });
      if (isDone) reason.clear();
      return isDone;
    });
  return (
    <Ask
      title={t('contest.title')}
      verb={t('contest.verb')}
      reason={reason.said === '' ? t('reason.missing') : undefined}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={save}
    >
      <p>
        {answer?.text} {answer && <strong>{t(`answer.${answer.value}`)}</strong>} {answer?.by}
      </p>
      <Radio.Group
        label={t('contest.value')}
        value={value}
        onChange={chosen => setValue(values.find(one => one === chosen) ?? value)}
      >
        {left.map(one => (
          <Radio key={one} value={one} label={t(`answer.${one}`)} />
        ))}
      </Radio.Group>
      <p>{t('contest.effect')}</p>
      <Textarea label={t('reason.field')} rows={3} {...reason.field} data-autofocus />
    </Ask>
  );
}
