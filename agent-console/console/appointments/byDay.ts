/** A week of appointments and free hours, day by day and hour by hour, as Santiago counts days. */
import type { AppointmentsReply, AppointmentView } from '../../../bot/console/contract.js';
import { dayKeyOf, dayStartOf } from '../look/times.js';

type Loaded = Extract<AppointmentsReply, { ok: true }>;

export type Slot = { at: number } & (
  | { kind: 'taken'; appointment: AppointmentView }
  | { kind: 'free'; staff: readonly string[] }
);

export interface Day {
  /** Its midnight. */
  day: number;
  slots: readonly Slot[];
}

const DAY_MS = 86_400_000;

/** `days` days from the midnight `from`; a day without anything is there too, empty. */
export function byDay(
  from: number,
  days: number,
  { appointments, free }: Pick<Loaded, 'appointments' | 'free'>,
): Day[] {
  return Array.from({ length: days }, (_, i) => {
    const day = dayStartOf(from + i * DAY_MS + DAY_MS / 2);
    const isHere = ({ startsAt }: { startsAt: number }) => dayKeyOf(startsAt) === dayKeyOf(day);
    return {
      day,
      slots: [...taken(appointments.filter(isHere)), ...freeHours(free.filter(isHere))].sort((a, b) => a.at - b.at),
    };
  });
}

const taken = (appointments: readonly AppointmentView[]): Slot[] =>
  appointments.map(appointment => ({ kind: 'taken', at: appointment.startsAt, appointment }));

/** One line per hour, with everybody who is free then. */
function freeHours(free: Loaded['free']): Slot[] {
  const hours = new Map<number, string[]>();
  for (const { startsAt, staff } of free) hours.set(startsAt, [...(hours.get(startsAt) ?? []), staff]);
  return [...hours].map(([at, staff]) => ({ kind: 'free', at, staff }));
}
