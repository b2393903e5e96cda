/**
 * F8: to the most urgent SOS that nobody has; again, the next one; then to what was handed to her.
 * What was being written stays where it was.
 */
import { useCallback } from 'react';
import { useApp, useDesk, useSay } from '../look/app.js';

export function useGoToSos(): () => void {
  const desk = useDesk();
  const { ui, notices, news } = useApp();
  const t = useSay();
  return useCallback(() => {
    const { untaken, given } = desk.alarms.get();
    const all = [...untaken, ...given].sort((a, b) => Number(!!a.drill) - Number(!!b.drill));
    const here = all.findIndex(one => one.conversation === ui.place.get().conversation);
    const next = all[(here + 1) % Math.max(1, all.length)];
    if (!next) {
      notices.show(t('topbar.sos.none'));
      news.tell(t('topbar.sos.none'));
      return;
    }
    ui.look(next.conversation);
  }, [desk, ui, notices, news, t]);
}
