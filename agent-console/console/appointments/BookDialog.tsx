/** There is no way back from a booking here: says first for whom and when. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useSay } from '../look/app.js';
import { Ask } from '../look/Ask.js';
import { dayOf, hourOf } from '../look/times.js';
import { useDone } from '../desk/dialogs/useDone.js';

interface BookDialogProps {
  name: string;
  startsAt: number;
  /** Why nothing can be booked now. */
  reason: string | undefined;
  /** She writes from no telephone: which number is called. */
  asksNumber: boolean;
  /** True when the server did it; no number where none was written. */
  book(phone: string | undefined): Promise<boolean>;
}

export function BookDialog({ name, startsAt, reason, asksNumber, book }: BookDialogProps) {
  const t = useSay();
  const locale = useLocale();
  const { isBusy, run } = useDone();
  const [phone, setPhone] = useState('');
  return (
    <Ask
      title={t('appointments.book.title', { name })}
      verb={t('appointments.book')}
      reason={reason}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={() => run(() => book(phone.trim() || undefined))}
    >
      <p>{t('appointments.book.effect', { day: dayOf(startsAt, locale), hour: hourOf(startsAt, locale) })}</p>
      {asksNumber && (
        <TextInput
          label={t('appointments.number')}
          description={t('appointments.number.given')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={phone}
          onChange={event => setPhone(event.currentTarget.value)}
          data-autofocus
        />
      )}
    </Ask>
  );
}
