/**
 * A button for an act that the server does. When it cannot be done it stays in reach and says why, on screen and to a
 * screen reader; while it is being done it says what ("tomando…") and takes no second press.
 */
import { Button, type ButtonProps } from '@mantine/core';
import { useId, type MouseEvent, type ReactNode } from 'react';
import { ariaKey, shownKey } from '../shell/keys.js';
import { useRefuse } from './useRefuse.js';

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

interface ActButtonProps extends Omit<ButtonProps, 'children'> {
  children: ReactNode;
  /** Without it, the button submits its form: Enter in a field does the same, and tells the same reason. */
  onAct?(): void;
  /** Why it cannot be done now. */
  reason?: string | undefined;
  /** Pressed while it cannot be done. */
  onOff?(): void;
  /** What is being done, while it is. */
  busy?: string | undefined;
  /** Its key, as in keys.ts; shown in the title. */
  shortcut?: string;
  id?: string;
  /** Of what is read with it. */
  described?: string;
  'aria-pressed'?: boolean;
  'aria-expanded'?: boolean;
  'aria-label'?: string;
  'data-autofocus'?: boolean;
}

export function ActButton({ children, onAct, onOff, reason, busy, shortcut, described, ...props }: ActButtonProps) {
  const refuse = useRefuse();
  const describedBy = useId();
  const isOff = reason !== undefined || busy !== undefined;
  const press = (event: MouseEvent) => {
    if (!isOff) return onAct?.();
    event.preventDefault();
    if (busy !== undefined || reason === undefined) return;
    onOff?.();
    refuse(reason);
  };
  return (
    <>
      <Button
        type={onAct ? 'button' : 'submit'}
        {...props}
        onClick={press}
        aria-disabled={isOff || undefined}
        data-disabled={isOff || undefined}
        aria-describedby={reason === undefined ? described : describedBy}
        aria-keyshortcuts={shortcut && ariaKey(shortcut)}
        title={reason ?? (shortcut && shownKey(shortcut, isMac))}
      >
        {busy ?? children}
      </Button>
      {reason !== undefined && (
        <span id={describedBy} className="hidden">
          {reason}
        </span>
      )}
    </>
  );
}
