/**
 * What was said, oldest above, held to its end while one reads the end. One tab stop: arrows move from message to
 * message. New messages of hers are told once by the page's own live region, so the log itself is silent.
 */
import { Button } from '@mantine/core';
import {
  type ComponentProps,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { QueueRow } from '../../../../bot/console/contract.js';
import { isMine } from '../../live/order.js';
import { hasArrived } from '../../live/outgoing.js';
import type { ThreadView } from '../../live/thread.js';
import { useApp, useDesk, useLocale, useSay, useStore } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { dayOf, spanOf } from '../../look/times.js';
import { CallsLine } from './CallsLine.js';
import { chatLines, type ChatLine } from './chatLines.js';
import { writeInto } from './draftText.js';
import { EventLine } from './EventLine.js';
import { LeavingLine } from './LeavingLine.js';
import { MessageLine } from './MessageLine.js';
import styles from './Messages.module.css';
import { NoteLine } from './NoteLine.js';
import { usePointed } from './usePointed.js';

/** Drawn at first; a longer story opens on demand. */
const DRAWN = 300;
/** Nearer to the end than this is reading the end, px. */
const END_PX = 48;

export function Messages({ thread, isOld }: { thread: ThreadView; isOld: boolean }) {
  const desk = useDesk();
  const { ui } = useApp();
  const tab = useStore(ui.tab);
  const t = useSay();
  const id = thread.row.conversation;
  const outgoing = useStore(desk.outgoing.all);
  const leaving = outgoing.filter(one => one.conversation === id && !hasArrived(one, thread.lines));
  const [seenTurn] = useState(() => desk.opened.seenTurns.get(id));
  const [drawn, setDrawn] = useState(DRAWN);
  const [active, setActive] = useState<string | null>(null);
  const [below, setBelow] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  /** As it was when the end was last looked for. */
  const size = useRef('');
  const lines = useMemo(() => chatLines(thread.lines, seenTurn), [thread.lines, seenTurn]);
  const shown = lines.slice(-drawn);
  const stops = shown.filter(isStop).map(line => line.key);
  const stop = active !== null && stops.includes(active) ? active : stops.at(-1);
  const count = thread.lines.length + leaving.length;
  const lastCount = useRef(count);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    else if (count > lastCount.current) setBelow(n => n + count - lastCount.current);
    lastCount.current = count;
  }, [count]);
  // The composer or the window changed its size: the end stays the end.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      size.current = sizeOf(element);
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    // On a telephone another part may be in front: what is not on the screen was not seen.
    const isShown = !document.hidden && (tab === 'chat' || scroller.current?.offsetParent !== null);
    if (isShown && isAtEnd.current && thread.row.unread > 0) desk.link.tell('seen', id);
  }, [desk, id, thread.row.unread, tab]);

  usePointed({
    conversation: id,
    stops: lines.filter(isStop).map(line => line.key),
    stop,
    isOld,
    scroller,
    reach: () => setDrawn(lines.length),
    // Else the end would be held to, and the line leave the screen at the next change of size.
    reached: () => {
      if (scroller.current) isAtEnd.current = endsHere(scroller.current);
    },
  });

  const onScroll = () => {
    const element = scroller.current;
    // Scrolled by another width of the chat, and not by a hand: told of above.
    if (!element || sizeOf(element) !== size.current) return;
    isAtEnd.current = endsHere(element);
    if (isAtEnd.current) setBelow(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).matches('[data-line]')) return;
    const here = stops.indexOf(stop ?? '');
    const key = event.key.toLowerCase();
    const to = { arrowdown: here + 1, j: here + 1, arrowup: here - 1, k: here - 1, home: 0, end: stops.length - 1 }[
      key
    ];
    if (to === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = stops[Math.max(0, Math.min(stops.length - 1, to))];
    setActive(next ?? null);
    scroller.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(next ?? '')}"]`)?.focus();
  };

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroll}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onFocus={event => {
          const key = (event.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line;
          if (key !== undefined) setActive(key);
        }}
        data-old={isOld || undefined}
        role="log"
        aria-live="off"
        aria-label={t('chat.log', { name: thread.row.name })}
        tabIndex={-1}
      >
        {lines.length > drawn && (
          <Button variant="subtle" onClick={() => setDrawn(lines.length)}>
            {t('chat.earlier', { n: lines.length - drawn })}
          </Button>
        )}
        {thread.lines.length === 0 && <p className={styles.empty}>{t('chat.empty')}</p>}
        {shown.map(line => (
          <ShownLine key={line.key} line={line} thread={thread} isStop={line.key === stop} />
        ))}
        {leaving.map(one => (
          <LeavingLine key={one.id} leaving={one} thread={thread} />
        ))}
      </div>
      {below > 0 && (
        <button
          type="button"
          className={styles.below}
          onClick={() => {
            const element = scroller.current;
            if (element) element.scrollTop = element.scrollHeight;
            ui.tab.set('chat');
          }}
        >
          {t('chat.below', { n: below })} <Icon name="down" size={12} />
        </button>
      )}
    </div>
  );
}

const endsHere = ({ scrollHeight, scrollTop, clientHeight }: Element) =>
  scrollHeight - scrollTop - clientHeight < END_PX;
const sizeOf = ({ clientWidth, clientHeight }: Element) => `${clientWidth} ${clientHeight}`;

const isStop = (line: ChatLine) => 'item' in line && line.item.kind !== 'event';

/** The draft that was left for who has her now goes into her composer, after what stands there. */
function Note({
  row,
  ...line
}: { row: QueueRow } & Pick<ComponentProps<typeof NoteLine>, 'item' | 'lineKey' | 'isStop'>) {
  const { drafts, ui } = useApp();
  const use = useCallback(
    (draft: string) => {
      writeInto(drafts, row.conversation, draft);
      ui.write(row.conversation);
    },
    [drafts, ui, row.conversation],
  );
  return <NoteLine {...line} onUse={isMine(row, useDesk().me.id) ? use : undefined} />;
}

function ShownLine({ line, thread, isStop: stops }: { line: ChatLine; thread: ThreadView; isStop: boolean }) {
  const locale = useLocale();
  const t = useSay();
  if ('day' in line) return <p className={styles.rule}>{dayOf(line.day, locale)}</p>;
  if ('silenceMs' in line)
    return <p className={styles.rule}>{t('chat.silence', { span: spanOf(line.silenceMs, t) })}</p>;
  if ('newHere' in line) return <p className={`${styles.rule} ${styles.new}`}>{t('chat.new_since')}</p>;
  if ('lateMark' in line) return <p className={styles.rule}>{t('chat.late_mark')}</p>;
  if ('calls' in line) return <CallsLine calls={line.calls} />;
  const { item } = line;
  if (item.kind === 'event') return <EventLine item={item} />;
  if (item.kind === 'note') return <Note item={item} lineKey={line.key} isStop={stops} row={thread.row} />;
  return <MessageLine item={item} lineKey={line.key} isStop={stops} row={thread.row} />;
}
