/** The frame of every screen of somebody at work: top bar, rail, the page, and what may open over it. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { DeskPage } from '../desk/DeskPage.js';
import { UnbookDialog } from '../appointments/UnbookDialog.js';
import { Dialogs } from '../desk/dialogs/Dialogs.js';
import { DrillBanner } from '../drill/DrillBanner.js';
import { DrillDialog } from '../drill/DrillDialog.js';
import { may } from '../../../bot/console/rights.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { useHandoverTold } from '../handover/useHandoverTold.js';
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
const loadDrills = () => import('../drill/DrillsPage.js');
const DrillsPage = lazy(loadDrills);
const loadHandover = () => import('../handover/HandoverPage.js');
const HandoverPage = lazy(loadHandover);
const pages = {
  appointments: AppointmentsPage,
  archive: ArchivePage,
  drills: DrillsPage,
  handover: HandoverPage,
} as const;

export default function Shell() {
  const desk = useDesk();
  const { ui, notices, news, clock } = useApp();
  const { page } = useStore(ui.place);
  const dialog = useStore(ui.dialog);
  const t = useSay();
  useTitle();
  useGeneralVerbs();
  useKeptFocus();
  useHandoverTold();
  useKeys(verb => {
    const text = t('keys.unavailable', { verb: verb.title, reason: verb.unavailable ?? '' });
    notices.show(text, { tone: 'warning' });
    news.tell(text);
  });
  useEffect(() => {
    // Fetched now, so that they are there without a line and after the server has been updated.
    for (const load of [loadAppointments, loadArchive, loadDrills, loadHandover]) void load().catch(() => undefined);
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
  // An address that somebody else's role may follow leads to what hers may see.
  const shown = page === 'drills' && !may(desk.me.roles, 'drill') ? 'desk' : page;
  const Other = shown === 'desk' ? null : pages[shown];
  return (
    <div className={styles.shell} data-page={shown}>
      <SkipLinks />
      <DrillBanner />
      <TopBar />
      <Bars />
      <Rail />
      {Other ? (
        <Fence>
          <Suspense fallback={<main aria-busy="true" aria-label={t(`rail.${shown}`)} />}>
            <Other />
          </Suspense>
        </Fence>
      ) : (
        <DeskPage />
      )}
      <Tabs />
      <NoticeStack />
      {dialog?.kind === 'palette' && <Palette />}
      {dialog?.kind === 'keys' && <KeysHelp />}
      {dialog?.kind === 'drill-start' && <DrillDialog what="start" />}
      {dialog?.kind === 'drill-end' && <DrillDialog what="end" />}
      {dialog?.kind === 'unbook' && <UnbookDialog hour={dialog.hour} />}
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
      <Button variant="filled" onClick={() => void session.signOut()}>
        {t('user.sign_out')}
      </Button>
    </main>
  );
}

/** The title of the tab says how many SOS wait, also while the tab is behind others, and that a drill goes on. */
function useTitle(): void {
  const desk = useDesk();
  const { ui } = useApp();
  const { page } = useStore(ui.place);
  const n = useStore(desk.alarms).untaken.filter(one => !one.drill).length;
  const { drill } = useStore(desk.view);
  const t = useSay();
  const calm = t('title.place', { place: t(`rail.${page}`) });
  const title =
    n > 0 ? t(drill ? 'title.sos_drill' : 'title.sos', { n }) : drill ? t('title.drill', { title: calm }) : calm;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
