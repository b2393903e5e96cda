/** What a screen reader is told of the queue and of the open conversation: little, late enough, and each thing once. */
import { useState } from 'react';
import { isSos, type Refusal } from '../../../bot/console/contract.js';
import { inOrder, sectionOf } from '../../../bot/console/queue.js';
import type { AlarmView } from '../live/alarms.js';
import type { Leaving } from '../live/outgoing.js';
import { isMine, isUntaken } from '../live/order.js';
import { QueueNews } from '../live/news.js';
import { useApp, useDesk, useLocale, useOnChange, useSay, useStore } from '../look/app.js';
import type { Say } from '../words/words.js';
import { written } from './conversation/draftText.js';
import { hasDraft, refusalText, withDraft } from './useMoves.js';

export function useTelling(): void {
  const desk = useDesk();
  const { drafts, news, notices, clock } = useApp();
  const t = useSay();
  const { rows } = useStore(desk.view);
  const alarms = useStore(desk.alarms);
  const opened = useStore(desk.opened.view);
  const [queue] = useState(() => new QueueNews({ now: clock.now, later: (run, ms) => setTimeout(run, ms) }));
  const arrivals = useStore(queue.told);

  useOnChange(arrivals, told => {
    if (told) news.tell(t('queue.told', { n: told.n, level: t(`queue.section.${told.section}`) }));
  });

  useOnChange(rows, (now, before) => {
    if (before.size === 0) return;
    for (const row of now.values()) {
      const had = before.get(row.conversation);
      // Of the one on the screen it is told below, where the words of that conversation are.
      const isOpen = opened.kind === 'open' && opened.conversation === row.conversation;
      if (
        isOpen ||
        had?.offer?.to === row.owner.id ||
        !had ||
        !isMine(had, desk.me.id) ||
        isUntaken(row) ||
        isMine(row, desk.me.id)
      )
        continue;
      const text = t('conversation.taken_elsewhere', { name: row.name, owner: row.owner.name ?? '' });
      const told = withDraft(text, hasDraft(drafts, row.conversation), t);
      notices.show(told, { tone: 'warning' });
      news.tell(told, 'assertive');
    }
    const waiting = inOrder(
      [...now.values()].filter(row => !before.has(row.conversation) && isUntaken(row) && !isSos(row)),
      clock.now(),
    );
    const first = waiting[0];
    if (first) queue.arrived(waiting.length, sectionOf(first));
  });

  useOnChange(alarms, (now, before) => {
    const known = new Set(before.untaken.map(one => one.conversation));
    for (const one of now.untaken)
      if (!known.has(one.conversation))
        news.tell(
          one.drill
            ? t('alarm.drill.told', { name: one.name })
            : t('alarm.sos.told', {
                name: one.name,
                reason: rows.get(one.conversation)?.agreed ? t('queue.row.agreed') : one.reason,
              }),
          'assertive',
        );
    const givenIn = ({ given, others }: AlarmView) => [
      ...given,
      ...others.filter(one => one.kind === 'offered' || one.kind === 'support' || one.kind === 'called'),
    ];
    for (const one of givenIn(now))
      if (!givenIn(before).some(had => had.kind === one.kind && had.conversation === one.conversation))
        news.tell(t(GIVEN[one.kind as keyof typeof GIVEN], { name: one.name, by: one.by ?? '' }), 'assertive');
  });

  useOnChange(opened, (now, before) => {
    if (now.kind !== 'open' || before.kind !== 'open' || now.conversation !== before.conversation) return;
    const known = new Set(before.thread.lines.map(line => line.key));
    for (const line of now.thread.lines) {
      if (!known.has(line.key) && 'item' in line && line.item.kind === 'message' && line.item.direction === 'in') {
        news.tell(t('chat.told', { text: line.item.text }));
      }
    }
    const has = now.thread.row.owner;
    // Who handed her over herself was told of it as she did.
    const gave = now.thread.lines.some(
      line =>
        !known.has(line.key) &&
        'item' in line &&
        line.item.kind === 'event' &&
        ((line.item.event === 'handed' && line.item.vars.name === desk.me.name) ||
          (line.item.event === 'accepted' && line.item.vars.from === desk.me.name)),
    );
    if (isMine(before.thread.row, desk.me.id) && has.kind === 'executive' && has.id !== desk.me.id && !gave) {
      const text = t('conversation.taken_by_other', { name: has.name ?? '' });
      news.tell(withDraft(text, hasDraft(drafts, now.conversation), t), 'assertive');
    }
    if (rank[now.thread.row.risk] > rank[before.thread.row.risk])
      news.tell(t('risk.rose', { level: t(`risk.${now.thread.row.risk}`) }));
  });
}

/** What was refused is in her hands again, and she is told why. */
export function useRefused(): void {
  const desk = useDesk();
  const { drafts, notices, news } = useApp();
  const locale = useLocale();
  const t = useSay();
  useOnChange(useStore(desk.outgoing.refused), back => {
    if (!back) return;
    const { message, refusal, isInComposer } = back;
    const kind = message.kind === 'say' ? 'reply' : 'note';
    if (isInComposer)
      written.set({ conversation: message.conversation, kind, text: drafts.get(message.conversation, kind) });
    const text = unsent(message, refusalText(refusal, t, locale, false), refusal, isInComposer, t);
    notices.show(text, { tone: 'warning' });
    news.tell(text, 'assertive');
  });
}

/** That it did not leave, first why, and where it is now. */
function unsent({ cut, kind }: Leaving, why: string, { owner }: Refusal, isInComposer: boolean, t: Say): string {
  const reason = owner?.kind === 'queue' && cut ? t('unsent.cut') : why;
  const where = isInComposer ? 'unsent.draft' : 'unsent.chat';
  const take = owner?.kind === 'queue' && kind === 'say' ? t('unsent.take') : '';
  return [reason, t(where), take].filter(Boolean).join(' ');
}

/** What a colleague gave to this person, or asks of her. */
const GIVEN = {
  handed: 'other_alarm.handed',
  offered: 'other_alarm.offered',
  support: 'other_alarm.support',
  called: 'other_alarm.called',
} as const;

const rank = { none: 0, low: 1, medium: 2, high: 3, imminent: 4 } as const;
