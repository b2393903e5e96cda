/**
 * Ctrl+K: everything that can be done here, and every conversation by name. Matches without accents; what cannot be done
 * is listed with its reason.
 */
import { Modal } from '@mantine/core';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { isDrill } from '../../../bot/console/contract.js';
import { inOrder } from '../../../bot/console/queue.js';
import { plain } from '../live/order.js';
import { isMac } from '../look/ActButton.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { useReturnFocus } from '../look/Ask.js';
import { shownKey } from './keys.js';
import styles from './Palette.module.css';
import type { Verb } from './verbs.js';

/** More would not be read. */
const SHOWN = 60;

interface Entry {
  id: string;
  title: string;
  key: string;
  unavailable: string | undefined;
  run(): void;
}

/** As it is drawn, not when the dialog has opened: the letters that follow Ctrl+K are written here, not lost before. */
const takeFocus = (field: HTMLInputElement | null) => field?.focus();

export function Palette() {
  const { ui, notices, news } = useApp();
  const t = useSay();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const entries = useEntries(typed);
  useReturnFocus();

  const close = () => ui.dialog.set(null);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    if (entry.unavailable !== undefined) {
      notices.show(entry.unavailable, { tone: 'warning' });
      news.tell(entry.unavailable);
      return;
    }
    close();
    // After the palette has closed and given the focus back, so that the verb decides where it ends.
    requestAnimationFrame(() => requestAnimationFrame(() => entry.run()));
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(entries.length - 1, to));
    setChosen(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + 10,
      PageUp: chosen - 10,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(step);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(entries[chosen]);
    }
  };

  return (
    <Modal
      opened
      onClose={close}
      title={t('palette.title')}
      classNames={{ header: 'hidden' }}
      withCloseButton={false}
      size={560}
      yOffset={80}
      centered={false}
      padding={0}
      returnFocus={false}
    >
      <input
        ref={takeFocus}
        className={styles.field}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={entries[chosen] ? `${id}-${chosen}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={id} role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {entries.map((entry, i) => (
          <li
            key={entry.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === chosen}
            aria-disabled={entry.unavailable !== undefined || undefined}
            className={styles.entry}
            onPointerMove={() => setChosen(i)}
            onClick={() => run(entry)}
          >
            <span>{entry.title}</span>
            <span className={styles.why}>{entry.unavailable ?? entry.key}</span>
          </li>
        ))}
      </ul>
      {entries.length > 0 && <p className={styles.count}>{t('palette.count', { n: entries.length })}</p>}
      {entries.length === 0 && <p className={styles.none}>{t('palette.none')}</p>}
    </Modal>
  );
}

/** Verbs of this screen first, general ones later, then conversations. */
const order: readonly Verb['scope'][] = ['conversation', 'queue', 'desk', 'general'];

function useEntries(typed: string): readonly Entry[] {
  const desk = useDesk();
  const { verbs, ui, clock } = useApp();
  const all = useStore(verbs.all);
  const { rows } = useStore(desk.view);
  const t = useSay();
  return useMemo(() => {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    const matches = (title: string) => words.every(word => plain(title).includes(word));
    // A word that begins like what was typed goes before one that has it inside.
    const begins = (title: string) => words.every(word => ` ${plain(title)}`.includes(` ${word}`));
    const fromVerbs = all
      .filter(verb => !verb.keyOnly && matches(verb.title))
      .sort(
        (a, b) => Number(begins(b.title)) - Number(begins(a.title)) || order.indexOf(a.scope) - order.indexOf(b.scope),
      )
      .map(verb => ({
        id: verb.id,
        title: verb.title,
        key: verb.keys?.[0] ? shownKey(verb.keys[0], isMac) : '',
        unavailable: verb.unavailable,
        run: verb.run,
      }));
    const people = words.length === 0 ? [] : inOrder(rows.values(), clock.now());
    const fromPeople = people.flatMap(row => {
      const name = isDrill(row) ? `${row.name} (${t('drill.word')})` : row.name;
      const title = t('palette.go_to', { name });
      if (!matches(`${title} ${row.reason}`)) return [];
      const run = () => ui.look(row.conversation);
      return [{ id: `to.${row.conversation}`, title, key: row.reason, unavailable: undefined, run }];
    });
    return [...fromVerbs, ...fromPeople].slice(0, SHOWN);
  }, [typed, all, rows, ui, clock, t]);
}
