/** Drills, for whoever watches over the shift: the one that goes on with its times, and how the last ones went. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DrillPast, DrillRunning, DrillsView } from '../../../bot/console/contract.js';
import { Asking } from '../archive/asking.js';
import { ActButton } from '../look/ActButton.js';
import { useApp, useDesk, useOnChange, useSay, useStore } from '../look/app.js';
import { Icon } from '../look/icons.js';
import { Moment, Since } from '../look/moments.js';
import { clockOf } from '../look/times.js';
import type { Say } from '../words/words.js';
import styles from './DrillsPage.module.css';
import { toldTime } from './told.js';
import { useNoDrill } from './useNoDrill.js';

export default function DrillsPage() {
  const desk = useDesk();
  const { ui } = useApp();
  const t = useSay();
  const { drill } = useStore(desk.view);
  const isOnline = useStore(desk.link.state).kind === 'online';
  const [asking] = useState(
    () => new Asking<Record<string, never>, { ok: true } & DrillsView>(() => desk.link.ask('drills', {})),
  );
  const state = useStore(asking.view);
  useEffect(() => {
    if (isOnline) void asking.run({});
  }, [asking, isOnline]);
  useOnChange(drill?.number, () => void asking.run({}));
  const noDrill = useNoDrill();
  const reason = isOnline ? noDrill : t('reason.offline');
  return (
    <main className={styles.page} data-region="drills">
      <header className={styles.head}>
        <h1 data-heading data-region-start tabIndex={-1}>
          {t('drills.title')}
        </h1>
        <ActButton variant="filled" reason={reason} onAct={() => ui.dialog.set({ kind: 'drill-start' })}>
          {t('drill.act.start')}
        </ActButton>
        <span className={styles.muted}>{reason ?? t('drills.since')}</span>
      </header>
      <div className={styles.scroll} data-scroll tabIndex={-1} aria-busy={state.kind === 'asking'}>
        <section className={styles.running} aria-label={t('drills.running')} data-going={drill !== null || undefined}>
          <h2>{t('drills.running')}</h2>
          {drill ? <Running drill={drill} /> : <p className={styles.muted}>{t('drills.none.running')}</p>}
        </section>
        <h2 className={styles.last}>{t('drills.last')}</h2>
        {state.kind === 'asking' && (
          <p className={styles.waiting}>{t(isOnline ? 'drills.loading' : 'drills.offline')}</p>
        )}
        {state.kind === 'refused' && (
          <p className={styles.failed} role="note">
            <Icon name="warning" /> {t('drills.failed', { why: state.message || t(`refusal.${state.code}`) })}
            <Button onClick={() => void asking.run({})}>{t('common.retry')}</Button>
          </p>
        )}
        {state.kind === 'answered' && state.answer.past.length === 0 && (
          <p className={styles.none}>{t('drills.none')}</p>
        )}
        {state.kind === 'answered' && state.answer.past.length > 0 && <Past past={state.answer.past} />}
      </div>
    </main>
  );
}

function Running({ drill: { name, by, startedAt, times, conversation } }: { drill: DrillRunning }) {
  const { ui } = useApp();
  const t = useSay();
  return (
    <>
      <p className={styles.about}>
        <Since at={startedAt} className={styles.clock} /> {t('drill.banner.about', { name, by })}
      </p>
      <dl className={styles.times}>
        {(
          [
            ['drill.time.taken', times.takenMs],
            ['drill.time.said', times.saidMs],
            ['drill.time.dialed', times.dialedMs],
          ] as const
        ).map(([word, ms]) => (
          <div key={word}>
            <dt>{t(word)}</dt>
            <dd className="figures">{toldTime(ms)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.acts}>
        <Button onClick={() => ui.look(conversation)}>{t('drills.open')}</Button>
        <Button onClick={() => ui.dialog.set({ kind: 'drill-end' })}>{t('drill.act.end')}</Button>
      </p>
    </>
  );
}

/** A table at a desk, a list of facts on a telephone: each cell carries the name of its column. */
function Past({ past }: { past: readonly DrillPast[] }) {
  const t = useSay();
  const columns = [
    'drills.col.when',
    'drills.col.by',
    'drill.time.taken',
    'drill.time.said',
    'drill.time.dialed',
    'drills.col.oncall',
    'drills.col.outcome',
  ] as const;
  return (
    <table className={styles.table} aria-label={t('drills.last')}>
      <thead>
        <tr>
          {columns.map(word => (
            <th key={word} scope="col">
              {t(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {past.map(one => {
          const cells = [
            <Moment key="at" at={one.startedAt} />,
            one.by,
            timeOf(one.times.takenMs, t),
            timeOf(one.times.saidMs, t),
            timeOf(one.times.dialedMs, t),
            onCallOf(one, t),
            outcomeOf(one, t),
          ];
          return (
            <tr key={one.number}>
              {columns.map((word, i) => (
                <td key={word} data-col={t(word)}>
                  {cells[i]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const timeOf = (ms: number | null, t: Say): string => (ms === null ? t('drill.time.never') : clockOf(ms));

function onCallOf({ paged: { calls, reached, acknowledgedBy, acknowledgedMs } }: DrillPast, t: Say): string {
  if (calls === 0) return t('drill.oncall.none');
  if (reached === 0) return t('drill.oncall.unreached');
  if (acknowledgedBy === null) return t('drill.oncall.called', { n: reached });
  return t('drill.oncall.acknowledged', { n: reached, name: acknowledgedBy, time: toldTime(acknowledgedMs) });
}

const outcomeOf = ({ outcome, endedBy }: DrillPast, t: Say): string =>
  t(`drill.outcome.${outcome}`, { name: endedBy ?? '' });
