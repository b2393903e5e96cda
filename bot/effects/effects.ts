/** The handlers of all effects, listed once here: one file each, and those of appointments together in slots.ts. */
import type { Appointments } from '../appointments/appointments.js';
import type { Channel } from '../channels/channel.js';
import type { Conversations } from '../conversations.js';
import type { Mailer } from '../email/mailer.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { World } from '../../flows/events.js';
import type { Handler } from '../outbox.js';
import type { Records } from '../records/records.js';
import type { SafeWindow } from '../../flows/text/time/safeHours.js';
import type { TurnBody } from '../record.js';
import type { EffectState } from '../store/store.js';
import { bookSlot, doubtSlot, findSlots, freeSlot, holdSlot } from './slots.js';
import { contact, type ContactChanges } from './contact.js';
import { askKnowledge } from './ask-knowledge.js';
import { eMail } from './e-mail.js';
import { placeCall } from './place-call.js';
import { record } from './record.js';
import { remove } from './remove.js';
import { say } from './say.js';
import { watchArrival } from './watch-arrival.js';

/** Of her profile, what the sender obeys. */
export interface SafeProfile {
  /** When it is safe to write to her; absent or empty: always. */
  safeHours?: readonly SafeWindow[];
  /** Channels on which she may be written to; absent or empty: any. */
  channels?: readonly string[];
  /** Of whatever is mailed to her. */
  subject?: string;
}

export interface Doers {
  conversations: Conversations;
  appointments: Appointments;
  records: Records;
  mailer: Mailer;
  /** Providers outside; null where none is configured. */
  knowledge: Knowledge | null;
  contacts: ContactChanges;
  channel(id: string): Channel | null;
  /** What is kept of how she may be reached; empty where nothing is, or she was erased. */
  safeContact(contact: string): Promise<SafeProfile>;
  /** The address of a contact on a channel, opened; null once it is erased. */
  addressOf(contact: string, channel: string): Promise<string | null>;
  world(protocol: string): World;
  /** All turns of a conversation in order, and its effects that are not done or ended otherwise. */
  said(conversation: string): Promise<{ bodies: readonly TurnBody[]; effects: readonly EffectState[] }>;
  /** What became of an effect that is not done; null of one that is. */
  effectState(conversation: string, id: string): Promise<EffectState['state'] | null>;
}

export function effectHandlers(doers: Doers): Readonly<Record<string, Handler>> {
  return {
    say: say(doers),
    'find-slots': findSlots(doers),
    'hold-slot': holdSlot(doers),
    'book-slot': bookSlot(doers),
    'free-slot': freeSlot(doers),
    'doubt-slot': doubtSlot(doers),
    'e-mail': eMail(doers),
    'ask-knowledge': askKnowledge(doers),
    record: record(doers),
    contact: contact(doers),
    remove: remove(doers),
    'place-call': placeCall(),
    'watch-arrival': watchArrival(doers),
  };
}
