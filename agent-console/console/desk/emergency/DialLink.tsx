/**
 * Dials with whatever telephone this computer has (`tel:`), and writes in the ledger that the call was made. One click. In a
 * drill it only writes: there is no number behind it.
 */
import type { MouseEvent } from 'react';
import { isDrill } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { useRefuse } from '../../look/useRefuse.js';
import { useRights } from '../conversation/useRights.js';
import styles from './Emergency.module.css';
import { useDial } from './useDial.js';

interface DialLinkProps {
  institution: string;
  number: string;
  /** Shown with its name, where the number alone would not say whom. */
  name?: string;
  thread: ThreadView;
  plain?: boolean;
  again?: boolean;
  /** The call that is open and nobody answers: it is recorded so, and dialled once more. */
  open?: number;
}

export function DialLink({ institution, number, name, thread, plain = false, again = false, open }: DialLinkProps) {
  const { row } = thread;
  const rights = useRights(row);
  const refuse = useRefuse();
  const write = useDial(row);
  const t = useSay();
  const dial = (event: MouseEvent) => {
    if (rights.phone === undefined) return write(institution, open);
    event.preventDefault();
    refuse(rights.phone);
  };
  const word = again
    ? t('emergency.call.again', { number })
    : name === undefined
      ? t('emergency.call.dial', { number })
      : t('emergency.call.dial_name', { number, name });
  if (isDrill(row))
    return (
      <button
        type="button"
        className={styles.dial}
        data-dial
        data-drill
        data-plain={plain || undefined}
        onClick={dial}
        aria-disabled={rights.phone !== undefined || undefined}
        title={rights.phone}
      >
        <Icon name="drill" size={14} /> {t('drill.dial', { call: word })}
      </button>
    );
  return (
    <a
      data-dial
      className={styles.dial}
      data-plain={plain || undefined}
      href={`tel:${number}`}
      onClick={dial}
      aria-disabled={rights.phone !== undefined || undefined}
      title={rights.phone ?? (rights.line && t('emergency.call.offline'))}
    >
      <Icon name="phone" size={14} /> {word}
    </a>
  );
}
