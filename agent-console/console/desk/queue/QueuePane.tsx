/** The queue: which view of it, whom one looks for, the list, and what is out of sight. */
import { useId, useRef, useState, type ReactNode } from 'react';
import { views, type QueueView } from '../../live/order.js';
import { useApp, useDesk, useSay, useStore } from '../../look/app.js';
import { StaleSince } from '../../look/StaleSince.js';
import { reveal } from '../../shell/reveal.js';
import { useVerbs } from '../../shell/verbs.js';
import { useMainRole } from '../useMainRole.js';
import { QueueEmpty } from './QueueEmpty.js';
import { QueueGrid } from './QueueGrid.js';
import styles from './QueuePane.module.css';
import { useQueue } from './useQueue.js';

export function QueuePane({ className, children }: { className?: string | undefined; children?: ReactNode }) {
  const desk = useDesk();
  const { ui } = useApp();
  const [view, setView] = useState<QueueView>('all');
  const [search, setSearch] = useState('');
  const [hands, setHands] = useState({ pointer: false, focus: false });
  const [unseen, setUnseen] = useState({ rows: 0, sos: 0 });
  const { loaded } = useStore(desk.view);
  const staleSince = useStore(desk.staleSince);
  const { sos, entries, counts } = useQueue(view, search, hands.pointer || hands.focus);
  const t = useSay();
  const role = useMainRole('queue');
  const field = useRef<HTMLInputElement>(null);
  const heading = useId();
  const isEmpty = sos.length === 0 && entries.length === 0;
  const showQueue = () => ui.tab.set('queue');

  useVerbs([
    {
      id: 'search',
      title: t('verb.search'),
      scope: 'queue',
      keys: ['/'],
      run: () => reveal(showQueue, () => field.current),
    },
    {
      id: 'queue',
      title: t('skip.queue'),
      scope: 'queue',
      // In the list they move; from anywhere else they lead into it, to where one was.
      keys: ['J', 'K'],
      run: () => reveal(showQueue, listStart),
    },
    ...views.map(one => ({
      id: `view.${one}`,
      title: t('verb.view', { view: t(`queue.view.${one}`) }),
      scope: 'queue' as const,
      run: () => setView(one),
    })),
  ]);

  return (
    <section
      role={role}
      className={`${styles.pane} ${className ?? ''}`}
      data-region="queue"
      aria-labelledby={heading}
      onPointerEnter={() => setHands(now => ({ ...now, pointer: true }))}
      onPointerLeave={() => setHands(now => ({ ...now, pointer: false }))}
      onFocus={() => setHands(now => ({ ...now, focus: true }))}
      onBlur={event =>
        !event.currentTarget.contains(event.relatedTarget) && setHands(now => ({ ...now, focus: false }))
      }
    >
      <div className={styles.head}>
        <h2 id={heading} className="hidden">
          {t('queue.title')}
        </h2>
        <div className={styles.views} role="group" aria-label={t('queue.views')}>
          {views.map(one => (
            <button
              key={one}
              type="button"
              className={styles.view}
              aria-pressed={view === one}
              onClick={() => setView(one)}
            >
              {t(`queue.view.${one}`)} <span className="figures">{counts[one]}</span>
            </button>
          ))}
        </div>
        <label className={styles.search}>
          <span className="hidden">{t('verb.search')}</span>
          <input
            ref={field}
            type="search"
            placeholder={t('queue.search')}
            value={search}
            autoComplete="off"
            spellCheck={false}
            onChange={event => setSearch(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' || event.key === 'ArrowDown') {
                listStart()?.focus();
              } else if (event.key === 'Escape' && search !== '') setSearch('');
              else return;
              event.preventDefault();
            }}
          />
        </label>
      </div>
      <QueueGrid sos={sos} entries={entries} onView={setView} onUnseen={setUnseen} />
      {loaded && isEmpty && (
        <QueueEmpty
          isFiltered={view !== 'all' || search !== ''}
          onAll={() => {
            setView('all');
            setSearch('');
          }}
        />
      )}
      {!loaded && <div className={styles.waiting} role="img" aria-label={t('queue.loading')} />}
      <StaleSince since={staleSince} className={styles.foot} />
      {children}
      {!isEmpty && (
        <p className={styles.foot}>
          {[
            unseen.rows > 0 && t('queue.below', { n: unseen.rows }),
            unseen.sos > 0 && t('queue.sos_unseen', { n: unseen.sos }),
          ]
            .filter(Boolean)
            .join(' · ') || t('queue.end')}
        </p>
      )}
    </section>
  );
}

/** The list's one tab stop. */
/** Where the list is entered. */
export const listStart = () => document.querySelector<HTMLElement>('[data-queue] [data-row][tabindex="0"]');
