/** What may be put where she types: chosen by the arrows and Enter while the focus stays in the field. */
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import styles from './FieldMenu.module.css';

export interface Choice {
  id: string;
  title: string;
  meta: string;
}

interface FieldMenuProps {
  title: string;
  choices: readonly Choice[];
  field: RefObject<HTMLTextAreaElement | null>;
  onChoose(id: string): void;
  onClose(): void;
}

export function FieldMenu({ title, choices, field, onChoose, onClose }: FieldMenuProps) {
  const list = useId();
  const [at, setChosen] = useState(0);
  const chosen = Math.min(at, Math.max(0, choices.length - 1));
  const active = choices.length > 0 ? `${list}-${chosen}` : null;
  const shown = useRef<HTMLLIElement>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    // The focus stays where she types: the keys of the list are heard there.
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined && choices.length > 0) setChosen((chosen + step + choices.length) % choices.length);
      else if (event.key === 'Enter' && !event.shiftKey && choices[chosen]) onChoose(choices[chosen].id);
      else if (event.key === 'Escape') onClose();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [field, choices, chosen, onChoose, onClose]);
  // Whoever does not see the list hears which of it Enter takes.
  useEffect(() => {
    const element = field.current;
    if (!element || active === null) return undefined;
    element.setAttribute('aria-controls', list);
    element.setAttribute('aria-activedescendant', active);
    shown.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      element.removeAttribute('aria-controls');
      element.removeAttribute('aria-activedescendant');
    };
  }, [field, list, active]);

  return (
    <div className={styles.menu}>
      <p className={styles.title} role="status">
        {title}
      </p>
      {choices.length > 0 && (
        <ul id={list} role="listbox" aria-label={title}>
          {choices.map((one, i) => (
            <li
              key={one.id}
              ref={i === chosen ? shown : undefined}
              id={`${list}-${i}`}
              className={styles.choice}
              role="option"
              aria-selected={i === chosen}
              // The field keeps the focus and its caret.
              onMouseDown={event => event.preventDefault()}
              onClick={() => onChoose(one.id)}
            >
              <span>{one.title}</span>
              <span className={styles.meta}>{one.meta}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
