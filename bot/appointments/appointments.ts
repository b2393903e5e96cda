/**
 * Appointments: the staff's free times, ten-minute holds, and bookings. A slot is one document whose id is its time and
 * its person, so that two people can never have the same one, in any number of processes.
 */
import { isOpen } from '../../flows/calendar/hours.js';
import { addDays, instantOf, localOf, weekdayOf } from '../../flows/calendar/zones.js';
import type { Slot } from '../../flows/events.js';
import type { Protocol } from '../../flows/protocol.js';
import { slotsMatching, slotsNotNever, type Window } from '../../flows/text/time/when.js';
import { type Doc, RevisionConflict, type Store } from '../store/store.js';

/** What she says of the hour she has: it does not suit her, or he is there at it. */
export type Doubt = 'unsafe' | 'cannot';

export interface Appointment {
  id: string;
  conversation: string;
  contact: string;
  service: string;
  at: number;
  minutes: number;
  staff: string;
  state: 'held' | 'confirmed' | 'cancelled';
  heldUntil: number | null;
  /** Nobody rings before asking her in writing. */
  doubt?: Doubt;
}

/** What the staff can take, before anybody has taken it. Instants in ms UTC, ascending. */
export type Openings = (protocol: Protocol, now: number) => Promise<Slot[]>;

const COLLECTION = 'slots';
const HOLD_MS = 10 * 60_000;
const OFFERED_MOST = 4;
/** No run of days without service is longer. */
const DAYS_LOOKED_AT = 60;

/** How long a call takes. */
export const minutesOf = ({ appointments }: Protocol): number => appointments?.minutes ?? 45;

export class Appointments {
  readonly #store: Store;
  readonly #openings: Openings;

  constructor(store: Store, openings: Openings = openingsOf(store)) {
    this.#store = store;
    this.#openings = openings;
  }

  /** Free slots that fit her windows (none = any but those at which he may be there), soonest first; to change one, the same hour of another day if it is free. */
  async find(
    protocol: Protocol,
    now: number,
    asked: { windows: readonly Window[]; current: number | null },
  ): Promise<Slot[]> {
    const free = await this.free(protocol, now);
    const times = free.map(slot => slot.at);
    const fitting = (windows: readonly Window[]): number[] => slotsMatching(windows, times, protocol.zone);
    const soon = asked.windows.every(it => it.never)
      ? slotsNotNever(asked.windows, times, protocol.zone)
      : fitting(asked.windows);
    const fits = new Set(soon.length > 0 || !habitOf(asked.windows) ? soon : fitting(asked.windows.map(nextWeek)));
    const slots = free.filter(slot => fits.has(slot.at));
    if (asked.current !== null) {
      const { time } = localOf(asked.current, protocol.zone);
      const same = slots.find(slot => localOf(slot.at, protocol.zone).time === time);
      if (same) return [same];
    }
    return slots.slice(0, OFFERED_MOST);
  }

  /** Free slots beside her windows, where none lies in them: the nearest before and after, soonest first. */
  async nearest(protocol: Protocol, now: number, windows: readonly Window[]): Promise<Slot[]> {
    const open = windows.filter(it => !it.never);
    const spans = open.map(({ from, to }) => [instantOf(from, protocol.zone), instantOf(to, protocol.zone)] as const);
    const free = await this.free(protocol, now);
    const may = new Set(
      slotsNotNever(
        windows,
        free.map(slot => slot.at),
        protocol.zone,
      ),
    );
    const suits = free.filter(slot => may.has(slot.at));
    // "Martes y jueves a las 6" keeps its days while one of them has another hour.
    const days = new Set(open.map(it => it.from.slice(0, 10)));
    const habit = habitOf(open);
    const onDays = suits.filter(slot => {
      const { date } = localOf(slot.at, protocol.zone);
      return habit ? habit.has(weekdayOf(date)) : days.has(date);
    });
    const ranked = (onDays.length > 0 ? onDays : suits)
      .map(slot => ({ slot, away: awayFrom(spans, slot.at) }))
      .sort((a, b) => Math.abs(a.away) - Math.abs(b.away));
    const onEachSide = [ranked.filter(it => it.away < 0), ranked.filter(it => it.away >= 0)].flatMap(side =>
      side.slice(0, OFFERED_MOST / 2),
    );
    const rest = ranked.filter(it => !onEachSide.includes(it));
    return [...onEachSide, ...rest]
      .slice(0, OFFERED_MOST)
      .map(it => it.slot)
      .sort((a, b) => a.at - b.at);
  }

