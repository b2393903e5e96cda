/**
 * The engine as the service has it, over a store in memory and a clock that the test moves, with one channel that takes
 * messages out (`sms`) and one whose readers come for them (`pull`). Several may share a store, as processes do.
 */
import { compile } from '../../flows/compile.js';
import { parseProtocol } from '../../flows/protocol.js';
import type { Channel, Outgoing, Sent } from '../../bot/channels/channel.js';
import { UnknownProtocol } from '../../bot/channels/engine.js';
import type { Running, Thread } from '../../bot/conversations.js';
import type { SafeContact } from '../../flows/sight/safeContact.js';
import { createIds } from '../../bot/ids.js';
import type { Knowledge } from '../../bot/knowledge/knowledge.js';
import type { Log } from '../../bot/log.js';
import { createService } from '../../bot/service.js';
import type { Store } from '../../bot/store/store.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import { houseOf } from './privacy.js';
import { ScriptedSenses } from './senses.js';
import { keptLog } from './serve.js';
import { type Around, type Step, tinyProtocol } from './tiny-protocol.js';
import { VirtualClock } from './virtual-clock.js';

/** What the protocol's first step asks; it asks again after two minutes of silence. */
const ASKS = {
  ask: 'what',
  as: 'text',
  save: 'said',
  retries: 3,
  next: 'tested',
  way_out: 'person',
  silence: { after: '2m', go: 'tested' },
};

/** Takes what it is given, or does what the test says. */
export class FakeChannel implements Channel {
  readonly id: string;
  readonly capabilities: Channel['capabilities'];
  readonly sent: Outgoing[] = [];
  /** Done instead of taking it. */
  instead: ((message: Outgoing) => Promise<Sent>) | null = null;

  constructor(id: string, acks: 'none' | 'sent') {
    this.id = id;
    this.capabilities = {
      buttons: null,
      list: null,
      body: 4_096,
      acks,
      typing: false,
      callable: true,
    };
  }

  async send(message: Outgoing): Promise<Sent> {
    const sent: Sent = (await this.instead?.(message)) ?? { state: 'sent' };
    if (sent.state === 'sent') this.sent.push(message);
    return sent;
  }

  health() {
    return { state: 'ok' as const, lastInboundAt: null, lastSentAt: null };
  }

  close() {
    return Promise.resolve();
  }
}

export type Process = Awaited<ReturnType<typeof processOf>>;

/** One process of a service: alone on its store, or beside others on one. */
export async function processOf({
  store = openMemoryStore(),
  clock = new VirtualClock(),
  worker = 'one',
  onCall,
  logged,
  step = ASKS,
  around,
  knowledge = null,
}: {
  store?: Store;
  clock?: VirtualClock;
  worker?: string;
  onCall?: () => boolean;
  /** Where its log goes, instead of being kept. */
  logged?: Log;
  /** The protocol's first step. */
  step?: Step;
  around?: Around;
  /** Who is asked outside. */
  knowledge?: Knowledge | null;
} = {}) {
  const { vault, log: erasures } = await houseOf(store, clock);
  const senses = new ScriptedSenses();
  const running = tinyRunning(senses, step, around);
  const log = keptLog();
  const service = createService({
    store,
    vault,
    clock,
    ids: createIds(clock),
    protocols: {
      current(id) {
        if (id !== 'tiny') throw new UnknownProtocol(id);
        return running;
      },
      pinned: (_, hash) => (hash === running.protocol.hash ? running : null),
    },
    defaultProtocol: 'tiny',
    mailer: { kind: 'file', send: () => Promise.resolve({ result: 'sent' }), close: () => Promise.resolve() },
    knowledge,
    log: logged ?? { ...log, debug: () => undefined },
    worker,
    staffed: () => true,
    ...(onCall ? { onCall } : {}),
  });
  const sms = new FakeChannel('sms', 'sent');
  service.addChannel(sms);
  service.addChannel(new FakeChannel('pull', 'none'));
  let messages = 0;

  return {
    ...service,
    clock,
    senses,
    sms,
    erasures,
    said: log.said,

    /** She writes; what is due at this instant is then done. */
    async writes(text: string, { id = `m${++messages}`, channel = 'sms', address = 'ana' } = {}) {
      const received = await service.inbound.receive({ channel, address, id, text });
      await service.settle();
      return received;
    },

    async thread(channel = 'sms', address = 'ana'): Promise<Thread> {
      const thread = await service.threads.find(channel, address);
      if (!thread) throw new Error(`${address} never wrote`);
      return thread;
    },

    /** What an executive does. */
    async does(
      act:
        | { type: 'TAKE' }
        | { type: 'SAY'; text: string; anyway?: true }
        | { type: 'RELEASE'; step: string | null }
        | { type: 'PROFILE'; change: SafeContact },
      { id = `a${++messages}`, of }: { id?: string; of?: Thread } = {},
    ) {
      const by = { id: 'exec-1', name: 'Carla' };
      return service.conversations.apply(of ?? (await this.thread()), `act:${id}`, live => ({
        event: { ...act, by, world: service.world(live.running.protocol.id) },
      }));
    },

    async passes(ms: number): Promise<void> {
      clock.pass(ms);
      await service.settle();
    },
  };
}

export function tinyRunning(senses: ScriptedSenses, step: Step, around?: Around): Running {
  const parsed = parseProtocol(tinyProtocol(step, around), 'tiny-1');
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return { protocol: parsed.protocol, compiled: compile(parsed.protocol), senses };
}
