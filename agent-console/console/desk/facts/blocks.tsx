/** The quieter facts: safe contact, step, suggested sheets, what she told, her appointment, her history. */
import { Button } from '@mantine/core';
import type { Facts } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useLocale, useSay } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { Hour } from '../../look/moments.js';
import { dayOf, hourOf } from '../../look/times.js';
import { isKey, tags, type Say } from '../../words/words.js';
import { hourOfHers } from '../hourOfHers.js';
import { stepTitle } from '../stepTitle.js';
import { writeInto } from '../conversation/draftText.js';
import { useRights } from '../conversation/useRights.js';
import { Block, Nothing } from './Block.js';
import { CheckWord } from './CheckWord.js';
import styles from './facts.module.css';

/** What she wrote last comes first: a "yes" of before says little once somebody came. */
export function SafeContactBlock({ thread }: { thread: ThreadView }) {
  const { row, facts } = thread;
  const { ui } = useApp();
  const rights = useRights(row);
  const t = useSay();
  const { safe, later, hours, noCall, subject, mail, where, channels } = facts.safeContact;
  const unsafe = channels.filter(one => !one.safe).map(one => one.id);
  return (
    <Block title={t('facts.safe')}>
      {row.quiet && (
        <p className={styles.safety}>
          <Icon name="mute" /> {t('emergency.not_safe')}
        </p>
      )}
      {later && (
        <p className={styles.safety}>
          <Icon name="shield" /> {t(`facts.safe.later.${later.sign}`)} · <Hour at={later.at} />
        </p>
      )}
      <p className={safe === 'no' ? styles.safety : later ? styles.muted : undefined}>
        {safe === 'no' && <Icon name="shield" />}
        {t(later && safe === 'yes' ? 'facts.safe.before' : `facts.safe.${safe}`)}
      </p>
      {hours.length > 0 && (
        <p className={styles.safety}>
          <Icon name="shield" /> {t('facts.safe.hours', { hours: hours.join(', ') })}
        </p>
      )}
      {noCall && (
        <p className={styles.safety}>
          <Icon name="shield" /> {t('facts.safe.no_call')}
        </p>
      )}
      {where !== null && (
        <p className={styles.safety}>
          <Icon name="shield" /> {t('facts.safe.where', { where })}
        </p>
      )}
      {unsafe.length > 0 && (
        <p className={styles.safety}>
          <Icon name="shield" /> {t('facts.safe.channels', { channels: unsafe.join(', ') })}
        </p>
      )}
      {subject !== null && (
        <p className={styles.safety}>
          <Icon name="shield" /> {t('facts.safe.subject', { subject })}
        </p>
      )}
      {mail !== 'unknown' && <p>{t(`facts.safe.mail.${mail}`)}</p>}
      <CheckWord thread={thread} />
      {rights.attends && (
        <div className={styles.acts}>
          <ActButton
            reason={rights.own}
            onAct={() => ui.dialog.set({ kind: 'safe-contact', conversation: row.conversation })}
          >
            {t('safe_contact.open')}
          </ActButton>
        </div>
      )}
    </Block>
  );
}

export function StepBlock({ thread: { row, facts } }: { thread: ThreadView }) {
  const { ui } = useApp();
  const rights = useRights(row);
  const t = useSay();
  return (
    <Block title={t('facts.step')} {...(facts.textsReviewed ? {} : { aside: t('facts.step.unreviewed') })}>
      {facts.step === null ? (
        <Nothing>{t(`facts.step.none.${row.owner.kind === 'bot' ? 'rest' : row.owner.kind}`)}</Nothing>
      ) : (
        <p>{stepTitle(facts, facts.step.id)}</p>
      )}
      {rights.attends && (
        <div className={styles.acts}>
          <ActButton
            reason={rights.release}
            onAct={() => ui.dialog.set({ kind: 'release', conversation: row.conversation })}
          >
            {t('facts.step.other')}
          </ActButton>
        </div>
      )}
    </Block>
  );
}