  async free(protocol: Protocol, now: number): Promise<Slot[]> {
    const openings = await this.#openings(protocol, now);
    const taken = new Set(
      (await this.#store.findDocs(COLLECTION, { range: { field: 'at', from: now } }))
        .filter(doc => isTaken(doc.data as Appointment, now))
        .map(doc => doc.id),
    );
    const seen = new Set<number>();
    return openings.filter(s => s.at > now && !taken.has(slotId(protocol, s)) && !seen.has(s.at) && seen.add(s.at));
  }

  /** Holds it for ten minutes, or says that it is taken or over. Holding what one already holds renews it. */
  async hold(
    protocol: Protocol,
    slot: Slot,
    holder: { conversation: string; contact: string },
    now: number,
  ): Promise<Appointment | null> {
    if (slot.at <= now) return null;
    const id = slotId(protocol, slot);
    const made: Appointment = {
      id,
      ...holder,
      service: protocol.appointments?.service ?? '',
      at: slot.at,
      minutes: minutesOf(protocol),
      staff: slot.staff,
      state: 'held',
      heldUntil: now + HOLD_MS,
    };
    return (await this.#write(id, made, before => !isTaken(before, now) || before.conversation === holder.conversation))
      ? made
      : null;
  }

  /** Books what this conversation holds (or what is free), and frees the one it replaces. */
  async book(
    protocol: Protocol,
    slot: Slot,
    holder: { conversation: string; contact: string },
    now: number,
    replaces: string | null,
  ): Promise<Appointment | null> {
    const held = await this.hold(protocol, slot, holder, now);
    if (!held) return null;
    const booked: Appointment = { ...held, state: 'confirmed', heldUntil: null };
    if (!(await this.#write(held.id, booked, before => before.conversation === holder.conversation))) return null;
    if (replaces && replaces !== held.id) await this.release(replaces, holder.conversation);
    return booked;
  }

  async release(id: string, conversation: string): Promise<void> {
    const doc = await this.#store.getDoc(COLLECTION, id);
    if (doc && (doc.data as Appointment).conversation === conversation)
      await this.#put(id, { ...(doc.data as Appointment), state: 'cancelled', heldUntil: null }, doc.version);
  }

  /** Marks what this conversation has as in doubt, or as certain again (null). Of what it has no more, nothing. */
  async doubt(id: string, conversation: string, doubt: Doubt | null): Promise<void> {
    const doc = await this.#store.getDoc(COLLECTION, id);
    if (!doc) return;
    const { doubt: _, ...appointment } = doc.data as Appointment;
    if (appointment.conversation !== conversation || appointment.state !== 'confirmed') return;
    await this.#put(id, doubt ? { ...appointment, doubt } : appointment, doc.version);
  }

  async between(from: number, to: number): Promise<Appointment[]> {
    const docs = await this.#store.findDocs(COLLECTION, { range: { field: 'at', from, to }, orderBy: { field: 'at' } });
    return docs.map(doc => doc.data as Appointment).filter(a => a.state !== 'cancelled');
  }

  /** Somebody else took it: out of the calendar. */
  async block(protocol: Protocol, slot: Slot): Promise<void> {
    const id = slotId(protocol, slot);
    await this.#write(
      id,
      {
        id,
        conversation: '',
        contact: '',
        service: '',
        at: slot.at,
        minutes: 0,
        staff: slot.staff,
        state: 'confirmed',
        heldUntil: null,
      },
      () => true,
    );
  }

  async #write(id: string, made: Appointment, may: (before: Appointment) => boolean): Promise<boolean> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const before: Doc | null = await this.#store.getDoc(COLLECTION, id);
      if (before && !may(before.data as Appointment)) return false;
      try {
        await this.#put(id, made, before?.version ?? 0);
        return true;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    return false;
  }

  async #put(id: string, data: Appointment, expected: number): Promise<void> {
    await this.#store.putDoc(
      { collection: COLLECTION, id, fields: { at: data.at, state: data.state, conversation: data.conversation }, data },
      expected,
    );
  }
}

export const slotId = (protocol: Protocol, slot: Slot): string =>
  `${protocol.appointments?.service ?? protocol.id}:${slot.at}:${slot.staff}`;

/** The weekdays of "martes y jueves": several, not all, which come again next week; else null. */
function habitOf(windows: readonly Window[]): ReadonlySet<number> | null {
  const open = windows.filter(it => !it.never);
  const days = new Set(open.map(it => weekdayOf(it.from.slice(0, 10))));
  return open.every(it => it.weekly) && days.size > 1 && days.size < 7 ? days : null;
}

/** A window a week later; what is never so is so then too. */
const nextWeek = (it: Window): Window => (it.never ? it : { ...it, from: weekLater(it.from), to: weekLater(it.to) });
const weekLater = (local: string): string => `${addDays(local.slice(0, 10), 7)}${local.slice(10)}`;

/** Milliseconds from the nearest of some spans of time: negative before it. */
const awayFrom = (spans: readonly (readonly [number, number])[], at: number): number =>
  spans
    .map(([from, to]) => (at < from ? at - from : at > to ? at - to : 0))
    .reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a), Infinity);

