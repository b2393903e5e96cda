/** What is true of a message of ours: a mark and its word. "Sent" is not "delivered", and absence of "read" proves nothing. */
import { useEffect, useState } from 'react';
import type { Locale } from '../../../../bot/console/contract.js';
import type { Message } from '../../live/thread.js';
import { useApp, useLocale, useSay } from '../../look/app.js';
import { Icon, type IconName } from '../../look/icons.js';
import { hourOf } from '../../look/times.js';
import { isKey, type Say } from '../../words/words.js';
import styles from './MessageStateMark.module.css';

const marks: Record<Message['state'], IconName> = {
  waiting: 'half',
  sent: 'tick',
  delivered: 'ticks',
  read: 'ticks',
  removed: 'dashed',
  failed: 'warning',
  withheld: 'shield',
};

/** After this, that nobody confirms is said, ms. */
const LONG_MS = 10_000;

export function MessageStateMark({ item }: { item: Message }) {
  const t = useSay();
  const locale = useLocale();
  const isLong = useWaitsLong(item);
  return (
    <p
      className={styles.state}
      data-state={item.state}
      title={item.state === 'read' ? t('message.state.read.why') : undefined}
    >
      <Icon name={marks[item.state]} size={14} />
      {item.state === 'read' && <Icon name="eye" size={14} />}
      <span>{isLong ? t('message.state.waiting_long') : stateWord(item, t, locale)}</span>
    </p>
  );
}

/** It is durable here, and what brings it to her has not said that it has it. */
function useWaitsLong({ state, at }: Message): boolean {
  const { clock } = useApp();
  const [isLong, setLong] = useState(false);
  const waits = state === 'waiting';
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setLong(true), Math.max(0, at + LONG_MS - clock.now()));
    return () => clearTimeout(timer);
  }, [waits, at, clock]);
  return waits && isLong;
}

/** The word of a state, with its reason when there is one. */
export function stateWord(item: Message, t: Say, locale: Locale): string {
  if (item.state === 'withheld') return t('message.state.withheld', { reason: reasonWord(item.reason, t) });
  if (item.state === 'failed') return t('message.state.failed', { reason: reasonWord(item.reason, t) });
  return t(`message.state.${item.state}`, { time: hourOf(item.at, locale) });
}

/** A reason that the catalogue knows by its code; any other is already a sentence. */
function reasonWord(reason: string | undefined, t: Say): string {
  if (reason === undefined || reason === '') return t('message.reason.unknown');
  const key = `message.reason.${reason.replaceAll('-', '_')}`;
  return isKey(key) ? t(key) : reason;
}
