/**
 * The engine, whole: what a process needs to take messages in, decide turns, do effects and fire timers, around one
 * store. The command `start` puts channels, the desk and a web server on it; the simulator puts a virtual clock under it.
 */
import type { World } from '../flows/events.js';
import { isOpen } from '../flows/calendar/hours.js';
import { Appointments, type Openings } from './appointments/appointments.js';
import type { Capabilities, Channel } from './channels/channel.js';
import { UnknownProtocol } from './channels/engine.js';
import type { Clock } from './clock.js';
import { type ChannelShape, type Committed, Conversations, type Protocols } from './conversations.js';
import { type Doers, effectHandlers, type SafeProfile } from './effects/effects.js';
import type { Mailer } from './email/mailer.js';
import { Files } from './files.js';
import type { Ids } from './ids.js';
import { Inbound } from './inbound.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { type Log, reasonOf } from './log.js';
import { Loop } from './loop.js';
import { Outbox } from './outbox.js';
import { Contacts } from './privacy/contacts.js';
import { expireConversations } from './privacy/retention.js';
import type { Vault } from './privacy/vault.js';
import { Records } from './records/records.js';
import { Attachments } from './store/blobs.js';
import type { Store } from './store/store.js';
import { forgetAll, Threads } from './threads.js';
import { Timers } from './timers.js';

export interface ServiceParts {
  store: Store;
  vault: Vault;
  clock: Clock;
  ids: Ids;
  protocols: Protocols;
  defaultProtocol: string;
  mailer: Mailer;
  /** Who is asked outside what no sheet answers; nobody when absent. */
  knowledge?: Knowledge | null;
  log: Log;
  /** Name of this process: claims of timers and effects are told apart by it. */
  worker: string;
  /** Whether at least one executive is available now. */
  staffed(protocol: string): boolean;
  /** Whether somebody on call can be called now; nobody when absent. */
  onCall?(): boolean;
  /** Free times of the staff; the protocol's weekly ones when absent. */
  openings?: Openings;
}

/** How often what fell due is looked for, when nothing wakes it earlier. */
const TIMERS_EVERY_MS = 500;
const OUTBOX_EVERY_MS = 1_000;

export type Service = ReturnType<typeof createService>;

