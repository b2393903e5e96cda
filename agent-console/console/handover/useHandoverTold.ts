/** Wherever she is: that a colleague accepted whom she offered, or did not. */
import { useApp, useDesk, useOnChange, useSay, useStore } from '../look/app.js';
import { acceptedOf } from './inHand.js';

export function useHandoverTold(): void {
  const desk = useDesk();
  const { notices, news } = useApp();
  const t = useSay();
  useOnChange(useStore(desk.view).rows, (now, before) => {
    for (const one of acceptedOf(before, now, desk.me.id)) {
      const text = t('handover.told', one);
      notices.show(text);
      news.tell(text);
    }
  });
  useOnChange(useStore(desk.alarms).others, (now, before) => {
    const isKept = (one: (typeof now)[number]) => one.kind === 'not-accepted';
    for (const one of now.filter(isKept))
      if (!before.some(had => isKept(had) && had.conversation === one.conversation))
        news.tell(t('other_alarm.not_accepted', { name: one.name }), 'assertive');
  });
}
