/** What was sensed in one message and why: each piece of evidence with its weight. Sensed by the robot, confirmed by nobody yet. */
import type { Message } from '../../live/thread.js';
import { useLocale, useSay } from '../../look/app.js';
import { Risk } from '../../look/Risk.js';
import { tags } from '../../words/words.js';
import styles from './Evidence.module.css';

export function Evidence({ id, sensed }: { id: string; sensed: NonNullable<Message['sensed']> }) {
  const t = useSay();
  const locale = useLocale();
  const number = (value: number) => value.toLocaleString(tags[locale], { maximumFractionDigits: 2 });
  return (
    <div id={id} className={styles.evidence}>
      <p className={styles.head}>
        <Risk level={sensed.risk} confirmed={false} /> {t('evidence.score', { score: number(sensed.riskScore) })} ·{' '}
        {t('evidence.intent', { intent: sensed.intent, confidence: number(sensed.confidence) })}
        {sensed.sheet !== null && ` · ${t('message.sheet', { sheet: sensed.sheet })}`}
      </p>
      {sensed.evidence.length === 0 ? (
        <p>{t('evidence.none')}</p>
      ) : (
        <ul>
          {sensed.evidence.map((one, i) => (
            <li key={`${one.kind} ${one.what} ${i}`}>
              <span className={styles.kind}>{t('evidence.kind', { kind: one.kind })}</span> {one.what}
              {one.weight !== undefined && (
                <span className={styles.weight}> {one.weight > 0 ? `+${number(one.weight)}` : number(one.weight)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{t('evidence.note')}</p>
    </div>
  );
}
