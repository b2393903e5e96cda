/** Links to one line of a conversation: where one that was followed leads, and how one is made. */
import { useEffect, type RefObject } from 'react';
import { useApp, useSay, useStore } from '../../look/app.js';
import { linkTo } from '../../shell/ui.js';
import { useVerbs } from '../../shell/verbs.js';
import { conversationKeys } from './conversationKeys.js';

interface Lines {
  conversation: string;
  /** Keys of the lines that can be pointed at, all of them. */
  stops: readonly string[];
  /** The one that the keyboard is on. */
  stop: string | undefined;
  /** What is shown may be old: a line that is not there may come yet. */
  isOld: boolean;
  scroller: RefObject<HTMLElement | null>;
  /** Draws it, where only later lines are drawn. */
  reach(line: string): void;
  /** It is on the screen now, wherever it was read before. */
  reached(): void;
}

export function usePointed({ conversation, stops, stop, isOld, scroller, reach, reached }: Lines): void {
  const { ui, notices, news } = useApp();
  const pointed = useStore(ui.pointed);
  const t = useSay();
  const told = (text: string) => {
    notices.show(text);
    news.tell(text);
  };

  useEffect(() => {
    if (pointed?.conversation !== conversation) return;
    const { line } = pointed;
    if (!stops.includes(line)) {
      if (isOld) return;
      ui.pointed.set(null);
      notices.show(t('message.link.gone'), { tone: 'warning' });
      news.tell(t('message.link.gone'));
      return;
    }
    const element = scroller.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"]`);
    if (!element) return reach(line);
    ui.pointed.set(null);
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
    reached();
  });

  const { key, title } = conversationKeys.link;
  useVerbs([
    {
      id: 'link',
      title: t(title),
      scope: 'conversation',
      keys: [key],
      unavailable: stop === undefined ? t('chat.empty') : undefined,
      run: () => {
        if (stop === undefined) return;
        void navigator.clipboard
          ?.writeText(linkTo(conversation, stop, window.location))
          .then(() => told(t('message.link.copied')));
      },
    },
  ]);
}
