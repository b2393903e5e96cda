/** The hours of one day: who is called, by whom, how it went; and what is free. */
import { ActButton } from '../look/ActButton.js';
import type { AppointmentView } from '../../../bot/console/contract.js';
import { may } from '../../../bot/console/rights.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { Deadline, Hour } from '../look/moments.js';
import { isKey, type Say } from '../words/words.js';
import styles from './AppointmentsPage.module.css';
import type { Day, Slot } from './byDay.js';

interface DayListProps {
  day: Day;
  /** Why nothing can be booked now. */
  reason: string | undefined;
  /** Another hour is looked for, for somebody who has one. */
  isMoving: boolean;
  onBook(startsAt: number): void;
}

export function DayList({ day, reason, isMoving, onBook }: DayListProps) {
  const t = useSay();
  if (day.slots.length === 0) return <p className={styles.none}>{t('appointments.none')}</p>;
  return (
    <ul>
      {day.slots.map(slot => (
        <li
          key={slot.kind === 'free' ? `free ${slot.at}` : slot.appointment.id}
          className={styles.slot}
          data-kind={slot.kind}
          data-state={slot.kind === 'taken' ? slot.appointment.state : undefined}
        >
          <Hour at={slot.at} />
          {slot.kind === 'taken' ? (
            <Taken slot={slot} />
          ) : (
            <>
              <span>
                {t('appointments.free')} <span className={styles.muted}>{slot.staff.filter(Boolean).join(', ')}</span>
              </span>
              <ActButton reason={reason} onAct={() => onBook(slot.at)}>
                {t(isMoving ? 'appointments.move.here' : 'appointments.book')}
              </ActButton>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Taken({ slot: { appointment } }: { slot: Extract<Slot, { kind: 'taken' }> }) {
  const { ui, news } = useApp();
  const t = useSay();
  const { isAllowed, reason } = useChange(appointment);
  const hour = { conversation: appointment.conversation, name: appointment.name, startsAt: appointment.startsAt };
  return (
    <>
      <span>
        <strong>{appointment.name}</strong> · {serviceWord(appointment.service, t)} ·{' '}
        {t('appointments.minutes', { n: appointment.minutes })} · {appointment.staff && `${appointment.staff} · `}
        <span className={styles.muted}>
          {t(`appointments.state.${appointment.state}`)}
          {appointment.state === 'held' && appointment.heldUntil !== null && (
            <>
              {' '}
              <Deadline at={appointment.heldUntil} />
            </>
          )}
        </span>
      </span>
      <span className={styles.acts}>
        {isAllowed && appointment.state !== 'held' && (
          <>
            <ActButton
              reason={reason}
              onAct={() => {
                ui.moving.set(hour);
                news.tell(t('appointments.moving.told', { name: hour.name }));
              }}
            >
              {t('appointments.move')}
            </ActButton>
            <ActButton reason={reason} onAct={() => ui.dialog.set({ kind: 'unbook', hour })}>
              {t('appointments.unbook.open')}
            </ActButton>
          </>
        )}
        <ActButton
          onAct={() => {
            ui.go({ page: 'desk', conversation: appointment.conversation });
            ui.tab.set('chat');
          }}
        >
          {t('appointments.open')}
        </ActButton>
      </span>
    </>
  );
}

/** Whether an hour may be moved or cancelled here, and why not now: it is over, or somebody else, or the robot, is talking with her. */
function useChange({ conversation, startsAt }: AppointmentView): { isAllowed: boolean; reason: string | undefined } {
  const desk = useDesk();
  const t = useSay();
  const { rows } = useStore(desk.view);
  const line = useStore(desk.link.state);
  const row = rows.get(conversation);
  const owner = row?.owner;
  const reason =
    line.kind !== 'online'
      ? t('reason.offline')
      : startsAt <= desk.clock.now()
        ? t('reason.hour_over')
        : owner?.kind === 'bot'
          ? t('reason.take_first')
          : owner?.kind === 'executive' && owner.id !== desk.me.id
            ? t('reason.owned', { name: owner.name ?? '' })
            : undefined;
  return { isAllowed: may(desk.me.roles, 'attend'), reason };
}

/** A protocol names its service by a code; one that the catalogue does not know is a call like any other. */
function serviceWord(service: string, t: Say): string {
  const key = `appointments.service.${service}`;
  return t(isKey(key) ? key : 'appointments.service.other');
}
