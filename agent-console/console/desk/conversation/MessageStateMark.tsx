/** What is true of a message of ours: a mark and its word. "Sent" is not "delivered", and absence of "read" proves nothing. */
import type { Locale } from '../../../../bot/console/contract.js';
import type { Message } from '../../live/thread.js';
import { useLocale, useSay } from '../../look/app.js';
import { Icon, type IconName } from '../../look/icons.js';
import { hourOf } from '../../look/times.js';
import { isKey, type Say } from '../../words/words.js';
import styles from './MessageStateMark.module.css';

const marks: Record<Message['state'], IconName> = {
  waiting: 'half',
  sent: 'tick',
  delivered: 'ticks',
  read: 'ticks',
  failed: 'warning',
  withheld: 'shield',
};

export function MessageStateMark({ item }: { item: Message }) {
  const t = useSay();
  const locale = useLocale();
  return (
    <p
      className={styles.state}
      data-state={item.state}
      title={item.state === 'read' ? t('message.state.read.why') : undefined}
    >
      <Icon name={marks[item.state]} size={14} />
      {item.state === 'read' && <Icon name="eye" size={14} />}
      <span>{stateWord(item, t, locale)}</span>
    </p>
  );
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
