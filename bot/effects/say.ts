/** Hands one message to its channel. The channel's refusal is final and told to the people; anything else is tried again. */
import { firstName } from '../channels/channel.js';
import type { Handler } from '../outbox.js';
import type { RecordedMessage } from '../record.js';
import type { Doers } from './effects.js';

export const say =
  ({ channel, addressOf, conversations }: Doers): Handler =>
  async ({ thread, params }) => {
    const message = params as unknown as RecordedMessage;
    const out = channel(thread.channel);
    if (!out) return { result: 'failed', reason: `channel ${thread.channel} is not running` };
    const address = await addressOf(thread.contact, thread.channel);
    if (address === null) return { result: 'withheld', reason: 'erased' };
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
