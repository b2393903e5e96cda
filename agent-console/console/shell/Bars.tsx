/** Lines under the top bar, each only when it names something to do: no connection, an alarm, no sound, a wrong clock. */
import { Button } from '@mantine/core';
import { DRIFT_TOLD_MS } from '../live/clock.js';
import { useApp, useDesk, useLocale, useOnChange, useSay, useStore } from '../look/app.js';
import { hourOf } from '../look/times.js';
import styles from './Bars.module.css';
import { OtherAlarms } from './OtherAlarms.js';

export function Bars() {
  const desk = useDesk();
  const { sounds, clock, news, notices } = useApp();
  const line = useStore(desk.link.state);
  const sound = useStore(sounds.state);
  const returned = useStore(desk.returned);
  const drift = useStore(clock.offset);
  const locale = useLocale();
  const t = useSay();
  const offline = line.kind === 'offline' ? t('net.offline', { time: hourOf(line.since, locale) }) : null;

  useOnChange(offline, text => {
    if (text) news.tell(text, 'assertive');
  });
  useOnChange(returned, back => {
    if (!back) return;
    const text = t('net.resynced', { n: back.changed });
    notices.show(text);
    news.tell(text);
  });

  return (
    <section className={styles.bars} aria-label={t('bars.title')}>
      {offline && (
        <p className={styles.bar} data-tone="high">
          {offline}
        </p>
      )}
      <OtherAlarms />
      {sound !== 'on' && (
        <p className={styles.bar} data-tone="medium">
          {t(sound === 'blocked' ? 'net.sound_blocked' : 'net.sound_untested')}
          <Button onClick={() => void sounds.test()}>{t('shift.sound.test')}</Button>
        </p>
      )}
      {Math.abs(drift) > DRIFT_TOLD_MS && (
        <p className={styles.bar} data-tone="medium">
          {t('net.drift', { s: Math.round(Math.abs(drift) / 1000) })}
        </p>
      )}
    </section>
  );
}
