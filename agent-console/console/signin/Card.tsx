/** The card of the first screens: one column, its title the page's heading. */
import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Locale } from '../../../bot/console/contract.js';
import { useApp, useLocale, useSay } from '../look/app.js';
import styles from './Card.module.css';

interface CardProps {
  title: string;
  children: ReactNode;
  /** Offers the languages, before the account says which is hers. */
  languages?: boolean;
  institution?: string;
}

export function Card({ title, children, languages = false, institution }: CardProps) {
  const { locale, prefs } = useApp();
  const chosen = useLocale();
  const t = useSay();
  useEffect(() => {
    document.title = `${title} · Cauce`;
  }, [title]);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // One card gives its place to the next under her hands: she goes on where it begins.
    const first = ['input:not([type="radio"])', '[data-first]', 'h1'].map(one =>
      card.current?.querySelector<HTMLElement>(one),
    );
    first.find(Boolean)?.focus();
  }, []);
  return (
    <main className={styles.page}>
      <div ref={card} className={styles.card}>
        <p className={styles.brand}>{institution ? t('signin.brand_of', { institution }) : t('signin.brand')}</p>
        <h1 data-heading tabIndex={-1}>
          {title}
        </h1>
        {children}
        {languages && (
          <SegmentedControl
            aria-label={t('user.language')}
            value={chosen}
            onChange={value => {
              const next: Locale = value === 'en' ? 'en' : 'es';
              locale.set(next);
              prefs.change({ locale: next });
            }}
            data={[
              { value: 'es', label: 'Español' },
              { value: 'en', label: 'English' },
            ]}
          />
        )}
      </div>
    </main>
  );
}
