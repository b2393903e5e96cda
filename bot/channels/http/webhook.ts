/**
 * Posts replies to the other system, signed. One try: the outbox owns retries and order.
 *
 * The receiver recomputes the HMAC over the bytes it got, compares in constant time, and refuses an old timestamp, so that
 * a copied request cannot be sent again.
 */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../clock.js';
import type { Outgoing, Sent } from '../channel.js';

export interface WebhookOptions {
  url: string;
  /** Shared with the receiver alone. */
  secret: string;
  /** Milliseconds until the receiver must have answered; 10 s when absent. */
  timeoutMs?: number;
}

const SIGNATURE_HEADER = 'cauce-signature';

const TIMEOUT_MS = 10_000;
const GONE = 410;

/** Throws what is worth another try: no connection, no answer in time, any status but 2xx and 410. */
export function webhookSender({ url, secret, timeoutMs = TIMEOUT_MS }: WebhookOptions, clock: Clock) {
  return async (message: Outgoing): Promise<Sent> => {
    const body = JSON.stringify(bodyOf(message));
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: signature(secret, Math.floor(clock.now() / 1_000), body),
      },
      body,
      // Following a redirect would hand her words to an address that nobody configured.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return { state: 'sent', externalId: message.id };
    if (response.status === GONE)
      return { state: 'refused', reason: 'El otro sistema dice que esta conversación terminó (410).' };
    throw new Error(`the webhook answered ${response.status}`);
  };
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 of `<seconds>.<raw body>`. */
export function signature(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

function bodyOf({ address, seq, id, author, name, text, choices, locale }: Outgoing) {
  return {
    conversation: address,
    message: { seq, id, author, ...(name ? { name } : {}), text, ...(choices ? { choices } : {}), locale },
  };
}
