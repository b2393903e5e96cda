/**
 * When, where, by which channel and under which subject it is safe to write to her, her check word and her words for help: as she
 * says it, and only with her consent. What was kept of the words is not shown again; a field left empty changes nothing.
 */
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { useMoves } from '../useMoves.js';
import { useDone } from './useDone.js';

export function SafeContactDialog({ thread: { row, facts } }: { thread: ThreadView }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const { noCall, where, channels } = facts.safeContact;
  const [written, setWritten] = useState({ hours: '', where: where ?? '', subject: '', word: '', cover: '' });
  const [keepsOff, setKeepsOff] = useState(noCall);
  const [anyHour, setAnyHour] = useState(false);
  const [safe, setSafe] = useState(() => channels.filter(one => one.safe).map(one => one.id));
  const [agrees, setAgrees] = useState(false);
  const field = (name: keyof typeof written) => ({
    label: t(`safe_contact.${name}`),
    autoComplete: 'off',
    value: written[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setWritten({ ...written, [name]: event.currentTarget.value }),
  });
  const save = () =>
    run(() => {
      const { hours, subject, word, cover } = written;
      return moves.run(row.conversation, {
        do: 'safe_contact',
        consent: agrees,
        ...(anyHour ? { hours: '' } : hours.trim() === '' ? {} : { hours }),
        noCall: keepsOff,
        where: written.where,
        channels: safe.length === channels.length ? [] : safe,
        ...(subject.trim() === '' ? {} : { subject }),
        ...(word.trim() === '' ? {} : { checkWord: word }),
        ...(cover.trim() === '' ? {} : { coverWords: cover.split(',') }),
      });
    });
  const why = safe.length === 0 && channels.length > 0 ? t('safe_contact.no_channel') : undefined;
  return (
    <Ask
      title={t('safe_contact.title', { name: row.name })}
      verb={t('safe_contact.verb')}
      reason={agrees ? why : t('safe_contact.consent.missing')}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={save}
    >
      <p>{t('safe_contact.effect')}</p>
      <TextInput {...field('hours')} description={t('safe_contact.hours.note')} disabled={anyHour} data-autofocus />
      {facts.safeContact.hours.length > 0 && (
        <Checkbox
          label={t('safe_contact.any_hour')}
          checked={anyHour}
          onChange={event => setAnyHour(event.currentTarget.checked)}
        />
      )}
      <TextInput {...field('where')} />
      {channels.length > 1 && (
        <Checkbox.Group label={t('safe_contact.channels')} value={safe} onChange={setSafe}>
          {channels.map(({ id }) => (
            <Checkbox key={id} value={id} label={id} />
          ))}
        </Checkbox.Group>
      )}
      <Checkbox
        label={t('safe_contact.no_call')}
        checked={keepsOff}
        onChange={event => setKeepsOff(event.currentTarget.checked)}
      />
      <TextInput {...field('subject')} />
      <TextInput {...field('word')} />
      <TextInput {...field('cover')} description={t('safe_contact.cover.note')} />
      <Checkbox
        label={t('safe_contact.consent')}
        checked={agrees}
        onChange={event => setAgrees(event.currentTarget.checked)}
      />
    </Ask>
  );
}
