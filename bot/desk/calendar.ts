/** The appointments of a range of days, and the times that are still free. */
import { nameOf } from '../appointments/appointments.js';
import type { AppointmentsReply, QueueRow } from '../console/contract.js';
import type { DeskParts } from './desk.js';

type Calendar = Omit<Extract<AppointmentsReply, { ok: true }>, 'ok'>;

/** Instants in ms UTC, both inclusive. A hold that ran out is a free time again. */
export async function calendarOf(
  { appointments, protocols, clock }: Pick<DeskParts['service'], 'appointments' | 'protocols' | 'clock'>,
  published: readonly string[],
  { from, to }: { from: number; to: number },
  rowOf: (conversation: string) => Promise<QueueRow | null>,
): Promise<Calendar> {
  const now = clock.now();
  const taken = (await appointments.between(from, to)).filter(
    one => one.conversation !== '' && (one.state !== 'held' || (one.heldUntil ?? 0) > now),
  );
  const shown = await Promise.all(
    taken.map(async ({ id, conversation, service, at, minutes, staff, state, heldUntil, doubt }) => ({
      id,
      conversation,
      name: (await rowOf(conversation))?.name ?? '—',
      service,
      startsAt: at,
      minutes,
      staff: nameOf(staff),
      state: doubt ? ('doubted' as const) : state,
      heldUntil,
    })),
  );
  const free = await Promise.all(published.map(id => appointments.free(protocols.current(id).protocol, now)));
  return {
    appointments: shown,
    free: free
      .flat()
      .filter(slot => slot.at >= from && slot.at <= to)
      .map(({ at, staff }) => ({ startsAt: at, staff: nameOf(staff) })),
  };
}
