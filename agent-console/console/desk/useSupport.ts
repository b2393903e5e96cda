/** Asks the supervisors to look at this conversation: nothing is said in it, and who was told is said here. Can be taken back. */
import { NoAnswer } from '../live/link.js';
import { useApp, useDesk, useSay } from '../look/app.js';
import { useRefuse } from '../look/useRefuse.js';

export function useSupport(): (conversation: string) => void {
  const desk = useDesk();
  const { notices, news } = useApp();
  const refuse = useRefuse();
  const t = useSay();
  const ask = async (conversation: string, on: boolean): Promise<void> => {
    try {
      const reply = await desk.link.ask('support', { conversation, on });
      if (!reply.ok) return refuse(reply.message || t(`refusal.${reply.code}`));
      const names = reply.told.join(', ');
      const text = on ? t(names === '' ? 'support.nobody' : 'support.told', { names }) : t('support.withdrawn');
      notices.show(text, on ? { undo: () => void ask(conversation, false) } : {});
      news.tell(text);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      refuse(t('refusal.unavailable'));
    }
  };
  return conversation => void ask(conversation, true);
}
