/** The record of the referral, written from the ledger. It cannot be left, nor the emergency ended, while an outcome is missing. */
import { Textarea } from '@mantine/core';
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { useRefuse } from '../../look/useRefuse.js';
import { SaveButtons } from '../../archive/SaveButtons.js';
import { useRights } from '../conversation/useRights.js';
import { Block } from '../facts/Block.js';
import { useKeptText } from '../useKeptText.js';
import { useMoves } from '../useMoves.js';
import styles from './Emergency.module.css';

export function Referral({ thread: { row, facts } }: { thread: ThreadView }) {
  const id = row.conversation;
  const desk = useDesk();
  const busy = useStore(desk.busy);
  const rights = useRights(row);
  const moves = useMoves();
  const refuse = useRefuse();
  const t = useSay();
  const outcome = useKeptText(`${id}/referral`);
  const without = facts.calls.filter(call => call.outcome === null && call.state !== 'planned');
  const { missing = [], record = null } = facts.referral ?? {};
  const blocked =
    without.length > 0
      ? t('emergency.end.blocked', { institution: without.map(call => call.name).join(', ') })
      : undefined;
  const why = rights.own ?? blocked ?? (outcome.said === '' ? t('emergency.referral.write') : undefined);
  const save = async () => {
    const last = facts.calls.findLast(call => call.outcome === 'dispatched') ?? facts.calls.at(-1);
    const isDone = await moves.run(id, {
      do: 'record_referral',
      ...(last ? { institution: last.institution } : {}),
      outcome: outcome.said,
    });
    if (isDone) outcome.clear();
  };
  return (
    <Block
      title={t('emergency.referral')}
      aside={t(facts.referral?.stored ? 'emergency.referral.stored' : 'emergency.referral.open')}
    >
      {(blocked !== undefined || missing.length > 0) && (
        <p className={styles.missing}>{blocked ?? t('emergency.referral.missing', { what: missing.join(', ') })}</p>
      )}
      {rights.attends && (
        <>
          <div data-referral>
            <Textarea
              label={t('emergency.referral.field')}
              rows={2}
              {...outcome.field}
              onKeyDown={event => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                if (why === undefined) void save();
                else refuse(why);
              }}
            />
          </div>
          <div className={styles.acts}>
            <ActButton
              variant="filled"
              reason={why}
              shortcut="Mod Enter"
              busy={busy.has(`${id} record_referral`) ? t('common.saving') : undefined}
              onAct={() => void save()}
            >
              {t('emergency.referral.save')}
            </ActButton>
          </div>
          {record !== null && <SaveButtons request={{ id: record }} />}
        </>
      )}
    </Block>
  );
}
