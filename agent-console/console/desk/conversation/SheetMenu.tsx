/** `/` at the start of an answer: the sheets that were suggested, filtered by what follows. Nothing is sent by choosing. */
import { useEffect, useState, type RefObject } from 'react';
import type { Facts } from '../../../../bot/console/contract.js';
import { plain } from '../../live/order.js';
import { useSay } from '../../look/app.js';
import styles from './SheetMenu.module.css';

interface SheetMenuProps {
  typed: string;
  suggestions: Facts['suggestions'];
  field: RefObject<HTMLTextAreaElement | null>;
  onChoose(text: string): void;
  onClose(): void;
}

export function SheetMenu({ typed, suggestions, field, onChoose, onClose }: SheetMenuProps) {
  const t = useSay();
  const [chosen, setChosen] = useState(0);
  const shown = suggestions.filter(one => plain(one.title).includes(plain(typed)));

  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    // The focus stays where she types: the keys of the list are heard there.
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined && shown.length > 0) setChosen(now => (now + step + shown.length) % shown.length);
      else if (event.key === 'Enter' && shown[chosen]) onChoose(shown[chosen].text);
      else if (event.key === 'Escape') onClose();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [field, shown, chosen, onChoose, onClose]);

  return (
    <div className={styles.menu} role="status">
      <p className={styles.title}>{shown.length > 0 ? t('sheets.title') : t('sheets.none')}</p>
      <ul>
        {shown.map((one, i) => (
          <li key={one.sheet} className={styles.sheet} data-chosen={i === chosen || undefined}>
            <button type="button" tabIndex={-1} onClick={() => onChoose(one.text)}>
              <span>{one.title}</span>
              <span className={styles.meta}>{one.reviewed ? one.sheet : t('facts.unreviewed')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
