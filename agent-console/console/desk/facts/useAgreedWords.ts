/** The words agreed with her, asked for by a click of who has her: they are on no screen by themselves, and each look is recorded. */
import { useState } from 'react';
import type { AgreedWords } from '../../../../bot/console/contract.js';
import { NoAnswer } from '../../live/link.js';
import { useApp, useDesk, useSay } from '../../look/app.js';

export interface WordsSeen {
  words: AgreedWords | null;
  isBusy: boolean;
  see(then?: (words: AgreedWords) => void): void;
  hide(): void;
}

export function useAgreedWords(conversation: string): WordsSeen {
  const desk = useDesk();
  const { notices } = useApp();
  const t = useSay();
  const [state, setState] = useState<{ of: string; words: AgreedWords | null; isBusy: boolean }>({
    of: conversation,
    words: null,
    isBusy: false,
  });
  const show = (words: AgreedWords | null, isBusy = false) => setState({ of: conversation, words, isBusy });
  const ask = async (then?: (words: AgreedWords) => void) => {
    show(null, true);
    try {
      const reply = await desk.link.ask('agreed-words', { conversation });
      show(reply.ok ? reply : null);
      if (reply.ok) then?.(reply);
      else notices.show(reply.message || t(`refusal.${reply.code}`), { tone: 'warning' });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      show(null);
      notices.show(t('refusal.unavailable'), { tone: 'warning' });
    }
  };
  // Of another conversation nothing is shown here.
  const isHere = state.of === conversation;
  return {
    words: isHere ? state.words : null,
    isBusy: isHere && state.isBusy,
    see: then => void ask(then),
    hide: () => show(null),
  };
}
