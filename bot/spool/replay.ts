/**
 * What waits in the spool, given to the engine: each conversation's in order, and no conversation in the way of another's.
 *
 * A store that is away refuses whoever is tried. But one conversation may be refused alone, or never be answered (half
 * written by a process that died, held by another one): those behind it are somebody else's, perhaps a call for help, and
 * are read all the same.
 */
import type { Incoming } from '../channels/channel.js';
import { StoreUnavailable } from '../store/store.js';

/** A message that waits, and when it came. */
export interface Spooled {
  message: Incoming;
  at: number;
}

interface ReplayParts<W extends Spooled> {
  /** Resolves once the engine has it. */
  give(entry: W): Promise<void>;
  /** Throws Late where it takes too long; what it began goes on. */
  inTime<T>(taking: Promise<T>): Promise<T>;
  /** It is in the log, or was set aside: nothing of it waits any more. */
  done(entry: W): Promise<void>;
  /** Refused, and not because the store is away. False: it has to wait on. */
  setAside(entry: W, error: unknown): Promise<boolean>;
  /** Told once of each reason for which something waits on. */
  waits(reason: string): void;
}

/** The engine has not answered in time; it may do so yet. */
export class Late extends StoreUnavailable {
  override name = 'Late';
}

/** So many conversations refused one after the other: it is the store. The next round begins with others. */
const AWAY_AFTER = 3;

export class Replay<W extends Spooled> {
  readonly #parts: ReplayParts<W>;
  /** Refused since all were tried last. */
  readonly #refused = new Set<string>();
  /** Given, and not answered in time: asked for its answer before it is given again. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** Since nothing waited last. */
  readonly #reasons = new Set<string>();

  constructor(parts: ReplayParts<W>) {
    this.#parts = parts;
  }

  /** One round: takes out of `waiting`, which only grows at its end meanwhile. Returns how many it took. */
  async round(waiting: W[]): Promise<number> {
    let taken = 0;
    let inARow = 0;
    for (let i = 0; i < waiting.length; ) {
      const next = waiting[i]!;
      const key = keyOf(next.message);
      // Of whom one waits, those behind it wait, too.
      if (this.#refused.has(key)) i++;
      else if (await this.#taken(next, key)) {
        waiting.splice(i, 1);
        await this.#parts.done(next);
        taken++;
        inARow = 0;
      } else {
        this.#refused.add(key);
        i++;
        if (++inARow === AWAY_AFTER) return taken;
      }
    }
    this.#refused.clear();
    if (waiting.length === 0) this.#reasons.clear();
    return taken;
  }

  async #taken(entry: W, key: string): Promise<boolean> {
    const giving = this.#underWay.get(key) ?? this.#parts.give(entry);
    this.#underWay.set(key, giving);
    try {
      await this.#parts.inTime(giving);
      this.#underWay.delete(key);
      return true;
    } catch (error) {
      if (!(error instanceof Late)) this.#underWay.delete(key);
      if (!(error instanceof StoreUnavailable)) return this.#parts.setAside(entry, error);
      if (!this.#reasons.has(error.message)) this.#parts.waits(error.message);
      this.#reasons.add(error.message);
      return false;
    }
  }
}

/** Whose a message is. */
export const keyOf = ({ channel, address }: Pick<Incoming, 'channel' | 'address'>): string => `${channel}|${address}`;
