/** On a telephone, what has no place in the other tabs. */
import { Button } from '@mantine/core';
import { may } from '../../../bot/console/rights.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { Icon } from '../look/icons.js';
import { ServerHour } from '../look/moments.js';
import { useMainRole } from './useMainRole.js';
import styles from './MorePane.module.css';

export function MorePane({ className }: { className?: string | undefined }) {
  const { ui, sounds, prefs } = useApp();
  const { me } = useDesk();
  const { theme } = useStore(prefs);
  const t = useSay();
  const role = useMainRole('more');
  return (
    <section role={role} className={`${styles.more} ${className ?? ''}`} aria-label={t('tabs.more')}>
      <Button onClick={() => ui.go({ page: 'appointments' })} leftSection={<Icon name="calendar" />}>
        {t('rail.appointments')}
      </Button>
      <Button onClick={() => ui.go({ page: 'archive' })} leftSection={<Icon name="facts" />}>
        {t('archive.title')}
      </Button>
      <Button onClick={() => ui.go({ page: 'handover' })} leftSection={<Icon name="queue" />}>
        {t('handover.title')}
      </Button>
      {may(me.roles, 'drill') && (
        <Button onClick={() => ui.go({ page: 'drills' })} leftSection={<Icon name="drill" />}>
          {t('drills.title')}
        </Button>
      )}
      <Button onClick={() => ui.dialog.set({ kind: 'palette' })}>{t('topbar.palette')}</Button>
      <Button onClick={() => void sounds.test()} leftSection={<Icon name="sound" />}>
        {t('shift.sound.test')}
      </Button>
      <Button onClick={() => prefs.change({ theme: theme === 'dark' ? 'light' : 'dark' })}>
        {t('verb.theme', { theme: t(`user.theme.${theme ?? 'system'}`) })}
      </Button>
      <Button onClick={() => ui.dialog.set({ kind: 'keys' })}>{t('verb.keys')}</Button>
      <p>
        {t('more.hour')} <ServerHour />
      </p>
    </section>
  );
}
