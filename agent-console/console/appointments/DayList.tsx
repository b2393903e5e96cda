/** The hours of one day: who is called, by whom, how it went; and what is free. */
import { ActButton } from '../look/ActButton.js';
import { useApp, useSay } from '../look/app.js';
import { Deadline, Hour } from '../look/moments.js';
import { isKey, type Say } from '../words/words.js';
import styles from './AppointmentsPage.module.css';
import type { Day, Slot } from './byDay.js';

interface DayListProps {
  day: Day;
  /** Why nothing can be booked now. */
  reason: string | undefined;
  onBook(startsAt: number): void;
}

export function DayList({ day, reason, onBook }: DayListProps) {
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
                {t('appointments.book')}
              </ActButton>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Taken({ slot: { appointment } }: { slot: Extract<Slot, { kind: 'taken' }> }) {
  const { ui } = useApp();
  const t = useSay();
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
      <ActButton
        onAct={() => {
          ui.go({ page: 'desk', conversation: appointment.conversation });
          ui.tab.set('chat');
        }}
      >
        {t('appointments.open')}
      </ActButton>
    </>
  );
}

/** A protocol names its service by a code; one that the catalogue does not know is a call like any other. */
function serviceWord(service: string, t: Say): string {
  const key = `appointments.service.${service}`;
  return t(isKey(key) ? key : 'appointments.service.other');
}
