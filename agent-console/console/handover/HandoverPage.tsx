/** The end of a shift: everybody whom she has, each to a colleague who accepts her, or back to the queue. */
import { useState } from 'react';
import { inOrder } from '../../../bot/console/queue.js';
import { ActButton } from '../look/ActButton.js';
import { useApp, useDesk, useOnChange, useSay, useStore } from '../look/app.js';
import { acceptedOf, inHand } from './inHand.js';
import { HandoverRow } from './HandoverRow.js';
import styles from './HandoverPage.module.css';

export default function HandoverPage() {
  const desk = useDesk();
  const { session } = useApp();
  const { rows, loaded } = useStore(desk.view);
  const t = useSay();
  /** To whom the last one went: likely the next one too. */
  const [last, setLast] = useState('');
  const [accepted, setAccepted] = useState(0);
  useOnChange(rows, (now, before) => setAccepted(n => n + acceptedOf(before, now, desk.me.id).length));
  const mine = inOrder(inHand(rows, desk.me.id), desk.clock.now());
  const pending = mine.filter(row => row.offer).length;
  const reason = !loaded
    ? t('reason.offline')
    : mine.length > 0
      ? t('handover.end.left', { n: mine.length })
      : undefined;
  return (
    <main className={styles.page} data-region="handover">
      <header className={styles.head}>
        <h1 data-heading data-region-start tabIndex={-1}>
          {t('handover.title')}
        </h1>
        <span className={styles.muted}>{t('handover.intro')}</span>
      </header>
      <div className={styles.scroll} data-scroll tabIndex={-1}>
        {loaded && mine.length === 0 && <p className={styles.none}>{t('handover.empty')}</p>}
        <ul className={styles.list}>
          {mine.map(row => (
            <HandoverRow key={row.conversation} row={row} last={last} onChosen={setLast} />
          ))}
        </ul>
      </div>
      <footer className={styles.foot}>
        {(pending > 0 || accepted > 0) && (
          <span>{t('handover.accepted', { done: accepted, all: accepted + pending })}</span>
        )}
        {reason !== undefined && <span className={styles.muted}>{reason}</span>}
        <ActButton variant="filled" reason={reason} onAct={() => void session.signOut()}>
          {t('handover.end')}
        </ActButton>
      </footer>
    </main>
  );
}
