/** Whom to phone next: those that fit this danger, place and hour, and why; and why the others are not offered. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { useRights } from '../conversation/useRights.js';
import { Block, Nothing } from '../facts/Block.js';
import { DialLink } from './DialLink.js';
import styles from './Emergency.module.css';

/** Shown before "all". */
const FIRST = 3;

export function Institutions({ thread }: { thread: ThreadView }) {
  const { row, facts } = thread;
  const rights = useRights(row);
  const t = useSay();
  const [isWhole, setWhole] = useState(false);
  const [showsApart, setShowsApart] = useState(false);
  const open = new Set(facts.calls.filter(call => call.outcome === null).map(call => call.institution));
  const others = facts.institutions.filter(one => !open.has(one.id));
  const shown = isWhole ? others : others.slice(0, FIRST);
  return (
    <Block title={t('emergency.institutions')}>
      {facts.institutions.length === 0 && <Nothing>{t('emergency.institutions.none')}</Nothing>}
      {rights.attends && rights.phone === undefined && rights.line !== undefined && (
        <p className={styles.missing}>{t('emergency.call.offline')}</p>
      )}
      {shown.map(one => (
        <div key={one.id} className={styles.institution}>
          <span>
            {one.name}
            <span className={styles.muted}>
              {' '}
              · {one.why}
              {!one.reviewed && ` · ${t('facts.unreviewed')}`}
            </span>
          </span>
          {rights.attends && <DialLink institution={one.id} number={one.number} thread={thread} plain />}
        </div>
      ))}
      {others.length > FIRST && (
        <Button variant="subtle" aria-expanded={isWhole} onClick={() => setWhole(whole => !whole)}>
          {isWhole ? t('emergency.institutions.less') : t('emergency.institutions.all', { n: others.length })}
        </Button>
      )}
      {facts.apart.length > 0 && (
        <Button variant="subtle" aria-expanded={showsApart} onClick={() => setShowsApart(shows => !shows)}>
          {t('emergency.institutions.apart', { n: facts.apart.length })}
        </Button>
      )}
      {showsApart &&
        facts.apart.map(one => (
          <div key={one.id} className={styles.institution}>
            <span>
              {one.name}
              <span className={styles.muted}> · {one.why}</span>
            </span>
            {rights.attends && one.number !== null && (
              <DialLink institution={one.id} number={one.number} thread={thread} plain />
            )}
          </div>
        ))}
    </Block>
  );
}
