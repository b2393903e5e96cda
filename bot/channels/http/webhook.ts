/** Posts replies, and what is to be removed again, to the other system. One try: the outbox owns retries and order. */
import { z } from 'zod';
import type { Clock } from '../../clock.js';
import { signedPost } from '../../signedPost.js';
import type { Outgoing, Removal, Removed, Sent } from '../channel.js';

export interface WebhookOptions {
  url: string;
  /** Shared with the receiver alone. */
  secret: string;
  /** Milliseconds until the receiver must have answered; 10 s when absent. */
  timeoutMs?: number;
  /** It takes messages away again when it is asked, as whoever runs it declares. */
  removes?: boolean;
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

/** Some ten thousand ids. */
const ANSWER_MOST = 512 * 1_024;
/** Of the statuses that say no, those that may say yes later. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);
const answered = z.object({ removed: z.array(z.string()) });

/**
 * Asks for a removal, and gives the ids that it says are gone. A receiver that refuses it, or does not say which, removed
 * none as far as is known. Throws what is worth another try.
 */
export function removalSender(options: WebhookOptions, clock: Clock) {
  return async ({ id, address, ours }: Removal): Promise<Removed> => {
    const body = { conversation: address, remove: { id, messages: ours } };
    const { ok, status, text } = await signedPost({ ...options, now: clock.now(), body, readMost: ANSWER_MOST });
    if (ok) return answered.safeParse(jsonOf(text)).data?.removed ?? [];
    if (status >= 400 && status < 500 && !LATER.has(status)) return [];
    throw new Error(`the webhook answered ${status}`);
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function bodyOf({ address, seq, id, author, name, text, choices, locale }: Outgoing) {
  return {
    conversation: address,
    message: { seq, id, author, ...(name ? { name } : {}), text, ...(choices ? { choices } : {}), locale },
  };
}
