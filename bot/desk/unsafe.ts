/**
 * Whether what a person writes may reach her screen now. Behind a channel that is sent to stands the sender's veto (effects/say.ts); a
 * page that comes for its lines shows them at once, and a silence that was asked for is nobody's to break by an Enter. Both are
 * told to whoever writes, who may send it all the same, knowing so.
 */
import { contextOf } from '../../flows/turn.js';
import type { Locale, Refusal } from '../console/contract.js';
import type { Live, Thread } from '../conversations.js';
import type { SafeProfile } from '../effects/effects.js';
import { vetoOf } from '../effects/say.js';
import type { Service } from '../service.js';

type Unsafe = 'quiet' | 'safe-hours' | 'safe-channel';

const WORDS: Record<Locale, Record<Unsafe, string>> = {
  es: {
    quiet:
      'Callamos hasta que ella escriba: ahora no es seguro que le llegue algo. Si aun así debe verlo, envíalo igual.',
    'safe-hours':
      'Está fuera de las horas que ella llamó seguras, y lo vería al momento. Espera a esas horas, o envíalo igual.',
    'safe-channel': 'Ella dijo que por aquí no es seguro escribirle. Si aun así debe verlo, envíalo igual.',
  },
  en: {
    quiet:
      'We keep silent until she writes: nothing is safe to reach her now. If she must see it all the same, send it anyway.',
    'safe-hours':
      'It is outside the hours that she called safe, and she would see it at once. Wait for them, or send it anyway.',
    'safe-channel':
      'She said that it is not safe to write to her here. If she must see it all the same, send it anyway.',
  },
};

export type SafetyParts = Pick<Service, 'contacts' | 'clock' | 'channels'>;

/** Null where nothing speaks against it. */
export async function unsafeNow(
  parts: SafetyParts,
  thread: Thread,
  live: Live,
  locale: Locale,
): Promise<Refusal | null> {
  const why = await whyUnsafe(parts, thread, live);
  return why && { ok: false, code: 'unsafe', message: WORDS[locale][why] };
}

async function whyUnsafe(
  { contacts, clock, channels }: SafetyParts,
  thread: Thread,
  live: Live,
): Promise<Unsafe | null> {
  if (contextOf(live.snapshot).marks.quiet) return 'quiet';
  if (channels.get(thread.channel)?.capabilities.acks !== 'none') return null;
  return vetoOf({ safeContact: safeContactOf(contacts) }, { thread, live, now: clock.now() });
}

/** How it is safe to reach a contact, as it is kept with her. */
export const safeContactOf =
  (contacts: SafetyParts['contacts']) =>
  async (contact: string): Promise<SafeProfile> =>
    ((await contacts.get(contact))?.profile ?? {}) as SafeProfile;
