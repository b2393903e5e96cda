/** Times as dialogues write them. */
import { addDays, instantOf, localOf, weekdayOf } from '../../flows/calendar/zones.js';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A working Tuesday in the morning. */
const STARTS = '2026-05-19T11:00:00-04:00';

export const startOf = (starts: string | undefined): number => Date.parse(starts ?? STARTS);

/** An instant, or the next `weekday HH:MM` after `now`, in ms UTC. */
export function slotInstant(written: string, now: number, zone: string): number {
  const [, day = '', hour = '', minutes = ''] = /^([a-z]+) (\d{1,2}):(\d{2})$/i.exec(written) ?? [];
  const weekday = DAYS.indexOf(day.toLowerCase()) + 1;
  if (weekday === 0) return Date.parse(written);
  const today = localOf(now, zone).date;
  for (let ahead = (weekday - weekdayOf(today) + 7) % 7; ; ahead += 7) {
    const at = instantOf(`${addDays(today, ahead)}T${hour.padStart(2, '0')}:${minutes}`, zone);
    if (at > now) return at;
  }
}
