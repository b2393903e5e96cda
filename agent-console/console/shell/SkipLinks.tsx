/** The first three tab stops: to the most urgent SOS, to the chat, to writing. Seen only while they have the focus. */
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import styles from './SkipLinks.module.css';
import { listStart } from '../desk/queue/QueuePane.js';
import { reveal } from './reveal.js';
import { useGoToSos } from './useGoToSos.js';

export function SkipLinks() {
  const desk = useDesk();
  const { ui } = useApp();
  const { conversation } = useStore(ui.place);
  const { untaken } = useStore(desk.alarms);
  const goToSos = useGoToSos();
  const t = useSay();
  return (
    <div className={styles.skips}>
      {untaken.length > 0 && <Skip word={t('skip.sos')} onSkip={goToSos} />}
      {conversation !== null && (
        <>
          <Skip word={t('skip.chat')} onSkip={() => focusOn('[data-heading]')} />
          <Skip word={t('skip.composer')} onSkip={() => focusOn('[data-composer]')} />
        </>
      )}
      <Skip word={t('skip.queue')} onSkip={() => reveal(() => ui.queueBeside.set(conversation), listStart)} />
    </div>
  );
}

const Skip = ({ word, onSkip }: { word: string; onSkip(): void }) => (
  <button type="button" className={styles.skip} onClick={onSkip}>
    {word}
  </button>
);

const focusOn = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
