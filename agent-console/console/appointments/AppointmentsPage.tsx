/** S5, first version: a week of calls as a list by day, as it is now, free hours among them; one of mine can be booked in one. */
import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isDrill } from '../../../bot/console/contract.js';
import { isMine } from '../live/order.js';
import { ActButton } from '../look/ActButton.js';
import { useApp, useDesk, useLocale, useSay, useStore } from '../look/app.js';
import { Icon } from '../look/icons.js';
import { IconButton } from '../look/IconButton.js';
import { Ago } from '../look/moments.js';
import { dayOf, dayStartOf, hourOf, shortDayOf } from '../look/times.js';
import { useMoves } from '../desk/useMoves.js';
import styles from './AppointmentsPage.module.css';
import { BookDialog } from './BookDialog.js';
import { byDay } from './byDay.js';
import { DayList } from './DayList.js';
import { useFollowing } from './useFollowing.js';
import { Week, type WeekView } from './week.js';

const DAY_MS = 86_400_000;
const WEEK = 7;
/** Noon of a day: adding whole days to it never lands on another date when the clock changes. */
const noonOf = (at: number) => dayStartOf(at) + DAY_MS / 2;

export default function AppointmentsPage() {
  const desk = useDesk();
  const { ui, notices, news } = useApp();
  const locale = useLocale();
  const moves = useMoves();
  const t = useSay();
  const { rows } = useStore(desk.view);
  const line = useStore(desk.link.state);
  const dialog = useStore(ui.dialog);
  const [start, setStart] = useState(() => noonOf(desk.clock.now()));
  const [week] = useState(
    () => new Week({ ask: (first, last) => desk.appointments(first, last), now: desk.clock.now }),
  );
  const state = useStore(week.view);
  const moving = useStore(ui.moving);
  const [whom, setWhom] = useState(ui.place.get().conversation ?? '');
  const from = dayStartOf(start);
  const to = dayStartOf(start + WEEK * DAY_MS);

  const isOnline = line.kind === 'online';
  const load = () => void week.load(from, to);
  useEffect(() => {
    if (isOnline) void week.load(from, to);
  }, [week, from, to, isOnline]);
  useFollowing(isOnline, () => void week.again(from, to));

  const mine = [...rows.values()].filter(row => isMine(row, desk.me.id) && !isDrill(row));
  const first = mine.some(row => row.conversation === whom) ? whom : (mine[0]?.conversation ?? '');
  const chosen = moving?.conversation ?? first;
  const name = moving?.name ?? rows.get(chosen)?.name ?? '';
  // Whoever writes there has no number of hers.
  const asksNumber = (rows.get(chosen)?.channel ?? 'webchat') === 'webchat';
  const book = async (startsAt: number, phone: string | undefined) => {
    const reply = await moves.ask(chosen, { do: 'book', startsAt, ...(phone === undefined ? {} : { phone }) });
    // The number is written in the same dialog.
    if (!reply.ok && reply.code === 'number-needed') return false;
    const isDone = reply.ok;
    // Taken meanwhile or booked: either way the list is another one now, and this hour no longer the one to ask about.
    load();
    ui.dialog.set(null);
    if (isDone) {
      ui.moving.set(null);
      const text = t(moving ? 'appointments.moved' : 'appointments.booked', {
        name,
        day: dayOf(startsAt, locale),
        hour: hourOf(startsAt, locale),
      });
      notices.show(text);
      news.tell(text);
    }
    return isDone;
  };
  // Elsewhere there is nothing to ask about an hour.
  useEffect(
    () => () => {
      ui.moving.set(null);
      ui.dialog.update(now => (now?.kind === 'book' ? null : now));
    },
    [ui],
  );
  // One may have been cancelled in it.
  const isAsking = dialog !== null;
  useEffect(() => {
    if (isOnline && !isAsking) void week.again(from, to);
  }, [week, from, to, isOnline, isAsking]);
  const reason = !isOnline ? t('reason.offline') : chosen === '' ? t('appointments.nobody') : undefined;
  const shown = state.last;
  return (
    <main className={styles.page} data-region="appointments">
      <header className={styles.head}>
        <h1 data-heading data-region-start tabIndex={-1}>
          {t('appointments.title')}
        </h1>
        <span className={styles.week}>
          <IconButton icon="back" name={t('appointments.before')} onPress={() => setStart(at => at - WEEK * DAY_MS)} />
          <Button onClick={() => setStart(noonOf(desk.clock.now()))}>{t('appointments.today')}</Button>
          <IconButton
            icon="forward"
            name={t('appointments.after')}
            onPress={() => setStart(at => at + WEEK * DAY_MS)}
          />
        </span>
        <span>{t('appointments.range', { from: shortDayOf(from, locale), to: shortDayOf(to - 1, locale) })}</span>
        <NativeSelect
          className={styles.whom}
          aria-label={t('appointments.for')}
          value={first}
          disabled={moving !== null}
          onChange={event => setWhom(event.currentTarget.value)}
          data={
            mine.length === 0
              ? [{ value: '', label: t('appointments.for.nobody') }]
              : mine.map(row => ({ value: row.conversation, label: t('appointments.for.one', { name: row.name }) }))
          }
        />
      </header>
      {moving && (
        <p className={styles.moving} role="status">
          <span>
            {t('appointments.moving', {
              name,
              day: dayOf(moving.startsAt, locale),
              hour: hourOf(moving.startsAt, locale),
            })}
          </span>
          <ActButton onAct={() => ui.moving.set(null)}>{t('appointments.moving.leave')}</ActButton>
        </p>
      )}
      {state.kind === 'failed' && (
        <p className={styles.failed} role="note">
          <Icon name="warning" /> {state.message || t(`refusal.${state.code}`)} <Ago at={state.since} />
          <ActButton reason={isOnline ? undefined : t('reason.offline')} onAct={load}>
            {t('common.retry')}
          </ActButton>
        </p>
      )}
      <div className={styles.scroll} aria-busy={state.kind === 'loading'} tabIndex={-1}>
        {!shown && state.kind !== 'failed' && (
          <p className={styles.waiting}>{t(isOnline ? 'appointments.loading' : 'appointments.offline')}</p>
        )}
        {shown &&
          byDay(from, WEEK, shown).map(day => (
            <section key={day.day} className={styles.day} aria-label={dayOf(day.day, locale)}>
              <h2>{dayOf(day.day, locale)}</h2>
              <DayList
                day={day}
                reason={reason}
                isMoving={moving !== null}
                onBook={startsAt => ui.dialog.set({ kind: 'book', startsAt })}
              />
            </section>
          ))}
      </div>
      {dialog?.kind === 'book' && (
        <BookDialog
          conversation={chosen}
          name={name}
          startsAt={dialog.startsAt}
          moves={moving?.startsAt ?? hourIn(shown, chosen)}
          reason={reason}
          asksNumber={asksNumber}
          book={phone => book(dialog.startsAt, phone)}
        />
      )}
    </main>
  );
}

/** When she is called, as far as the week on the screen tells. */
const hourIn = (shown: WeekView['last'], conversation: string): number | undefined =>
  shown?.appointments.find(one => one.conversation === conversation && one.state !== 'held')?.startsAt;
