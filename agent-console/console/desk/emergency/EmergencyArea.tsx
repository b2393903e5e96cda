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
  const isPhoning = thread.facts.calls.some(call => call.outcome === null && call.state !== 'planned');
  // What comes next stands next: whom to phone while nobody is on the line, then what is read aloud, with the call below it.
  const calls = <Calls key="calls" thread={thread} />;
  const whom = <Institutions key="whom" thread={thread} />;
  const read = <Script key="read" thread={thread} />;
  const phase = `emergency.phase.${row.emergency}`;
  return (
    <>
      {isDrill(row) && <p className={styles.drill}>{t('drill.calls')}</p>}
      <Block tone="imminent" title={t('emergency.since')} aside={isKey(phase) ? t(phase) : row.emergency}>
        <div className={styles.clock}>
          {row.emergencySince !== null && (
            <>
              <Since at={row.emergencySince} className={styles.big} />{' '}
              <Hour at={row.emergencySince} className={styles.muted} />
            </>
          )}
          {rights.attends && (
            <ActButton
              className={styles.apart}
              reason={rights.discard}
              onAct={() => ui.dialog.set({ kind: 'discard', conversation: row.conversation })}
            >
              {t('emergency.act.discard')}
            </ActButton>
          )}
        </div>
        {row.agreed ? (
          <p>{t('queue.row.agreed')}</p>
        ) : (
          row.reason !== '' && <q>{wholeWords(row.reason, thread.lines)}</q>
        )}
        {row.doubt && row.word !== 'right' && <p className={styles.doubt}>{t('emergency.doubt')}</p>}
        {row.word && (
          <p className={row.word === 'right' ? undefined : styles.doubt}>{t(`facts.safe.word.${row.word}`)}</p>
        )}
      </Block>
      <PlaceForm thread={thread} />
      {isPhoning ? [read, calls, whom] : [calls, whom, read]}
    </>
  );
}
