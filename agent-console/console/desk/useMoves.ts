/**
 * The moves of the desk, each with what is said after it and its way back. What the server refuses is told with who has
 * her; nothing that was being written is lost.
 */
import { useMemo } from 'react';
import type { Act, ActReply, Locale, Refusal } from '../../../bot/console/contract.js';
import { useApp, useDesk, useLocale, useSay } from '../look/app.js';
import type { Drafts } from '../live/drafts.js';
import { hourOf } from '../look/times.js';
import type { Key, Say } from '../words/words.js';

export interface Moves {
  /** True when the server did it. */
  run(conversation: string, act: Act): Promise<boolean>;
  /** The same, with what the server said. */
  ask(conversation: string, act: Act): Promise<ActReply>;
  /** `from`: the colleague whom she takes over from. */
  take(conversation: string, from?: string): Promise<boolean>;
  release(conversation: string, step?: string): Promise<boolean>;
  /** `atOnce`: she changes hands now, and only who has her then can give her back. */
  transfer(conversation: string, to: string, name: string, atOnce: boolean): Promise<boolean>;
  /** Offered to a colleague, who has her only once she accepts. */
  handOver(conversation: string, to: string, note: string, draft?: string): Promise<boolean>;
  accept(conversation: string): Promise<boolean>;
  /** What was offered to her, or by her. `from`: who offered it, where that is another. */
  decline(conversation: string, from: string | null): Promise<boolean>;
  startEmergency(conversation: string): Promise<boolean>;
  priority(conversation: string, on: boolean): Promise<boolean>;
}

export function useMoves(): Moves {
  const desk = useDesk();
  const { drafts, notices, news, ui } = useApp();
  const t = useSay();
  const locale = useLocale();
  return useMemo(() => {
    const tell = (key: Key, vars: Record<string, string | number> = {}, undo?: () => void) => {
      const text = t(key, vars);
      notices.show(text, undo ? { undo } : {});
      news.tell(text);
    };
    const settle = (conversation: string, reply: ActReply): ActReply => {
      if (reply.ok) return reply;
      const text = refusalText(reply, t, locale, hasDraft(drafts, conversation));
      notices.show(text, { tone: 'warning' });
      news.tell(text, 'assertive');
      return reply;
    };
    const ask = async (conversation: string, act: Act) => settle(conversation, await desk.act(conversation, act));
    const run = async (conversation: string, act: Act) => (await ask(conversation, act)).ok;
    const take = async (conversation: string, from?: string) => {
      const isDone = await run(conversation, { do: 'take', ...(from === undefined ? {} : { from }) });
      if (isDone) {
        news.tell(t('conversation.taken'));
        // Where the focus is wanted, unless she has gone on to somebody else meanwhile.
        if (ui.place.get().conversation === conversation) ui.write(conversation);
      }
      return isDone;
    };
    return {
      ask,
      run,
      take,
      release: async (conversation, step) => {
        const isDone = await run(conversation, { do: 'release', ...(step === undefined ? {} : { step }) });
        if (isDone) tell('conversation.released', {}, () => void take(conversation));
        return isDone;
      },
      transfer: async (conversation, to, name, atOnce) => {
        const isDone = await run(conversation, { do: 'transfer', to });
        const back = () => void take(conversation);
        if (isDone && to === QUEUE) tell('conversation.returned', {}, back);
        else if (isDone && atOnce) tell('conversation.handed', { name });
        else if (isDone) tell('conversation.transferred', { name }, back);
        return isDone;
      },
      handOver: (conversation, to, note, draft) =>
        run(conversation, { do: 'hand_over', to, note, ...(draft === undefined ? {} : { draft }) }),
      accept: async conversation => {
        const isDone = await run(conversation, { do: 'accept' });
        if (isDone) {
          news.tell(t('conversation.taken'));
          if (ui.place.get().conversation === conversation) ui.write(conversation);
        }
        return isDone;
      },
      decline: async (conversation, from) => {
        const isDone = await run(conversation, { do: 'decline' });
        if (isDone) tell(from === null ? 'handover.kept' : 'handover.declined', { from: from ?? '' });
        return isDone;
      },
      startEmergency: async conversation => {
        const isDone = await run(conversation, { do: 'start_emergency' });
        if (isDone) tell('emergency.started');
        return isDone;
      },
      priority: async (conversation, on) => {
        const isDone = await run(conversation, { do: 'label', label: 'priority', on });
        if (isDone)
          tell(
            on ? 'label.priority.on' : 'label.priority.off',
            {},
            () => void run(conversation, { do: 'label', label: 'priority', on: !on }),
          );
        return isDone;
      },
    };
  }, [desk, drafts, notices, news, ui, t, locale]);
}

/** Where `transfer` goes when it goes to nobody in particular. */
export const QUEUE = 'queue';

/** Something that she wrote there and did not send. */
export const hasDraft = (drafts: Drafts, conversation: string): boolean =>
  drafts.get(conversation, 'reply') !== '' || drafts.get(conversation, 'note') !== '';

/** Why the server did not do it, in words; who has her and since when, when that is why, and that a draft is kept, if there is one. */
export function refusalText(refusal: Refusal, t: Say, locale: Locale, keepsDraft: boolean): string {
  const owner = refusal.owner;
  if ((refusal.code === 'owned' || refusal.code === 'stale') && owner?.kind === 'executive' && owner.name) {
    const since = owner.since === undefined ? undefined : hourOf(owner.since, locale);
    const who =
      since === undefined
        ? t('conversation.has_her', { name: owner.name })
        : t('conversation.has_her_since', { name: owner.name, since });
    return withDraft(who, keepsDraft, t);
  }
  if ((refusal.code === 'owned' || refusal.code === 'stale') && owner?.kind === 'queue')
    return withDraft(t('conversation.back_in_queue'), keepsDraft, t);
  return refusal.message || t(`refusal.${refusal.code}`);
}

export const withDraft = (text: string, keepsDraft: boolean, t: Say): string =>
  keepsDraft ? `${text} ${t('conversation.draft_kept')}` : text;
