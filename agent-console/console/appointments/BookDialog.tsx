/** Before an hour is booked, or the one she has is moved: for whom, when, and what she will read of it. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useSay } from '../look/app.js';
import { Ask } from '../look/Ask.js';
import { dayOf, hourOf } from '../look/times.js';
import { useDone } from '../desk/dialogs/useDone.js';
import { useForeseen } from './useForeseen.js';
import { WhatSheReads } from './WhatSheReads.js';

interface BookDialogProps {
  conversation: string;
  name: string;
  startsAt: number;
  /** The hour that she has and that is moved. */
  moves: number | undefined;
  /** Why nothing can be booked now. */
  reason: string | undefined;
  /** She writes from no telephone: which number is called. */
  asksNumber: boolean;
  /** True when the server did it; no number where none was written. */
  book(phone: string | undefined): Promise<boolean>;
}

export function BookDialog({ conversation, name, startsAt, moves, reason, asksNumber, book }: BookDialogProps) {
  const t = useSay();
  const locale = useLocale();
  const { isBusy, run } = useDone();
  const [phone, setPhone] = useState('');
  const told = useForeseen({ conversation, startsAt });
  const [day, hour] = [dayOf(startsAt, locale), hourOf(startsAt, locale)];
  return (
    <Ask
      title={t(moves === undefined ? 'appointments.book.title' : 'appointments.move.title', { name })}
      verb={t(moves === undefined ? 'appointments.book' : 'appointments.move.verb')}
      reason={reason}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={() => run(() => book(phone.trim() || undefined))}
    >
      <p>
        {moves === undefined
          ? t('appointments.book.effect', { day, hour })
          : t('appointments.move.effect', { day, hour, from: dayOf(moves, locale), from_hour: hourOf(moves, locale) })}
      </p>
      <WhatSheReads told={told} />
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
