/**
 * Before the shift: does the alarm sound, does the line work, and how do I come in. Nobody is made available by signing
 * in; the sound needs this touch, or the browser would keep an SOS silent.
 */
import { Button, Radio } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { SignedIn, Staff } from '../../../bot/console/contract.js';
import { whoAmI } from '../live/session.js';
import { useApp, useSay, useStore } from '../look/app.js';
import { Icon, RiskIcon } from '../look/icons.js';
import { Card } from './Card.js';
import styles from './Card.module.css';
import { useSignOut } from './session.js';

/** Who comes to attend rarely comes to be away; away or in a pause she would hear no SOS. */
const STATES = ['available', 'pause', 'away'] as const;

type LineCheck = { kind: 'checking' } | { kind: 'good'; ms: number } | { kind: 'bad' };

export function StartShift({ me }: { me: SignedIn }) {
  const { session, ui } = useApp();
  const t = useSay();
  const signOut = useSignOut();
  const [state, setState] = useState<Staff['state']>('available');
  const [first] = me.emergencies;
  const begin = () => {
    session.begin(state);
    if (first && ui.place.get().conversation === null) ui.look(first.conversation);
  };
  return (
    <Card title={t('shift.title')} institution={me.institution}>
      {first && (
        <p className={styles.held}>
          <RiskIcon shape="imminent" filled size={16} />
          <span>
            {t('shift.emergencies', {
              names: me.emergencies
                .map(({ name, drill }) => (drill ? `${name} (${t('drill.word')})` : name))
                .join(', '),
            })}
          </span>
        </p>
      )}
      <div className={styles.checks}>
        <SoundCheck />
        <NoticesCheck />
        <LineCheckRow />
      </div>
      <Radio.Group
        label={t('shift.state')}
        value={state}
        onChange={value => setState(STATES.find(one => one === value) ?? 'available')}
      >
        <div className={styles.states}>
          {STATES.map(one => (
            <Radio key={one} value={one} label={t(`staff.state.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Button
        variant="filled"
        onClick={begin}
        // Enter held down from the screen before begins nothing.
        onKeyDown={event => event.repeat && event.preventDefault()}
        data-first
      >
        {t('shift.begin')}
      </Button>
      <Button variant="subtle" onClick={() => void signOut()}>
        {t('user.sign_out')}
      </Button>
    </Card>
  );
}

function SoundCheck() {
  const { sounds } = useApp();
  const state = useStore(sounds.state);
  const t = useSay();
  // That the browser allows it is not that she heard it: the mark comes with the test.
  const [tested, setTested] = useState(false);
  return (
    <div className={styles.check}>
      <span>{t('shift.sound')}</span>
      {tested && state === 'on' && <Good text={t('shift.sound.on')} />}
      {tested && state === 'blocked' && <Bad text={t('shift.sound.blocked')} />}
      <Button onClick={() => void sounds.test().then(() => setTested(true))}>{t('shift.sound.test')}</Button>
    </div>
  );
}

/** Their text never says who or what: "Cauce: atención". */
function NoticesCheck() {
  const t = useSay();
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  return (
    <div className={styles.check}>
      <span>{t('shift.notices')}</span>
      {permission === 'granted' && <Good text={t('shift.notices.on')} />}
      {permission === 'denied' && <span className={styles.hint}>{t('shift.notices.off')}</span>}
      {permission === 'default' && (
        <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
          {t('shift.notices.allow')}
        </Button>
      )}
    </div>
  );
}

function LineCheckRow() {
  const { clock } = useApp();
  const t = useSay();
  const [line, setLine] = useState<LineCheck>({ kind: 'checking' });
  useEffect(() => {
    if (line.kind !== 'checking') return;
    const from = performance.now();
    void whoAmI().then(answer => {
      if (answer.ok) clock.set(answer.value.serverNow);
      setLine(answer.ok ? { kind: 'good', ms: Math.round(performance.now() - from) } : { kind: 'bad' });
    });
  }, [clock, line.kind]);
  return (
    <div className={styles.check}>
      <span>{t('shift.line')}</span>
      {line.kind === 'checking' && <span className={styles.hint}>{t('shift.line.checking')}</span>}
      {line.kind === 'good' && <Good text={t('shift.line.good', { ms: line.ms })} />}
      {line.kind === 'bad' && <Bad text={t('shift.line.bad')} />}
      {line.kind === 'bad' && <Button onClick={() => setLine({ kind: 'checking' })}>{t('common.retry')}</Button>}
    </div>
  );
}

const Good = ({ text }: { text: string }) => (
  <span className={styles.good}>
    <Icon name="tick" size={14} />
    {text}
  </span>
);

const Bad = ({ text }: { text: string }) => (
  <span className={styles.bad}>
    <Icon name="warning" size={14} />
    {text}
  </span>
);
