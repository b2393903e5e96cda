/** Starts or ends a drill; what is refused is said. */
import type { DrillRequest } from '../../../bot/console/contract.js';
import { NoAnswer } from '../live/link.js';
import { useDesk, useSay } from '../look/app.js';
import { useRefuse } from '../look/useRefuse.js';

/** Gives whether it was done. */
export function useDrill(): (what: DrillRequest['do']) => Promise<boolean> {
  const desk = useDesk();
  const refuse = useRefuse();
  const t = useSay();
  return async what => {
    try {
      const reply = await desk.link.ask('drill', { do: what });
      if (!reply.ok) refuse(reply.message || t(`refusal.${reply.code}`));
      return reply.ok;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      refuse(t('refusal.unavailable'));
      return false;
    }
  };
}
