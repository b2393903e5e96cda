/**
 * How a person on call is reached: one function a way, each tries once and says what came of it. Nothing of her who writes
 * is in it: a pseudonym, since when, and where to say "I take it".
 */
import type { Clock } from '../clock.js';
import type { Mailer } from '../email/mailer.js';
import { reasonOf } from '../log.js';
import { signedPost } from '../signedPost.js';
import { CallRefused, type Telephony } from '../telephony/telephony.js';
import { spokenOf } from './phone.js';
import type { OnCallPerson } from './roster.js';
import { sayTo } from './words.js';

export interface Page {
  /** Idempotency key of this call of this person. */
  id: string;
  /** What it is about: nobody has taken an emergency, nobody's screen shows it, the store is away, or this is a test. */
  why: 'untaken' | 'unseen' | 'storeless' | 'test';
  /** Pseudonym of the conversation; null where the store is away. */
  name: string | null;
  since: number;
  zone: string;
  /** Nobody real is in danger: it says so. */
  drill?: boolean;
  /** Where she says that she takes it; null where nothing could remember it. */
  acknowledge: string | null;
  console: string;
}

export type WayName = 'email' | 'webhook' | 'call';

export interface Tried {
  way: WayName;
  result: 'sent' | 'failed';
  reason?: string;
  /** Trying again soon helps nothing: the service has not what this way needs, or the other side takes it never. */
  lasting?: 'unset' | 'refused';
  /** The provider's name of a telephone call, to hang up by. */
  call?: string;
}

/** What the service has to reach people with. */
export interface Reach {
  mail: boolean;
  calls: boolean;
}

export interface WayParts {
  mailer: Pick<Mailer, 'send' | 'kind'>;
  /** Null where no provider is set. */
  telephony: Pick<Telephony, 'place'> | null;
  clock: Clock;
  /** Signs what is posted: the receiver knows by it that it comes from here. */
  secretOf(person: OnCallPerson): string;
}

/** The service has not what this way needs. */
class Unset extends Error {
  override name = 'Unset';
}

/** By every way that she has. Never rejects: what failed is said. */
export function pageBy({ mailer, telephony, clock, secretOf }: WayParts) {
  const tries: Record<WayName, (person: OnCallPerson, page: Page, ref: string) => Promise<string | undefined>> = {
    async email(person, page) {
      const say = sayTo(person.locale);
      const sent = await mailer.send({
        id: page.id,
        to: person.email!,
        subject: say(page.why === 'test' ? 'subject.test' : page.drill ? 'subject.drill' : 'subject'),
        text: bodyOf(page, say),
      });
      if (sent.result === 'refused') throw new Error(sent.reason);
      // It lies in a file, to be looked at by whoever tries the service: nobody on call reads it there.
      if (mailer.kind === 'file') throw new Unset('no hay correo configurado: falta SMTP_URL');
      return undefined;
    },
    async webhook(person, page) {
      const { ok, status } = await signedPost({
        url: person.webhook!,
        secret: secretOf(person),
        now: clock.now(),
        body: { page },
      });
      if (!ok) throw new Error(`el otro sistema respondió ${status}`);
      return undefined;
    },
    async call(person, page, ref) {
      if (!telephony) throw new Unset('no hay llamadas configuradas: falta TWILIO_ACCOUNT_SID');
      return telephony.place({ ref, to: person.call!, ...spokenOf(page, person.locale) });
    },
  };
  /** @param ref what a key pressed in a telephone call stands for, sealed */
  return (person: OnCallPerson, page: Page, ref: string): Promise<Tried[]> =>
    Promise.all(
      waysOf(person).map(async (way): Promise<Tried> => {
        try {
          const call = await tries[way](person, page, ref);
          return { way, result: 'sent', ...(call === undefined ? {} : { call }) };
        } catch (error) {
          const lasting = error instanceof Unset ? 'unset' : error instanceof CallRefused ? 'refused' : null;
          return { way, result: 'failed', reason: reasonOf(error), ...(lasting ? { lasting } : {}) };
        }
      }),
    );
}

export const waysOf = ({ email, webhook, call }: OnCallPerson): WayName[] => [
  ...(email ? (['email'] as const) : []),
  ...(webhook ? (['webhook'] as const) : []),
  ...(call ? (['call'] as const) : []),
];

/** The service has not what any of her ways needs. */
export const isUnreached = ({ email, webhook, call }: OnCallPerson, { mail, calls }: Reach): boolean =>
  !webhook && !(mail && email) && !(calls && call);

function bodyOf(page: Page, say: ReturnType<typeof sayTo>): string {
  const time = new Intl.DateTimeFormat('es-CL', { timeZone: page.zone, timeStyle: 'medium', hourCycle: 'h23' });
  return [
    ...(page.drill ? [say('drill')] : []),
    say(`why.${page.why}`, { name: page.name ?? '', since: time.format(page.since) }),
    ...(page.acknowledge ? [say('acknowledge', { url: page.acknowledge })] : []),
    say('console', { url: page.console }),
  ].join('\n\n');
}
