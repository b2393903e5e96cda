/**
 * The service as it runs, with the shipped protocol and the trained senses, in whatever state the world may be when she
 * calls for help: over a store that can go away, a channel that may fail, a clock that the test moves, and with the spool
 * between.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Channel, Incoming, Outgoing } from '../../bot/channels/channel.js';
import type { Received } from '../../bot/channels/engine.js';
import { createLimiter, type Limiter } from '../../bot/channels/web/limits.js';
import { Refusal } from '../../bot/channels/web/refusal.js';
import type { Protocols, Running, Thread } from '../../bot/conversations.js';
import { gateOf } from '../../bot/gate.js';
import { createIds } from '../../bot/ids.js';
import { type Knowledge, knowledgeOver, type Provider } from '../../bot/knowledge/knowledge.js';
import { openVault, type Vault } from '../../bot/privacy/vault.js';
import { parseSource, readProtocolFolder, running } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { createService, type Service } from '../../bot/service.js';
import { Spool } from '../../bot/spool/spool.js';
import { type Store, StoreUnavailable } from '../../bot/store/store.js';
import type { FlowEvent } from '../../flows/events.js';
import { MASTER } from '../support/privacy.js';
import { keptLog } from '../support/serve.js';
import { VirtualClock } from '../support/virtual-clock.js';

/** Every protocol that ships, ready to run. */
const trained = readTrained(ROOT);
export const shipped: readonly Running[] = ['whatsapp-mujer'].map(id =>
  running(parseSource(readProtocolFolder(path.join(ROOT, 'protocols', id))), trained),
);

/** The same protocol as it might be published in the middle of her talk: with other steps, and the old version gone. */
export function changed({ protocol }: Running): Running {
  const source = readProtocolFolder(path.join(ROOT, 'protocols', protocol.id));
  const files = source.files.map(file =>
    file.path.endsWith('protocol.yaml') ? { ...file, text: file.text.replace(/^version: \d+/m, 'version: 99') } : file,
  );
  return running(parseSource({ ...source, files }), trained);
}

/** The same protocol where it asks outside what no sheet answers. */
function asking({ protocol }: Running): Running {
  const made = madeToAsk.get(protocol.id);
  if (made) return made;
  const source = readProtocolFolder(path.join(ROOT, 'protocols', protocol.id));
  const files = source.files.map(file => {
    if (file.path.endsWith('protocol.yaml')) return { ...file, text: `${file.text}\n${KNOWLEDGE}` };
    if (!/messages\/(?:es|en)\.yaml$/.test(file.path)) return file;
    const text = file.text.replace(/^texts:$/m, "texts:\n  info.proposed: '{fuente}, sin revisar: {propuesta}'");
    return { ...file, text };
  });
  const asks = running(parseSource({ ...source, files }), trained);
  madeToAsk.set(protocol.id, asks);
  return asks;
}
/** Read once: every way of asking meets it. */
const madeToAsk = new Map<string, Running>();
/** What none of the shipped sheets answers. */
const NO_SHEET = '¿dónde puedo vacunar a mi perro?';
const KNOWLEDGE = 'knowledge: { ask: [local, botpress], say: info.proposed }\n';

/** A working Tuesday, 11:00 in Santiago; and three in the morning of a Sunday. */
export const DAY = Date.UTC(2026, 4, 19, 15);
export const NIGHT = Date.UTC(2026, 4, 24, 7);

type Act =
  Extract<FlowEvent, { by: unknown }> extends infer E
    ? E extends { type: string }
      ? Omit<E, 'by' | 'world'>
      : never
    : never;

