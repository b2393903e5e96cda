/**
 * What is alarming besides an SOS that nobody took: one alone says itself; several are one line with their number, which
 * opens, so that they never push the work off the screen. The last one that came is beside it where there is room.
 */
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { Alarm } from '../../../bot/console/contract.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { Icon } from '../look/icons.js';
import { Since } from '../look/moments.js';
import type { Key } from '../words/words.js';
import styles from './Bars.module.css';

const words: Record<Alarm['kind'], Key> = {
  sos: 'alarm.sos.told',
  'owner-lost': 'other_alarm.owner_lost',
  handed: 'other_alarm.handed',
  offered: 'other_alarm.offered',
  'not-accepted': 'other_alarm.not_accepted',
  unanswered: 'other_alarm.unanswered',
  rise: 'other_alarm.rise',
  'word-due': 'other_alarm.word_due',
  'word-right': 'other_alarm.word_right',
  'word-wrong': 'other_alarm.word_wrong',
  silence: 'other_alarm.silence',
  unacked: 'other_alarm.unacked',
  unarrived: 'other_alarm.unarrived',
  'unarrived-long': 'other_alarm.unarrived_long',
  call: 'other_alarm.call',
  outcome: 'other_alarm.outcome',
  support: 'other_alarm.support',
  called: 'other_alarm.called',
};

/** Why she opens it, where a colleague asked her to. */
const asked: Partial<Record<Alarm['kind'], Key>> = { support: 'support.reason', called: 'called.reason' };

export function OtherAlarms() {
  const desk = useDesk();
  const { given } = useStore(desk.alarms);
  return (
    <>
      {/* Each by itself: it was put into her hands, and nobody else sees to it. */}
      {given.map(alarm => (
        <div key={alarm.conversation} className={styles.bar} data-tone="imminent">
          <Told alarm={alarm} />
        </div>
      ))}
      <Others />
    </>
  );
}

function Others() {
  const desk = useDesk();
  const { others } = useStore(desk.alarms);
  const t = useSay();
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const [first] = others;
  if (!first) return null;
  if (others.length === 1) {
    return (
      <div className={styles.bar} data-tone="high">
        <Told alarm={first} />
      </div>
    );
  }
  const last = others.reduce((newest, one) => (one.since > newest.since ? one : newest));
  return (
    <>
      <div className={styles.bar} data-tone="high" data-line>
        <Button
          variant="subtle"
          color="high"
          className={styles.count}
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setOpen(open => !open)}
          rightSection={
            <span className={styles.chevron}>
              <Icon name="down" size={12} />
            </span>
          }
        >
          {t('other_alarm.count', { n: others.length })}
        </Button>
        {!isOpen && <Told alarm={last} />}
      </div>
      <ul id={list} className={styles.list} hidden={!isOpen}>
        {others.map(alarm => (
          <li key={`${alarm.kind} ${alarm.conversation}`}>
            <Told alarm={alarm} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Told({ alarm }: { alarm: Alarm }) {
  const { ui } = useApp();
  const desk = useDesk();
  const t = useSay();
  const look = () => {
    // She was asked to look: that is why, and that she opens it, again if need be, is what was asked for.
    const why = asked[alarm.kind];
    if (why) desk.open(alarm.conversation, t(why, { by: alarm.by ?? '' }));
    ui.look(alarm.conversation);
  };
  return (
    <Button
      variant="subtle"
      color={alarm.drill ? 'drill' : alarm.kind === 'handed' ? 'imminent' : 'high'}
      className={styles.told}
      onClick={look}
      rightSection={<Since at={alarm.since} />}
    >
      {alarm.drill && `${t('drill.word')} · `}
      {t(words[alarm.kind], { name: alarm.name, by: alarm.by ?? '' })}
    </Button>
  );
}
