/** How this person likes her console, and the way out. */
import { Button, Menu } from '@mantine/core';
import { themes } from '../../tokens/tokens.js';
import { useApp, useDesk, useLocale, useSay, useStore } from '../look/app.js';
import { Icon } from '../look/icons.js';
import type { Prefs } from '../live/prefs.js';
import { useLeave } from '../handover/inHand.js';
import { initialsOf, shortName } from './shortName.js';
import styles from './UserMenu.module.css';

const sizes: readonly Prefs['messagePx'][] = [14, 16, 18, 20];

export function UserMenu() {
  const desk = useDesk();
  const t = useSay();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button className={styles.target} aria-label={t('user.menu', { name: desk.me.name })}>
          <span className={styles.name}>{shortName(desk.me.name)}</span>
          <span className={styles.initials}>{initialsOf(desk.me.name)}</span>
          <span className={styles.down}>
            <Icon name="down" size={12} />
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <UserItems />
      </Menu.Dropdown>
    </Menu>
  );
}

function UserItems() {
  const { prefs, locale } = useApp();
  const chosen = useStore(prefs);
  const language = useLocale();
  const t = useSay();
  const { ui } = useApp();
  const leave = useLeave();
  return (
    <>
      <Menu.Label>{t('user.theme')}</Menu.Label>
      <Menu.RadioGroup
        value={chosen.theme ?? 'system'}
        onChange={value => prefs.change({ theme: themes.find(theme => theme === value) ?? null })}
      >
        <Menu.RadioItem value="system">{t('user.theme.system')}</Menu.RadioItem>
        {themes.map(theme => (
          <Menu.RadioItem key={theme} value={theme}>
            {t(`user.theme.${theme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('user.language')}</Menu.Label>
      <Menu.RadioGroup
        value={language}
        onChange={value => {
          const next = value === 'en' ? 'en' : 'es';
          prefs.change({ locale: next });
          locale.set(next);
        }}
      >
        {(['es', 'en'] as const).map(one => (
          <Menu.RadioItem key={one} value={one} lang={one}>
            {t(`language.${one}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('user.more')}</Menu.Label>
      <Menu.Item
        closeMenuOnClick={false}
        onClick={() => prefs.change({ messagePx: sizes[(sizes.indexOf(chosen.messagePx) + 1) % sizes.length] ?? 14 })}
      >
        {t('user.message_size.now', { px: chosen.messagePx })}
      </Menu.Item>
      <Menu.CheckboxItem
        checked={chosen.density === 'wide'}
        onChange={isWide => prefs.change({ density: isWide ? 'wide' : 'dense' })}
      >
        {t('user.density.rows')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem checked={chosen.letters} onChange={letters => prefs.change({ letters })}>
        {t('user.letters')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem checked={chosen.onlySos} onChange={onlySos => prefs.change({ onlySos })}>
        {t('user.only_sos')}
      </Menu.CheckboxItem>
      <Menu.Divider />
      <Menu.Item onClick={() => ui.go({ page: 'handover' })}>{t('handover.title')}</Menu.Item>
      <Menu.Item onClick={leave}>{t('user.sign_out')}</Menu.Item>
    </>
  );
}
