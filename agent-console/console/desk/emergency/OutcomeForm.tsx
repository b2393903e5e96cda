/** How the call ended: what they will do, who said so, their reference, when as told. The time told is for the record, never for her. */
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Act, CallView } from '../../../../bot/console/contract.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useDesk, useSay, useStore } from '../../look/app.js';
import { useMoves } from '../useMoves.js';
import styles from './Emergency.module.css';

type Outcome = Extract<Act, { do: 'call_result' }>['outcome'];
const outcomes: readonly Outcome[] = ['dispatched', 'answered', 'refused', 'no_answer', 'busy', 'failed'];

interface Written {
  outcome: Outcome | '';
  by: string;
  reference: string;
  eta: string;
  note: string;
}

interface OutcomeFormProps {
  call: CallView;
  conversation: string;
  reason: string | undefined;
  /** The server is asked to record it. */
  onSave(): void;
}

export function OutcomeForm({ call, conversation, reason, onSave }: OutcomeFormProps) {
  const desk = useDesk();
  const { drafts } = useApp();
  const busy = useStore(desk.busy);
  const moves = useMoves();
  const t = useSay();
  // Kept like a draft: a reload in the middle of a call loses nothing.
  const place = `${conversation}/call${call.slot}-${call.since}`;
  const [written, setWritten] = useState<Written>(() => ({
    outcome: '',
    by: call.by ?? '',
    reference: call.reference ?? '',
    eta: call.eta ?? '',
    note: call.note ?? '',
    ...kept(drafts.get(place, 'reason')),
  }));
  const change = (part: Partial<Written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    drafts.set(place, 'reason', JSON.stringify(next));
  };
  const field = (name: 'by' | 'reference' | 'eta' | 'note') => ({
    label: t(`emergency.outcome.${name}`),
    value: written[name],
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  });
  const save = async () => {
    const { outcome, ...told } = written;
    if (outcome === '') return;
    onSave();
    const said = Object.fromEntries(
      Object.entries(told)
        .filter(([, text]) => text.trim() !== '')
        .map(([name, text]) => [name, text.trim()]),
    );
    const isDone = await moves.run(conversation, { do: 'call_result', slot: call.slot, outcome, ...said });
    if (isDone) drafts.set(place, 'reason', '');
  };
  const why = reason ?? (written.outcome === '' ? t('emergency.outcome.choose') : undefined);
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (why === undefined) void save();
      }}
    >
      <Radio.Group
        className={styles.wide}
        label={t('emergency.outcome.title')}
        value={written.outcome}
        onChange={value => change({ outcome: value as Outcome })}
      >
        <div className={styles.outcomes}>
          {outcomes.map(outcome => (
            <Radio key={outcome} value={outcome} label={t(`call.outcome.${outcome}`)} />
          ))}
        </div>
      </Radio.Group>
      <TextInput {...field('by')} />
      <TextInput {...field('reference')} />
      <TextInput {...field('eta')} description={t('emergency.outcome.eta.note')} />
      <TextInput {...field('note')} />
      <div className={styles.wide}>
        <ActButton
          variant="filled"
          reason={why}
          busy={busy.has(`${conversation} call_result`) ? t('common.saving') : undefined}
        >
          {t('emergency.call.record')}
        </ActButton>
      </div>
    </form>
  );
}

/** What this page itself kept. */
const kept = (text: string): Partial<Written> => (text === '' ? {} : (JSON.parse(text) as Partial<Written>));
