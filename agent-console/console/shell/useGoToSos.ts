/** F8: to the most urgent SOS that nobody has; again, the next one. What was being written stays where it was. */
import { useCallback } from 'react';
import { useApp, useDesk, useSay } from '../look/app.js';

export function useGoToSos(): () => void {
  const desk = useDesk();
  const { ui, notices, news } = useApp();
  const t = useSay();
  return useCallback(() => {
    const { untaken } = desk.alarms.get();
    const here = untaken.findIndex(one => one.conversation === ui.place.get().conversation);
    const next = untaken[(here + 1) % Math.max(1, untaken.length)];
    if (!next) {
      notices.show(t('topbar.sos.none'));
      news.tell(t('topbar.sos.none'));
      return;
    }
    ui.look(next.conversation);
  }, [desk, ui, notices, news, t]);
}
