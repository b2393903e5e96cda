/**
 * How the call ended: what they will do, who said so, their reference, when as told. The time told is for the record, never
 * for her; what she will read of it is shown, word for word, before it is recorded, and may be left out.
 */
import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { CALL_OUTCOMES } from '../../../../flows/events.js';
import type { CallOutcome, CallView, Tells } from '../../../../bot/console/contract.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useDesk, useSay, useStore } from '../../look/app.js';
import { useMoves } from '../useMoves.js';
import type { Recording } from './dialed.js';
import styles from './Emergency.module.css';

interface Written {
  outcome: CallOutcome | '';
  by: string;
  reference: string;
  unit: string;
  eta: string;
  note: string;
  /** She is not told of it. */
  untold: boolean;
}

interface OutcomeFormProps {
  call: CallView;
  conversation: string;
  reason: string | undefined;
  /** What this institution is asked for. */
  askFor: readonly string[];
  /** What she will read by each outcome of this call. */
  tells: readonly Tells[];
  /** An outcome chosen outside, by a key or a button; each choice is a new object. */
  picked: Recording | null;
  /** The server is asked to record it. */
  onSave(): void;
}

export function OutcomeForm({ call, conversation, reason, askFor, tells, picked, onSave }: OutcomeFormProps) {
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
    unit: call.unit ?? '',
    eta: call.eta ?? '',
    note: call.note ?? '',
    untold: false,
    ...kept(drafts.get(place, 'reason')),
  }));
  const change = (part: Partial<Written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    drafts.set(place, 'reason', JSON.stringify(next));
  };
  // One more key records it, once she saw what leaves.
  const form = useRef<HTMLFormElement>(null);
  const [taken, setTaken] = useState<typeof picked>(null);
  if (picked !== taken) {
    setTaken(picked);
    if (picked?.outcome) setWritten({ ...written, outcome: picked.outcome });
  }
  const isOff = reason !== undefined;
  useEffect(() => {
    if (picked?.outcome === undefined || isOff) return;
    const button = form.current?.querySelector<HTMLButtonElement>('[type=submit]');
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
    // Where both do not fit, what she will read goes before the button.
    form.current?.querySelector('[data-told]')?.scrollIntoView({ block: 'nearest' });
  }, [picked, isOff]);
  const said = useId();
  const field = (name: 'by' | 'reference' | 'unit' | 'eta' | 'note') => ({
    label: t(`emergency.outcome.${name}`),
    value: written[name],
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  });
  const save = async () => {
    const { outcome, untold, ...told } = written;
    if (outcome === '') return;
    onSave();
    const known = Object.fromEntries(
      Object.entries(told)
        .filter(([, text]) => text.trim() !== '')
        .map(([name, text]) => [name, text.trim()]),
    );
    const isDone = await moves.run(conversation, {
      do: 'call_result',
      slot: call.slot,
      outcome,
      ...known,
      ...(untold ? { tell: false } : {}),
    });
    if (isDone) drafts.set(place, 'reason', '');
  };
  const why = reason ?? (written.outcome === '' ? t('emergency.outcome.choose') : undefined);
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (why !== undefined) return;
        // Nothing leaves for her unseen: the key that would record it shows it first.
        const preview = form.current?.querySelector('[data-told]');
        if (preview && !isInSight(preview)) {
          form.current?.querySelector<HTMLButtonElement>('[type=submit]')?.focus();
          preview.scrollIntoView({ block: 'nearest' });
        } else void save();
      }}
    >
      <Radio.Group
        className={styles.wide}
        label={t('emergency.outcome.title')}
        value={written.outcome}
        onChange={value => change({ outcome: value as CallOutcome })}
      >
        <div className={styles.outcomes}>
          {CALL_OUTCOMES.map(outcome => (
            <Radio key={outcome} value={outcome} label={t(`call.outcome.${outcome}`)} />
          ))}
        </div>
      </Radio.Group>
      {askFor.length > 0 && <p className={styles.wide}>{t('emergency.call.ask_for', { what: askFor.join(' · ') })}</p>}
      <TextInput {...field('by')} />
      <TextInput {...field('reference')} />
      <TextInput {...field('unit')} />
      <TextInput {...field('eta')} description={t('emergency.outcome.eta.note')} />
      <TextInput {...field('note')} />
      {written.outcome !== '' && (
        <div className={styles.told} id={said} data-told>
          <WhatSheReads told={tells.find(one => one.outcome === written.outcome)} written={written} />
          <Checkbox
            checked={!written.untold}
            label={t('emergency.outcome.tell')}
            onChange={event => change({ untold: !event.currentTarget.checked })}
          />
        </div>
      )}
      <div className={styles.wide}>
        <ActButton
          variant="filled"
          described={said}
          reason={why}
          busy={busy.has(`${conversation} call_result`) ? t('common.saving') : undefined}
        >
          {t(written.untold ? 'emergency.call.record_untold' : 'emergency.call.record')}
        </ActButton>
      </div>
    </form>
  );
}

/** The very words that leave, or why none do. */
function WhatSheReads({ told, written }: { told: Tells | undefined; written: Written }) {
  const t = useSay();
  if (written.untold) return <p>{t('emergency.outcome.untold')}</p>;
  if (told === undefined) return <p>{t('emergency.outcome.tells_unknown')}</p>;
  if (told.text === null) return <p>{t(`emergency.outcome.silent.${told.why ?? 'quiet'}`)}</p>;
  return (
    <>
      <p>{t('emergency.outcome.tells')}</p>
      <blockquote lang={told.lang}>{told.text.join(written.reference.trim())}</blockquote>
    </>
  );
}

/** Its first and its last line are on the screen, and nothing lies over them. */
function isInSight(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const x = (left + right) / 2;
  return [top + 4, bottom - 4].every(y => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element));
  });
}

/** What this page itself kept. */
const kept = (text: string): Partial<Written> => (text === '' ? {} : (JSON.parse(text) as Partial<Written>));
