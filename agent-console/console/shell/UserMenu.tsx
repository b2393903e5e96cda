/** How this person likes her console, and the way out. */
import { Button, Menu } from '@mantine/core';
import type { Theme } from '../../tokens/tokens.js';
import { useApp, useDesk, useLocale, useSay, useStore } from '../look/app.js';
import { Icon } from '../look/icons.js';
import type { Prefs } from '../live/prefs.js';
import { useSignOut } from '../signin/session.js';
import styles from './UserMenu.module.css';

const themes: readonly (Theme | null)[] = [null, 'light', 'dark', 'contrast'];
const sizes: readonly Prefs['messagePx'][] = [14, 16, 18, 20];

export function UserMenu() {
  const desk = useDesk();
  const t = useSay();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button className={styles.target} aria-label={t('user.menu', { name: desk.me.name })}>
          <span className={styles.name}>{shortName(desk.me.name)}</span>
          <Icon name="down" size={12} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <UserItems />
      </Menu.Dropdown>
    </Menu>
  );
}

export function UserItems() {
  const { prefs, locale } = useApp();
  const chosen = useStore(prefs);
  const language = useLocale();
  const t = useSay();
  const signOut = useSignOut();
  return (
    <>
      <Menu.Label>{t('user.theme')}</Menu.Label>
      {themes.map(theme => (
        <Choice key={theme ?? 'system'} on={chosen.theme === theme} onChoose={() => prefs.change({ theme })}>
          {t(`user.theme.${theme ?? 'system'}`)}
        </Choice>
      ))}
      <Menu.Label>{t('user.density')}</Menu.Label>
      {(['dense', 'wide'] as const).map(density => (
        <Choice key={density} on={chosen.density === density} onChoose={() => prefs.change({ density })}>
          {t(`user.density.${density}`)}
        </Choice>
      ))}
      <Menu.Label>{t('user.message_size')}</Menu.Label>
      <Menu.Item
        closeMenuOnClick={false}
        onClick={() => prefs.change({ messagePx: sizes[(sizes.indexOf(chosen.messagePx) + 1) % sizes.length] ?? 14 })}
      >
        {t('user.message_size.now', { px: chosen.messagePx })}
      </Menu.Item>
      <Menu.Label>{t('user.language')}</Menu.Label>
      {(['es', 'en'] as const).map(one => (
        <Choice
          key={one}
          on={language === one}
          onChoose={() => {
            prefs.change({ locale: one });
            locale.set(one);
          }}
        >
          <span lang={one}>{t(`language.${one}`)}</span>
        </Choice>
      ))}
      <Menu.Label>{t('user.more')}</Menu.Label>
      <Choice on={chosen.letters} onChoose={() => prefs.change({ letters: !chosen.letters })}>
        {t('user.letters')}
      </Choice>
      <Choice on={chosen.onlySos} onChoose={() => prefs.change({ onlySos: !chosen.onlySos })}>
        {t('user.only_sos')}
      </Choice>
      <Menu.Divider />
      <Menu.Item onClick={() => void signOut()}>{t('user.sign_out')}</Menu.Item>
    </>
  );
}

function Choice({ on, onChoose, children }: { on: boolean; onChoose(): void; children: React.ReactNode }) {
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={on}
      onClick={onChoose}
      leftSection={<span className={styles.mark}>{on && <Icon name="tick" size={14} />}</span>}
    >
      {children}
    </Menu.Item>
  );
}

/** `Ana R.`: the first name, and the initial of the next. */
export function shortName(name: string): string {
  const [first = '', next] = name.trim().split(/\s+/);
  return next ? `${first} ${next[0]}.` : first;
}
