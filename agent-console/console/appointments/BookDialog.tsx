/** There is no way back from a booking here: says first for whom and when. */
import { useLocale, useSay } from '../look/app.js';
import { Ask } from '../look/Ask.js';
import { dayOf, hourOf } from '../look/times.js';
import { useDone } from '../desk/dialogs/useDone.js';

interface BookDialogProps {
  name: string;
  startsAt: number;
  /** Why nothing can be booked now. */
  reason: string | undefined;
  /** True when the server did it. */
  book(): Promise<boolean>;
}

export function BookDialog({ name, startsAt, reason, book }: BookDialogProps) {
  const t = useSay();
  const locale = useLocale();
  const { isBusy, run } = useDone();
  return (
    <Ask
      title={t('appointments.book.title', { name })}
      verb={t('appointments.book')}
      reason={reason}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={() => run(book)}
    >
      <p>{t('appointments.book.effect', { day: dayOf(startsAt, locale), hour: hourOf(startsAt, locale) })}</p>
    </Ask>
  );
}
