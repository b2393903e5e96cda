/**
 * What is over, found again: records of emergencies with how they ended, and conversations, by pseudonym, label, folio
 * and date. A record is read beside the list; a conversation opens on the desk.
 */
import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import type { FindRequest, Found } from '../../../bot/console/contract.js';
import { ActButton } from '../look/ActButton.js';
import { useDesk, useSay, useStore } from '../look/app.js';
import { Icon } from '../look/icons.js';
import { useMedia } from '../look/useMedia.js';
import { dayStartOfKey } from '../look/times.js';
import { Asking } from './asking.js';
import styles from './ArchivePage.module.css';
import { Conversations, Records } from './FoundList.js';
import { RecordPane } from './RecordPane.js';

type What = FindRequest['what'];

interface Wanted {
  what: What;
  text: string;
  /** Days as `2026-11-28`; empty for none. */
  from: string;
  to: string;
  /** Drills and nothing else. */
  drills: boolean;
}

const DAY_MS = 86_400_000;

export default function ArchivePage() {
  const desk = useDesk();
  const t = useSay();
  const line = useStore(desk.link.state);
  const isOnline = line.kind === 'online';
  const [written, setWritten] = useState<Wanted>({ what: 'records', text: '', from: '', to: '', drills: false });
  const [asked, setAsked] = useState(written);
  const isSmall = useMedia('(max-width: 599px)');
  /** On a telephone the days are asked for when they are wanted: they would push what was found off the screen. */
  const [isDated, setDated] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [finding] = useState(() => new Asking<FindRequest, Found>(request => desk.link.ask('find', request)));
  const state = useStore(finding.view);
  // Asked again when the line is back, and for what was submitted, never for what is being typed.
  useEffect(() => {
    if (isOnline) void finding.run(requestOf(asked));
  }, [finding, asked, isOnline]);

  const search = (next: Wanted) => {
    setWritten(next);
    setAsked({ ...next });
    setOpened(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(written);
  };
  const field = (name: 'text' | 'from' | 'to') => ({
    value: written[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setWritten({ ...written, [name]: event.currentTarget.value }),
  });
  const hasDates = !isSmall || isDated || written.from !== '' || written.to !== '';
  const found = state.kind === 'answered' ? state.answer : null;
  const isFiltered = asked.text !== '' || asked.from !== '' || asked.to !== '';
  return (
    <main className={styles.page} data-region="archive" data-opened={opened !== null || undefined}>
      <header className={styles.head}>
        <h1 data-heading data-region-start tabIndex={-1}>
          {t('archive.title')}
        </h1>
        <SegmentedControl
          aria-label={t('archive.what')}
          classNames={{ label: styles.what! }}
          value={written.what}
          onChange={what => search({ ...written, what: what as What })}
          data={[
            { value: 'records', label: t('archive.what.records') },
            { value: 'conversations', label: t('archive.what.conversations') },
          ]}
        />
        <Checkbox
          className={styles.drills}
          label={t('archive.drills')}
          checked={written.drills}
          onChange={event => search({ ...written, drills: event.currentTarget.checked })}
        />
        <form className={styles.form} onSubmit={submit} role="search">
          <TextInput
            className={styles.text}
            label={t('archive.text')}
            autoComplete="off"
            maxLength={100}
            {...field('text')}
          />
          {hasDates ? (
            <>
              <TextInput type="date" label={t('archive.from')} {...field('from')} />
              <TextInput type="date" label={t('archive.to')} {...field('to')} />
            </>
          ) : (
            <Button onClick={() => setDated(true)}>{t('archive.dates')}</Button>
          )}
          <ActButton variant="filled" reason={isOnline ? undefined : t('reason.offline')}>
            {t('archive.search')}
          </ActButton>
        </form>
      </header>
      <div className={styles.list} data-scroll aria-busy={state.kind === 'asking'} tabIndex={-1}>
        {state.kind === 'asking' && (
          <p className={styles.waiting}>{t(isOnline ? 'archive.loading' : 'archive.offline')}</p>
        )}
        {state.kind === 'refused' && (
          <p className={styles.failed} role="note">
            <Icon name="warning" /> {t('archive.failed', { why: state.message || t(`refusal.${state.code}`) })}
            <Button onClick={() => setAsked({ ...asked })}>{t('common.retry')}</Button>
          </p>
        )}
        {found?.found.length === 0 && (
          <p className={styles.none}>
            {t(
              isFiltered
                ? 'archive.none.filtered'
                : asked.drills
                  ? 'archive.none.drills'
                  : `archive.none.${found.what}`,
            )}
            {isFiltered && (
              <Button onClick={() => search({ ...asked, text: '', from: '', to: '' })}>{t('archive.clear')}</Button>
            )}
          </p>
        )}
        {found?.what === 'records' && found.found.length > 0 && (
          <Records found={found.found} opened={opened} onOpen={setOpened} />
        )}
        {found?.what === 'conversations' && found.found.length > 0 && <Conversations found={found.found} />}
        {found?.more && <p className={styles.muted}>{t('archive.more')}</p>}
      </div>
      {opened !== null && <RecordPane key={opened} id={opened} onClose={() => setOpened(null)} />}
    </main>
  );
}

/** The day that is named last is in it. */
const requestOf = ({ what, text, from, to, drills }: Wanted): FindRequest => ({
  what,
  text: text.trim(),
  ...(from === '' ? {} : { from: dayStartOfKey(from) }),
  ...(to === '' ? {} : { to: dayStartOfKey(to, DAY_MS) }),
  ...(drills ? { drills } : {}),
});
