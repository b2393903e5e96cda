/** What can be done from every screen. */
import { may } from '../../../bot/console/rights.js';
import { useNoDrill } from '../drill/useNoDrill.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { nextRegion } from './regions.js';
import { useLeave } from '../handover/inHand.js';
import { useGoToSos } from './useGoToSos.js';
import { useVerbs, type Verb } from './verbs.js';

export function useGeneralVerbs(): void {
  const desk = useDesk();
  const { ui, prefs, sounds, notices, news, clock } = useApp();
  const { theme, density } = useStore(prefs);
  const state = useStore(desk.state);
  const isGoing = useStore(desk.view).drill !== null;
  const noDrill = useNoDrill();
  const goToSos = useGoToSos();
  const leave = useLeave();
  const t = useSay();
  const stateVerbs: Verb[] = (['available', 'away', 'pause'] as const).map(one => ({
    id: `state.${one}`,
    title: t('verb.state', { state: t(`staff.state.${one}`) }),
    scope: 'general',
    unavailable: state === one ? t('verb.state.already') : undefined,
    run: () => desk.setState(one),
  }));
  const drillVerbs: Verb[] = [
    {
      id: 'go.drills',
      title: t('verb.go', { place: t('drills.title') }),
      scope: 'general',
      run: () => ui.go({ page: 'drills' }),
    },
    {
      id: 'drill.start',
      title: t('drill.act.start'),
      scope: 'general',
      unavailable: noDrill,
      run: () => ui.dialog.set({ kind: 'drill-start' }),
    },
    {
      id: 'drill.end',
      title: t('verb.drill.end'),
      scope: 'general',
      unavailable: isGoing ? undefined : t('drill.reason.none'),
      run: () => ui.dialog.set({ kind: 'drill-end' }),
    },
  ];
  useVerbs([
    {
      id: 'palette',
      title: t('verb.palette'),
      scope: 'general',
      keys: ['Mod K'],
      always: true,
      keyOnly: true,
      run: () => ui.dialog.set({ kind: 'palette' }),
    },
    { id: 'sos', title: t('verb.sos'), scope: 'general', keys: ['F8'], always: true, run: goToSos },
    {
      id: 'region.next',
      title: t('verb.region.next'),
      scope: 'general',
      keys: ['F2'],
      keyOnly: true,
      run: () => nextRegion(1),
    },
    {
      id: 'region.back',
      title: t('verb.region.back'),
      scope: 'general',
      keys: ['Shift F2'],
      keyOnly: true,
      run: () => nextRegion(-1),
    },
    { id: 'keys', title: t('verb.keys'), scope: 'general', keys: ['?'], run: () => ui.dialog.set({ kind: 'keys' }) },
    {
      id: 'exact',
      title: t('verb.exact'),
      scope: 'general',
      keys: ['.'],
      run: () => {
        ui.exactTimes.update(on => !on);
        clock.beat(true);
      },
    },
    {
      id: 'undo',
      title: t('verb.undo'),
      scope: 'general',
      keys: ['U', 'Mod Z'],
      run: () => {
        if (notices.undoLast()) return;
        notices.show(t('verb.undo.nothing'));
        news.tell(t('verb.undo.nothing'));
      },
    },
    {
      id: 'go.desk',
      title: t('verb.go', { place: t('rail.desk') }),
      scope: 'general',
      run: () => ui.go({ page: 'desk' }),
    },
    {
      id: 'go.appointments',
      title: t('verb.go', { place: t('rail.appointments') }),
      scope: 'general',
      run: () => ui.go({ page: 'appointments' }),
    },
    {
      id: 'go.archive',
      title: t('verb.go', { place: t('archive.title') }),
      scope: 'general',
      run: () => ui.go({ page: 'archive' }),
    },
    {
      id: 'go.handover',
      title: t('verb.go', { place: t('handover.title') }),
      scope: 'general',
      run: () => ui.go({ page: 'handover' }),
    },
    ...(may(desk.me.roles, 'drill') ? drillVerbs : []),
    ...stateVerbs,
    { id: 'sound', title: t('shift.sound.test'), scope: 'general', run: () => void sounds.test() },
    {
      id: 'theme',
      title: t('verb.theme', { theme: t(`user.theme.${theme ?? 'system'}`) }),
      scope: 'general',
      run: () =>
        prefs.change({
          theme: theme === null ? 'light' : theme === 'light' ? 'dark' : theme === 'dark' ? 'contrast' : null,
        }),
    },
    {
      id: 'density',
      title: t('verb.density', { density: t(`user.density.${density}`) }),
      scope: 'general',
      run: () => prefs.change({ density: density === 'dense' ? 'wide' : 'dense' }),
    },
    { id: 'sign-out', title: t('user.sign_out'), scope: 'general', run: leave },
  ]);
}
