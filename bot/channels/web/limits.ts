/**
 * How much one address, and one network address, may write. An SOS is never limited and costs nothing: somebody who was
 * cut off for writing too much can still ask for help.
 */
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './refusal.js';

/** So many messages in so many seconds. */
export interface Rate {
  points: number;
  seconds: number;
}

export interface Limits {
  /** Of one conversation. */
  address: Rate;
  /** Of one network address: a whole household, office or gateway may stand behind it. */
  ip: Rate;
}

/** Whether a text is an SOS in some protocol: its words and codes, nothing sensed. */
export type IsSos = (text: string, protocol?: string) => boolean;

export interface Written {
  address: string | null;
  ip: string | undefined;
  text: string;
  protocol?: string;
}

/** Throws Refusal (429, with the seconds to wait) when there was too much. */
export type Limiter = (written: Written) => Promise<void>;

export function createLimiter(limits: Limits, isSos: IsSos): Limiter {
  const perAddress = new RateLimiterMemory({ points: limits.address.points, duration: limits.address.seconds });
  const perIp = new RateLimiterMemory({ points: limits.ip.points, duration: limits.ip.seconds });
  return async ({ address, ip, text, protocol }) => {
    try {
      if (address !== null) await perAddress.consume(address);
      await perIp.consume(networkOf(ip ?? ''));
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full;
      // Asked only now, because it means reading the whole text.
      if (isSos(text, protocol)) return;
      const retryAfterS = Math.max(1, Math.ceil(full.msBeforeNext / 1_000));
      throw new Refusal(429, `Too many messages. Send this one again in ${retryAfterS} s.`, { retryAfterS });
    }
  };
}

/** One subscriber has a whole /64 of IPv6: its first four groups count as one. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip.replace(/^::ffff:/, '');
  const [head = '', tail = ''] = ip.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = ip.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : [];
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map(group => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
