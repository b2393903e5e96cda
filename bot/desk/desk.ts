/**
 * The desk, whole: accounts and sessions, the board that consoles copy, what is open, who is at work, what alarms. The
 * service tells it each commit; consoles come in through bot/console/.
 */
import { reasonOf } from '../log.js';
import type { Router } from 'express';
import type { Server } from 'socket.io';
import { consoleApi } from '../console/http.js';
import { serveConsoles } from '../console/live.js';
import type { Committed } from '../conversations.js';
import { type Credentials, ensureFirstAdministrator, Users } from '../people/users.js';
import { Sessions } from '../people/sessions.js';
import { SigningIn } from '../people/signing-in.js';
import { drillChannel } from '../drill/channel.js';
import { Drills } from '../drill/drills.js';
import type { Paging } from '../oncall/paging.js';
import type { Service } from '../service.js';
import { Duty } from './duty.js';
import { foreseen } from './foreseen.js';
import { Floor } from './floor.js';
import { may } from '../console/rights.js';

export interface DeskParts {
  service: Pick<
    Service,
    | 'store'
    | 'vault'
    | 'clock'
    | 'ids'
    | 'protocols'
    | 'contacts'
    | 'threads'
    | 'conversations'
    | 'appointments'
    | 'attachments'
    | 'inbound'
    | 'records'
    | 'world'
    | 'log'
    | 'onCommit'
    | 'onErased'
    | 'addChannel'
    | 'channels'
  >;
  /** The protocols that run here. */
  published: { ids(): readonly string[] };
  /** Calls people who are not here to an emergency that nobody takes; absent, the consoles alone sound. */
  paging?: Pick<Paging, 'load' | 'raise' | 'tick' | 'of'>;
  /** How the service is reached, such as https://orientacion.example.cl; over https cookies are secure ones. */
  origin: string;
  /** Whose emergency a drill exercises (the first protocol when absent), and after how long one ends by itself. */
  drill?: { protocol: string; lastsMs: number };
}

const DRILL_LASTS_MS = 20 * 60_000;
/** How often presence, deadlines and sessions are looked at. */
const TICK_MS = 1_000;

export interface Desk {
  router: Router;
  /** Consoles connect here; see `SOCKETS` of bot/console/live.ts for how the server must be made. */
  attach(sockets: Server): void;
  /** At least one executive is available, whatever the hour; or was when the service stopped, a moment ago. */
  staffed(): boolean;
  /** Who was available when the service stopped. Call it before messages are taken. */
  recall(): Promise<void>;
  /** The first account of a new house, with its password to show once; null afterwards. */
  firstAdministrator(): Promise<Credentials | null>;
  /** What was open before this process began comes on the board. Call it before anybody is let in. */
  load(): Promise<void>;
  /** What is due at this instant: who is gone, what nobody sees. By itself every second once consoles are attached. */
  tick(): Promise<void>;
  /** Forgets sessions that expired. */
  sweep(): Promise<number>;
  /** The service stops. Call it before the lines of the consoles are cut: who is available now is known to the next start. */
  stopping(): Promise<void>;
  close(): Promise<void>;
}

export function createDesk({ service, published, origin, paging, drill }: DeskParts): Desk {
  const { store, clock, log } = service;
  const users = new Users({ store, clock });
  const sessions = new Sessions({ store, users, clock });
  const floor = new Floor({ service, published, users, ...(paging ? { paging } : {}) });
  const duty = new Duty({ store, log });
  service.addChannel(drillChannel);
  const drills = new Drills({
    ...service,
    now: () => clock.now(),
    protocol: () => drill?.protocol ?? published.ids()[0]!,
    lastsMs: drill?.lastsMs ?? DRILL_LASTS_MS,
    isSomebodyWaiting: () => floor.isSomebodyWaiting(),
    pagesOf: conversation => paging?.of(conversation) ?? Promise.resolve([]),
    show: running => floor.showDrill(running),
  });
  const tls = origin.startsWith('https:');
  let consoles: ReturnType<typeof serveConsoles> | null = null;
  let timer: NodeJS.Timeout | null = null;

  service.onCommit((commit: Committed) => void floor.committed(commit));
  service.onErased(conversations => floor.erased(conversations));
  const institution = (locale: 'es' | 'en'): string => {
    const [first] = published.ids();
    const names = first === undefined ? {} : service.protocols.current(first).protocol.institution;
    return names[locale] ?? Object.values(names)[0] ?? '';
  };
  const router = consoleApi({
    users,
    sessions,
    signing: new SigningIn(users),
    tls,
    institution,
    emergenciesOf: user => floor.emergenciesOf(user),
    drills: () => drills.view(),
    file: (id, reader) => floor.archive.sent(id, reader),
    clock,
    log,
    onEnded: session => void consoles?.ended(session),
  });

  const tick = async (): Promise<void> => {
    duty.keep(floor.presence.available(), clock.now());
    await floor.tick();
    await drills.tick();
    await consoles?.check();
  };

  return {
    router,
    tick,
    staffed: () => floor.presence.isStaffed(clock.now()),
    async recall() {
      const before = await duty.before(clock.now());
      const atWork = (await users.all()).filter(({ disabled, roles }) => !disabled && may(roles, 'attend'));
      const awaited = atWork.map(({ id }) => id).filter(id => before.includes(id));
      floor.presence.awaits(awaited, clock.now());
    },
    stopping: () => duty.stop(floor.presence.available(), clock.now()),
    firstAdministrator: () => ensureFirstAdministrator(users),
    async load() {
      await floor.load();
      await drills.tick();
    },
    sweep: () => sessions.sweep(),
    attach(sockets) {
      consoles = serveConsoles(sockets, { floor, foresees: foreseen(service), drills, sessions, tls, log });
      timer = setInterval(
        () => void tick().catch((error: unknown) => log.error('desk run failed', { reason: reasonOf(error) })),
        TICK_MS,
      );
      timer.unref();
    },
    async close() {
      if (timer) clearInterval(timer);
      await floor.idle();
    },
  };
}
