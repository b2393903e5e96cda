/** Why no drill can be started now: one goes on, or somebody real waits for a person. The server decides it once more. */
import { useDesk, useSay, useStore } from '../look/app.js';

/** Undefined where one can be. */
export function useNoDrill(): string | undefined {
  const desk = useDesk();
  const { drill } = useStore(desk.view);
  const { untaken } = useStore(desk.alarms);
  const t = useSay();
  if (drill) return t('drill.reason.running');
  return untaken.some(one => !one.drill) ? t('drill.reason.sos') : undefined;
}
