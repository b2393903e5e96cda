/** What will hold back what one writes, said before it is written: silence, a safe contact, hours. */
import { Button } from '@mantine/core';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
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
  if (safe === 'no') {
    return (
      <p className={styles.limit}>
        <Icon name="shield" size={14} /> <span>{t('composer.limit.unsafe')}</span>
      </p>
    );
  }
  if (hours.length > 0) {
    return (
      <p className={styles.limit}>
        <Icon name="shield" size={14} /> <span>{t('composer.limit.hours', { hours: hours.join(', ') })}</span>
      </p>
    );
  }
  return null;
}
