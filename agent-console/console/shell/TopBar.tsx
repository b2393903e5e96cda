/** The first line of every screen: who is in danger, then everything else. Nothing covers its left end. */
import { Button, Menu } from '@mantine/core';
import type { Staff } from '../../../bot/console/contract.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { Icon, RiskIcon } from '../look/icons.js';
import { isMac } from '../look/ActButton.js';
import { Since, ServerHour } from '../look/moments.js';
import { shownKey } from './keys.js';
import styles from './TopBar.module.css';
import { UserMenu } from './UserMenu.js';
import { useGoToSos } from './useGoToSos.js';

export function TopBar() {
  const desk = useDesk();
  const { ui } = useApp();
  const { page } = useStore(ui.place);
  const t = useSay();
  const { untaken, given, handled } = useStore(desk.alarms);
  const first = mostUrgent(untaken, given);
  return (
    <header className={styles.bar} data-alarm={first ? (first.drill ? 'drill' : 'sos') : undefined}>
      <SosPlace />
      {page === 'desk' && <h1 className="hidden">{t('desk.title')}</h1>}
      {handled > 0 && <span className={styles.handled}>{t('topbar.sos.handled', { n: handled })}</span>}
      <span className={styles.space} />
      <Button
        className={styles.palette}
        onClick={() => ui.dialog.set({ kind: 'palette' })}
        aria-keyshortcuts="Control+K"
      >
        <kbd>{shownKey('Mod K', isMac)}</kbd>
        <span className={styles.paletteWords}>{t('topbar.palette')}</span>
      </Button>
      <LineWord />
      <SoundWord />
      <StateMenu />
      <UserMenu />
      <ServerHour className={styles.hour} />
    </header>
  );
}

/** An SOS that nobody has, or one that was handed to her; a real one before a drill. */
const mostUrgent = <A extends { drill?: boolean }, B extends { drill?: boolean }>(
  untaken: readonly A[],
  given: readonly B[],
): A | B | undefined => [...untaken, ...given].sort((a, b) => Number(!!a.drill) - Number(!!b.drill))[0];

/** The most urgent person, always here. */
function SosPlace() {
  const desk = useDesk();
  const { untaken, given } = useStore(desk.alarms);
  const t = useSay();
  const go = useGoToSos();
  const first = mostUrgent(untaken, given);
  if (!first) return <span className={styles.calm}>{t('topbar.sos.none')}</span>;
  return (
    <>
      <button type="button" className={styles.sos} onClick={() => go()} aria-keyshortcuts="F8">
        <RiskIcon shape="imminent" filled size={16} />
        {'kind' in first ? (
          <strong>
            {first.drill && `${t('drill.word')} · `}
            {t('topbar.sos.given', { name: first.name })}
          </strong>
        ) : first.drill ? (
          <>
            <strong>{t('drill.word')}</strong>
            <span className={styles.untaken}>{t('topbar.drill.untaken')}</span>
          </>
        ) : (
          <strong>{t('topbar.sos.untaken', { n: untaken.filter(one => !one.drill).length })}</strong>
        )}
        <Since at={first.since} />
        <span className={styles.sosKey}>F8</span>
      </button>
      <button type="button" className={styles.seen} onClick={() => desk.seen()} title={t('topbar.sos.seen.why')}>
        {t('topbar.sos.seen')}
      </button>
    </>
  );
}

/** Only when there is something to say: a line that is there is not news. */
function LineWord() {
  const desk = useDesk();
  const line = useStore(desk.link.state);
  const t = useSay();
  if (line.kind === 'online') return null;
  return (
    <span className={styles.line} data-line={line.kind}>
      {t(line.kind === 'offline' ? 'net.word.offline' : 'net.word.reconnecting')}
    </span>
  );
}

function SoundWord() {
  const { sounds } = useApp();
  const state = useStore(sounds.state);
  const t = useSay();
  return (
    <Button
      className={`${styles.tool} ${styles.sound}`}
      onClick={() => void sounds.test()}
      title={t('topbar.sound.test')}
    >
      <Icon name={state === 'on' ? 'sound' : 'mute'} />
      <span className={styles.word}>{t(state === 'on' ? 'topbar.sound.on' : 'topbar.sound.off')}</span>
    </Button>
  );
}

const states = ['available', 'pause', 'away'] as const satisfies readonly Staff['state'][];

function StateMenu() {
  const desk = useDesk();
  const state = useStore(desk.state);
  const { staff } = useStore(desk.view);
  const t = useSay();
  const me = staff.find(one => one.id === desk.me.id);
  return (
    <Menu>
      <Menu.Target>
        <Button className={styles.tool}>
          <span className={styles.dot} data-state={state} aria-hidden="true" />
          <span className={styles.word}>{t(`staff.state.${state}`)}</span>
          {me && (
            <span className="figures">
              {me.load}/{me.capacity}
            </span>
          )}
          <span className={styles.down}>
            <Icon name="down" size={12} />
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {states.map(one => (
          <Menu.Item
            key={one}
            onClick={() => desk.setState(one)}
            leftSection={<span className={styles.dot} data-state={one} aria-hidden="true" />}
          >
            {t(`staff.state.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
