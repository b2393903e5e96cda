/** A turn that is not a message: who took her, what risk became, a call … One quiet line in the story. */
import { memo } from 'react';
import { useSay } from '../../look/app.js';
import { Hour } from '../../look/moments.js';
import styles from './EventLine.module.css';
import type { EventItem } from './chatLines.js';
import { eventText } from './eventVars.js';

export const EventLine = memo(function EventLine({ item }: { item: EventItem }) {
  const t = useSay();
  return (
    <p className={styles.event} data-event={item.event}>
      {eventText(item, t)} <Hour at={item.at} />
    </p>
  );
});
