/** The whole console: its look, and which screen by what is known of the person. */
import { Button, MantineProvider } from '@mantine/core';
import { lazy, Suspense, useLayoutEffect, useMemo } from 'react';
import { AppContext, DeskContext, useApp, useSay, useStore, type App } from './look/app.js';
import { cssVariablesResolver, themeFor } from './look/theme.js';
import { useMedia } from './look/useMedia.js';
import { LiveRegions } from './shell/LiveRegions.js';
import { Card } from './signin/Card.js';
import { NewPassword } from './signin/NewPassword.js';
import { SignIn } from './signin/SignIn.js';
import { SignInAgain } from './signin/SignInAgain.js';
import { StartShift } from './signin/StartShift.js';

/** Fetched while she signs in: the first screen does not wait for the desk. */
const loadShell = () => import('./shell/Shell.js');
const Shell = lazy(loadShell);
void loadShell().catch(() => undefined);

export function Console({ app }: { app: App }) {
  return (
    <AppContext value={app}>
      <Look>
        <LiveRegions />
        <Screen />
      </Look>
    </AppContext>
  );
}

/** Theme, density and language of the document. Without a choice of hers the style sheet follows the system alone. */
function Look({ children }: { children: React.ReactNode }) {
  const { prefs, locale, clock, sounds } = useApp();
  const chosen = useStore(prefs);
  const language = useStore(locale);
  const t = useSay();
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  const prefersContrast = useMedia('(prefers-contrast: more)');
  const theme = useMemo(() => themeFor(t('common.close')), [t]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset['density'] = chosen.density;
    root.style.setProperty('--message', `${chosen.messagePx}px`);
    if (chosen.theme) root.dataset['theme'] = chosen.theme;
    else delete root.dataset['theme'];
    sounds.prefer(chosen);
    clock.beat(true);
  }, [chosen, language, clock, sounds]);
  const isDark = chosen.theme === null ? prefersDark || prefersContrast : chosen.theme !== 'light';
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={isDark ? 'dark' : 'light'}
    >
      {children}
    </MantineProvider>
  );
}

function Screen() {
  const { session } = useApp();
  const now = useStore(session);
  const t = useSay();
  switch (now.phase) {
    case 'loading':
      return <main aria-busy="true" aria-label={t('signin.loading')} />;
    case 'unreachable':
      return (
        <Card title={t('signin.unreachable.title')} languages>
          <p>{t('signin.unreachable')}</p>
          <Button variant="filled" onClick={() => void session.resume()}>
            {t('common.retry')}
          </Button>
        </Card>
      );
    case 'signed-out':
      return <SignIn />;
    case 'password':
      return <NewPassword name={now.me.user.name} />;
    case 'starting':
      return <StartShift me={now.me} />;
    case 'working':
    case 'expired':
      break;
  }
  return (
    <DeskContext value={now.desk}>
      <Suspense fallback={<main aria-busy="true" aria-label={t('signin.loading')} />}>
        <Shell />
      </Suspense>
      {now.phase === 'expired' && <SignInAgain email={now.me.user.email} />}
    </DeskContext>
  );
}
