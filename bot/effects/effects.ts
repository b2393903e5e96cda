/** The handlers of all effects: one file each, listed once here. */
import type { Appointments } from '../appointments/appointments.js';
import type { Channel } from '../channels/channel.js';
import type { Conversations } from '../conversations.js';
import type { Mailer } from '../email/mailer.js';
import type { World } from '../../flows/events.js';
import type { Handler } from '../outbox.js';
import type { Records } from '../records/records.js';
import type { SafeWindow } from '../../flows/text/safeHours.js';
import { bookSlot, findSlots, freeSlot, holdSlot } from './slots.js';
import { contact, type ContactChanges } from './contact.js';
import { eMail } from './e-mail.js';
import { placeCall } from './place-call.js';
import { record } from './record.js';
import { say } from './say.js';

export interface Doers {
  conversations: Conversations;
  appointments: Appointments;
  records: Records;
  mailer: Mailer;
  contacts: ContactChanges;
  channel(id: string): Channel | null;
  /** When she said that it is safe to write to her; empty where she set no limit. */
  safeHours(contact: string): Promise<readonly SafeWindow[]>;
  /** The address of a contact on a channel, opened; null once it is erased. */
  addressOf(contact: string, channel: string): Promise<string | null>;
  world(protocol: string): World;
}

export function effectHandlers(doers: Doers): Readonly<Record<string, Handler>> {
  return {
    say: say(doers),
    'find-slots': findSlots(doers),
    'hold-slot': holdSlot(doers),
    'book-slot': bookSlot(doers),
    'free-slot': freeSlot(doers),
    'e-mail': eMail(doers),
    record: record(doers),
    contact: contact(doers),
    'place-call': placeCall(),
  };
}
