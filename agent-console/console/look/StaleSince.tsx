/** What is on the screen may be old: it says how old, once that is worth saying. */
import { useEffect, useState } from 'react';
import { useApp, useSay } from './app.js';
import { Ago } from './moments.js';

/** A gap that closes sooner is nobody's business, ms. */
const WORTH_MS = 2_000;

export function StaleSince({ since, className }: { since: number | null; className?: string | undefined }) {
  const { clock } = useApp();
  const t = useSay();
  const [worth, setWorth] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setTimeout(() => setWorth(since), Math.max(0, since + WORTH_MS - clock.now()));
    return () => clearTimeout(timer);
  }, [since, clock]);
  if (since === null || worth !== since) return null;
  return (
    <p className={className} data-stale>
      {t('net.stale')} <Ago at={since} />
    </p>
  );
}
