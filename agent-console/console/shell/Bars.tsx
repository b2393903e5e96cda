/** Lines under the top bar, each only when it names something to do: no connection, an alarm, no sound, a wrong clock. */
import { Button } from '@mantine/core';
import type { Alarm } from '../../../bot/console/contract.js';
import { DRIFT_TOLD_MS } from '../live/clock.js';
import { useApp, useDesk, useLocale, useOnChange, useSay, useStore } from '../look/app.js';
import { Since } from '../look/moments.js';
import { hourOf } from '../look/times.js';
import type { Key } from '../words/words.js';
import styles from './Bars.module.css';

/** More of them would push the work off the screen: the rest is a number. */
const SHOWN = 3;

const words: Record<Alarm['kind'], Key> = {
  sos: 'alarm.sos.told',
  'owner-lost': 'other_alarm.owner_lost',
  unanswered: 'other_alarm.unanswered',
  rise: 'other_alarm.rise',
  silence: 'other_alarm.silence',
  unacked: 'other_alarm.unacked',
  call: 'other_alarm.call',
  drill: 'other_alarm.drill',
};

export function Bars() {
  const desk = useDesk();
  const { sounds, clock, news, notices, ui } = useApp();
  const { others } = useStore(desk.alarms);
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
      {others.length > 0 && (
        <div className={styles.bar} data-tone="high">
          {others.slice(0, SHOWN).map(alarm => (
            <Button
              key={`${alarm.kind} ${alarm.conversation}`}
              variant="subtle"
              color={alarm.kind === 'drill' ? 'drill' : 'high'}
              onClick={() => ui.look(alarm.conversation)}
              rightSection={<Since at={alarm.since} />}
            >
              {t(words[alarm.kind], { name: alarm.name })}
            </Button>
          ))}
          {others.length > SHOWN && t('other_alarm.more', { n: others.length - SHOWN })}
        </div>
      )}
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
