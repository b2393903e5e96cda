/** One call: dial, say what happens on the line, record how it ended. Keys while it has the focus: M, C, X, O. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Act, CallOutcome, CallView } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useDesk, useSay, useOnChange, useStore } from '../../look/app.js';
import { useRefuse } from '../../look/useRefuse.js';
import { Since } from '../../look/moments.js';
import { useRights } from '../conversation/useRights.js';
import { useMoves } from '../useMoves.js';
import { dialed, recording } from './dialed.js';
import { nameOf } from '../../shell/keys.js';
import { DialLink } from './DialLink.js';
import styles from './Emergency.module.css';
import { OutcomeForm } from './OutcomeForm.js';

export function CallEntry({ call, thread }: { call: CallView; thread: ThreadView }) {
  const { row, facts } = thread;
  const id = row.conversation;
  const desk = useDesk();
  const { prefs } = useApp();
  const busy = useStore(desk.busy);
  const rights = useRights(row);
  const moves = useMoves();
  const refuse = useRefuse();
  const t = useSay();
  const [isWriting, setWriting] = useState(false);
  const isOver = call.outcome !== null;
  const isOpen = !isOver && call.state !== 'planned';
  const asked = useStore(recording);
  const isAsked = isOpen && asked?.conversation === id && asked.slot === call.slot;
  const isLate = isOpen && call.overdue !== undefined;
  const asks = isOpen && (isWriting || isAsked || call.state === 'talking' || call.state === 'ended');
  const saving = busy.has(`${id} call_state`) || busy.has(`${id} call_result`) ? t('common.saving') : undefined;
  const run = (act: Act) => void moves.run(id, act);
  const talk = () => run({ do: 'call_state', slot: call.slot, state: 'talking' });
  const isRecordedHere = useRef(false);
  // Chosen, and not recorded: what she will read of it is seen first.
  const end = (outcome: CallOutcome) => recording.set({ conversation: id, slot: call.slot, outcome });
  const next = facts.institutions.find(one => one.id === call.institution)?.fallback ?? [];
  const after = facts.institutions.find(
    one => next.includes(one.id) && !facts.calls.some(other => other.institution === one.id),
  );

  const entry = useRef<HTMLDivElement>(null);
  const wanted = useStore(dialed);
  useEffect(() => {
    if (!isOpen || wanted !== call.institution) return;
    dialed.set(null);
    entry.current?.focus();
  }, [isOpen, wanted, call.institution]);

  useEffect(() => {
    if (isOpen && asked?.conversation === id && asked.slot === call.slot && asked.outcome === undefined)
      entry.current?.querySelector('input')?.focus();
  }, [isOpen, asked, id, call.slot]);
  // What she recorded stays before her eyes, though its form is gone.
  useOnChange(isOver, over => {
    if (!over || !isRecordedHere.current) return;
    isRecordedHere.current = false;
    entry.current?.focus();
    entry.current?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // A choice is a field too: its letters are not the call's.
    if (event.target instanceof HTMLInputElement || !prefs.get().letters) return;
    const key = nameOf(event.nativeEvent);
    if (key === 'M') event.currentTarget.querySelector<HTMLElement>('[data-dial]')?.click();
    else if (!isOpen || !/^[CXO]$/.test(key ?? '')) return;
    else if (rights.own !== undefined) refuse(rights.own);
    else if (key === 'C') talk();
    else if (key === 'X') end('no_answer');
    else end('busy');
    event.preventDefault();
  };

  return (
    <div
      ref={entry}
      className={styles.call}
      role="group"
      aria-label={t('emergency.call.name', { institution: call.name, number: call.number })}
      tabIndex={0}
      data-call={call.slot}
      data-missing={isOpen || undefined}
      onKeyDown={onKeyDown}
    >
      <div className={styles.callHead}>
        <strong>
          {call.name} <span className="figures">{call.number}</span>
        </strong>
        <span className={styles.state} data-outcome={call.outcome ?? undefined}>
          {call.outcome !== null ? t(`call.outcome.${call.outcome}`) : t(`call.state.${call.state}`)}{' '}
          {!isOver && call.state !== 'planned' && <Since at={call.since} />}
        </span>
      </div>
      {isOver && <Recorded call={call} />}
      {call.state === 'ended' && !isOver && (
        <p className={styles.missing}>{t('emergency.completed_is_not_answered')}</p>
      )}
      {isLate && <p className={styles.missing}>{t(`emergency.call.overdue.${call.overdue ?? 'redial'}`)}</p>}
      {isOpen && call.state !== 'ended' && !asks && (
        <p className={styles.missing}>{t('emergency.call.outcome.missing', { institution: call.name })}</p>
      )}
      {rights.attends && (
        <>
          <div className={styles.acts}>
            {call.state === 'planned' && (
              <DialLink institution={call.institution} number={call.number} thread={thread} />
            )}
            {isOpen && call.state !== 'talking' && (
              <ActButton reason={rights.own} busy={saving} onAct={talk}>
                {t('emergency.call.answered')}
              </ActButton>
            )}
            {isOpen && call.state !== 'talking' && (
              <>
                <ActButton reason={rights.own} onAct={() => end('no_answer')}>
                  {t('emergency.call.no_answer')}
                </ActButton>
                <ActButton reason={rights.own} onAct={() => end('busy')}>
                  {t('emergency.call.busy')}
                </ActButton>
              </>
            )}
            {call.state === 'talking' && !isOver && (
              <ActButton reason={rights.own} onAct={() => run({ do: 'call_state', slot: call.slot, state: 'ended' })}>
                {t('emergency.call.hung_up')}
              </ActButton>
            )}
            {isOpen && !asks && (
              <ActButton reason={rights.own} onAct={() => setWriting(true)}>
                {t('emergency.call.record')}
              </ActButton>
            )}
            {isLate && (
              <>
                <DialLink
                  institution={call.institution}
                  number={call.number}
                  thread={thread}
                  plain
                  again
                  open={call.slot}
                />
                {after && (
                  <DialLink institution={after.id} number={after.number} name={after.name} thread={thread} plain />
                )}
              </>
            )}
            {isOver && call.outcome !== 'dispatched' && (
              <>
                <DialLink institution={call.institution} number={call.number} thread={thread} plain again />
                {after && (
                  <DialLink institution={after.id} number={after.number} name={after.name} thread={thread} plain />
                )}
              </>
            )}
          </div>
          {asks && (
            <OutcomeForm
              call={call}
              conversation={id}
              reason={rights.own}
              askFor={facts.institutions.find(one => one.id === call.institution)?.askFor ?? []}
              tells={facts.tells.filter(one => one.slot === call.slot)}
              picked={isAsked ? asked : null}
              onSave={() => {
                isRecordedHere.current = true;
                recording.set(null);
              }}
            />
          )}
        </>
      )}
    </div>
  );
}

function Recorded({ call }: { call: CallView }) {
  const t = useSay();
  const told = [
    call.by && t('emergency.call.told.by', { by: call.by }),
    call.reference && t('emergency.call.told.reference', { reference: call.reference }),
    call.unit && t('emergency.call.told.unit', { unit: call.unit }),
    call.eta && t('emergency.call.told.eta', { eta: call.eta }),
    call.note,
  ].filter(Boolean);
  return told.length > 0 ? <p>{told.join(' · ')}</p> : null;
}
