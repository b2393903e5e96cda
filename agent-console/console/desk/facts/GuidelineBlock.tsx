/**
 * The guideline: what was asked, what was answered and by whom, what each answer adds. "Does not know" never lowers
 * anything. One tab stop; in it 1, 2, 3 (or the letters) answer and C cites the message that
 * was chosen, or takes the citation back.
 */
import { useState, type KeyboardEvent } from 'react';
import type { Facts } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { useApp, useLocale, useSay, useStore } from '../../look/app.js';
import { Button } from '@mantine/core';
import { chosen, quote, toCite } from '../quote.js';
import { useMoves } from '../useMoves.js';
import { useRefuse } from '../../look/useRefuse.js';
import { useRights } from '../conversation/useRights.js';
import { Block, Nothing } from './Block.js';
import styles from './GuidelineBlock.module.css';

type Answer = Facts['guideline']['answers'][number];
type Value = 'yes' | 'no' | 'unknown';
const values: readonly Value[] = ['yes', 'no', 'unknown'];
const letters: Record<'es' | 'en', Record<string, Value>> = {
  es: { s: 'yes', n: 'no', d: 'unknown' },
  en: { y: 'yes', n: 'no', u: 'unknown' },
};

export function GuidelineBlock({ thread: { row, facts, lines } }: { thread: ThreadView }) {
  const { prefs, ui } = useApp();
  const cited = useStore(quote);
  const locale = useLocale();
  const moves = useMoves();
  const rights = useRights(row);
  const refuse = useRefuse();
  const t = useSay();
  const { guideline } = facts;
  const [active, setActive] = useState<string | null>(null);
  const answered = guideline.answers.filter(one => one.value !== 'not_asked').length;
  const stop =
    guideline.answers.find(one => one.item === active)?.item ??
    guideline.answers.find(one => one.value === 'not_asked')?.item ??
    guideline.answers[0]?.item;
  const mine = cited?.conversation === row.conversation ? cited : null;

  const answer = async (item: string, value: Value) => {
    const isDone = await moves.run(row.conversation, {
      do: 'answer_guideline',
      item,
      value,
      ...(mine ? { quote: mine.seq } : {}),
    });
    if (isDone && mine) quote.set(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, item: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const key = event.key.toLowerCase();
    const at = guideline.answers.findIndex(one => one.item === item);
    const step = { arrowdown: 1, arrowup: -1 }[key];
    const value = values[Number(key) - 1] ?? (prefs.get().letters ? letters[locale][key] : undefined);
    if (step !== undefined) {
      const next = guideline.answers[at + step];
      if (!next) return;
      setActive(next.item);
      event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.item)}"]`)?.focus();
    } else if (key === 'c') quote.set(mine ? null : toCite(row.conversation, lines, chosen.get()));
    else if (value === undefined && (key !== 'a' || !prefs.get().letters)) return;
    else if (rights.own !== undefined) refuse(rights.own);
    else if (value !== undefined) void answer(item, value);
    else if (guideline.answers[at]?.value === 'not_asked') refuse(t('annotate.unanswered'));
    else ui.dialog.set({ kind: 'annotate', conversation: row.conversation, item });
    event.preventDefault();
  };

  return (
    <Block
      title={t('facts.guideline')}
      aside={
        <>
          {t('facts.guideline.count', { n: answered, of: guideline.answers.length })} ·{' '}
          {t('facts.guideline.version', { version: guideline.version })}
          {!guideline.reviewed && ` · ${t('facts.unreviewed')}`}
        </>
      }
    >
      {guideline.answers.length === 0 && <Nothing>{t('facts.guideline.none')}</Nothing>}
      {mine && (
        <p className={styles.quote}>
          {t('facts.guideline.quote', { text: mine.text })}
          <Button variant="subtle" onClick={() => quote.set(null)}>
            {t('facts.guideline.quote.drop')}
          </Button>
        </p>
      )}
      <ul className={styles.items} data-guideline>
        {guideline.answers.map(one => (
          <li
            key={one.item}
            className={styles.item}
            data-item={one.item}
            data-value={one.value}
            tabIndex={one.item === stop ? 0 : -1}
            aria-label={`${one.text} ${t(`answer.${one.value}`)}`}
            onFocus={() => setActive(one.item)}
            onKeyDown={event => onKeyDown(event, one.item)}
          >
            <AnswerLine
              answer={one}
              onNote={
                rights.own === undefined
                  ? () => ui.dialog.set({ kind: 'annotate', conversation: row.conversation, item: one.item })
                  : null
              }
            />
            {rights.attends && (
              <span className={styles.values} role="group" aria-label={one.text}>
                {values.map(value => (
                  <button
                    key={value}
                    type="button"
                    className={styles.value}
                    aria-pressed={one.value === value}
                    disabled={rights.own !== undefined}
                    title={rights.own}
                    tabIndex={-1}
                    onClick={() => void answer(one.item, value)}
                  >
                    {t(`answer.${value}`)}
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {guideline.answers.length > 0 && (
        <p className={styles.sum}>
          {answered === 0
            ? t('facts.guideline.sum.none')
            : t('facts.guideline.sum', { score: guideline.score, level: t(`risk.${guideline.level}`) })}
        </p>
      )}
    </Block>
  );
}

function AnswerLine({ answer, onNote }: { answer: Answer; onNote: (() => void) | null }) {
  const t = useSay();
  return (
    <span>
      {answer.text}
      {answer.critical && <span className={styles.critical}> · {t('facts.guideline.critical')}</span>}
      {answer.value !== 'not_asked' && (
        <span className={styles.by}>
          {' '}
          · <strong>{t(`answer.${answer.value}`)}</strong> {answer.by}{' '}
          {answer.contribution > 0 && <span className="figures">+{answer.contribution}</span>}
        </span>
      )}
      {answer.others.map(other => (
        <span key={other.by} className={styles.by}>
          {' '}
          · {t('facts.guideline.other', { value: t(`answer.${other.value}`), name: other.by })}
        </span>
      ))}
      {answer.note !== undefined && <span className={styles.note}>{answer.note}</span>}
      {onNote && answer.value !== 'not_asked' && (
        <button type="button" className={styles.annotate} tabIndex={-1} onClick={onNote}>
          {t(answer.note === undefined ? 'facts.guideline.note' : 'facts.guideline.note.change')}
        </button>
      )}
    </span>
  );
}
