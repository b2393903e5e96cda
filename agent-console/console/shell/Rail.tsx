/** Where one can go. On a telephone the same places are a line at the bottom. */
import { Button } from '@mantine/core';
import { may } from '../../../bot/console/rights.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { Icon, RiskIcon, type IconName } from '../look/icons.js';
import type { Key } from '../words/words.js';
import styles from './Rail.module.css';
import type { Page, Tab } from './ui.js';
import { useGoToSos } from './useGoToSos.js';

export function Rail() {
  const { ui } = useApp();
  const { page } = useStore(ui.place);
  const { alarms, me } = useDesk();
  const { untaken } = useStore(alarms);
  const t = useSay();
  const goToSos = useGoToSos();
  const go = (to: Page) => () => ui.go({ page: to });
  return (
    <nav className={styles.rail} aria-label={t('rail.title')}>
      <Place icon="queue" word="rail.desk" current={page === 'desk'} onGo={go('desk')} />
      <Place icon="sos" word="rail.sos" current={false} onGo={goToSos} urgent={untaken.some(one => !one.drill)} />
      <Place icon="calendar" word="rail.appointments" current={page === 'appointments'} onGo={go('appointments')} />
      <Place icon="facts" word="rail.archive" current={page === 'archive'} onGo={go('archive')} />
      {may(me.roles, 'drill') && (
        <Place icon="drill" word="rail.drills" current={page === 'drills'} onGo={go('drills')} />
      )}
      <span className={styles.space} />
      <Place icon="help" word="rail.help" current={false} onGo={() => ui.dialog.set({ kind: 'keys' })} />
    </nav>
  );
}

interface PlaceProps {
  icon: IconName | 'sos';
  word: Key;
  current: boolean;
  onGo(): void;
  urgent?: boolean;
}

function Place({ icon, word, current, onGo, urgent = false }: PlaceProps) {
  const t = useSay();
  return (
    <button
      type="button"
      className={styles.place}
      aria-current={current ? 'page' : undefined}
      data-urgent={urgent || undefined}
      data-long={t(word).length > 8 || undefined}
      onClick={onGo}
    >
      {icon === 'sos' ? <RiskIcon shape="imminent" filled={urgent} size={18} /> : <Icon name={icon} size={18} />}
      {t(word)}
    </button>
  );
}

const tabs: readonly { tab: Tab; icon: IconName; word: Key }[] = [
  { tab: 'queue', icon: 'queue', word: 'tabs.queue' },
  { tab: 'chat', icon: 'chat', word: 'tabs.chat' },
  { tab: 'facts', icon: 'facts', word: 'tabs.facts' },
  { tab: 'more', icon: 'more', word: 'tabs.more' },
];

/** Under 900 px: the parts of the desk, one at a time. */
export function Tabs() {
  const { ui } = useApp();
  const t = useSay();
  const tab = useStore(ui.tab);
  const { page, conversation } = useStore(ui.place);
  const { rows } = useStore(useDesk().view);
  const open = conversation === null ? undefined : rows.get(conversation);
  const unread = tab === 'chat' ? 0 : (open?.unread ?? 0);
  const isSos = open !== undefined && open.emergency !== 'idle';
  return (
    <nav className={styles.tabs} aria-label={t('tabs.title')}>
      {tabs.map(one => (
        <Button
          key={one.tab}
          variant="subtle"
          className={styles.tab}
          // The other pages are reached by *more*.
          aria-current={(page === 'desk' ? tab : 'more') !== one.tab ? undefined : page === 'desk' ? 'page' : 'true'}
          disabled={conversation === null && (one.tab === 'chat' || one.tab === 'facts')}
          onClick={() => {
            ui.go({ page: 'desk' });
            ui.tab.set(one.tab);
          }}
        >
          {/* In an emergency the calls are there, and it says so. */}
          <Icon name={isSos && one.tab === 'facts' ? 'phone' : one.icon} />
          <span className={styles.tabWord}>
            {t(isSos && one.tab === 'facts' ? 'tabs.facts.calls' : one.word)}
            {one.tab === 'chat' && unread > 0 && (
              <>
                {' '}
                <strong className={styles.unread} aria-hidden="true">
                  {unread}
                </strong>
                <span className="hidden">{t('queue.row.unread', { n: unread })}</span>
              </>
            )}
          </span>
        </Button>
      ))}
    </nav>
  );
}
