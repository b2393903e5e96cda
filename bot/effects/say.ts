/**
 * Hands one message to its channel. The channel's refusal is final and told to the people; anything else is tried again.
 *
 * Here stands the veto of her safe hours, behind everybody who may write: outside the hours that she called safe nothing
 * makes her telephone sound, unless she is writing herself, an emergency is open, or a person who was told so sends it.
 */
import { firstName } from '../channels/channel.js';
import { contextOf } from '../../flows/turn.js';
import { inSafeHours, type SafeWindow } from '../../flows/text/safeHours.js';
import type { Handler, Work } from '../outbox.js';
import type { RecordedMessage } from '../record.js';
import type { Doers } from './effects.js';

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
    if (!message.anyway && (await isVetoed(doers, work))) {
      await conversations.note(thread, `ack:${message.id}:withheld`, {
        type: 'ACK',
        seq: message.seq,
        state: 'withheld',
        reason: 'safe-hours',
      });
      return { result: 'withheld', reason: 'safe-hours' };
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

async function isVetoed({ safeHours }: Doers, { thread, live, now }: Work): Promise<boolean> {
  const { head, running, snapshot } = live;
  if (head.emergency !== 'idle' || now - (head.lastInboundAt ?? 0) < THERE_MS) return false;
  // What she said in this talk may be on its way to her profile still.
  const here = contextOf(snapshot).kept.safe_hours as readonly SafeWindow[] | undefined;
  return !inSafeHours(here ?? (await safeHours(thread.contact)), now, running.protocol.zone);
}
