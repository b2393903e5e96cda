/** What is known of her and what it rests on: in an emergency first what the call needs, then risk, safe contact, step, guideline … */
import type { ReactNode } from 'react';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { IconButton } from '../../look/IconButton.js';
import { EmergencyArea } from '../emergency/EmergencyArea.js';
import { useMainRole } from '../useMainRole.js';
import { AppointmentBlock, ContactBlock, KnownBlock, SafeContactBlock, StepBlock, SuggestionsBlock } from './blocks.js';
import styles from './FactsPane.module.css';
import { GuidelineBlock } from './GuidelineBlock.js';
import { RiskBlock } from './RiskBlock.js';

export function FactsPane({
  className,
  onClose,
  children,
}: {
  className?: string | undefined;
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
      data-region="facts"
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
      {thread && (
        <div className={styles.scroll} key={thread.row.conversation}>
          {isSos && <EmergencyArea thread={thread} />}
          <RiskBlock thread={thread} />
          <GuidelineBlock thread={thread} />
          <SafeContactBlock thread={thread} />
          <StepBlock thread={thread} />
          <SuggestionsBlock thread={thread} />
          <KnownBlock facts={thread.facts} />
          <AppointmentBlock facts={thread.facts} />
          <ContactBlock facts={thread.facts} />
        </div>
      )}
    </section>
  );
}
