/** How her check word stands, and the words agreed with her for who has her and asks to see them. */
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useSay } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { Hour } from '../../look/moments.js';
import { useRights } from '../conversation/useRights.js';
import styles from './facts.module.css';
import { useAgreedWords } from './useAgreedWords.js';

export function CheckWord({ thread: { row, facts } }: { thread: ThreadView }) {
  const rights = useRights(row);
  const t = useSay();
  const { words, isBusy, see, hide } = useAgreedWords(row.conversation);
  const { checkWord, coverWords, word } = facts.safeContact;
  const isAny = checkWord || coverWords > 0;
  return (
    <>
      {word && row.emergency !== 'idle' && (
        <p className={word.said === 'right' ? undefined : styles.safety}>
          {word.said !== 'right' && <Icon name="shield" />}
          {t(`facts.safe.word.${word.said}`)} · <Hour at={word.at} />
        </p>
      )}
      <p className={styles.muted}>
        {t(checkWord ? 'facts.safe.word' : 'facts.safe.no_word')}
        {coverWords > 0 && ` · ${t('facts.safe.cover', { n: coverWords })}`}
      </p>
      {words && rights.isMine && (
        <p>
          {words.checkWord !== '' && t('facts.safe.word.shown', { word: words.checkWord })}
          {words.checkWord !== '' && words.coverWords.length > 0 && ' · '}
          {words.coverWords.length > 0 && t('facts.safe.cover.shown', { words: words.coverWords.join(', ') })}
        </p>
      )}
      {isAny && rights.attends && (
        <div className={styles.acts}>
          <ActButton
            reason={words ? undefined : rights.own}
            busy={isBusy ? t('facts.safe.words.asking') : undefined}
            onAct={words ? hide : () => see()}
          >
            {t(words ? 'facts.safe.words.hide' : 'facts.safe.words.see')}
          </ActButton>
        </div>
      )}
    </>
  );
}
