/**
 * Instants of an export as a person reads them: beside each number of milliseconds UTC, under the same name and `Local`,
 * the local time with its distance from UTC. The numbers stay for whoever reads the file with a program.
 */
import { Temporal } from 'temporal-polyfill';

/** `at`, `since`, `createdAt`, `heldUntil` … */
const INSTANT = /^(?:at|since|until)$|(?:At|Since|Until)$/;
/** 2000 to 2100: a smaller number under such a name is a length or a count. */
const FROM = Date.UTC(2000, 0, 1);
const TO = Date.UTC(2100, 0, 1);

/** The same value, with the local times beside. */
export function withLocalTimes(value: unknown, zone: string): unknown {
  if (Array.isArray(value)) return value.map(one => withLocalTimes(one, zone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]) =>
      isInstant(name, held)
        ? [
            [name, held],
            [`${name}Local`, localTime(held, zone)],
          ]
        : [[name, withLocalTimes(held, zone)]],
    ),
  );
}

const isInstant = (name: string, value: unknown): value is number =>
  INSTANT.test(name) && typeof value === 'number' && value >= FROM && value < TO;

/** 2026-05-19T11:00:00-04:00 */
export const localTime = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