const isTaken = (a: Appointment, now: number): boolean =>
  a.state === 'confirmed' || (a.state === 'held' && (a.heldUntil ?? 0) > now);

/** The protocol's weekly times on its next working days, for each of its staff, and what supervisors opened besides. */
export function openingsOf(store: Store): Openings {
  return async (protocol, now) => {
    const extra = (await store.findDocs('openings', { range: { field: 'at', from: now } })).map(
      doc => doc.data as Slot,
    );
    return [...gridOf(protocol, now), ...extra].sort((a, b) => a.at - b.at);
  };
}

/** A time of the weekly hours is a place, which nobody's name belongs to: `staff-1` is the first of those who are there. */
const PLACE = 'staff-';

/** Who calls, as people are told it; empty where only a place is known. */
export const nameOf = (staff: string): string => (staff.startsWith(PLACE) ? '' : staff);

/** Hourly times inside the weekly hours, on the next working days after today: worked out once a day. */
export function gridOf(protocol: Protocol, now: number): readonly Slot[] {
  const today = localOf(now, protocol.zone).date;
  const kept = grids.get(protocol);
  if (kept?.today === today) return kept.slots;
  const slots = gridFrom(protocol, today);
  grids.set(protocol, { today, slots });
  return slots;
}

const grids = new WeakMap<Protocol, { today: string; slots: readonly Slot[] }>();

function gridFrom({ appointments: spec, zone }: Protocol, today: string): Slot[] {
  if (!spec) return [];
  const hours = { zone, weekly: spec.weekly, holidays: 'closed' as const };
  const slots: Slot[] = [];
  let days = 0;
  for (let ahead = 1; days < spec.days_ahead && ahead <= DAYS_LOOKED_AT; ahead++) {
    const date = addDays(today, ahead);
    const times = Array.from({ length: 24 }, (_, hour) =>
      instantOf(`${date}T${String(hour).padStart(2, '0')}:00`, zone),
    );
    const isIn = times.map(at => isOpen(hours, at));
    // The last time of the day may begin when the hours end.
    const open = times.filter((at, hour) => isIn[hour] || (isIn[hour - 1] && isOpen(hours, at - 1)));
    if (open.length === 0) continue;
    days++;
    for (const at of open) for (let n = 1; n <= spec.staff; n++) slots.push({ at, staff: `${PLACE}${n}` });
  }
  return slots;
}
