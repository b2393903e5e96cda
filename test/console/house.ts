/**
 * A whole desk on a free port, over a store in memory, with the real protocol and a clock that the test moves: people
 * sign in over HTTP and work over Socket.IO as the console does.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import express from 'express';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import type { Channel, Outgoing } from '../../bot/channels/channel.js';
import type {
  Act,
  ActReply,
  Alarm,
  ConversationView,
  Patch,
  Presence,
  QueueRow,
  Role,
  Locale,
  SignedIn,
  StatesPatch,
  SyncReply,
  ToClient,
  ToServer,
  TurnsPatch,
  ViewersPatch,
} from '../../bot/console/contract.js';
import { SOCKETS } from '../../bot/console/live.js';
import type { Protocols, Running } from '../../bot/conversations.js';
import { createDesk, type DeskParts } from '../../bot/desk/desk.js';
import { fileMailer } from '../../bot/email/mailer.js';
import { createIds } from '../../bot/ids.js';
import { silentLog } from '../../bot/log.js';
import { type User, Users } from '../../bot/people/users.js';
import { openVault, type Vault } from '../../bot/privacy/vault.js';
import { parseSource, readProtocolFolder, running } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { createService } from '../../bot/service.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import type { Store } from '../../bot/store/store.js';
import { VirtualClock } from '../support/virtual-clock.js';

const PROTOCOL = 'whatsapp-mujer';
const PASSWORD = 'tres gatos en el tejado';
/** Costs nothing to check, so that tests are about the desk and not about argon2. */
const cheap = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
const MASTER = randomBytes(32).toString('base64');
/** A working Tuesday, 11:00 in Santiago. */
export const STARTS = Date.UTC(2026, 4, 19, 15);

let ready: Running | null = null;
export const protocolReady = (): Running =>
  (ready ??= running(parseSource(readProtocolFolder(`${ROOT}/protocols/${PROTOCOL}`)), readTrained(ROOT)));

/** Of messages: a house that is opened again on the same store goes on counting. */
let written = 0;

export type House = Awaited<ReturnType<typeof openHouse>>;

interface Built {
  /** Folder of the built console, to serve it too. */
  pages?: string;
  origin?: string;
  store?: Store;
  clock?: VirtualClock;
  vault?: Vault;
  /** Other than the shipped one. */
  protocols?: Protocols;
  paging?: DeskParts['paging'];
  drill?: DeskParts['drill'];
}

export async function openHouse({
  pages: built,
  origin = 'http://127.0.0.1',
  store = openMemoryStore(),
  clock = new VirtualClock(STARTS),
  vault: given,
  protocols = { current: protocolReady, pinned: protocolReady },
  paging,
  drill,
}: Built = {}) {
  const vault = given ?? (await openVault(store, '/nonexistent', MASTER));
  const sent: Outgoing[] = [];
  /** What the channel answers; it may hold a message back. */
  const gate = { wait: Promise.resolve() };
  const channel: Channel = {
    id: 'webchat',
    capabilities: {
      buttons: null,
      list: null,
      body: 4_096,
      acks: 'delivered',
      typing: false,
      callable: true,
    },
    async send(message) {
      await gate.wait;
      sent.push(message);
      return { state: 'sent' };
    },
    health: () => ({ state: 'ok', lastInboundAt: null, lastSentAt: null }),
    close: () => Promise.resolve(),
  };
  const service = createService({
    store,
    vault,
    clock,
    ids: createIds(clock),
    protocols,
    defaultProtocol: PROTOCOL,
    mailer: fileMailer('/nonexistent', 'nobody@localhost'),
    log: silentLog,
    worker: 'test',
    staffed: () => desk.staffed(),
  });
  const desk = createDesk({
    service,
    published: { ids: () => [PROTOCOL] },
    origin,
    ...(paging ? { paging } : {}),
    ...(drill ? { drill } : {}),
  });
  service.addChannel(channel);
  await desk.load();

  const app = express();
  app.set('trust proxy', origin.startsWith('https:'));
  app.use(desk.router);
  if (built !== undefined) app.use('/console', express.static(built));
  const server = createServer(app);
  const sockets = new Server(server, SOCKETS);
  desk.attach(sockets);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const users = new Users({ store, clock });
  const pages: Page[] = [];

  return {
    service,
    desk,
    store,
    clock,
    url,
    users,
    sent,
    gate,

    /** She writes; what follows from it at this instant is done when it resolves. */
    async writes(address: string, text: string): Promise<string> {
      const { conversation } = await service.inbound.receive({
        channel: 'webchat',
        address,
        id: `m${++written}`,
        text,
      });
      await service.settle();
      return conversation;
    },

    /** Lets time pass in steps, with what falls due in each. */
    async passes(ms: number, step = 1_000): Promise<void> {
      for (let left = ms; left > 0; left -= step) {
        clock.pass(Math.min(step, left));
        await service.settle();
        await desk.tick();
      }
    },

    /** An account whose password is its own already. */
    async person(name: string, roles: Role[] = ['executive']): Promise<{ email: string; password: string }> {
      const email = `${name.toLowerCase()}@institucion.cl`;
      await users.add({ email, name, roles });
      const { version, ...doc } = (await store.getDoc('users', (await users.byEmail(email))!.id))!;
      await store.putDoc(
        { ...doc, data: { ...(doc.data as User), passwordHash: await cheap, mustChangePassword: false } },
        version,
      );
      return { email, password: PASSWORD };
    },

    /** Somebody at work: signed in, connected, available. */
    async works(name: string, roles?: Role[]): Promise<Page> {
      return this.enters(await this.person(name, roles));
    },

    async enters(who: { email: string; password: string }): Promise<Page> {
      const { signedIn, cookie } = await signIn(url, who);
      const page = await Page.open(url, cookie, signedIn);
      pages.push(page);
      await page.says({ state: 'available', showing: [], visible: true });
      return page;
    },

    async close(): Promise<void> {
      for (const page of pages) page.close();
      await sockets.close();
      await desk.close();
      await service.stop();
      await store.close();
    },
  };
}

