/**
 * The dialog of this console: names the thing and the effect, its button repeats the verb, and the focus starts where
 * nothing is lost: on the field or the choice when there is one, else on the way back.
 */
import { Modal } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Notice } from '../shell/notices.js';
import { ActButton } from './ActButton.js';
import { useApp, useSay, useStore } from './app.js';
import styles from './Ask.module.css';

interface AskProps {
  title: string;
  children: ReactNode;
  /** The verb of the button. */
  verb: string;
  onYes(): void;
  /** Why it cannot be done yet. */
  reason?: string | undefined;
  busy?: string | undefined;
  /** What cannot be undone wears its colour. */
  color?: 'accent' | 'imminent' | 'safety';
  size?: number;
}

export function Ask({ title, children, verb, onYes, reason, busy, color = 'accent', size = 460 }: AskProps) {
  const { ui } = useApp();
  const t = useSay();
  const [isTried, setTried] = useState(false);
  const { warned, changed } = useWarned();
  const close = () => ui.dialog.set(null);
  useReturnFocus();
  return (
    <Modal opened onClose={close} title={title} size={size} returnFocus={false}>
      <form
        onInput={changed}
        onSubmit={event => {
          event.preventDefault();
          if (reason !== undefined) setTried(true);
          else if (busy === undefined) onYes();
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
      >
        <div className={styles.body}>{children}</div>
        {reason !== undefined && (
          <p className={styles.reason} data-tried={isTried || undefined}>
            {reason}
          </p>
        )}
        {warned !== null && (
          <p className={styles.reason} data-tried>
            {warned}
          </p>
        )}
        <div className={styles.buttons}>
          <ActButton onAct={close} data-autofocus>
            {t('common.cancel')}
          </ActButton>
          <ActButton
            variant="filled"
            color={color}
            reason={reason}
            busy={busy}
            onAct={onYes}
            onOff={() => setTried(true)}
            shortcut="Mod Enter"
          >
            {verb}
          </ActButton>
        </div>
      </form>
    </Modal>
  );
}

/**
 * Why what was asked for here was not done: said in the dialog, and nowhere else. It goes as soon as something is changed, for
 * then it may be true no more, and with the dialog.
 */
function useWarned(): { warned: string | null; changed(): void } {
  const { notices } = useApp();
  const all = useStore(notices.all);
  const [before] = useState(() => new Set(all.map(notice => notice.id)));
  const now = all.findLast(({ id, tone }) => tone === 'warning' && !before.has(id));
  const [last, setLast] = useState<Notice | null>(null);
  if (now && now.id !== last?.id) setLast(now);
  useEffect(() => {
    if (last) notices.close(last.id);
  }, [last, notices]);
  return { warned: last?.text ?? null, changed: () => setLast(null) };
}

/** The focus goes back to where it was; when that is gone, to the heading of the conversation. */
export function useReturnFocus(): void {
  const opener = useRef<Element | null>(null);
  opener.current ??= document.activeElement;
  useEffect(
    () => () => {
      const back = opener.current;
      // After the dialog has left the page: until then the browser would not let the focus out.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body && document.activeElement !== null) return;
        if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
        else document.querySelector<HTMLElement>('[data-heading]')?.focus();
      });
    },
    [],
  );
}
