/** The open conversation: who, whose, what can be done; what was said; what is being written. Each part fails alone. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useApp, useDesk, useSay, useStore } from '../../look/app.js';
import { Ago } from '../../look/moments.js';
import { StaleSince } from '../../look/StaleSince.js';
import { useEmergencyVerbs } from '../emergency/useEmergencyVerbs.js';
import { Composer } from './Composer.js';
import styles from './ConversationPane.module.css';
import { Header } from './Header.js';
import { Messages } from './Messages.js';
import { OfferBar } from './OfferBar.js';
import { ReasonToRead } from './ReasonToRead.js';
import { useConversationVerbs } from './useConversationVerbs.js';

export function ConversationPane({ className }: { className?: string | undefined }) {
  const desk = useDesk();
  const t = useSay();
  const opened = useStore(desk.opened.view);
  const { rows, loaded } = useStore(desk.view);
  // One place for both: when the server's answer comes, what is being written is not drawn anew.
  const known = opened.kind === 'open' ? opened.thread : opened.kind === 'opening' ? opened.last : null;
  return (
    <main className={`${styles.pane} ${className ?? ''}`} data-region="chat">
      {opened.kind === 'none' && (
        <p className={styles.calm}>{t(loaded && rows.size === 0 ? 'conversation.none_yet' : 'conversation.none')}</p>
      )}
      {known && (
        <Whole
          key={known.row.conversation}
          thread={known}
          staleSince={opened.kind === 'open' ? opened.staleSince : null}
          isOld={opened.kind === 'opening'}
        />
      )}
      {opened.kind === 'opening' && !known && <Loading />}
      {opened.kind === 'refused' &&
        (opened.refusal.code === 'reason-needed' ? (
          <ReasonToRead conversation={opened.conversation} />
        ) : (
          <Failure
            conversation={opened.conversation}
            text={opened.refusal.message || t(`refusal.${opened.refusal.code}`)}
            isErased={opened.refusal.code === 'erased'}
          />
        ))}
      {opened.kind === 'failed' && <Failure conversation={opened.conversation} text={t('conversation.failed')} />}
    </main>
  );
}

interface WholeProps {
  thread: ThreadView;
  staleSince: number | null;
  /** What was known the last time, while the server answers. */
  isOld?: boolean;
}

function Whole({ thread, staleSince, isOld = false }: WholeProps) {
  const { ui } = useApp();
  useConversationVerbs(thread);
  useEmergencyVerbs(thread);
  return (
    <>
      <Header thread={thread} onBack={() => ui.tab.set('queue')} />
      <OfferBar row={thread.row} />
      <StaleSince since={staleSince} className={styles.stale} />
      <Messages thread={thread} isOld={isOld} />
      <Composer thread={thread} />
    </>
  );
}

/** Six grey rows, and never a spinner over text. */
function Loading() {
  const t = useSay();
  return <div className={styles.loading} aria-busy="true" aria-label={t('conversation.loading')} />;
}

/** What is no more is not asked for again. */
function Failure({ conversation, text, isErased }: { conversation: string; text: string; isErased?: boolean }) {
  const desk = useDesk();
  const t = useSay();
  const [since] = useState(() => desk.clock.now());
  return (
    <div className={styles.failure}>
      <h2 data-heading tabIndex={-1}>
        {t(isErased ? 'conversation.erased' : 'conversation.failed.title')}
      </h2>
      <p>{text}</p>
      <p className={styles.meta}>
        <Ago at={since} /> · {t('conversation.failed.code', { code: conversation })}
      </p>
      {!isErased && (
        <Button variant="filled" onClick={() => desk.open(conversation)}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
