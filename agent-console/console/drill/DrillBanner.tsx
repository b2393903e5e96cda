/** The first line of every screen while a drill goes on: that nobody real is in danger, and, when one is after all, that. */
import { Button } from '@mantine/core';
import { may } from '../../../bot/console/rights.js';
import { useApp, useDesk, useOnChange, useSay, useStore } from '../look/app.js';
import { Icon } from '../look/icons.js';
import { Since } from '../look/moments.js';
import { useGoToSos } from '../shell/useGoToSos.js';
import styles from './DrillBanner.module.css';
import { toldTime } from './told.js';

export function DrillBanner() {
  const desk = useDesk();
  const { ui, news, notices } = useApp();
  const { drill } = useStore(desk.view);
  const { untaken, handled } = useStore(desk.alarms);
  const goToSos = useGoToSos();
  const t = useSay();
  useOnChange(drill?.number, number => {
    const text = t(number === undefined ? 'drill.ended' : 'drill.started');
    news.tell(text);
    if (number === undefined) notices.show(text);
  });
  if (!drill) return null;
  const { name, by, startedAt, times } = drill;
  const waiting = untaken.filter(one => !one.drill).length;
  const real = waiting + handled;
  const about = real > 0 ? ('drill.banner.beside' as const) : ('drill.banner.about' as const);
  const short = real > 0 ? ('drill.banner.beside.short' as const) : ('drill.banner.short' as const);
  return (
    <section className={styles.banner} aria-label={t('drill.banner.going')}>
      <Icon name="drill" />
      <strong>{t('drill.banner.going')}</strong>
      <Since at={startedAt} className={styles.clock} />
      <span className={styles.about}>{t(about, { name, by, n: real })}</span>
      <span className={styles.short}>{t(short, { name, n: real })}</span>
      <span className={styles.times}>
        {t('drill.time.short', { taken: toldTime(times.takenMs), dialed: toldTime(times.dialedMs) })}
      </span>
      {waiting > 0 && (
        <Button variant="filled" color="imminent" onClick={goToSos}>
          {t('drill.banner.real')}
        </Button>
      )}
      {may(desk.me.roles, 'drill') && (
        <Button className={styles.end} onClick={() => ui.dialog.set({ kind: 'drill-end' })}>
          {t('drill.act.end')}
        </Button>
      )}
    </section>
  );
}
