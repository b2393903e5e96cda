/**
 * How much one address, and one network address, may write. An SOS is never limited: somebody who was cut off for writing too
 * much can still ask for help. Nor is danger in other words ("me va a matar"), nor any message of a conversation where life
 * may hang on it, nor one that was taken before and is only answered again. Each way of finding that out costs something,
 * and has a measure of its own, so that nobody exhausts the service with it.
 */
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Gate, SENSED_MOST } from '../../gate.js';
import type { Pressing } from '../engine.js';
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

/** So many times as much is read for danger by its words, beyond what may be written. */
const READ_BEYOND = 5;
/** … by the models. Their reading costs as much as a turn: as many again as may be written. */
const SENSED_BEYOND = 1;
/** … is looked up, whether it is known or of an open emergency. */
const LOOKED_UP_BEYOND = 20;

export interface Written {
  address: string | null;
  ip: string | undefined;
  text: string;
  protocol?: string;
  /** Of the message, where it has one that may come again. */
  id?: string;
}

/** What the engine knows of what was written: see `Engine.pressing`. */
type Look = (address: string, written: { id: string; text: string }) => Promise<Pressing | null>;

/** Throws Refusal (429, with the seconds to wait) when there was too much. */
export type Limiter = (written: Written) => Promise<void>;

export function createLimiter(limits: Limits, gate: Gate, pressing?: Look): Limiter {
  const taken = measureOf(limits, 1);
  const readBeyond = measureOf(limits, READ_BEYOND);
  const sensedBeyond = measureOf(limits, SENSED_BEYOND);
  const lookedUpBeyond = measureOf(limits, LOOKED_UP_BEYOND);
  return async ({ address, ip, text, protocol, id }) => {
    const network = networkOf(ip ?? '');
    const full = await taken(address, network);
    if (!full) return;
    const isWithin = async (measure: Measure): Promise<boolean> => (await measure(address, network)) === null;
    // Asked only now, the cheapest first, because it means reading the text.
    if (gate.isSos(text, protocol)) return;
    if ((await isWithin(readBeyond)) && gate.isDanger(text, protocol)) return;
    if (pressing && address !== null && id !== undefined && (await isWithin(lookedUpBeyond)))
      if ((await pressing(address, { id, text })) !== null) return;
    if (text.length <= SENSED_MOST && (await isWithin(sensedBeyond)) && gate.isSensed(text, protocol)) return;
    const retryAfterS = Math.max(1, Math.ceil(full.msBeforeNext / 1_000));
    throw new Refusal(429, `Too many messages. Send this one again in ${retryAfterS} s.`, { retryAfterS });
  };
}

/** What is full, with the time until it is not; null when neither is. */
type Measure = (address: string | null, network: string) => Promise<RateLimiterRes | null>;

function measureOf({ address, ip }: Limits, times: number): Measure {
  const perAddress = new RateLimiterMemory({ points: address.points * times, duration: address.seconds });
  const perIp = new RateLimiterMemory({ points: ip.points * times, duration: ip.seconds });
  return async (of, network) => {
    try {
      if (of !== null) await perAddress.consume(of);
      await perIp.consume(network);
      return null;
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full;
      return full;
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
