/**
 * Times on the screen. Each is a `<time>` whose text the one ticker writes; the exact instant is its title, and the key
 * `.` turns all of them into exact hours.
 */
import { useCallback, useLayoutEffect, useRef } from 'react';
import { restOf } from '../live/clock.js';
import { useApp, useLocale, useSay, useStore } from './app.js';
import { clockOf, exactly, hourOf, lapseOf, momentOf, secondOf, spanOf } from './times.js';

interface TimeProps {
  at: number;
  className?: string | undefined;
}

/** `03:14`, or with seconds when the screen shows exact hours. */
export function Hour({ at, className }: TimeProps) {
  const locale = useLocale();
  const exact = useStore(useApp().ui.exactTimes);
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={exactly(at, locale)}>
      {exact ? secondOf(at, locale) : hourOf(at, locale)}
    </time>
  );
}

/** `22 nov 2026, 03:14`, for what is long past. */
export function Moment({ at, className }: TimeProps) {
  const locale = useLocale();
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={exactly(at, locale)}>
      {momentOf(at, locale)}
    </time>
  );
}

/** `hace 4 min` */
export function Ago({ at, className }: TimeProps) {
  const t = useSay();
  return (
    <Ticking
      at={at}
      className={className}
      write={useCallback(now => t('time.ago', { span: spanOf(now - at, t) }), [at, t])}
    />
  );
}

/** `4 min`, for what has been waiting. */
export function Waiting({ at, className }: TimeProps) {
  const t = useSay();
  return <Ticking at={at} className={className} write={useCallback(now => spanOf(now - at, t), [at, t])} />;
}

/** `0:41`, counting up, each second however long it takes: an emergency is told by it. The text changes, nothing moves. */
export function Since({ at, className }: TimeProps) {
  return <Ticking at={at} className={className} write={useCallback(now => clockOf(now - at), [at])} steady />;
}

/** Under this a deadline is near, ms. */
const NEAR_MS = 60_000;

/** `quedan 0:22`, then `pasó hace 1:10`; its `data-deadline` says `far`, `near` or `passed`, for the style. */
export function Deadline({ at, className }: TimeProps) {
  const t = useSay();
  const write = useCallback(
    (now: number, element: HTMLElement) => {
      const left = at - now;
      element.dataset['deadline'] = left < 0 ? 'passed' : left < NEAR_MS ? 'near' : 'far';
      return left < 0 ? t('time.passed', { span: lapseOf(-left, t) }) : t('time.left', { span: clockOf(left) });
    },
    [at, t],
  );
  return <Ticking at={at} className={className} write={write} steady />;
}

/** The hour of the server, with seconds. */
export function ServerHour({ className }: { className?: string }) {
  const locale = useLocale();
  const write = useCallback((now: number) => secondOf(now, locale), [locale]);
  return <Ticking at={0} className={className} write={write} steady alwaysExact />;
}

interface TickingProps extends TimeProps {
  write: (now: number, element: HTMLElement) => string;
  /** Each second, however old. */
  steady?: boolean;
  /** Not turned into an exact hour by `.`. */
  alwaysExact?: boolean;
}

function Ticking({ at, className, write, steady = false, alwaysExact = false }: TickingProps) {
  const { clock, ui } = useApp();
  const locale = useLocale();
  const ref = useRef<HTMLTimeElement>(null);
  useLayoutEffect(() => {
    const tick = (now: number) => {
      const element = ref.current;
      if (!element) return Infinity;
      const written = write(now, element);
      const text = ui.exactTimes.get() && !alwaysExact ? secondOf(at, locale) : written;
      if (element.textContent !== text) element.textContent = text;
      return steady ? 950 : restOf(now - at);
    };
    return clock.add({ tick });
  }, [at, write, clock, ui, locale, steady, alwaysExact]);
  return (
    <time
      ref={ref}
      className={className}
      {...(at === 0 ? {} : { dateTime: new Date(at).toISOString(), title: exactly(at, locale) })}
    />
  );
}
