/** What a conversation remembers of free times: those on offer, the one that is kept for her, the appointment she has. */
import { localOf } from '../calendar/zones.js';
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { type Known, pickedSlot } from '../guards.js';

export type SlotsChange =
  | 'offer'
  | 'pick'
  | 'first'
  | 'held'
  | 'drop'
  | 'booked'
  | 'kept'
  | 'doubted'
  | 'cancelled'
  | 'lost'
  | 'again'
  | 'unbooked';

export function withSlots(context: Context, event: FlowEvent, what: SlotsChange, known: Known): Context {
  if (what === 'offer' && event.type === 'SLOTS') return { ...context, slots: [...event.slots] };
  if (what === 'held' && event.type === 'HELD')
    return { ...context, slot: event.slot, marks: { ...context.marks, held: true } };
  if (what === 'booked' && event.type === 'BOOKED')
    return {
      ...context,
      slot: null,
      slots: [],
      appointment: { id: event.appointment, at: event.slot.at },
      ...(event.phone ? { kept: { ...context.kept, phone: event.phone } } : {}),
      marks: { ...context.marks, booked: true, held: false, ...(event.person ? { mail: unsent(context) } : {}) },
    };
  if (what === 'cancelled')
    return {
      ...context,
      slot: null,
      slots: [],
      appointment: null,
      marks: { ...context.marks, booked: false, held: false },
    };
  // Somebody else answers there: at another number the same hour is looked for again.
  if (what === 'lost' && context.appointment) {
    const { iso } = localOf(context.appointment.at, known.zone);
    return { ...context, kept: { ...context.kept, lost: [{ from: iso, to: iso }] } };
  }
  if (what === 'again') {
    const { lost = [], ...kept } = context.kept;
    return { ...context, kept: { ...kept, windows: lost } };
  }
  // A receipt on its way names that hour.
  if (what === 'unbooked')
    return { ...context, appointment: null, marks: { ...context.marks, booked: false, mail: unsent(context) } };
  // She keeps the hour that did not suit her; one that she said is his stays in doubt until a person has asked her.
  if (what === 'kept' && context.appointment?.doubt === 'cannot') {
    const { doubt: _, ...appointment } = context.appointment;
    return { ...context, appointment };
  }
  if (what === 'doubted' && context.appointment)
    return { ...context, appointment: { ...context.appointment, doubt: 'unsafe' } };
  if (what === 'pick') return { ...context, slot: pickedSlot(context, event, known) ?? context.slot };
  if (what === 'first') return { ...context, slot: context.slots[0] ?? null };
  if (what === 'drop') return { ...context, slot: null, marks: { ...context.marks, held: false } };
  return context;
}

/** The mail that names the hour she had does not leave. */
const unsent = ({ appointment, marks: { mail } }: Context): Context['marks']['mail'] =>
  appointment && mail === 'given' ? 'unknown' : mail;
