/** One record, read only: how it was left and by whom, the calls with what each said, the place, and what she wrote meanwhile. */
import { Button, Textarea } from '@mantine/core';
import { Fragment, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { RecordRequest, RecordView } from '../../../bot/console/contract.js';
import { Block, Nothing } from '../desk/facts/Block.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { IconButton } from '../look/IconButton.js';
import { Moment } from '../look/moments.js';
import { Asking } from './asking.js';
import styles from './ArchivePage.module.css';
import { typeOf } from './FoundList.js';
import { SaveButtons } from './SaveButtons.js';

export function RecordPane({ id, onClose }: { id: string; onClose(): void }) {
  const desk = useDesk();
  const t = useSay();
  const [reading] = useState(
    () => new Asking<RecordRequest, { ok: true; record: RecordView }>(request => desk.link.ask('record', request)),
  );
  const state = useStore(reading.view);
  const [reason, setReason] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void reading.run({ id });
    heading.current?.focus();
  }, [reading, id]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') void reading.run({ id, reason: reason.trim() });
  };
  const name = state.kind === 'answered' ? state.answer.record.name : t('archive.record');
  return (
    <section className={styles.record} aria-label={t('archive.record')}>
      <header className={styles.recordHead}>
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <IconButton icon="close" name={t('archive.close')} onPress={onClose} />
      </header>
      {state.kind === 'asking' && <p className={styles.waiting}>{t('archive.loading')}</p>}
      {state.kind === 'refused' && state.code === 'reason-needed' && (
        <form className={styles.reason} onSubmit={submit}>
          <Textarea
            label={t('archive.reason')}
            rows={2}
            required
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="filled">
            {t('read.open')}
          </Button>
        </form>
      )}
      {state.kind === 'refused' && state.code !== 'reason-needed' && (
        <p className={styles.failed} role="note">
          {state.message || t(`refusal.${state.code}`)}
          {state.code !== 'erased' && (
            <Button onClick={() => void reading.run({ id, reason: reason.trim() })}>{t('common.retry')}</Button>
          )}
        </p>
      )}
      {state.kind === 'answered' && (
        <Read record={state.answer.record}>
          <SaveButtons request={{ id, reason: reason.trim() }} />
        </Read>
      )}
    </section>
  );
}

function Read({ record, children }: { record: RecordView; children: ReactNode }) {
  const { ui } = useApp();
  const t = useSay();
  const {
    folio,
    type,
    at,
    openedAt,
    changedAt,
    draft,
    outcome,
    by,
    note,
    place,
    ledger,
    guideline,
    known,
    conversation,
    risk,
    riskBy,
  } = record;
  return (
    <>
      <p className={styles.about}>
        {record.drill && <strong className={styles.drill}>{t('drill.word')} · </strong>}
        <span className="figures">{folio}</span> · {typeOf(type, t)}
        {openedAt !== null && (
          <>
            {' · '}
            {t('archive.opened')} <Moment at={openedAt} />
          </>
        )}
        {' · '}
        {t('archive.written')} <Moment at={at} />
        {!draft && changedAt !== null && changedAt !== at && (
          <>
            {' · '}
            {t('archive.ended')} <Moment at={changedAt} />
          </>
        )}
      </p>
      <Block title={t('archive.outcome')} aside={draft ? t('archive.draft') : undefined}>
        {record.discarded && <p>{t('archive.discarded')}</p>}
        {outcome === null && note === null && <Nothing>{t('archive.outcome.none')}</Nothing>}
        {outcome !== null && <p>{outcome}</p>}
        {note !== null && <p>{note}</p>}
        {by !== null && <p className={styles.muted}>{t('archive.by', { name: by })}</p>}
        <p className={styles.muted}>
          {t(`risk.${risk}`)} · {riskBy === null ? t('archive.risk.machine') : t('archive.risk.by', { name: riskBy })}
        </p>
      </Block>
      <Block title={t('emergency.calls')}>
        {ledger.length === 0 && <Nothing>{t('archive.no_calls')}</Nothing>}
        {ledger.map((call, i) => (
          <p key={i}>
            <strong>
              {call.institution} <span className="figures">{call.number}</span>
            </strong>{' '}
            {call.outcome !== null && t(`call.outcome.${call.outcome}`)}{' '}
            <Moment at={call.at} className={styles.muted} />
            <br />
            <span className={styles.muted}>
              {[
                call.by && t('emergency.call.told.by', { by: call.by }),
                call.reference && t('emergency.call.told.reference', { reference: call.reference }),
                call.unit && t('emergency.call.told.unit', { unit: call.unit }),
                call.eta && t('emergency.call.told.eta', { eta: call.eta }),
                call.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
        ))}
      </Block>
      <Block title={t('emergency.place')}>
        {place === null ? <Nothing>{t('archive.place.none')}</Nothing> : <p>{place}</p>}
      </Block>
      <Block title={t('facts.guideline')} aside={t('facts.guideline.version', { version: guideline.version })}>
        {guideline.answers.length === 0 && <Nothing>{t('facts.guideline.sum.none')}</Nothing>}
        {guideline.answers.map(one => (
          <p key={one.text}>
            {one.text} <strong>{t(`answer.${one.value}`)}</strong> <span className={styles.muted}>{one.by}</span>
            {one.note !== undefined && (
              <>
                <br />
                <span className={styles.muted}>{one.note}</span>
              </>
            )}
            {one.others?.map(other => (
              <Fragment key={other.by}>
                <br />
                <span className={styles.muted}>
                  {t('archive.guideline.other', { value: t(`answer.${other.value}`), name: other.by })}
                  {other.note !== undefined && ` · ${other.note}`}
                </span>
              </Fragment>
            ))}
          </p>
        ))}
      </Block>
      <Block title={t('archive.known')}>
        {known.length === 0 && <Nothing>{t('archive.known.none')}</Nothing>}
        {known.map((one, i) => (
          <p key={i}>
            <q>{one.text}</q> <Moment at={one.at} className={styles.muted} />
          </p>
        ))}
      </Block>
      {children}
      <Button onClick={() => ui.look(conversation)}>{t('archive.talk')}</Button>
    </>
  );
}
