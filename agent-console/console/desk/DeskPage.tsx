/** S2, the desk: queue, conversation, facts. Three columns; the facts become a panel, and on a telephone one part at a time. */
import { useEffect } from 'react';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { Fence } from '../look/Fence.js';
import { reveal } from '../shell/reveal.js';
import { useVerbs } from '../shell/verbs.js';
import { ConversationPane } from './conversation/ConversationPane.js';
import styles from './DeskPage.module.css';
import { FactsPane } from './facts/FactsPane.js';
import { MorePane } from './MorePane.js';
import { listStart, QueuePane } from './queue/QueuePane.js';
import { Separator } from './Separator.js';
import { useWorkspace } from './useWorkspace.js';
import { useFactsShown } from './useFactsShown.js';
import { useRefused, useTelling } from './useTelling.js';

const QUEUE = { least: 260, most: 520, px: 336 };
const FACTS = { least: 320, most: 560, px: 400 };

export function DeskPage() {
  const desk = useDesk();
  const { ui, prefs } = useApp();
  const { conversation } = useStore(ui.place);
  const tab = useStore(ui.tab);
  const { queuePx, factsPx } = useStore(prefs);
  const facts = useFactsShown();
  const work = useWorkspace();
  const shown = facts.shown || work.as !== null;
  const t = useSay();
  useVerbs([
    ...(work.fits
      ? [
          {
            id: 'workspace',
            title: t(work.as === null ? 'verb.workspace' : 'verb.workspace_leave'),
            scope: 'desk' as const,
            keys: ['W'],
            run: work.toggle,
          },
        ]
      : []),
    ...(work.as === null
      ? []
      : [
          {
            id: 'queue',
            title: t('skip.queue'),
            scope: 'queue' as const,
            keys: ['J', 'K'],
            run: () => reveal(work.toggle, listStart),
          },
        ]),
  ]);
  useTelling();
  useRefused();

  useEffect(() => {
    if (conversation === null) desk.opened.close();
    else if (desk.opened.conversation !== conversation) desk.open(conversation);
  }, [desk, conversation]);

  const widths = {
    '--queue': `${queuePx ?? QUEUE.px}px`,
    '--facts': `${factsPx ?? FACTS.px}px`,
  } as React.CSSProperties;
  return (
    <div
      className={styles.desk}
      style={widths}
      data-tab={tab}
      data-facts={work.as !== null ? 'work' : facts.shown ? facts.as : 'none'}
      data-work={work.as ?? undefined}
      data-sized={queuePx !== null || undefined}
    >
      {work.as === null && (
        <Fence className={styles.queue}>
          <QueuePane className={styles.queue}>
            <Separator
              name={t('desk.separator.queue')}
              px={queuePx ?? QUEUE.px}
              least={QUEUE.least}
              most={QUEUE.most}
              onChange={px => prefs.change({ queuePx: px })}
            />
          </QueuePane>
        </Fence>
      )}
      <Fence key={conversation} className={styles.chat}>
        <ConversationPane className={styles.chat} />
      </Fence>
      {conversation !== null && (shown || tab === 'facts') && (
        <Fence key={`facts ${conversation}`} className={styles.facts}>
          <FactsPane
            className={styles.facts}
            work={work.as}
            onClose={facts.as === 'panel' && work.as === null && tab !== 'facts' ? facts.toggle : undefined}
          >
            {facts.as === 'column' && work.as === null && (
              <Separator
                name={t('desk.separator.facts')}
                px={factsPx ?? FACTS.px}
                least={FACTS.least}
                most={FACTS.most}
                fromRight
                onChange={px => prefs.change({ factsPx: px })}
              />
            )}
          </FactsPane>
        </Fence>
      )}
      <MorePane className={styles.more} />
    </div>
  );
}
