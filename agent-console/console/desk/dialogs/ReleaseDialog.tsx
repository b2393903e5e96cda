/** "Encender robot": she goes back to the robot, where she was or at a step that is chosen. Can be undone. */
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { plain } from '../../live/order.js';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { stepTitle } from '../stepTitle.js';
import { useMoves } from '../useMoves.js';
import styles from './dialogs.module.css';
import { useDone } from './useDone.js';

/** A shorter list is read faster than it is searched. */
const SEARCHED_FROM = 8;
/** No step is named like this: where she was. */
const WHERE_SHE_WAS = '';

export function ReleaseDialog({ thread: { row, facts } }: { thread: ThreadView }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const [step, setStep] = useState(WHERE_SHE_WAS);
  const [search, setSearch] = useState('');
  const words = plain(search).split(/\s+/).filter(Boolean);
  const usual = facts.steps.filter(one => one.first);
  const isWhole = words.length > 0 || usual.length === 0;
  const steps = facts.steps.filter(
    one =>
      one.id === step || (isWhole ? words.every(word => plain(`${one.title} ${one.id}`).includes(word)) : one.first),
  );
  return (
    <Ask
      title={t('release.title', { name: row.name })}
      verb={t('conversation.act.robot_on')}
      busy={isBusy ? t('conversation.act.releasing') : undefined}
      onYes={() => run(() => moves.release(row.conversation, step === WHERE_SHE_WAS ? undefined : step))}
    >
      <p>{t('release.effect')}</p>
      {facts.steps.length > SEARCHED_FROM && (
        <TextInput
          type="search"
          label={t('release.search')}
          autoComplete="off"
          data-autofocus
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
      )}
      <Radio.Group label={t('release.step')} value={step} onChange={setStep}>
        <div className={styles.options}>
          <Radio
            value={WHERE_SHE_WAS}
            label={
              facts.step
                ? t('release.where_she_was_at', { step: stepTitle(facts, facts.step.id) })
                : t('release.where_she_was')
            }
          />
          {steps.map(one => (
            <Radio key={one.id} value={one.id} label={one.title} />
          ))}
        </div>
      </Radio.Group>
      {!isWhole && <p className={styles.muted}>{t('release.others', { n: facts.steps.length - steps.length })}</p>}
    </Ask>
  );
}