export function createService(parts: ServiceParts) {
  const { store, vault, clock, ids, protocols, log, worker } = parts;
  const knowledge = parts.knowledge ?? null;
  const now = (): number => clock.now();
  const sealer = (contact: string) => vault.sealer(contact);
  const channels = new Map<string, Channel>();
  const listeners = new Set<(commit: Committed) => void>();
  const erased = new Set<(conversations: readonly string[]) => void>();
  /** The store's count of others' writes when erasures were last looked for. */
  let noticedAt: number | undefined;

  const contacts = new Contacts({ store, vault, ids, clock });
  const threads = new Threads(store, contacts, ids);
  const appointments = new Appointments(store, parts.openings);
  const records = new Records(store, sealer);

  const world = (protocol: string): World => {
    const at = now();
    return {
      now: at,
      open: isOpen(protocols.current(protocol).protocol.hours, at),
      staffed: parts.staffed(protocol),
      onCall: parts.onCall?.() ?? false,
    };
  };

  const conversations = new Conversations({
    store,
    protocols,
    ids,
    now,
    world,
    sealer,
    isErased: contact => vault.isErased(contact),
    channel: id => shapeOf(channels.get(id)?.capabilities),
    onCommit(commit) {
      inbound.committed(commit);
      for (const listen of listeners) listen(commit);
      timersLoop.wake();
      outboxLoop.wake();
    },
    log,
  });
  const inbound = new Inbound({
    store,
    threads,
    conversations,
    protocols,
    defaultProtocol: parts.defaultProtocol,
    isErased: contact => vault.isErased(contact),
    world,
    isCallable: channel => channels.get(channel)?.capabilities.callable ?? true,
    removesOurs: channel => channels.get(channel)?.capabilities.removesOurs === true,
  });
  const attachments = new Attachments({ store, sealer, ids, clock });
  const files = new Files({
    store,
    threads,
    attachments,
    defaultProtocol: parts.defaultProtocol,
    isErased: contact => vault.isErased(contact),
    forget: gone => forgetAll({ threads, conversations }, gone),
  });
  const doers: Doers = {
    conversations,
    appointments,
    records,
    mailer: parts.mailer,
    knowledge,
    contacts,
    channel: id => channels.get(id) ?? null,
    safeContact: async contact => ((await contacts.get(contact))?.profile ?? {}) as SafeProfile,
    addressOf: (contact, channel) => contacts.addressOf(contact, channel),
    world,
    said: async conversation => ({
      bodies: await inbound.bodies(await store.turns(conversation)),
      effects: await store.effects(conversation),
    }),
    effectState: async (conversation, id) =>
      (await store.effects(conversation)).find(effect => effect.id === id)?.state ?? null,
  };
  const outbox = new Outbox({
    store,
    threads,
    conversations,
    sealer,
    handlers: effectHandlers(doers),
    now,
    worker,
    wake: () => outboxLoop.wake(),
    log,
  });
  const timers = new Timers({ store, threads, conversations, world, now, worker, log });
  const failed = (name: string, error: unknown): void =>
    log.error('run failed', { run: name, reason: reasonOf(error) });
  const outboxLoop = new Loop({ name: 'outbox', run: () => outbox.dispatch() }, failed);
  const timersLoop = new Loop({ name: 'timers', run: () => timers.fire() }, failed);

  return {
    store,
    vault,
    clock,
    ids,
    protocols,
    contacts,
    threads,
    conversations,
    inbound,
    files,
    attachments,
    appointments,
    records,
    channels,
    knowledge,
    outbox,
    timers,
    world,
    log,

    addChannel(channel: Channel): void {
      channels.set(channel.id, channel);
    },

    /** Called after each commit of this process, in order for each conversation. */
    onCommit(listen: (commit: Committed) => void): void {
      listeners.add(listen);
    },

    /** Completes what a crash left, then keeps timers and outbox going by the clock of the machine. */
    async start(): Promise<void> {
      await store.recover();
      outboxLoop.start(OUTBOX_EVERY_MS);
      timersLoop.start(TIMERS_EVERY_MS);
    },

    /** Called when somebody was erased, here or by another process, with her conversations. */
    onErased(listen: (conversations: readonly string[]) => void): void {
      erased.add(listen);
    },

    /** Forgets whom another process erased. Call it every other second: it costs nothing while nobody else writes. */
    async notice(): Promise<void> {
      const others = store.othersWrote?.();
      if (others !== undefined && others === noticedAt) return;
      await vault.noticeErasures(async contact => {
        const heads = await store.heads({ contact });
        this.forget(heads.map(head => head.conversation));
      });
      noticedAt = others;
    },

    /** What was written goes once its time is over. Call it every day; returns how many conversations. */
    expire(): Promise<number> {
      const keepMs = (protocol: string): number | null => {
        try {
          return protocols.current(protocol).protocol.keepMs;
        } catch (error) {
          if (error instanceof UnknownProtocol) return null;
          throw error;
        }
      };
      return expireConversations({ store, conversations, threads, contacts, keepMs, now, log });
    },

    /** Completes what a crash of another process left pending. Call it every half minute. */
    async care(): Promise<void> {
      await store.recover();
    },

    /** Does what is due at this instant of the clock, until nothing is: for a clock that is moved by hand. */
    async settle(): Promise<void> {
      for (;;) {
        await conversations.idle();
        const done = (await outbox.dispatch()) + (await timers.fire());
        await outbox.idle();
        if (done === 0) return;
      }
    },

    /** Erased: nothing of hers stays in memory, nor on a screen. */
    forget(gone: readonly string[]): void {
      forgetAll({ threads, conversations }, gone);
      for (const listen of erased) listen(gone);
    },

    /** Lets what is running end. The store stays open. */
    async stop(): Promise<void> {
      await Promise.all([outboxLoop.stop(), timersLoop.stop()]);
      await outbox.idle();
      await conversations.idle();
      await Promise.all([...channels.values()].map(channel => channel.close()));
    },
  };
}

/** Of a channel that is not running here (an old one, or another process's) the plainest: numbered text, and messages kept for it. */
const PLAIN: ChannelShape = { shape: { buttons: null, list: null, body: 4_096 }, pushes: true, tells: false };

function shapeOf(capabilities: Capabilities | undefined): ChannelShape {
  if (!capabilities) return PLAIN;
  const { buttons, list, body, acks, arrivals, callable, numberedToo } = capabilities;
  return {
    shape: { buttons, list, body, ...(callable ? {} : { uncallable: true }), ...(numberedToo ? { numberedToo } : {}) },
    pushes: acks !== 'none',
    tells: arrivals === true,
  };
}
