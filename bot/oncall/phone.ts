/**
 * People on call by telephone: what each call says, what its key does, and what its provider tells of it.
 *
 * The provider knows a call by a sealed name alone: neither conversation nor person stands in its addresses and logs.
 */
import { type Log, reasonOf } from '../log.js';
import { CannotOpen } from '../privacy/seal.js';
import type { Sealer } from '../privacy/sealer.js';
import type { CallEvents, Spoken } from '../telephony/telephony.js';
import type { CallRef } from './pages.js';
import type { Paging } from './paging.js';
import type { Roster } from './roster.js';
import type { Page } from './ways.js';
import { sayTo } from './words.js';

const PURPOSE = 'call';
/** The key that says "I see to it". */
const KEY = '1';

export const refOf = (sealer: Sealer, ref: CallRef): string =>
  Buffer.from(sealer.sealJson([ref.page, ref.person, ref.call], PURPOSE)).toString('base64url');

/** Nothing of her who writes, not even her pseudonym: a voice mailbox keeps what it hears, and others in the room hear it. */
export function spokenOf({ why, drill }: Pick<Page, 'why' | 'drill'>, locale: 'es' | 'en'): Spoken {
  const say = sayTo(locale);
  if (why === 'storeless') return { locale, text: say('spoken.storeless'), asksKey: false };
  const text = say(why === 'test' ? 'spoken.test' : drill ? 'spoken.drill' : 'spoken');
  return { locale, text, asksKey: true };
}

interface Parts {
  paging: Paging;
  roster: Roster;
  sealer: Sealer;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
}

export function phoneEvents({ paging, roster, sealer, log }: Parts): CallEvents {
  const read = (ref: string): CallRef | null => {
    try {
      const [page, person, call] = sealer.openJson(Buffer.from(ref, 'base64url'), PURPOSE) as [
        string | null,
        string,
        number,
      ];
      return { page, person, call };
    } catch (error) {
      if (error instanceof CannotOpen) return null;
      throw error;
    }
  };
  const answer = async (ref: CallRef | null, key: string): Promise<Spoken> => {
    const locale = await localeOf(roster, ref);
    const say = sayTo(locale);
    const last = (text: string): Spoken => ({ locale, text, asksKey: false });
    if (!ref) return last(say('spoken.unknown'));
    if (key !== KEY) return { locale, text: say('spoken.again'), asksKey: true };
    if (ref.page === null) {
      log.info('test call confirmed by a person on call', { person: ref.person });
      return last(say('spoken.tested'));
    }
    try {
      const paged = await paging.acknowledgeByKey(ref);
      if (!paged) return last(say('spoken.unknown'));
      if (paged.endedAt !== null) return last(say('spoken.over'));
      return last(say(paged.acknowledged?.person === ref.person ? 'spoken.done' : 'spoken.other'));
    } catch (error) {
      // She is on the line, and may press it again a moment later.
      log.error('key of a person on call not written down', { reason: reasonOf(error) });
      return { locale, text: say('spoken.unnoted'), asksKey: true };
    }
  };
  return {
    async changed(ref, call) {
      const known = read(ref);
      if (known) await paging.phoned(known, call);
      else log.warn('call told of that is not ours');
    },
    pressed: (ref, key) => answer(read(ref), key),
  };
}

/** In Spanish where it is not known: also while the store is away. */
async function localeOf(roster: Roster, ref: CallRef | null): Promise<'es' | 'en'> {
  try {
    return (await roster.list()).find(one => one.id === ref?.person)?.locale ?? 'es';
  } catch {
    return 'es';
  }
}
