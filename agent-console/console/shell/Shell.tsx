/** The frame of every screen of somebody at work: top bar, rail, the page, and what may open over it. */
import { lazy, Suspense, useEffect } from 'react';
import { DeskPage } from '../desk/DeskPage.js';
import { Dialogs } from '../desk/dialogs/Dialogs.js';
import { may } from '../live/roles.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { Fence } from '../look/Fence.js';
import { Bars } from './Bars.js';
import { KeysHelp } from './KeysHelp.js';
import { NoticeStack } from './NoticeStack.js';
import { Palette } from './Palette.js';
import { Rail, Tabs } from './Rail.js';
import styles from './Shell.module.css';
import { SkipLinks } from './SkipLinks.js';
import { TopBar } from './TopBar.js';
import { useGeneralVerbs } from './useGeneralVerbs.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useKeys } from './verbs.js';

const loadAppointments = () => import('../appointments/AppointmentsPage.js');
const AppointmentsPage = lazy(loadAppointments);
const loadArchive = () => import('../archive/ArchivePage.js');
const ArchivePage = lazy(loadArchive);

export default function Shell() {
  const desk = useDesk();
  const { ui, notices, news, clock } = useApp();
  const { page } = useStore(ui.place);
  const dialog = useStore(ui.dialog);
  const t = useSay();
  useTitle();
  useGeneralVerbs();
  useKeptFocus();
  useKeys(verb => {
    const text = t('keys.unavailable', { verb: verb.title, reason: verb.unavailable ?? '' });
    notices.show(text, { tone: 'warning' });
    news.tell(text);
  });
  useEffect(() => {
    // Fetched now, so that they are there without a line and after the server has been updated.
    for (const load of [loadAppointments, loadArchive]) void load().catch(() => undefined);
  }, []);
  useEffect(() => {
    const wake = () => {
      clock.beat(true);
      desk.wake();
    };
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, [desk, clock]);

  if (!may(desk.me.roles, 'desk')) return <NotForThisRole />;
  return (
    <div className={styles.shell} data-page={page}>
      <SkipLinks />
      <TopBar />
      <Bars />
      <Rail />
      {page === 'desk' ? (
        <DeskPage />
      ) : (
        <Fence>
          <Suspense fallback={<main aria-busy="true" aria-label={t(`rail.${page}`)} />}>
            {page === 'archive' ? <ArchivePage /> : <AppointmentsPage />}
          </Suspense>
        </Fence>
      )}
      <Tabs />
      <NoticeStack />
      {dialog?.kind === 'palette' && <Palette />}
      {dialog?.kind === 'keys' && <KeysHelp />}
      {dialog && 'conversation' in dialog && <Dialogs dialog={dialog} />}
    </div>
  );
}

/** What is hidden from this role, and who can open it. */
function NotForThisRole() {
  const desk = useDesk();
  const { session } = useApp();
  const t = useSay();
  return (
    <main className={styles.closed}>
      <h1 data-heading tabIndex={-1}>
        {t('roles.closed.title', { name: desk.me.name })}
      </h1>
      <p>{t('roles.closed.why')}</p>
      <button type="button" onClick={() => void session.signOut()}>
        {t('user.sign_out')}
      </button>
    </main>
  );
}

/** The title of the tab says how many SOS wait, also while the tab is behind others. */
function useTitle(): void {
  const desk = useDesk();
  const { ui } = useApp();
  const { page } = useStore(ui.place);
  const { untaken } = useStore(desk.alarms);
  const t = useSay();
  const place = t(`rail.${page}`);
  const title = untaken.length > 0 ? t('title.sos', { n: untaken.length }) : t('title.place', { place });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
