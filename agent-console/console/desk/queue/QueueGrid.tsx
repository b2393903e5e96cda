/**
 * The list of the queue. SOS stay above and never scroll away; the rest is rows of two fixed heights of which only those
 * on the screen are drawn. One tab stop, which follows the person and not the place: arrows or J and K move, Enter opens
 * and stays, T takes.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { QueueRow } from '../../../../bot/console/contract.js';
import { views, type QueueView } from '../../live/order.js';
import { useApp, useDesk, useSay, useStore } from '../../look/app.js';
import { useIsNarrow } from '../../look/useMedia.js';
import { useRefuse } from '../../look/useRefuse.js';
import { rightsOf } from '../conversation/useRights.js';
import { useMoves } from '../useMoves.js';
import styles from './QueuePane.module.css';
import { isTall, QueueRowView } from './QueueRowView.js';
import type { ListEntry } from './useQueue.js';
import { useHeight } from './useHeight.js';
import { useUnseen } from './useUnseen.js';

const SECTION_PX = 28;
/** Until the style sheet has been asked. */
const USUAL_ROW_PX = 44;
/** Three lines. */
const TALL_ROW_PX = 60;
const PAGE_ROWS = 10;

/** What is not on the screen. */
interface Unseen {
  /** Rows below what is seen. */
  rows: number;
  /** Many SOS scroll in a list of their own. */
  sos: number;
}

interface QueueGridProps {
  sos: readonly QueueRow[];
  entries: readonly ListEntry[];
  onView(view: QueueView): void;
  onUnseen(unseen: Unseen): void;
}

