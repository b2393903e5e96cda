/**
 * Where a dialogue is played: the real engine around a clock that is moved by hand, a store in memory, a channel that
 * writes down what it is given, and people who are there or not.
 */
import { randomBytes } from 'node:crypto';
import type { Slot } from '../../flows/events.js';
import { isOpen } from '../../flows/calendar/hours.js';
import { openingsOf } from '../appointments/appointments.js';
import type { Clock } from '../clock.js';
import type { Protocols } from '../conversations.js';
import type { Mail, Mailed } from '../email/mailer.js';
import { createIds } from '../ids.js';
import { silentLog } from '../log.js';
import { openVault } from '../privacy/vault.js';
import { createService, type Service } from '../service.js';
import { openMemoryStore } from '../store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from '../store/store.js';
import { type ChannelName, Line } from './line.js';
import { Staff } from './staff.js';

class HandClock implements Clock {
  #at: number;

  constructor(at: number) {
    this.#at = at;
  }

  now(): number {
    return this.#at;
  }

  set(at: number): void {
    this.#at = at;
  }
}

export interface StageSetup {
  protocols: Protocols;
  protocol: string;
  channel: ChannelName;
  startsAt: number;
  /** How many executives are there; null = one in the service's hours. */
  executives: number | null;
  /** The staff's free times instead of the protocol's weekly ones. */
  slots: readonly number[] | null;
}

/** A claim that was made before the store went away is free again after this. */
const LEASE_MS = 60_000;

export class Stage {
  readonly clock: HandClock;
  readonly line: Line;
  readonly staff: Staff;
  readonly mails: Mail[] = [];
  readonly #setup: StageSetup;
  readonly #store: Store;
  readonly #real: Store = openMemoryStore();
  readonly #master = randomBytes(32).toString('base64');
  readonly #opened: Slot[] = [];
  #storeState: 'up' | 'down' | 'slow' = 'up';
  #service: Service | null = null;

  private constructor(setup: StageSetup) {
    this.#setup = setup;
    this.clock = new HandClock(setup.startsAt);
    this.line = new Line(setup.channel);
    this.staff = new Staff(setup.executives);
    this.#store = failing(this.#real, () => this.#storeState);
  }

  static async open(setup: StageSetup): Promise<Stage> {
    const stage = new Stage(setup);
    await stage.restart();
    return stage;
  }

  get service(): Service {
    if (!this.#service) throw new Error('the stage is closed');
    return this.#service;
  }

  /** The process ends and another begins: all that is known comes from the store. */
  async restart(): Promise<void> {
    await this.#service?.stop();
    const { protocols, protocol } = this.#setup;
    const vault = await openVault(this.#store, '', this.#master);
    this.#service = createService({
      store: this.#store,
      vault,
      clock: this.clock,
      ids: createIds(this.clock),
      protocols,
      defaultProtocol: protocol,
      mailer: { kind: 'file', send: mail => this.#mailed(mail), close: async () => undefined },
      log: silentLog,
      worker: 'simulator',
      staffed: id => this.staff.isThere(isOpen(protocols.current(id).protocol.hours, this.clock.now())),
      openings: async (running, now) => {
        const { slots } = this.#setup;
        const base = slots ? slots.map(at => ({ at, staff: 'staff-1' })) : await openingsOf(this.#store)(running, now);
        return [...base, ...this.#opened].sort((a, b) => a.at - b.at);
      },
    });
    this.#service.addChannel(this.line);
    await this.#store.recover();
  }

  /** More free times of the staff. */
  opened(times: readonly number[]): void {
    this.#opened.push(...times.map(at => ({ at, staff: 'staff-1' })));
  }

  setStore(state: 'up' | 'down' | 'slow'): void {
    this.#storeState = state;
  }

  /** Does what is due now, until nothing is. */
  async settle(): Promise<void> {
    if (this.#storeState === 'down') return;
    await this.service.settle();
  }

  /** Moves the clock to `at` (ms UTC), stopping at everything that falls due on the way. */
  async until(at: number, seen: () => Promise<void>): Promise<void> {
    for (;;) {
      await this.settle();
      await seen();
      const due = await this.#nextDue();
      if (due === null || due > at) break;
      // What is still due after settling is claimed by what broke off: its lease must end.
      this.clock.set(due > this.clock.now() ? due : Math.min(at, this.clock.now() + LEASE_MS));
      if (this.clock.now() >= at) break;
    }
    this.clock.set(Math.max(at, this.clock.now()));
    await this.settle();
    await seen();
  }

  /** Lets what is on its way leave, at most `ms` long. */
  async afterwards(ms: number, seen: () => Promise<void>): Promise<void> {
    const end = this.clock.now() + ms;
    for (;;) {
      const { effects, oldestEffect } =
        this.#storeState === 'down' ? { effects: 0, oldestEffect: null } : await this.#real.backlog();
      if (effects === 0 || oldestEffect === null || oldestEffect > end || this.clock.now() >= end) return;
      await this.until(Math.max(oldestEffect, this.clock.now() + 1), seen);
    }
  }

  async close(): Promise<void> {
    this.#storeState = 'up';
    await this.service.stop();
    await this.#real.close();
  }

  /** The same mail again is one mail. */
  async #mailed(mail: Mail): Promise<Mailed> {
    if (!this.mails.some(sent => sent.id === mail.id)) this.mails.push(mail);
    return { result: 'sent' };
  }

  async #nextDue(): Promise<number | null> {
    if (this.#storeState === 'down') return null;
    const { oldestEffect, oldestTimer } = await this.#real.backlog();
    const due = [oldestEffect, oldestTimer].filter(at => at !== null);
    return due.length > 0 ? Math.min(...due) : null;
  }
}

/** A store that can be out of reach, or answer late. */
function failing(store: Store, state: () => 'up' | 'down' | 'slow'): Store {
  return new Proxy(store, {
    get(target, name) {
      // Answers at once and cannot be late: such a store does not tell who wrote, and is asked each time.
      if (name === 'othersWrote') return undefined;
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || name === 'conversations') return member;
      return async (...args: unknown[]): Promise<unknown> => {
        if (state() === 'down') throw new StoreUnavailable('the dialogue says that the store is down');
        if (state() === 'slow') await new Promise(resolve => setImmediate(resolve));
        return (member as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
