/** Who she is, whose she is, and the four moves. The two first lines do not scroll. */
import { Menu, Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { isDrill } from '../../../../bot/console/contract.js';
import { isMine, isUntaken } from '../../live/order.js';
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useDesk, useSay, useStore } from '../../look/app.js';
import { Icon, RiskIcon } from '../../look/icons.js';
import { IconButton } from '../../look/IconButton.js';
import { Hour, Since, Waiting } from '../../look/moments.js';
import { Risk } from '../../look/Risk.js';
import { shortName } from '../../shell/shortName.js';
import { useFactsShown } from '../useFactsShown.js';
import { useMoves } from '../useMoves.js';
import { useSupport } from '../useSupport.js';
import { useWorkspace } from '../useWorkspace.js';
import styles from './Header.module.css';
import { useRights } from './useRights.js';

export function Header({ thread, onBack }: { thread: ThreadView; onBack(): void }) {
  const { row, viewers } = thread;
  const desk = useDesk();
  const facts = useFactsShown();
  const work = useWorkspace();
  const t = useSay();
  const others = viewers.filter(name => name !== desk.me.name && name !== row.owner.name);
  const isSos = row.emergency !== 'idle';
  const heading = useLookedFor(row.conversation);
  return (
    <header className={styles.header} data-emergency={isSos || undefined} data-drill={isDrill(row) || undefined}>
      <div className={styles.line}>
        <span className={styles.back}>
          <IconButton icon="back" name={t('conversation.back')} onPress={onBack} />
        </span>
        <Risk level={isSos ? 'imminent' : row.risk} assessed={row.assessed} confirmed={row.riskBy !== null} size={16} />
        <h2 ref={heading} className={styles.name} data-heading data-region-start tabIndex={-1}>
          {row.name}
        </h2>
        <span className={styles.meta}>
          {t('conversation.channel', { channel: row.channel.replaceAll('-', '_') })} ·{' '}
          {t('conversation.language', { language: row.locale.slice(0, 2) })}
        </span>
        {isSos && row.emergencySince !== null && (
          <strong className={styles.since}>
            <Since at={row.emergencySince} />
          </strong>
        )}
        <Badges thread={thread} />
        <span className={styles.space} />
        {work.fits && (
          <span className={styles.factsButton}>
            <Button aria-pressed={work.as !== null} onClick={work.toggle} aria-keyshortcuts="W">
              {t('conversation.workspace')}
            </Button>
          </span>
        )}
        {facts.as === 'panel' && work.as === null && (
          <span className={styles.factsButton}>
            <Button aria-pressed={facts.shown} onClick={facts.toggle} aria-keyshortcuts="I">
              {t('conversation.facts')}
            </Button>
          </span>
        )}
      </div>
      <p className={styles.owner}>
        <OwnerLine thread={thread} />
        {others.length > 0 && <span> · {t('conversation.viewers', { names: others.map(shortName).join(', ') })}</span>}
      </p>
      <Acts thread={thread} />
    </header>
  );
}

/** Who was called for from elsewhere (F8) is read from her name on: the focus goes there once it is drawn. */
function useLookedFor(conversation: string) {
  const { ui } = useApp();
  const wanted = useStore(ui.looking);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wanted !== conversation) return;
    ui.looking.set(null);
    heading.current?.focus();
  }, [wanted, conversation, ui]);
  return heading;
}

function Badges({ thread: { row } }: { thread: ThreadView }) {
  const t = useSay();
  return (
    <>
      {isDrill(row) && (
        <strong className={styles.badge} data-tone="drill">
          {t('drill.word')}
        </strong>
      )}
      {row.priority && <span className={styles.badge}>{t('queue.row.priority')}</span>}
      {row.quiet && (
        <span className={styles.badge} data-tone="safety">
          {t('queue.row.quiet')}
        </span>
      )}
      {row.blocked && <span className={styles.badge}>{t(`blocked.${row.blocked}`)}</span>}
    </>
  );
}

/** Lines that say that she changed hands. */
const TAKEN: ReadonlySet<string> = new Set(['taken', 'taken_over', 'handed', 'accepted']);

/** Whose she is, since when. */
function OwnerLine({ thread }: { thread: ThreadView }) {
  const desk = useDesk();
  const t = useSay();
  const { row } = thread;
  const taken = thread.lines.findLast(
    line => 'item' in line && line.item.kind === 'event' && TAKEN.has(line.item.event),
  );
  const since = row.owner.since ?? (taken && 'item' in taken ? taken.item.at : null);
  if (row.owner.kind === 'executive') {
    const words = isMine(row, desk.me.id)
      ? t('conversation.owner.me')
      : t('conversation.owner.other', { name: row.owner.name ?? '' });
    return (
      <strong data-mine={isMine(row, desk.me.id) || undefined}>
        {words}
        {since !== null && (
          <>
            {' '}
            {t('conversation.owner.since')} <Hour at={since} />
          </>
        )}
      </strong>
    );
  }
  if (row.owner.kind === 'queue') {
    return (
      <strong data-nobody>
        {t('conversation.owner.nobody')} {row.queuedAt !== null && <Waiting at={row.queuedAt} />}
      </strong>
    );
  }
  return <>{t(row.owner.kind === 'bot' ? 'conversation.owner.bot' : 'conversation.owner.rest')}</>;
}