/** They are put in the composer, never sent by themselves. */
export function SuggestionsBlock({ thread: { row, facts } }: { thread: ThreadView }) {
  const { drafts, ui } = useApp();
  const locale = useLocale();
  const rights = useRights(row);
  const t = useSay();
  return (
    <Block title={t('facts.suggestions')} aside={t('facts.suggestions.note')}>
      {facts.suggestions.length === 0 && <Nothing>{t('facts.suggestions.none')}</Nothing>}
      {facts.suggestions.map(one => (
        <div key={one.sheet} className={styles.suggestion}>
          <span>
            {one.title}{' '}
            <span className={`${styles.muted} figures`}>
              {one.score.toLocaleString(tags[locale], { maximumFractionDigits: 2 })}
            </span>
          </span>
          {rights.attends && (
            <Button
              onClick={() => {
                writeInto(drafts, row.conversation, one.text);
                ui.write(row.conversation);
              }}
            >
              {t('facts.suggestions.insert')}
            </Button>
          )}
          <details>
            <summary>
              {t('facts.suggestions.sheet', { sheet: one.sheet })}
              {!one.reviewed && ` · ${t('facts.unreviewed')}`}
            </summary>
            <p className={styles.sheetText}>{one.text}</p>
          </details>
        </div>
      ))}
    </Block>
  );
}

export function KnownBlock({ facts }: { facts: Facts }) {
  const t = useSay();
  if (facts.known.length === 0) return null;
  return (
    <Block title={t('facts.known')}>
      <dl className={styles.pairs}>
        {facts.known.map(one => (
          <KnownPair key={`${one.label} ${one.at}`} known={one} />
        ))}
      </dl>
    </Block>
  );
}

function KnownPair({ known }: { known: Facts['known'][number] }) {
  return (
    <>
      <dt>{known.label}</dt>
      <dd>
        {known.value}{' '}
        <span className={styles.muted}>
          · {known.by} <Hour at={known.at} />
        </span>
      </dd>
    </>
  );
}

export function AppointmentBlock({ thread: { row, facts } }: { thread: ThreadView }) {
  const { ui } = useApp();
  const rights = useRights(row);
  const t = useSay();
  const locale = useLocale();
  const { appointment } = facts;
  if (appointment === null) return null;
  const hour = hourOfHers(row, facts);
  const key = `appointments.state.${appointment.state}`;
  return (
    <Block title={t('facts.appointment')} aside={isKey(key) ? t(key) : appointment.state}>
      {appointment.startsAt === null ? (
        <Nothing>{t('facts.appointment.none')}</Nothing>
      ) : (
        <p>
          {t('facts.appointment.at', {
            day: dayOf(appointment.startsAt, locale),
            time: hourOf(appointment.startsAt, locale),
          })}
          {appointment.number !== null && ` · ${appointment.number}`}
        </p>
      )}
      {rights.attends && hour !== null && (
        <div className={styles.acts}>
          <ActButton reason={rights.own} onAct={() => ui.move(hour)}>
            {t('appointments.move')}
          </ActButton>
          <ActButton reason={rights.own} onAct={() => ui.dialog.set({ kind: 'unbook', hour })}>
            {t('appointments.unbook.open')}
          </ActButton>
        </div>
      )}
    </Block>
  );
}

export function ContactBlock({ facts: { contact } }: { facts: Facts }) {
  const t = useSay();
  const locale = useLocale();
  return (
    <Block title={t('facts.contact')} aside={t('facts.contact.conversations', { n: contact.conversations })}>
      {contact.erased && (
        <p className={styles.safety}>
          <Icon name="shield" /> {t('facts.contact.erased')}
        </p>
      )}
      {contact.blocked && <p>{t('facts.contact.blocked', { reason: t(`blocked.${contact.blocked}`) })}</p>}
      {contact.since > 0 && (
        <p className={styles.muted}>{t('facts.contact.since', { day: dayOf(contact.since, locale) })}</p>
      )}
      {contact.labels.length > 0 && (
        <ul className={styles.labels}>
          {contact.labels.map(label => (
            <li key={label} className={styles.label}>
              {labelWord(label, t)}
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

/** One that the catalogue does not know was written by somebody, in words. */
export function labelWord(label: string, t: Say): string {
  const key = `facts.contact.label.${label}`;
  return isKey(key) ? t(key) : label;
}
