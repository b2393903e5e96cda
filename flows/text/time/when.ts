/**
 * Her times against the times on offer: the windows in what she wrote, the slots that lie in them, and the one slot
 * that her answer takes. Slots are instants (ms UTC); what she writes is read on the clock of her zone.
 */
import { addDays, daysBetween, localOf } from '../../calendar/zones.js';
import { chosenNumbers, SEVERAL } from '../choice.js';
import { readDays } from './dayWords.js';
import { hourText, minutesOf } from './hourWords.js';
import { plain } from '../plain.js';
import { spelled } from '../spelled.js';
import { isHisDay } from './presence.js';
import { relativeWindows, wishedPart, withThatDay } from './herHour.js';
import { deniedDays, hisTimes, inWindows, isNever, readWindows, timesOf, type Window } from './windows.js';
import { readYesNo } from '../yesno.js';

export type { Window } from './windows.js';

/**
 * The windows of local time in a text written at `now` (ms UTC) in `zone`; see `readWindows` for how they are read.
 *
 * @param slot the hour that she has (ms UTC): "una hora más tarde" and "ese día" are told by it
 */
export function readWhen(text: string, now: number, zone: string, slot?: number): Window[] {
  const { iso } = localOf(now, zone);
  if (slot === undefined) return readWindows(text, iso);
  const relative = relativeWindows(text, { now, zone, slot });
  return relative.length > 0 ? relative : readWindows(withThatDay(wishedPart(text), { slot, zone }), iso);
}

/** The days that are not hers in such a text, as windows of `never`; see `deniedDays`. */
export const readNotOn = (text: string, now: number, zone: string, slot?: number): Window[] =>
  deniedDays(slot === undefined ? text : withThatDay(text, { slot, zone }), localOf(now, zone).iso);

/** When he may be there, in such a text, as windows of `never`; see `hisTimes`. */
export const readHisTimes = (text: string, now: number, zone: string): Window[] =>
  hisTimes(text, localOf(now, zone).iso);

/**
 * What she says now within what she said before: "el viernes" and then "a las 3", or the other way round, is Friday at three.
 * Where the two have nothing in common, she means what she says now. What is never so stays, but for an hour that she names now.
 */
export function narrowed(before: readonly Window[], now: readonly Window[]): readonly Window[] {
  const [open, named] = [before, now].map(all => all.filter(it => !it.never));
  const within = (some: readonly Window[], all: readonly Window[]): Window[] =>
    some.filter(({ from, to }) => all.some(it => it.from <= from && to <= it.to));
  const isNamed = ({ from, to }: Window): boolean =>
    (named ?? []).some(it => it.from === it.to && from <= it.from.slice(11) && it.from.slice(11) < to);
  const never = before.filter(it => it.never && !isNamed(it));
  const both = [within(named ?? [], open ?? []), within(open ?? [], named ?? [])].find(windows => windows.length > 0);
  return [...(both ?? named ?? []), ...now.filter(it => it.never), ...never];
}

/** The slots (ms UTC) that lie in no time that she excluded or at which he may be there. */
export const slotsNotNever = (windows: readonly Window[], slots: readonly number[], zone: string): number[] =>
  slots.filter(slot => !isNever(windows, localOf(slot, zone).iso));

/** The slots (ms UTC) that lie in a window of local time in `zone`, in their order. */
export const slotsMatching = (windows: readonly Window[], slots: readonly number[], zone: string): number[] =>
  slots.filter(slot => inWindows(windows, localOf(slot, zone).iso));

/**
 * Whether a text written at `now` says that he is there, or comes, at an instant (ms UTC): on its day ("el miércoles va a estar
 * acá"), or at its hour on any day or that one ("llega a las 12"). Of other days, and of
 * an hour that may be in the morning or in the evening, it says nothing.
 */
export function isHisHour(text: string, at: number, { now, zone }: { now: number; zone: string }): boolean {
  const { date, time } = localOf(at, zone);
  const today = localOf(now, zone).date;
  const horizon = Math.max(1, daysBetween(today, date) + 1);
  const flat = hourText(text);
  const days = readDays(flat, today, horizon);
  const { never, unsure } = timesOf(text, today, horizon).presence;
  if (unsure) return false;
  const isNamed = days.some(day => day.dates.includes(date));
  if (days.length > 0 && !isNamed) return false;
  if (never.length === 0) return days.some(day => day.dates.includes(date) && isHisDay(flat, day.start, day.end));
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return never.some(([from, to]) => from <= minutes && minutes < to);
}

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
  const flat = withoutReason(plain(spelled(text)));
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
