/**
 * The moves of the desk, each with what is said after it and its way back. What the server refuses is told with who has
 * her; nothing that was being written is lost.
 */
import { useMemo } from 'react';
import type { Act, ActReply, Refusal } from '../../../bot/console/contract.js';
import { useApp, useDesk, useSay } from '../look/app.js';
import type { Key, Say } from '../words/words.js';

export interface Moves {
  /** True when the server did it. */
  run(conversation: string, act: Act): Promise<boolean>;
  take(conversation: string): Promise<boolean>;
  release(conversation: string, step?: string): Promise<boolean>;
  transfer(conversation: string, to: string, name: string): Promise<boolean>;
  startEmergency(conversation: string): Promise<boolean>;
  priority(conversation: string, on: boolean): Promise<boolean>;
}

export function useMoves(): Moves {
  const desk = useDesk();
  const { notices, news, ui } = useApp();
  const t = useSay();
  return useMemo(() => {
    const tell = (key: Key, vars: Record<string, string | number> = {}, undo?: () => void) => {
      const text = t(key, vars);
      notices.show(text, undo ? { undo } : {});
      news.tell(text);
    };
    const settle = (reply: ActReply): boolean => {
      if (reply.ok) return true;
      const text = refusalText(reply, t);
      notices.show(text, { tone: 'warning' });
      news.tell(text, 'assertive');
      return false;
    };
    const run = async (conversation: string, act: Act) => settle(await desk.act(conversation, act));
    const take = async (conversation: string) => {
      const isDone = await run(conversation, { do: 'take' });
      if (isDone) {
        news.tell(t('conversation.taken'));
        // Where the focus is wanted, unless she has gone on to somebody else meanwhile.
        if (ui.place.get().conversation === conversation) ui.write(conversation);
      }
      return isDone;
    };
    return {
      run,
      take,
      release: async (conversation, step) => {
        const isDone = await run(conversation, { do: 'release', ...(step === undefined ? {} : { step }) });
        if (isDone) tell('conversation.released', {}, () => void take(conversation));
        return isDone;
      },
      transfer: async (conversation, to, name) => {
        const isDone = await run(conversation, { do: 'transfer', to });
        if (isDone)
          tell(
            to === QUEUE ? 'conversation.returned' : 'conversation.transferred',
            { name },
            () => void take(conversation),
          );
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
  }, [desk, notices, news, ui, t]);
}

/** Where `transfer` goes when it goes to nobody in particular. */
export const QUEUE = 'queue';

/** Why the server did not do it, in words; who has her, when that is why. */
export function refusalText(refusal: Refusal, t: Say): string {
  const owner = refusal.owner;
  if ((refusal.code === 'owned' || refusal.code === 'stale') && owner?.kind === 'executive' && owner.name) {
    return t('conversation.taken_by_other', { name: owner.name });
  }
  return refusal.message || t(`refusal.${refusal.code}`);
}
