/** Before an hour is cancelled: whose it is, when, and what she will read of it. */
import { useApp, useLocale, useSay } from '../look/app.js';
import { Ask } from '../look/Ask.js';
import { dayOf, hourOf } from '../look/times.js';
import { useDone } from '../desk/dialogs/useDone.js';
import { useMoves } from '../desk/useMoves.js';
import type { Hour } from '../shell/ui.js';
import { useForeseen } from './useForeseen.js';
import { WhatSheReads } from './WhatSheReads.js';

export function UnbookDialog({ hour: { conversation, name, startsAt } }: { hour: Hour }) {
  const { notices, news } = useApp();
  const moves = useMoves();
  const t = useSay();
  const locale = useLocale();
  const { isBusy, run } = useDone();
  const told = useForeseen({ conversation });
  const cancel = async () => {
    const isDone = await moves.run(conversation, { do: 'unbook' });
    if (isDone) {
      const text = t('appointments.unbooked', { name });
      notices.show(text);
      news.tell(text);
    }
    return isDone;
  };
  return (
    <Ask
      title={t('appointments.unbook.title', { name })}
      verb={t('appointments.unbook')}
      color="imminent"
      reason={told?.ok === false ? told.message || t(`refusal.${told.code}`) : undefined}
      busy={isBusy ? t('common.saving') : told === undefined ? t('appointments.reads.asking') : undefined}
      onYes={() => run(cancel)}
    >
      <p>{t('appointments.unbook.effect', { day: dayOf(startsAt, locale), hour: hourOf(startsAt, locale) })}</p>
      {told?.ok !== false && <WhatSheReads told={told} />}
    </Ask>
  );
}