function Acts({ thread: { row } }: { thread: ThreadView }) {
  const desk = useDesk();
  const { ui } = useApp();
  const busy = useStore(desk.busy);
  const moves = useMoves();
  const support = useSupport();
  const t = useSay();
  const id = row.conversation;
  const rights = useRights(row);
  const isBusy = (act: string) => busy.has(`${id} ${act}`);
  const acts = useRef<HTMLDivElement>(null);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const [isFolded, setFolded] = useState(false);
  /** The style folds the second buttons away where there is no room: the menu has them then, and only then. */
  const openMore = (open: boolean) => {
    if (open) setFolded(acts.current?.querySelector<HTMLElement>(`.${styles.second}`)?.offsetParent === null);
    setMoreOpen(open);
  };
  if (!rights.attends) return null;
  return (
    <div ref={acts} className={styles.acts} data-mine={rights.isMine || undefined}>
      {!rights.isMine && !rights.accepts && (
        <ActButton
          variant="filled"
          reason={rights.take}
          busy={isBusy('take') ? t('conversation.act.taking') : undefined}
          onAct={() => (rights.takesOver ? ui.dialog.set({ kind: 'takeover', conversation: id }) : void moves.take(id))}
          shortcut="T"
        >
          {t('conversation.act.take')}
        </ActButton>
      )}
      <ActButton
        reason={rights.release}
        busy={isBusy('release') ? t('conversation.act.releasing') : undefined}
        onAct={() => ui.dialog.set({ kind: 'release', conversation: id })}
        shortcut="B"
      >
        {t('conversation.act.robot_on')}
      </ActButton>
      <ActButton
        className={styles.second}
        reason={rights.end}
        onAct={() => ui.dialog.set({ kind: 'end', conversation: id })}
      >
        {t('conversation.act.end_erase')}
      </ActButton>
      <ActButton
        className={styles.second}
        reason={rights.close}
        onAct={() => ui.dialog.set({ kind: 'close', conversation: id })}
        shortcut="E"
      >
        {t('conversation.act.close_contact')}
      </ActButton>
      {row.emergency === 'idle' && (
        <ActButton
          variant="light"
          color="imminent"
          reason={rights.emergency}
          busy={isBusy('start_emergency') ? t('conversation.act.starting') : undefined}
          onAct={() => void moves.startEmergency(id)}
          shortcut="Shift E"
          leftSection={<RiskIcon shape="imminent" filled={false} />}
        >
          {t('conversation.act.start_protocol')}
        </ActButton>
      )}
      <Menu opened={isMoreOpen} onChange={openMore}>
        <Menu.Target>
          <Button className={styles.moreButton} rightSection={<Icon name="down" size={12} />}>
            <span className={styles.moreWide}>{t('conversation.act.more')}</span>
            <span className={styles.moreNarrow}>{t('conversation.act.all')}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isFolded && (
            <>
              <Item reason={rights.end} onAct={() => ui.dialog.set({ kind: 'end', conversation: id })}>
                {t('conversation.act.end_erase')}
              </Item>
              <Item reason={rights.close} onAct={() => ui.dialog.set({ kind: 'close', conversation: id })}>
                {t('conversation.act.close_contact')}
              </Item>
            </>
          )}
          <Item reason={rights.transfer} onAct={() => ui.dialog.set({ kind: 'transfer', conversation: id })}>
            {t('conversation.act.transfer')}
          </Item>
          <Item reason={rights.line} onAct={() => support(id)}>
            {t('support.act')}
          </Item>
          <Item reason={rights.own} onAct={() => ui.go({ page: 'appointments' })}>
            {t('conversation.act.book')}
          </Item>
          <Item reason={rights.line} onAct={() => void moves.priority(id, !row.priority)}>
            {t(row.priority ? 'conversation.act.priority_off' : 'conversation.act.priority_on')}
          </Item>
          <Item reason={rights.line} onAct={() => void moves.run(id, { do: 'quiet', on: !row.quiet })}>
            {t(row.quiet ? 'conversation.act.quiet_off' : 'conversation.act.quiet_on')}
          </Item>
          {row.blocked !== null && (
            <Item reason={rights.line} onAct={() => ui.dialog.set({ kind: 'unblock', conversation: id })}>
              {t('conversation.act.unblock')}
            </Item>
          )}
          {row.emergency !== 'idle' && (
            <Item reason={rights.discard} onAct={() => ui.dialog.set({ kind: 'discard', conversation: id })}>
              {t('emergency.act.discard')}
            </Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isUntaken(row) && row.emergency !== 'idle' && <span className="hidden">{t('emergency.nobody')}</span>}
    </div>
  );
}

/** An item that cannot be done is listed with its reason, and reached by the arrows all the same. */
function Item({ children, reason, onAct }: { children: string; reason: string | undefined; onAct(): void }) {
  const { notices, news } = useApp();
  const refuse = (why: string) => {
    notices.show(why, { tone: 'warning' });
    news.tell(why);
  };
  return (
    <Menu.Item
      className={styles.item}
      aria-disabled={reason !== undefined || undefined}
      closeMenuOnClick={reason === undefined}
      onClick={() => (reason === undefined ? onAct() : refuse(reason))}
    >
      {children}
      {reason !== undefined && <span className={styles.itemReason}>{reason}</span>}
    </Menu.Item>
  );
}
