/**
 * What she will read when a person books, moves or cancels an hour of hers, or why nothing. The engine itself is asked, on the
 * state as it is, and then the veto of her safe hours and channels, so that what is shown before is what leaves.
 */
import { BOOKED, untoldBecause } from '../../flows/booking/bookedOutside.js';
import type { FlowEvent } from '../../flows/events.js';
import { CANCELLED } from '../../flows/steps/cancel-appointment.js';
import { contextOf } from '../../flows/turn.js';
import type { Foreseen, ForeseenRequest, Refusal } from '../console/contract.js';
import { isDrill } from '../console/contract.js';
import { vetoOf } from '../effects/say.js';
import { type DeskAct, eventsOfAct } from './acts.js';
import type { DeskParts } from './desk.js';
import { refusal, type Screen } from './screen.js';
import { safeContactOf } from './unsafe.js';
import type { Words } from './words.js';

type Parts = Pick<DeskParts['service'], 'clock' | 'contacts' | 'conversations' | 'threads' | 'world'>;

export const foreseen =
  ({ clock, contacts, conversations, threads, world }: Parts) =>
  async ({ conversation, startsAt }: ForeseenRequest, { actor, locale }: Screen): Promise<Foreseen | Refusal> => {
    const [thread, live] = await Promise.all([threads.ofConversation(conversation), conversations.state(conversation)]);
    if (!thread || !live) return refusal(locale, 'not-found', 'refused.not-found');
    if (isDrill(live.head)) return refusal(locale, 'invalid', 'refused.drill-book');
    const { protocol } = live.running;
    const doing = eventsOfAct(actOf(startsAt), actor, live, world(protocol.id), bookedAt(startsAt));
    if ('refused' in doing) {
      const { owner } = contextOf(live.snapshot);
      const name = owner.kind === 'executive' ? owner.name : '';
      return refusal(locale, doing.refused, `refused.${doing.why}` as Words, { name });
    }
    const event = doing.events[0] as FlowEvent;
    const { messages } = conversations.foresee(live, event);
    const key = startsAt === undefined ? CANCELLED : BOOKED;
    const text = messages.find(one => one.key.startsWith(key))?.text ?? null;
    const { epoch } = live.head;
    if (text === null)
      return { ok: true, text, why: untoldBecause(contextOf(live.snapshot), event, protocol) ?? 'cover', epoch };
    return {
      ok: true,
      text,
      why: await vetoOf({ safeContact: safeContactOf(contacts) }, { thread, live, now: clock.now() }),
      epoch,
    };
  };

const actOf = (startsAt: number | undefined): DeskAct =>
  startsAt === undefined ? { do: 'unbook' } : { do: 'book', startsAt };
/** As if it were taken: nothing is, before she says yes to it. */
const bookedAt = (startsAt: number | undefined) =>
  startsAt === undefined ? {} : { booked: { slot: { at: startsAt, staff: '' }, appointment: '' } };
