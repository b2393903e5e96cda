/**
 * Posts to another system, signed: the receiver recomputes the HMAC over the bytes it got, compares in constant time, and
 * refuses an old timestamp, so that a copied request cannot be sent again. One try: who sends owns retries and order.
 */
import { createHmac } from 'node:crypto';

export interface SignedPost {
  url: string;
  /** Shared with the receiver alone. */
  secret: string;
  /** The instant of the signature, milliseconds UTC. */
  now: number;
  body: unknown;
  /** Milliseconds until the receiver must have answered; 10 s when absent. */
  timeoutMs?: number;
  /** What is answered is read as well, up to so many bytes; more counts as nothing. */
  readMost?: number;
}

const TIMEOUT_MS = 10_000;

/** Gives the status. Throws where there is no connection or no answer in time. */
export async function signedPost(post: SignedPost): Promise<Answered> {
  const { url, secret, now, body, timeoutMs = TIMEOUT_MS, readMost = 0 } = post;
  const text = JSON.stringify(body);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'cauce-signature': signature(secret, Math.floor(now / 1_000), text),
    },
    body: text,
    // Following a redirect would hand what is said to an address that nobody configured.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { ok, status } = response;
  return { ok, status, text: await upTo(readMost, response.body) };
}

interface Answered {
  ok: boolean;
  status: number;
  /** What was answered, where it was to be read; else empty. */
  text: string;
}

/** Empty where there is more: a receiver that never ends is not waited for. */
async function upTo(most: number, body: Response['body']): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (most > 0)
    for await (const chunk of body ?? []) {
      length += chunk.length;
      // Leaving the loop closes it.
      if (length > most) return '';
      chunks.push(chunk);
    }
  else await body?.cancel();
  return Buffer.concat(chunks).toString();
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 of `<seconds>.<raw body>`. */
const signature = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
