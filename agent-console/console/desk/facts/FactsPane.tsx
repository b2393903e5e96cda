/** What is known of her and what it rests on: in an emergency first what the call needs, then risk, safe contact, step, guideline … */
import type { ReactNode } from 'react';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { IconButton } from '../../look/IconButton.js';
import type { ThreadView } from '../../live/thread.js';
import { EmergencyArea } from '../emergency/EmergencyArea.js';
import { Referral } from '../emergency/Referral.js';
import { Timeline } from '../emergency/Timeline.js';
import type { Workspace } from '../useWorkspace.js';
import { useMainRole } from '../useMainRole.js';
import { AppointmentBlock, ContactBlock, KnownBlock, SafeContactBlock, StepBlock, SuggestionsBlock } from './blocks.js';
import styles from './FactsPane.module.css';
import { GuidelineBlock } from './GuidelineBlock.js';
import { RiskBlock } from './RiskBlock.js';

export function FactsPane({
  className,
  work = null,
  onClose,
  children,
}: {
  className?: string | undefined;
  /** In columns, where the emergency has the page. */
  work?: Workspace['as'];
  onClose?: (() => void) | undefined;
  children?: ReactNode;
}) {
  const desk = useDesk();
  const t = useSay();
  const role = useMainRole('facts');
  const opened = useStore(desk.opened.view);
  const thread = opened.kind === 'open' ? opened.thread : opened.kind === 'opening' ? opened.last : null;
  const isSos = thread !== null && thread.row.emergency !== 'idle';
  return (
    <section
      role={role ?? 'complementary'}
      className={`${styles.pane} ${className ?? ''}`}
      data-region={work === null ? 'facts' : undefined}
      aria-label={t('facts.title')}
      data-old={opened.kind === 'opening' || undefined}
    >
      {children}
      <div className={styles.head}>
        <h2 className={styles.title} data-region-start tabIndex={-1}>
          {t(isSos ? 'emergency.title' : 'facts.title')}
        </h2>
        {thread && <strong className={styles.whose}>{thread.row.name}</strong>}
        {onClose && <IconButton icon="close" name={t('facts.close')} onPress={onClose} shortcut="I" />}
      </div>
      {!thread && <p className={styles.nothing}>{t('facts.none')}</p>}
      {thread && work !== null && (
        <div className={styles.work} data-work={work} key={thread.row.conversation}>
          <Columns thread={thread} />
        </div>
      )}
      {thread && work === null && (
        <div className={styles.scroll} key={thread.row.conversation}>
          {isSos && <EmergencyArea thread={thread} />}
          {isSos && <Referral thread={thread} />}
          <RiskBlock thread={thread} />
          <GuidelineBlock thread={thread} />
          {isSos && <Timeline thread={thread} />}
          <Quieter thread={thread} />
        </div>
      )}
    </section>
  );
}

/** The workspace: calls and script, guideline, timeline. Each scrolls by itself, and F2 goes from one to the next. */
function Columns({ thread }: { thread: ThreadView }) {
  const t = useSay();
  return (
    <>
      <Column region="calls" name={t('emergency.calls_and_script')}>
        <EmergencyArea thread={thread} />
      </Column>
      <Column region="guideline" name={t('facts.guideline')}>
        <RiskBlock thread={thread} />
        <GuidelineBlock thread={thread} />
      </Column>
      <Column region="timeline" name={t('emergency.timeline')}>
        <Timeline thread={thread} />
        <Referral thread={thread} />
        <Quieter thread={thread} />
      </Column>
    </>
  );
}

/** Entered as a whole: its first part need not take the focus. */
function Column({
  region,
  name,
  children,
}: {
  region: 'calls' | 'guideline' | 'timeline';
  name: string;
  children: ReactNode;
}) {
  return (
    <div className={styles[region]} role="group" aria-label={name} data-region={region} data-region-start tabIndex={-1}>
      {children}
    </div>
  );
}

function Quieter({ thread }: { thread: ThreadView }) {
  return (
    <>
      <SafeContactBlock thread={thread} />
      <StepBlock thread={thread} />
      <SuggestionsBlock thread={thread} />
      <KnownBlock facts={thread.facts} />
      <AppointmentBlock thread={thread} />
      <ContactBlock facts={thread.facts} />
    </>
  );
}
