/** Appointments: looking for times, holding, booking and freeing one. What comes of it returns as an event. */
import type { Happened, Slot } from '../../flows/events.js';
import type { Window } from '../../flows/text/time/when.js';
import type { Handler, Work } from '../outbox.js';
import type { Doubt } from '../appointments/appointments.js';
import type { Doers } from './effects.js';

/** Feeds what came of an effect back as a turn, once. */
export async function answer(
  { conversations, world }: Doers,
  { row, thread, live }: Work,
  event: Happened,
): Promise<{ result: 'done' }> {
  await conversations.apply(thread, `act:${row.id}`, () => ({
    event: { ...event, world: world(live.running.protocol.id) },
    fields: { effect: row.id, ...plain(event) },
  }));
  return { result: 'done' };
}

const plain = (event: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'type'));

export const findSlots =
  (doers: Doers): Handler =>
  async work => {
    const { windows, current, change } = work.params as { windows: Window[]; current: number | null; change?: boolean };
    const { appointments } = doers;
    const { protocol } = work.live.running;
    const asked = windows.length > 0;
    const slots = await appointments.find(protocol, work.now, { windows, current: change ? current : null });
    if (slots.length > 0 || !asked) return answer(doers, work, { type: 'SLOTS', slots, asked });
    const nearest = await appointments.nearest(protocol, work.now, windows);
    return answer(doers, work, { type: 'SLOTS', slots: nearest, asked, near: true });
  };

export const holdSlot =
  (doers: Doers): Handler =>
  async work => {
    const slot = work.params.slot as Slot | null;
    if (!slot) return { result: 'failed', reason: 'no slot was picked' };
    const held = await doers.appointments.hold(work.live.running.protocol, slot, work.thread, work.now);
    return answer(
      doers,
      work,
      held ? { type: 'HELD', slot, until: held.heldUntil ?? work.now } : { type: 'TAKEN', slot },
    );
  };

export const bookSlot =
  (doers: Doers): Handler =>
  async work => {
    const { slot, replaces } = work.params as { slot: Slot | null; replaces: string | null };
    if (!slot) return { result: 'failed', reason: 'no slot was held' };
    const booked = await doers.appointments.book(work.live.running.protocol, slot, work.thread, work.now, replaces);
    return answer(doers, work, booked ? { type: 'BOOKED', slot, appointment: booked.id } : { type: 'TAKEN', slot });
  };

export const doubtSlot =
  (doers: Doers): Handler =>
  async ({ params, thread }) => {
    const { appointment, doubt } = params as { appointment: string | null; doubt: Doubt | null };
    if (appointment) await doers.appointments.doubt(appointment, thread.conversation, doubt);
    return { result: 'done' };
  };

export const freeSlot =
  (doers: Doers): Handler =>
  async ({ params, thread, live }) => {
    const { slot, appointment } = params as { slot: Slot | null; appointment?: string | null };
    const service = live.running.protocol.appointments?.service ?? live.running.protocol.id;
    if (slot) await doers.appointments.release(`${service}:${slot.at}:${slot.staff}`, thread.conversation);
    if (appointment) await doers.appointments.release(appointment, thread.conversation);
    return { result: 'done' };
  };
