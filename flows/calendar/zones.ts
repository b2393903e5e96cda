/**
 * Local time in Chile. Instants are integer milliseconds UTC; local times are ISO strings without zone
 * ("2026-05-19T11:00"), dates are "2026-05-19".
 *
 * Santiago goes forward and back at midnight, so some days have no 00:00 and some have two 23:30: never do this
 * arithmetic by hand.
 */
import { Temporal } from 'temporal-polyfill';

export const CHILE_ZONES = ['America/Santiago', 'America/Punta_Arenas', 'America/Coyhaique', 'Pacific/Easter'] as const;
export type ChileZone = (typeof CHILE_ZONES)[number];

export interface Local {
  /** "2026-05-19" */
  readonly date: string;
  /** "11:05" */
  readonly time: string;
  /** "2026-05-19T11:05" */
  readonly iso: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Wall-clock minutes since 00:00. */
  readonly minutes: number;
}

/** What the clock on the wall shows in `zone` at an instant, to the minute. Throws RangeError for an unknown zone. */
export function localOf(instant: number, zone: string): Local {
  const minute = Math.floor(instant / 60_000);
  const kept = lately.get(zone);
  if (kept?.minute === minute) return kept.local;
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(known(zone));
  const date = at.toPlainDate().toString();
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  const local: Local = { date, time, iso: `${date}T${time}`, weekday: at.dayOfWeek, minutes: at.hour * 60 + at.minute };
  lately.set(zone, { minute, local });
  return local;
}

/** The last minute that was asked for in each zone: every message of that minute asks for it again. */
const lately = new Map<string, { minute: number; local: Local }>();

/**
 * The instant of a local date and time ("2026-05-19T17:30", also "…T24:00"). A time that the clock skips is moved
 * forward by the gap; one that it shows twice is the first. Throws RangeError for what is no date-time or no zone.
 */
export function instantOf(local: string, zone: string): number {
  if (local.endsWith('T24:00')) return startOfDay(addDays(local.slice(0, 10), 1), zone);
  return Temporal.PlainDateTime.from(local).toZonedDateTime(known(zone), { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/** Whether there is a zone of this name. */
export const isZone = (zone: string): boolean => isKnown(known(zone));

/** The first instant of a date in a zone: usually 00:00, in Santiago 01:00 on the night the clock goes forward. */
export const startOfDay = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(known(zone)).epochMilliseconds;

/** A date some days later (or earlier, negative). */
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** 1 = Monday … 7 = Sunday. Throws RangeError for a date that is not in the calendar. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/**
 * Aysén got its own zone in the time-zone data of March 2025; where the machine's data are older, Punta Arenas shows the
 * same time since then.
 */
function known(zone: string): string {
  const use = usable.get(zone) ?? (isKnown(zone) || zone !== 'America/Coyhaique' ? zone : 'America/Punta_Arenas');
  usable.set(zone, use);
  return use;
}

function isKnown(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

const usable = new Map<string, string>();
