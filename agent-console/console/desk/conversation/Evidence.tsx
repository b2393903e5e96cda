/** What was sensed in one message and why: each piece of evidence with its weight. Sensed by the robot, confirmed by nobody yet. */
import { useEffect, useRef } from 'react';
import type { Message } from '../../live/thread.js';
import { useLocale, useSay } from '../../look/app.js';
import { Risk } from '../../look/Risk.js';
import { tags } from '../../words/words.js';
import styles from './Evidence.module.css';
import { evidenceLines, intentWord } from './evidenceWords.js';

/** Less would read as nought. */
const LEAST_SHOWN = 0.005;

export function Evidence({ id, sensed }: { id: string; sensed: NonNullable<Message['sensed']> }) {
  const t = useSay();
  const locale = useLocale();
  const lines = evidenceLines(sensed.evidence, t);
  const number = (value: number) => value.toLocaleString(tags[locale], { maximumFractionDigits: 2 });
  const whole = useRef<HTMLDivElement>(null);
  // It opened because she asked for it: of the last message it would lie under the composer.
  useEffect(() => {
    // In braces: a browser that answers with a promise here would have React call it when the evidence closes.
    whole.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={whole} id={id} className={styles.evidence}>
      <p className={styles.head}>
        <Risk level={sensed.risk} confirmed={false} /> {t('evidence.score', { score: number(sensed.riskScore) })} ·{' '}
        {t('evidence.intent', { intent: intentWord(sensed.intent, t), confidence: number(sensed.confidence) })}
        {sensed.sheet !== null && ` · ${t('message.sheet', { sheet: sensed.sheet })}`}
      </p>
      {lines.length === 0 ? (
        <p>{t('evidence.none')}</p>
      ) : (
        <ul>
          {lines.map(line => (
            <li key={`${line.kind} ${line.found[0]?.what}`}>
              <span className={styles.kind}>{line.kind}</span>
              {line.found.map(({ what, weight }) => (
                <span key={what}>
                  {' '}
                  {what}
                  {weight !== undefined && Math.abs(weight) >= LEAST_SHOWN && (
                    <span className={styles.weight}> {weight > 0 ? `+${number(weight)}` : number(weight)}</span>
                  )}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{t('evidence.note')}</p>
    </div>
  );
}
