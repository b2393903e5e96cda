/** The calls to people on call, one line for all that came one after the other; each of them below, when it is opened. */
import { memo } from 'react';
import { useLocale, useSay } from '../../look/app.js';
import { hourOf } from '../../look/times.js';
import type { EventItem } from './chatLines.js';
import { EventLine } from './EventLine.js';
import styles from './EventLine.module.css';

export const CallsLine = memo(function CallsLine({ calls }: { calls: readonly EventItem[] }) {
  const t = useSay();
  const locale = useLocale();
  const [first, last] = [calls[0], calls.at(-1)];
  if (!first || !last || calls.length === 1) return first ? <EventLine item={first} /> : null;
  const people = new Map<string, number>();
  // What became of a telephone call is told after it, and is no call of its own.
  const made = calls.filter(call => call.event !== 'oncall_phone');
  for (const { vars } of made.length > 0 ? made : calls)
    people.set(String(vars.name), (people.get(String(vars.name)) ?? 0) + 1);
  const unreached = calls.filter(call => call.event === 'oncall_unreached');
  return (
    <details className={styles.calls}>
      <summary>
        {t('event.oncall_many', {
          people: [...people].map(([name, n]) => t('event.oncall_times', { name, n })).join(', '),
          from: hourOf(first.at, locale),
          to: hourOf(last.at, locale),
        })}
        {unreached.length > 0 &&
          unreached.length === made.length &&
          ` · ${t('event.oncall_none', { ways: String(unreached.at(-1)?.vars.ways ?? '') })}`}
        {unreached.length > 0 &&
          unreached.length < made.length &&
          ` · ${t('event.oncall_some', { n: unreached.length })}`}
      </summary>
      {calls.map(call => (
        <EventLine key={`${call.turn} ${call.at}`} item={call} />
      ))}
    </details>
  );
});
