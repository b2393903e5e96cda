/**
 * Hands one message to its channel. The channel's refusal is final and told to the people; anything else is tried again.
 *
 * Here stands the veto of her safe hours and channels, behind everybody who may write: outside the hours that she called safe, or
 * on a channel that is not, nothing makes her telephone sound, unless she is writing herself, an emergency is open, or a person who was told so sends it.
 */
import { firstName } from '../channels/channel.js';
import { contextOf } from '../../flows/turn.js';
import { inSafeHours, type SafeWindow } from '../../flows/text/time/safeHours.js';
import type { Handler, Work } from '../outbox.js';
import type { RecordedMessage } from '../record.js';
import type { Doers, SafeProfile } from './effects.js';

/** Who wrote within this has her telephone in her hands: what answers her goes at any hour. */
const THERE_MS = 15 * 60_000;

export const say =
  (doers: Doers): Handler =>
  async work => {
    const { channel, addressOf, conversations } = doers;
    const { thread, params } = work;
    const message = params as unknown as RecordedMessage;
    const out = channel(thread.channel);
    if (!out) return { result: 'failed', reason: `channel ${thread.channel} is not running` };
    const address = await addressOf(thread.contact, thread.channel);
    if (address === null) return { result: 'withheld', reason: 'erased' };
    const veto = message.anyway ? null : await vetoOf(doers, work);
    if (veto !== null) {
      await conversations.note(thread, `ack:${message.id}:withheld`, {
        type: 'ACK',
        seq: message.seq,
        state: 'withheld',
        reason: veto,
      });
      return { result: 'withheld', reason: veto };
    }
    const sent = await out.send({
      id: message.id,
      conversation: thread.conversation,
      address,
      seq: message.seq,
      author: message.author as 'bot',
      text: message.text,
      locale: message.locale,
      ...(message.name ? { name: firstName(message.name) } : {}),
      ...(message.choices ? { choices: message.choices } : {}),
    });
    if (sent.state === 'refused') return { result: 'failed', reason: sent.reason };
    if (out.capabilities.acks !== 'none')
      await conversations.note(thread, `ack:${message.id}:sent`, { type: 'ACK', seq: message.seq, state: 'sent' });
    return { result: 'done' };
  };

/** Why a message may not leave now, unless a person sends it knowing so. */
export async function vetoOf(
  { safeContact }: Pick<Doers, 'safeContact'>,
  { thread, live, now }: Pick<Work, 'thread' | 'live' | 'now'>,
): Promise<'safe-hours' | 'safe-channel' | null> {
  const { head, running, snapshot } = live;
  if (head.emergency !== 'idle' || now - (head.lastInboundAt ?? 0) < THERE_MS) return null;
  // What she said in this talk may be on its way to her profile still.
  const { kept } = contextOf(snapshot);
  const here = kept.safe_hours as readonly SafeWindow[] | undefined;
  const { safeHours = [], channels = [] } = {
    ...(await safeContact(thread.contact)),
    ...(kept.safe_contact as SafeProfile | undefined),
  };
  if (channels.length > 0 && !channels.includes(thread.channel)) return 'safe-channel';
  return inSafeHours(here ?? safeHours, now, running.protocol.zone) ? null : 'safe-hours';
}