export function QueueGrid({ sos, entries, onView, onUnseen }: QueueGridProps) {
  const { ui, prefs } = useApp();
  const { conversation: opened } = useStore(ui.place);
  const [active, setActive] = useState<string | null>(null);
  const t = useSay();
  const desk = useDesk();
  const { kind: line } = useStore(desk.link.state);
  const moves = useMoves();
  const refuse = useRefuse();
  const grid = useRef<HTMLDivElement>(null);
  const { px: rowPx, probe } = useHeight(USUAL_ROW_PX);

  const rows = useMemo(() => [...sos, ...entries.flatMap(rowOf)].map(row => row.conversation), [sos, entries]);
  const stop = [active, opened].find(one => one !== null && rows.includes(one)) ?? rows[0] ?? null;
  const stopIndex = entries.findIndex(entry => entry.kind === 'row' && entry.row.conversation === stop);

  const { px: sosPx, probe: sosProbe } = useHeight(0);
  const [sosList, setSosList] = useState<HTMLElement | null>(null);
  const sosRef = useCallback(
    (element: HTMLElement | null) => {
      setSosList(element);
      const stop = sosProbe(element);
      return () => {
        stop?.();
        setSosList(null);
      };
    },
    [sosProbe],
  );
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => grid.current,
    estimateSize: index => heightOf(entries[index], rowPx),
    getItemKey: index => keyOf(entries[index]),
    overscan: 8,
    // SOS lie above, stuck to the top: what is under them is not seen.
    scrollMargin: sosPx,
    scrollPaddingStart: sosPx + SECTION_PX,
    // The row that has the focus stays in the page wherever it goes.
    rangeExtractor: range => {
      const from = Math.max(0, range.startIndex - range.overscan);
      const to = Math.min(range.count - 1, range.endIndex + range.overscan);
      const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
      return stopIndex >= 0 && !shown.includes(stopIndex) ? [...shown, stopIndex].sort((a, b) => a - b) : shown;
    },
  });
  useEffect(() => virtual.measure(), [virtual, rowPx, entries]);

  const sosLie = !useIsNarrow();
  const reveal = useCallback(
    (row: HTMLElement) => grid.current && revealRow(row, grid.current, sosLie ? sosList : null),
    [sosLie, sosList],
  );
  // What is chosen is not left half under the SOS, nor cut at the end of their own list; whoever scrolled away from it stays there.
  const wasOpened = useRef<string | null>(null);
  useEffect(() => {
    const row = opened === null ? null : rowIn(grid.current, opened);
    if (row && (wasOpened.current !== opened || isOnScreen(row, grid.current!))) reveal(row);
    wasOpened.current = opened;
  }, [opened, sosPx, reveal]);

  const { startIndex = 0, endIndex = -1 } = virtual.range ?? {};
  useShowing(sos, entries, startIndex, endIndex);
  const below = entries.slice(endIndex + 1).flatMap(rowOf).length;
  const sosUnseen = useUnseen(sosList, sos);
  useEffect(() => onUnseen({ rows: below, sos: sosUnseen }), [onUnseen, below, sosUnseen]);

  const open = useCallback(
    (conversation: string) => {
      setActive(conversation);
      // Also who is open already.
      const row = rowIn(grid.current, conversation);
      if (row) reveal(row);
      ui.go({ conversation });
      ui.tab.set('chat');
    },
    [ui, reveal],
  );
  const take = useCallback(
    (row: QueueRow) => {
      open(row.conversation);
      const rights = rightsOf(row, desk.me, line, t);
      if (rights.isMine) refuse(t('reason.already_mine'));
      else if (rights.take !== undefined) refuse(rights.take);
      else if (rights.takesOver) ui.dialog.set({ kind: 'takeover', conversation: row.conversation });
      else if (rights.accepts) void moves.accept(row.conversation);
      else void moves.take(row.conversation);
    },
    [open, desk, line, t, refuse, ui, moves],
  );
  const focusRow = (index: number) => {
    const conversation = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (conversation === undefined) return;
    setActive(conversation);
    const place = entries.findIndex(entry => entry.kind === 'row' && entry.row.conversation === conversation);
    if (place >= 0) virtual.scrollToIndex(place);
    const element = () => rowIn(grid.current, conversation);
    // At once where it is drawn already, so that the next key, however soon, moves on from there.
    const drawn = element();
    if (drawn) drawn.focus({ preventScroll: true });
    else requestAnimationFrame(() => element()?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const conversation = (event.target as HTMLElement).dataset['row'];
    if (conversation === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = rows.indexOf(conversation);
    const to = moved(event.key, here, rows.length, prefs.get().letters);
    const view = views[Number(event.key) - 1];
    if (to !== undefined) focusRow(to);
    else if (event.key === 'Enter') open(conversation);
    else if (event.key.toLowerCase() === 't' && prefs.get().letters) {
      const row = [...sos, ...entries.flatMap(rowOf)].find(one => one.conversation === conversation);
      if (row) take(row);
    } else if (view) onView(view);
    else return;
    event.preventDefault();
  };
  const rowProps = (row: QueueRow) => ({
    row,
    rowIndex: rows.indexOf(row.conversation) + 1,
    isOpen: row.conversation === opened,
    isStop: row.conversation === stop,
    onOpen: open,
    onTake: take,
  });

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('queue.title')}
      aria-rowcount={rows.length}
      className={styles.grid}
      data-queue
      data-empty={rows.length === 0 || undefined}
      // By key alone: a row that moves under the pointer would lose the click.
      onFocus={({ target }) => target.dataset['row'] && target.matches(':focus-visible') && reveal(target)}
      onKeyDown={onKeyDown}
    >
      <span ref={probe} className={styles.probe} aria-hidden="true" />
      {sos.length > 0 && (
        <div ref={sosRef} role="rowgroup" className={styles.sos}>
          <SectionLine text={t('queue.section.sos')} count={sos.length} />
          {sos.map(row => (
            <QueueRowView key={row.conversation} {...rowProps(row)} />
          ))}
        </div>
      )}
      <div role="rowgroup" className={styles.long} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const entry = entries[item.index];
          if (!entry) return null;
          return (
            <div
              key={item.key}
              role="presentation"
              className={styles.placed}
              style={{ height: item.size, transform: `translateY(${item.start - sosPx}px)` }}
            >
              {entry.kind === 'section' ? (
                <SectionLine text={t(`queue.section.${entry.section}`)} count={entry.count} />
              ) : (
                <QueueRowView {...rowProps(entry.row)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** In px, of which a row of two lines has rowPx. */
function heightOf(entry: ListEntry | undefined, rowPx: number): number {
  if (entry?.kind === 'section') return SECTION_PX;
  return entry && isTall(entry.row) ? Math.max(rowPx, TALL_ROW_PX) : rowPx;
}

/** So far that the row is whole: behind the SOS that lie above the list, or within their own list. */
function revealRow(row: HTMLElement, grid: HTMLElement, sos: HTMLElement | null): void {
  const inSos = sos?.contains(row) === true;
  const list = inSos ? sos : grid;
  const { top, bottom } = list.getBoundingClientRect();
  const covered = inSos ? SECTION_PX : (sos?.offsetHeight ?? 0);
  const box = row.getBoundingClientRect();
  if (box.top < top + covered) list.scrollTop -= top + covered - box.top;
  else if (box.bottom > bottom) list.scrollTop += box.bottom - bottom;
}

function isOnScreen(row: HTMLElement, grid: HTMLElement): boolean {
  const box = row.getBoundingClientRect();
  const { top, bottom } = grid.getBoundingClientRect();
  return box.bottom > top && box.top < bottom;
}

const rowIn = (grid: HTMLElement | null, conversation: string) =>
  grid?.querySelector<HTMLElement>(`[data-row="${CSS.escape(conversation)}"]`) ?? null;

function SectionLine({ text, count }: { text: string; count: number }) {
  return (
    <div role="row" className={styles.section}>
      <span role="gridcell">
        {text} <span className="figures">{count}</span>
      </span>
    </div>
  );
}

/** Reports which conversations are on the screen, and none while the list is not. */
function useShowing(
  sos: readonly QueueRow[],
  entries: readonly ListEntry[],
  startIndex: number,
  endIndex: number,
): void {
  const desk = useDesk();
  const { ui } = useApp();
  const tab = useStore(ui.tab);
  const isHidden = useIsNarrow() && tab !== 'queue';
  useEffect(() => {
    const painted = [...sos, ...entries.slice(startIndex, endIndex + 1).flatMap(rowOf)];
    desk.shows('queue', isHidden ? [] : painted.map(row => row.conversation));
  }, [desk, sos, entries, startIndex, endIndex, isHidden]);
  useEffect(() => () => desk.shows('queue', []), [desk]);
}

const rowOf = (entry: ListEntry): QueueRow[] => (entry.kind === 'row' ? [entry.row] : []);
const keyOf = (entry: ListEntry | undefined) =>
  entry?.kind === 'row' ? entry.row.conversation : `section.${entry?.section}`;

/** Where a key leads from a row, or undefined when it is no key of movement. */
function moved(key: string, here: number, count: number, letters: boolean): number | undefined {
  const byLetter: Record<string, number> = { j: here + 1, k: here - 1 };
  const byName: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: count - 1,
    PageDown: here + PAGE_ROWS,
    PageUp: here - PAGE_ROWS,
  };
  return byName[key] ?? (letters ? byLetter[key.toLowerCase()] : undefined);
}
