/** The emergency inside the desk: how long, where, who is being phoned, with what result, and what is missing to end it. */
import { isDrill } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useSay } from '../../look/app.js';
import { Hour, Since } from '../../look/moments.js';
import { isKey } from '../../words/words.js';
import { wholeWords } from '../conversation/wholeWords.js';
import { useRights } from '../conversation/useRights.js';
import { Block } from '../facts/Block.js';
import { Calls } from './Calls.js';
import styles from './Emergency.module.css';
import { Institutions } from './Institutions.js';
import { PlaceForm } from './PlaceForm.js';
import { Script } from './Script.js';

export function EmergencyArea({ thread }: { thread: ThreadView }) {
  const { ui } = useApp();
  const t = useSay();
  const { row } = thread;
  const rights = useRights(row);
  const phase = `emergency.phase.${row.emergency}`;
  return (
    <>
      {isDrill(row) && <p className={styles.drill}>{t('drill.calls')}</p>}
      <Block tone="imminent" title={t('emergency.since')} aside={isKey(phase) ? t(phase) : row.emergency}>
        <p className={styles.clock}>
          {row.emergencySince !== null && (
            <>
              <Since at={row.emergencySince} className={styles.big} />{' '}
              <Hour at={row.emergencySince} className={styles.muted} />
            </>
          )}
        </p>
        {row.agreed ? (
          <p>{t('queue.row.agreed')}</p>
        ) : (
          row.reason !== '' && <q>{wholeWords(row.reason, thread.lines)}</q>
        )}
        {row.doubt && row.word !== 'right' && <p className={styles.doubt}>{t('emergency.doubt')}</p>}
        {row.word && (
          <p className={row.word === 'right' ? undefined : styles.doubt}>{t(`facts.safe.word.${row.word}`)}</p>
        )}
        {rights.attends && (
          <div className={styles.acts}>
            <ActButton
              reason={rights.discard}
              onAct={() => ui.dialog.set({ kind: 'discard', conversation: row.conversation })}
            >
              {t('emergency.act.discard')}
            </ActButton>
          </div>
        )}
      </Block>
      <PlaceForm thread={thread} />
      <Script thread={thread} />
      <Calls thread={thread} />
      <Institutions thread={thread} />
    </>
  );
}
