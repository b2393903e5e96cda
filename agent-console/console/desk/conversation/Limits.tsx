/** What will hold back what one writes, said before it is written: silence, a safe contact, hours. */
import { Button } from '@mantine/core';
import { useEffect, useReducer } from 'react';
import type { QueueRow } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { useApp, useSay } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { useMoves } from '../useMoves.js';
import styles from './Limits.module.css';
import { useRights } from './useRights.js';

export function Limits({ thread: { row, facts } }: { thread: ThreadView }) {
  const moves = useMoves();
  const rights = useRights(row);
  const t = useSay();
  const { safe, hours } = facts.safeContact;
  if (row.quiet) {
    return (
      <p className={styles.limit}>
        <Icon name="mute" size={14} /> <span>{t('emergency.not_safe')}</span>
        {rights.attends && (
          <Button onClick={() => void moves.run(row.conversation, { do: 'quiet', on: false })}>
            {t('conversation.act.quiet_off')}
          </Button>
        )}
      </p>
    );
  }
  // In an emergency she called for help: what a person writes reaches her, as the server decides it.
  if (safe === 'no' && row.emergency === 'idle') {
    return (
      <p className={styles.limit}>
        <Icon name="shield" size={14} /> <span>{t('composer.limit.unsafe')}</span>
      </p>
    );
  }
  return hours.length > 0 ? <Hours row={row} hours={hours.join(', ')} /> : null;
}

/** As the server decides it (bot/effects/say.ts): who wrote just now, or is in an emergency, is answered at any hour. */
function Hours({ row: { emergency, lastInboundAt }, hours }: { row: QueueRow; hours: string }) {
  const { clock } = useApp();
  const t = useSay();
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const left = (lastInboundAt ?? 0) + THERE_MS - clock.now();
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(redraw, left);
    return () => clearTimeout(timer);
  }, [left]);
  const key = emergency !== 'idle' ? 'emergency' : left > 0 ? 'there' : 'wait';
  return (
    <p className={styles.limit}>
      <Icon name="shield" size={14} /> <span>{t(`composer.limit.hours.${key}`, { hours })}</span>
    </p>
  );
}

/** Milliseconds. */
const THERE_MS = 15 * 60_000;
