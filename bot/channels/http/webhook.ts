/** Posts replies to the other system. One try: the outbox owns retries and order. */
import type { Clock } from '../../clock.js';
import { signedPost } from '../../signedPost.js';
import type { Outgoing, Sent } from '../channel.js';

export interface WebhookOptions {
  url: string;
  /** Shared with the receiver alone. */
  secret: string;
  /** Milliseconds until the receiver must have answered; 10 s when absent. */
  timeoutMs?: number;
}

const GONE = 410;

/** Throws what is worth another try: no connection, no answer in time, any status but 2xx and 410. */
export function webhookSender(options: WebhookOptions, clock: Clock) {
  return async (message: Outgoing): Promise<Sent> => {
    const { ok, status } = await signedPost({ ...options, now: clock.now(), body: bodyOf(message) });
    if (ok) return { state: 'sent', externalId: message.id };
    if (status === GONE)
      return { state: 'refused', reason: 'El otro sistema dice que esta conversación terminó (410).' };
    throw new Error(`the webhook answered ${status}`);
  };
}

function bodyOf({ address, seq, id, author, name, text, choices, locale }: Outgoing) {
  return {
    conversation: address,
    message: { seq, id, author, ...(name ? { name } : {}), text, ...(choices ? { choices } : {}), locale },
  };
}