export const post = (
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/console/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export async function signIn(
  url: string,
  who: { email: string; password: string },
): Promise<{ signedIn: SignedIn; cookie: string }> {
  const response = await post(url, '/sign-in', who);
  if (!response.ok) throw new Error(`sign-in was refused: ${response.status} ${await response.text()}`);
  return { signedIn: (await response.json()) as SignedIn, cookie: response.headers.get('set-cookie')!.split(';')[0]! };
}

type Heard = {
  patch: Patch;
  turns: TurnsPatch;
  states: StatesPatch;
  alarm: Alarm;
  viewers: ViewersPatch;
  erased: string;
};

/** A page of the console, as far as the wire goes. */
export class Page {
  readonly me: SignedIn;
  readonly cookie: string;
  readonly socket: Socket<ToClient, ToServer>;
  readonly heard: { [E in keyof Heard]: Heard[E][] } = {
    patch: [],
    turns: [],
    states: [],
    alarm: [],
    viewers: [],
    erased: [],
  };
  signedOut = false;
  #acts = 0;
  readonly #waiting = new Set<() => void>();

  private constructor(url: string, cookie: string, me: SignedIn, locale?: Locale) {
    this.me = me;
    this.cookie = cookie;
    this.socket = io(url, {
      path: '/console/socket',
      transports: ['websocket'],
      extraHeaders: { cookie },
      auth: { csrf: me.csrf, locale },
      reconnection: false,
      forceNew: true,
      autoConnect: false,
    });
    for (const event of ['patch', 'turns', 'states', 'alarm', 'viewers', 'erased'] as const)
      (this.socket as Socket).on(event, (payload: unknown) => {
        (this.heard[event] as unknown[]).push(payload);
        this.#changed();
      });
    this.socket.on('signed-out', () => {
      this.signedOut = true;
      this.#changed();
    });
    this.socket.on('disconnect', () => this.#changed());
  }

  /** Rejects with the server's reason when it is not let in. `locale`: the language that the page chose, when it did. */
  static async open(url: string, cookie: string, me: SignedIn, locale?: Locale): Promise<Page> {
    const page = new Page(url, cookie, me, locale);
    await new Promise<void>((resolve, reject) => {
      page.socket.once('connect', resolve);
      page.socket.once('connect_error', reject);
      page.socket.connect();
    });
    return page;
  }

  /** Resolves once something that was heard makes it true. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>(resolve => this.#waiting.add(resolve));
  }

  /** Tells what the page shows, and waits until the server has it. */
  async says(presence: Presence): Promise<void> {
    this.socket.emit('presence', presence);
    await this.sync();
  }

  sync(since?: number): Promise<SyncReply> {
    return this.socket.emitWithAck('sync', since === undefined ? {} : { since });
  }

  async rows(): Promise<QueueRow[]> {
    const reply = await this.sync();
    if (reply.kind !== 'snapshot') throw new Error('a snapshot was asked for');
    return reply.rows;
  }

  async row(conversation: string): Promise<QueueRow> {
    return (await this.rows()).find(row => row.conversation === conversation)!;
  }

  async open(conversation: string, reason?: string): Promise<ConversationView> {
    const reply = await this.socket.emitWithAck('open', { conversation, ...(reason === undefined ? {} : { reason }) });
    if (!reply.ok) throw new Error(reply.code);
    return reply.view;
  }

  /** Acts on what the page shows now. */
  async does(conversation: string, act: Act, { epoch, id }: { epoch?: number; id?: string } = {}): Promise<ActReply> {
    const seen = epoch ?? (await this.rows()).find(row => row.conversation === conversation)?.epoch ?? 0;
    return this.socket.emitWithAck('act', {
      id: id ?? `${this.me.user.name}-${++this.#acts}`,
      conversation,
      epoch: seen,
      act,
    });
  }

  close(): void {
    this.socket.disconnect();
  }

  #changed(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