export class SosWorld {
  readonly clock = new VirtualClock(DAY);
  readonly log = keptLog();
  readonly sent: Outgoing[] = [];
  staffed = true;
  /** How the store is now. */
  store: 'up' | 'down' | 'slow' = 'up';
  /** What the channel does with what it is given. */
  line: 'takes' | 'refuses' | 'breaks' = 'takes';
  /** Questions that hang at a provider outside, which never answers. */
  readonly hanging: string[] = [];
  /** Time limits of those, which run out once what she writes next is taken. */
  readonly #limits: (() => void)[] = [];
  readonly #address: string;
  readonly #place: Store;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'cauce-sos-'));
  #running: Running;
  /** Versions that an earlier process ran and this one cannot load. */
  #forgotten = false;
  #vault!: Vault;
  #service!: Service;
  #spool: Spool | null = null;
  #messages = 0;
  /** As the channels of the web limit her. */
  readonly #limit: Limiter = createLimiter(
    { address: { points: 40, seconds: 3_600 }, ip: { points: 1_200, seconds: 3_600 } },
    gateOf({ ids: () => [this.#running.protocol.id], current: () => this.#running }),
  );

  private constructor(place: Store, address: string, first: Running) {
    this.#place = place;
    this.#address = address;
    this.#running = first;
  }

  /** @param address another for each: they may share a store */
  static async open(place: Store, address: string, first: Running): Promise<SosWorld> {
    const world = new SosWorld(place, address, first);
    await world.starts();
    return world;
  }

  /** A process begins, alone on what the store has. */
  async starts(publishes: { running: Running; forgetsOlder: boolean } | null = null): Promise<void> {
    await this.#spool?.stop();
    if (publishes) [this.#running, this.#forgotten] = [publishes.running, publishes.forgetsOlder];
    const store = this.#failing();
    const vault = await openVault(store, '/nonexistent', MASTER);
    this.#vault = vault;
    const protocols: Protocols = {
      current: () => this.#running,
      pinned: (_, hash) =>
        hash === this.#running.protocol.hash
          ? this.#running
          : this.#forgotten
            ? null
            : (shipped.find(one => one.protocol.hash === hash) ?? null),
    };
    const log = { ...this.log, debug: () => undefined };
    this.#service = createService({
      store,
      vault,
      clock: this.clock,
      ids: createIds(this.clock),
      protocols,
      defaultProtocol: this.#running.protocol.id,
      mailer: { kind: 'file', send: () => Promise.resolve({ result: 'sent' }), close: () => Promise.resolve() },
      knowledge: this.#hangs(),
      log,
      worker: 'one',
      staffed: () => this.staffed,
    });
    this.#service.addChannel(this.#channel());
    this.#spool = await Spool.open({
      folder: this.#folder,
      sealer: await vault.systemSealer('spool'),
      clock: this.clock,
      log,
      engine: this.#service.inbound,
      known: () => undefined,
      later: () => () => undefined,
    });
  }

  /** Somebody at her address writes until no more is taken. */
  async writesTooMuch(): Promise<void> {
    while (await this.#passes('hola'));
  }

  /** She writes, and what is due at this instant is done; what waits in the spool is read if the store is there. Null: she writes too much. */
  async writes(text: string, more: Partial<Incoming> = {}): Promise<Received | null> {
    if (!more.sos && !(await this.#passes(text))) return null;
    const received = await this.#spool!.receive({
      channel: 'sms',
      address: this.#address,
      id: `m${++this.#messages}`,
      text,
      ...more,
    });
    for (const runOut of this.#limits.splice(0)) runOut();
    if (this.store !== 'down') await this.#settled();
    return received;
  }

  /** She asks what no sheet answers, and it hangs outside when she writes next. */
  async asksOutside(): Promise<void> {
    await this.starts({ running: asking(this.#running), forgetsOlder: false });
    for (const text of ['hola', 'sí', 'información']) await this.writes(text);
    await this.#spool!.receive({ channel: 'sms', address: this.#address, id: `m${++this.#messages}`, text: NO_SHEET });
    await this.#service.outbox.dispatch();
    while (this.hanging.length === 0) await new Promise(resolve => setImmediate(resolve));
  }

  #hangs(): Knowledge {
    const provider: Provider = {
      id: 'botpress',
      ask: question => {
        this.hanging.push(question);
        return new Promise(() => undefined);
      },
    };
    const later = (_ms: number, act: () => void) => {
      this.#limits.push(act);
      return () => undefined;
    };
    return knowledgeOver([provider], { clock: this.clock, timeoutMs: 5_000, later, log: this.log });
  }

  async #passes(text: string): Promise<boolean> {
    try {
      await this.#limit({ address: this.#address, ip: undefined, text });
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return false;
    }
  }

  /** The store is back. */
  async mends(): Promise<void> {
    this.store = 'up';
    await this.#settled();
  }

  async passes(ms: number): Promise<void> {
    this.clock.pass(ms);
    await this.#settled();
  }

  /** What an executive does. */
  async does(act: Act): Promise<void> {
    const { conversations } = this.#service;
    await conversations.apply(
      await this.#thread(),
      `act:${this.clock.now()}:${++this.#messages}`,
      ({ running: { protocol } }) => ({
        event: { ...act, by: { id: 'ana', name: 'Ana' }, world: this.#service.world(protocol.id) } as FlowEvent,
      }),
    );
    await this.#settled();
  }

  /** How her emergency stands, and how often one was opened. */
  async emergency(): Promise<{ phase: string; opened: number; alerts: number; owner: string }> {
    const conversation = await this.#conversation();
    const head = conversation === null ? null : await this.#place.head(conversation);
    const turns = conversation === null ? [] : await this.#place.turns(conversation);
    const milestones = turns.flatMap(turn => turn.facts.milestones);
    return {
      phase: head?.emergency ?? 'idle',
      opened: milestones.filter(one => one === 'emergency_open').length,
      alerts: milestones.filter(one => one === 'executive_alerted').length,
      owner: head?.owner ?? 'bot',
    };
  }

  async close(): Promise<void> {
    this.store = 'up';
    await this.#spool!.stop();
    await this.#service.stop();
    await this.#rests();
    rmSync(this.#folder, { recursive: true });
  }

  /** Others share the store, at other hours: what is still to come of this one must not be theirs to do. */
  async #rests(): Promise<void> {
    const conversation = await this.#conversation();
    if (conversation === null) return;
    for (const timer of await this.#place.timers(conversation)) await this.#place.dropTimer(timer);
    await this.#place.withholdEffects((await this.#place.head(conversation))!.contact, 'over');
  }

  async #settled(): Promise<void> {
    await this.#spool!.replay();
    await this.#service.settle();
  }

  /** Read from the store itself, which the service may have lost. */
  async #conversation(): Promise<string | null> {
    const id = this.#vault.addressHash('sms', this.#address);
    const doc = await this.#place.getDoc('threads', id);
    return (doc?.fields.conversation as string | undefined) ?? null;
  }

  async #thread(): Promise<Thread> {
    const thread = await this.#service.threads.find('sms', this.#address);
    if (!thread) throw new Error(`${this.#address} never wrote`);
    return thread;
  }

  #channel(): Channel {
    return {
      id: 'sms',
      capabilities: {
        buttons: null,
        list: null,
        body: 4_096,
        acks: 'sent',
        typing: false,
        callable: true,
      },
      send: message => {
        if (this.line === 'breaks') return Promise.reject(new Error('the channel does not answer'));
        if (this.line === 'refuses') return Promise.resolve({ state: 'refused', reason: 'no such number' });
        this.sent.push(message);
        return Promise.resolve({ state: 'sent' });
      },
      health: () => ({ state: 'ok', lastInboundAt: null, lastSentAt: null }),
      close: () => Promise.resolve(),
    };
  }

  #failing(): Store {
    return new Proxy(this.#place, {
      get: (target, name) => {
        if (name === 'othersWrote') return undefined;
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || name === 'conversations') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          if (this.store === 'down') throw new StoreUnavailable('the test says that the store is down');
          if (this.store === 'slow') for (let i = 0; i < 5; i++) await new Promise(resolve => setImmediate(resolve));
          return (member as (...args: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  }
}
