/** One question with its answer: of whom, since when, what it adds, what others said; and what may be done with it. */
import type { GuidelineAnswerView, Recency } from '../../../../bot/console/contract.js';
import { useSay } from '../../look/app.js';
import type { Say } from '../../words/words.js';
import styles from './GuidelineBlock.module.css';

interface Acts {
  note(): void;
  /** Absent where the answer is one's own. */
  contest?(): void;
  when(recency: Recency): void;
}

const recencies = ['now', '48h', 'older'] as const satisfies readonly Recency[];

/** @param acts null where the one who looks may do nothing */
export function AnswerLine({ answer, acts }: { answer: GuidelineAnswerView; acts: Acts | null }) {
  const t = useSay();
  const { text, value, by, critical, contribution, recency, note, contested, also, others } = answer;
  const isAnswered = value !== 'not_asked';
  return (
    <span>
      {text}
      {critical && <span className={styles.critical}> · {t('facts.guideline.critical')}</span>}
      {isAnswered && (
        <span className={styles.by}>
          {' '}
          · <strong>{t(`answer.${value}`)}</strong> {by}{' '}
          {contribution > 0 && <span className="figures">+{contribution}</span>}
          {contested && ` · ${t('facts.guideline.contests')}`}
        </span>
      )}
      {others.map(other => (
        <span key={other.by} className={styles.by}>
          {' '}
          · {t('facts.guideline.other', { value: saidOf(other, t), name: other.by })}
        </span>
      ))}
      {value === 'yes' && also.length > 0 && (
        <span className={styles.by}> · {t('facts.guideline.also', { names: also.join(', ') })}</span>
      )}
      {note !== undefined && <span className={styles.note}>{note}</span>}
      {value === 'yes' && critical && (acts !== null || recency !== undefined) && (
        <span className={styles.when} role="group" aria-label={t('facts.guideline.when')}>
          {t('facts.guideline.when')}{' '}
          {acts === null
            ? recency && t(`recency.${recency}`)
            : recencies.map(one => (
                <button
                  key={one}
                  type="button"
                  className={styles.annotate}
                  aria-pressed={recency === one}
                  tabIndex={-1}
                  onClick={() => acts.when(one)}
                >
                  {t(`recency.${one}`)}
                </button>
              ))}
        </span>
      )}
      {acts !== null && isAnswered && (
        <>
          <button type="button" className={styles.annotate} tabIndex={-1} onClick={() => acts.note()}>
            {t(note === undefined ? 'facts.guideline.note' : 'facts.guideline.note.change')}
          </button>
          {acts.contest && (
            <button type="button" className={styles.annotate} tabIndex={-1} onClick={acts.contest}>
              {t('facts.guideline.contest')}
            </button>
          )}
        </>
      )}
    </span>
  );
}

const saidOf = ({ value, recency }: GuidelineAnswerView['others'][number], t: Say): string =>
  recency ? `${t(`answer.${value}`)}, ${t(`recency.${recency}`)}` : t(`answer.${value}`);
