/** Under the field: what Enter does, when the draft was kept, how much is left. */
import { useApp, useLocale, useSay, useStore } from '../../look/app.js';
import { secondOf } from '../../look/times.js';
import styles from './Composer.module.css';
import { LONGEST } from './draftText.js';

/** From here on the count is shown. */
const NEAR = 500;

interface ComposerFootProps {
  conversation: string;
  kind: 'reply' | 'note';
  length: number;
  hint: string;
}

export function ComposerFoot({ conversation, kind, length, hint }: ComposerFootProps) {
  const { drafts } = useApp();
  const saved = useStore(drafts.saved).get(`${conversation}.${kind}`);
  const locale = useLocale();
  const t = useSay();
  return (
    <p className={styles.meta}>
      {hint}
      {length > 0 && saved !== undefined && (
        <span> · {t('composer.draft_saved', { time: secondOf(saved, locale) })}</span>
      )}
      {length > LONGEST - NEAR && length <= LONGEST && (
        <span className="figures"> · {t('composer.left', { n: LONGEST - length })}</span>
      )}
      {length > LONGEST && (
        <span className={`figures ${styles.over}`}> · {t('composer.too_long', { n: length - LONGEST })}</span>
      )}
    </p>
  );
}
