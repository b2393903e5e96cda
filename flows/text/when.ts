/**
 * Her times against the times on offer: the windows in what she wrote, the slots that lie in them, and the one slot
 * that her answer takes. Slots are instants (ms UTC); what she writes is read on the clock of her zone.
 */
import { addDays, daysBetween, localOf } from '../calendar/zones.js';
import { chosenNumbers, SEVERAL } from './choice.js';
import { minutesOf } from './hourWords.js';
import { plain } from './plain.js';
import { inWindows, isNever, readWindows, type Window } from './windows.js';
import { readYesNo } from './yesno.js';

export type { Window } from './windows.js';

/** The windows of local time in a text written at `now` (ms UTC) in `zone`; see `readWindows` for how they are read. */
export const readWhen = (text: string, now: number, zone: string): Window[] =>
  readWindows(text, localOf(now, zone).iso);

/** The slots (ms UTC) that lie in no time that she excluded or at which he may be there. */
export const slotsNotNever = (windows: readonly Window[], slots: readonly number[], zone: string): number[] =>
  slots.filter(slot => !isNever(windows, localOf(slot, zone).iso));

/** The slots (ms UTC) that lie in a window of local time in `zone`, in their order. */
export const slotsMatching = (windows: readonly Window[], slots: readonly number[], zone: string): number[] =>
  slots.filter(slot => inWindows(windows, localOf(slot, zone).iso));

/**
 * The slot she means (one of `slots`, ms UTC, in the order shown; the first is number 1), `several`, or null when none
 * fits. `at`: when and where she wrote.
 *
 * A bare number is the number of a slot when there is one ("2"), else an hour ("10"). "La que sea" takes the first;
 * a yes takes the only one. "A las 5" takes 17:30 when nothing else is offered in that hour: she confirms it afterwards.
 */
export function pickSlot(
  text: string,
  slots: readonly number[],
  at: { now: number; zone: string },
): number | typeof SEVERAL | null {
  const flat = withoutReason(plain(text));
  const [first] = slots;
  if (first === undefined || NONE.test(flat)) return null;
  if (ANY.test(flat)) return first;
  const offers = slots.map(slot => ({ slot, local: localOf(slot, at.zone).iso }));
  const numbers = HOUR_SIGNS.test(flat) ? [] : chosenNumbers(flat, slots.length);
  const numbered = numbers.flatMap(n => offers[n - 1] ?? []);
  if (numbered.length > 0) return chosen(numbered);
  if (slots.length === 1 && readYesNo(text) === 'yes') return first;
  const [bare] = numbers;
  return chosen(bare === undefined ? byTime(text, offers, localOf(at.now, at.zone).iso) : atHour(bare, offers));
}

interface Offer {
  slot: number;
  local: string;
}

/** Offers that her words fit best. A weekday is the next one, or a later one when only that is offered. */
function byTime(text: string, offers: readonly Offer[], now: string): Offer[] {
  const last = offers.map(it => it.local.slice(0, 10)).reduce((a, b) => (a > b ? a : b));
  const horizonDays = Math.max(1, daysBetween(now.slice(0, 10), last) + 1);
  for (let days = 0; days < horizonDays; days += 7) {
    const windows = readWindows(text, days === 0 ? now : `${addDays(now.slice(0, 10), days)}T00:00`, { horizonDays });
    const exact = windows.filter(it => it.from === it.to);
    const wide = windows.filter(it => it.from !== it.to && !it.never);
    const never = windows.filter(it => it.never);
    const found = firstFilled(
      [exact, exact.map(otherHalf), exact.map(wholeHour), wide].map(tried =>
        offers.filter(it => inWindows([...tried, ...never], it.local)),
      ),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function atHour(hour: number, offers: readonly Offer[]): Offer[] {
  const hours = [minutesOf(hour, 0) / 60, hour % 24].map(it => String(it).padStart(2, '0'));
  return firstFilled(hours.map(it => offers.filter(offer => offer.local.slice(11, 13) === it)));
}

const chosen = (offers: readonly Offer[]): number | typeof SEVERAL | null =>
  offers.length > 1 ? SEVERAL : (offers[0]?.slot ?? null);
const firstFilled = (lists: readonly Offer[][]): Offer[] => lists.find(list => list.length > 0) ?? [];

/** "A las 6" when only 06:00 is offered. */
function otherHalf(it: Window): Window {
  const hour = (Number(it.from.slice(11, 13)) + 12) % 24;
  const at = `${it.from.slice(0, 11)}${String(hour).padStart(2, '0')}${it.from.slice(13)}`;
  return { from: at, to: at };
}

/** "A las 5" when 17:30 is offered. */
const wholeHour = (it: Window): Window => ({ from: `${it.from.slice(0, 13)}:00`, to: `${it.from.slice(0, 13)}:60` });

/** "La 2, antes que salga mi hija": why she takes it says no other time. */
const withoutReason = (flat: string): string => flat.replace(REASON, '') || flat;
const REASON =
  /[ ,.;]*\b(?:(?:antes|despues) (?:de )?que|(?:despues|luego|antes) (?=(?:llega|sale|viene|vuelve|voy|tengo)\b)|porque|xq|ya que|because|before (?=(?:he|she|my|i)\b)).*$/;
const HOUR_SIGNS = /\b(?:a las?|las|tipo|hrs?|horas?|am|pm|antes|despues|entre|hasta|desde|at|after|before)\b|\d:\d/;
const NONE = /^(?:ningun[ao]?s?|no (?:puedo|me sirve|me acomoda)(?: (?:ningun[ao]?|en ninguno))?$|none)\b/;
const ANY =
  /\b(?:cualquiera(?: de (?:ell?[ao]s|es[ao]s|l[ao]s (?:dos|tres)))?$|l[ao] que sea|el que sea|cuando puedan|me da (?:lo mismo|igual)|la mas pronta|lo antes posible|whichever|any of them)/;
