/**
 * When, where, by which channel and under which subject it is safe to write to her, her check word and her words for help: as she
 * says it, and only with her consent. The words that were kept are shown by a click alone, and can be corrected or emptied then;
 * a field that is left empty and was not seen changes nothing.
 */
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { ActButton } from '../../look/ActButton.js';
import { Ask } from '../../look/Ask.js';
import { useAgreedWords } from '../facts/useAgreedWords.js';
import { useMoves } from '../useMoves.js';
import { useDone } from './useDone.js';

export function SafeContactDialog({ thread: { row, facts } }: { thread: ThreadView }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const { noCall, where, channels, checkWord, coverWords } = facts.safeContact;
  const { words, isBusy: isAsking, see } = useAgreedWords(row.conversation);
  const isHidden = !words && (checkWord || coverWords > 0);
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
        ...((words ? word.trim() !== words.checkWord : word.trim() !== '') ? { checkWord: word } : {}),
        ...((words ? cover !== inLine(words.coverWords) : cover.trim() !== '') ? { coverWords: cover.split(',') } : {}),
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
      <TextInput
        {...field('word')}
        description={t('safe_contact.word.note')}
        {...(isHidden && checkWord ? { placeholder: t('safe_contact.hidden') } : {})}
      />
      <TextInput
        {...field('cover')}
        description={t('safe_contact.cover.note')}
        {...(isHidden && coverWords > 0 ? { placeholder: t('safe_contact.hidden') } : {})}
      />
      {isHidden && (
        <ActButton
          busy={isAsking ? t('facts.safe.words.asking') : undefined}
          onAct={() =>
            see(kept => setWritten(now => ({ ...now, word: kept.checkWord, cover: inLine(kept.coverWords) })))
          }
        >
          {t('facts.safe.words.see')}
        </ActButton>
      )}
      <Checkbox
        label={t('safe_contact.consent')}
        checked={agrees}
        onChange={event => setAgrees(event.currentTarget.checked)}
      />
    </Ask>
  );
}

const inLine = (words: readonly string[]): string => words.join(', ');
