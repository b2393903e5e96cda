/** The edge between two columns: dragged, or moved with the arrows; a double click or Enter puts it back. */
import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './Separator.module.css';

interface SeparatorProps {
  name: string;
  px: number;
  least: number;
  most: number;
  /** The column that grows is on its right. */
  fromRight?: boolean;
  /** null: as designed. */
  onChange(px: number | null): void;
}

const STEP_PX = 16;

export function Separator({ name, px, least, most, fromRight = false, onChange }: SeparatorProps) {
  const within = (next: number) => Math.round(Math.max(least, Math.min(most, next)));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: fromRight ? STEP_PX : -STEP_PX, ArrowRight: fromRight ? -STEP_PX : STEP_PX }[event.key];
    if (step !== undefined) onChange(within(px + step));
    else if (event.key === 'Home') onChange(least);
    else if (event.key === 'End') onChange(most);
    else if (event.key === 'Enter') onChange(null);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const from = event.clientX;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) =>
      onChange(within(px + (fromRight ? from - moved.clientX : moved.clientX - from)));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', move), { once: true });
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={name}
      aria-valuenow={px}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={styles.separator}
      data-side={fromRight ? 'left' : 'right'}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onDoubleClick={() => onChange(null)}
    />
  );
}
