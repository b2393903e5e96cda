/** A colleague offers her: who, until when, and the two answers. Who offered her sees here that she still has her. */
import type { QueueRow } from '../../../../bot/console/contract.js';
import { ActButton } from '../../look/ActButton.js';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { Deadline } from '../../look/moments.js';
import { useMoves } from '../useMoves.js';
import styles from './OfferBar.module.css';
import { useRights } from './useRights.js';

export function OfferBar({ row }: { row: QueueRow }) {
  const rights = useRights(row);
  const busy = useStore(useDesk().busy);
  const moves = useMoves();
  const t = useSay();
  const id = row.conversation;
  const { offer } = row;
  if (!offer || !(rights.accepts || rights.isMine)) return null;
  const from = row.owner.name ?? '';
  return (
    <section className={styles.offer} aria-label={t('handover.title')}>
      <p className={styles.words}>
        {rights.accepts
          ? t('handover.offered', { from, name: row.name })
          : t('handover.pending', { name: offer.toName })}{' '}
        <span className={styles.until}>
          {t('handover.pending.until')} <Deadline at={offer.until} />
        </span>
      </p>
      {rights.accepts && (
        <ActButton
          variant="filled"
          reason={rights.line}
          busy={busy.has(`${id} accept`) ? t('conversation.act.taking') : undefined}
          onAct={() => void moves.accept(id)}
          shortcut="T"
        >
          {t('handover.accept')}
        </ActButton>
      )}
      <ActButton
        reason={rights.decline}
        busy={busy.has(`${id} decline`) ? t('common.saving') : undefined}
        onAct={() => void moves.decline(id, rights.accepts ? from : null)}
        shortcut="Shift T"
      >
        {t(rights.accepts ? 'handover.decline' : 'handover.act.back')}
      </ActButton>
    </section>
  );
}
