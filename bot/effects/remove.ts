/**
 * Takes away from her screen what is there of this conversation, because she asked for it. The log keeps it for the people
 * who attend her; that it is removed is written once the channel has done it, and a second try writes nothing more.
 */
import type { Handler } from '../outbox.js';
import type { Doers } from './effects.js';

export const remove =
  ({ channel, conversations }: Doers): Handler =>
  async ({ thread, params }) => {
    const out = channel(thread.channel);
    // No alarm: she was told how she erases it herself.
    if (!out?.remove) return { result: 'withheld', reason: `channel ${thread.channel} removes nothing` };
    const upTo = Number(params.upTo);
    await out.remove(thread.conversation, upTo);
    await conversations.note(thread, `ack:${upTo}:removed`, { type: 'ACK', upTo, state: 'removed' });
    return { result: 'done' };
  };
