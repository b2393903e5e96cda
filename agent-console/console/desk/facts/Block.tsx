/** A block of the facts: its title, a word beside it, what is known, or that nothing is known yet. Never an empty card. */
import { useId, type ReactNode } from 'react';
import styles from './Block.module.css';

interface BlockProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  tone?: 'imminent';
}

export function Block({ title, aside, children, tone }: BlockProps) {
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id} data-tone={tone}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}

export const Nothing = ({ children }: { children: string }) => <p className={styles.nothing}>{children}</p>;
