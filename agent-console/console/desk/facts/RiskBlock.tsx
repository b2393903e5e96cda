/** The level, who says so, and each thing it rests on. A machine raises it; only a person lowers it, with a reason. */
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useDesk, useSay, useStore } from '../../look/app.js';
import { Hour } from '../../look/moments.js';
import { Risk } from '../../look/Risk.js';
import { useRights } from '../conversation/useRights.js';
import { useMoves } from '../useMoves.js';
import { Block, Nothing } from './Block.js';
import styles from './facts.module.css';

export function RiskBlock({ thread: { row, facts } }: { thread: ThreadView }) {
  const desk = useDesk();
  const { ui } = useApp();
  const busy = useStore(desk.busy);
  const rights = useRights(row);
  const moves = useMoves();
  const t = useSay();
  const id = row.conversation;
  const { level, by, previous, contributions } = facts.risk;
  return (
    <Block title={t('facts.risk')} aside={by === null ? t('risk.unconfirmed') : t('risk.confirmed_by', { name: by })}>
      <p className={styles.level}>
        <Risk level={level} assessed={row.assessed} confirmed={by !== null} size={16} />
        {previous !== null && t(`risk.${previous}`) !== t(`risk.${level}`) && (
          <s className={styles.muted}>
            <span className="hidden">{t('risk.before')} </span>
            {t(`risk.${previous}`)}
          </s>
        )}
      </p>
      {contributions.length === 0 ? (
        <Nothing>{t('facts.risk.none')}</Nothing>
      ) : (
        <ul className={styles.list}>
          {contributions.map(one => (
            <li key={`${one.at} ${one.what}`}>
              + {one.what} <span className={styles.muted}>({one.from}, </span>
              <Hour at={one.at} className={styles.muted} />
              <span className={styles.muted}>)</span>
            </li>
          ))}
        </ul>
      )}
      {rights.attends && (
        <div className={styles.acts}>
          {by === null && level !== 'none' && (
            <ActButton
              reason={rights.own}
              busy={busy.has(`${id} mark_risk`) ? t('common.saving') : undefined}
              onAct={() => void moves.run(id, { do: 'mark_risk', level })}
              shortcut="P"
            >
              {t('risk.confirm', { level: t(`risk.${level}`) })}
            </ActButton>
          )}
          {level !== 'imminent' && (
            <ActButton reason={rights.own} onAct={() => ui.dialog.set({ kind: 'raise', conversation: id })}>
              {t('risk.raise')}
            </ActButton>
          )}
          {level !== 'none' && level !== 'low' && (
            <ActButton reason={rights.own} onAct={() => ui.dialog.set({ kind: 'lower', conversation: id })}>
              {t('risk.lower')}
            </ActButton>
          )}
        </div>
      )}
    </Block>
  );
}
