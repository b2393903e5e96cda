/** What is read aloud to whoever answers, made of what is known. */
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Block } from '../facts/Block.js';
import styles from './Emergency.module.css';

export function Script({ thread: { facts } }: { thread: ThreadView }) {
  const t = useSay();
  if (facts.script.length === 0) return null;
  return (
    <Block title={t('emergency.script')} aside={t('emergency.script.note')}>
      <ul className={styles.script}>
        {facts.script.map(line => (
          <li key={line.about} data-unknown={!line.known || undefined}>
            <span lang={line.lang}>{line.text}</span>
            {line.gloss !== undefined && <small className={styles.gloss}>{line.gloss}</small>}
          </li>
        ))}
      </ul>
    </Block>
  );
}
