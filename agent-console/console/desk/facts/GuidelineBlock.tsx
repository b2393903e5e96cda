/**
 * The guideline: what was asked, what was answered and by whom, what each answer adds. "Does not know" never lowers
 * anything. One tab stop; in it 1, 2, 3 (or the letters) answer and C cites the message that
 * was chosen, or takes the citation back. In an emergency the short form comes first, with what else was answered.
 */
import { useState, type KeyboardEvent } from 'react';
import type { Recency } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { useApp, useDesk, useLocale, useSay, useStore } from '../../look/app.js';
import { Button } from '@mantine/core';
import { chosen, quote, toCite } from '../quote.js';
import { useMoves } from '../useMoves.js';
import { useRefuse } from '../../look/useRefuse.js';
import { isKey } from '../../words/words.js';
import { useRights } from '../conversation/useRights.js';
import { AnswerLine } from './AnswerLine.js';
import { Block, Nothing } from './Block.js';
import styles from './GuidelineBlock.module.css';

type Value = 'yes' | 'no' | 'unknown';
const values: readonly Value[] = ['yes', 'no', 'unknown'];
const letters: Record<'es' | 'en', Record<string, Value>> = {
  es: { s: 'yes', n: 'no', d: 'unknown' },
  en: { y: 'yes', n: 'no', u: 'unknown' },
};

export function GuidelineBlock({ thread: { row, facts, lines } }: { thread: ThreadView }) {
  const { prefs, ui } = useApp();
  const { me } = useDesk();
  const cited = useStore(quote);
  const locale = useLocale();
  const moves = useMoves();
  const rights = useRights(row);
  const refuse = useRefuse();
  const t = useSay();
  const { guideline } = facts;
  const [active, setActive] = useState<string | null>(null);
  const [picked, setPicked] = useState<'short' | 'full' | null>(null);
  const form = picked ?? (row.emergency === 'idle' ? 'full' : 'short');
  const short = guideline.answers.filter(one => one.short || one.value !== 'not_asked');
  const hasBoth = short.length > 0 && guideline.answers.some(one => !one.short);
  const shown = hasBoth && form === 'short' ? short : guideline.answers;
  const answered = guideline.answers.filter(one => one.value !== 'not_asked').length;
  const stop =
    shown.find(one => one.item === active)?.item ??
    shown.find(one => one.value === 'not_asked')?.item ??
    shown[0]?.item;
  const mine = cited?.conversation === row.conversation ? cited : null;

  const contest = (item: string) => ui.dialog.set({ kind: 'contest', conversation: row.conversation, item });
  const answer = async (item: string, value: Value, recency?: Recency) => {
    const before = guideline.answers.find(one => one.item === item);
    // What somebody else said yes to is taken back with a reason only.
    if (value === 'no' && before?.value === 'yes' && before.by !== me.name) return contest(item);
    const isDone = await moves.run(row.conversation, {
      do: 'answer_guideline',
      item,
      value,
      ...(mine ? { quote: mine.seq } : {}),
      ...(recency ? { recency } : {}),
    });
    if (isDone && mine) quote.set(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, item: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const key = event.key.toLowerCase();
    const at = shown.findIndex(one => one.item === item);
    const step = { arrowdown: 1, arrowup: -1 }[key];
    const value = values[Number(key) - 1] ?? (prefs.get().letters ? letters[locale][key] : undefined);
    if (step !== undefined) {
      const next = shown[at + step];
      if (!next) return;
      setActive(next.item);
      event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.item)}"]`)?.focus();
    } else if (key === 'c') quote.set(mine ? null : toCite(row.conversation, lines, chosen.get()));
    else if (value === undefined && (key !== 'a' || !prefs.get().letters)) return;
    else if (rights.own !== undefined) refuse(rights.own);
    else if (value !== undefined) void answer(item, value);
    else if (shown[at]?.value === 'not_asked') refuse(t('annotate.unanswered'));
    else ui.dialog.set({ kind: 'annotate', conversation: row.conversation, item });
    event.preventDefault();
  };

  const ruleKey = `facts.guideline.rule.${guideline.rule?.toLowerCase() ?? ''}`;
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
      {hasBoth && (
        <p className={styles.forms} role="group" aria-label={t('facts.guideline.form')}>
          {(['short', 'full'] as const).map(one => (
            <button
              key={one}
              type="button"
              className={styles.annotate}
              aria-pressed={form === one}
              onClick={() => setPicked(one)}
            >
              {t(`facts.guideline.form.${one}`, { n: one === 'short' ? short.length : guideline.answers.length })}
            </button>
          ))}
        </p>
      )}
      <ul className={styles.items} data-guideline>
        {shown.map(one => (
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
              acts={
                rights.own === undefined
                  ? {
                      note: () => ui.dialog.set({ kind: 'annotate', conversation: row.conversation, item: one.item }),
                      ...(one.by === me.name ? {} : { contest: () => contest(one.item) }),
                      when: recency => void answer(one.item, 'yes', recency),
                    }
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
      {isKey(ruleKey) && <p className={styles.sum}>{t(ruleKey)}</p>}
      {guideline.action !== null && (
        <p className={styles.action}>
          <strong>{t('facts.guideline.action')}</strong> {guideline.action}
        </p>
      )}
    </Block>
  );
}
