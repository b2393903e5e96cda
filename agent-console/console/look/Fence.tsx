/** A part of the screen that fails alone: the others go on, and this one says what happened and tries again. */
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useApp, useLocale, useSay } from './app.js';
import styles from './Fence.module.css';
import { secondOf } from './times.js';

interface FenceProps {
  children: ReactNode;
  className?: string | undefined;
}

export class Fence extends Component<FenceProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return (
      <Failed
        className={this.props.className}
        error={this.state.error}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}

function Failed({ className, error, onRetry }: { className: string | undefined; error: Error; onRetry(): void }) {
  const { clock } = useApp();
  const locale = useLocale();
  const t = useSay();
  return (
    <section className={`${styles.failed} ${className ?? ''}`} role="note">
      <p>{t('fence.failed', { time: secondOf(clock.now(), locale) })}</p>
      <code>
        {error.name}: {error.message.slice(0, 160)}
      </code>
      <Button variant="filled" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </section>
  );
}
