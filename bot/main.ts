/**
 * The composition root: settings → port → protocols → data → engine → channels and desk → web server → drain.
 *
 * In that order, so that what cannot work (a port in use, an unsafe protocol, a data folder of somebody else) is told
 * before anything was made.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { Server as SocketServer } from 'socket.io';
import { verify } from '../flows/verify/verify.js';
import type { Protocol } from '../flows/protocol.js';
import { createHttpChannel } from './channels/http/http.js';
import { citizenPage } from './channels/webchat/page.js';
import { createWebchat } from './channels/webchat/webchat.js';
import { type Config, ConfigError } from './config.js';
import { SOCKETS } from './console/live.js';
import { createDesk, type Desk } from './desk/desk.js';
import { gateOf } from './gate.js';
import { mailerOf } from './email/mailer.js';
import { createApp } from './http/app.js';
import { createWatch } from './http/health.js';
import { type Listening, listen } from './http/listen.js';
import { openApi } from './http/openapi.js';
import { httpToken } from './http/token.js';
import { knowledgeOf } from './knowledge/open.js';
import { type Log, reasonOf } from './log.js';
import { openOnCall, refuseUncallable } from './oncall/oncall.js';
import type { PagingParts } from './oncall/paging.js';
import { type Data, openData, refuseUnusableData } from './open.js';
import { startChores } from './periodic.js';
import { resumeErasures } from './privacy/erase.js';
import {
  type Proof,
  protocolFolders,
  Published,
  parseSource,
  readProtocolFolder,
  refuseUnsafe,
  rehearse,
  type Source,
} from './publish.js';
import { hereOf, urlOf } from './running.js';
import { readTrained } from './sense/trained.js';
import { createService, type Service } from './service.js';
import { Spool } from './spool/spool.js';
import { databaseIn } from './store/sqlite/sqlite.js';
import { StoreUnavailable } from './store/store.js';
import { telephonyOf } from './telephony/open.js';

export interface Started {
  /** Where this machine itself reaches it, also behind a proxy. */
  local: string;
  page: string;
  console: string;
  docs: string;
  /** Shown once, at the first start: whoever lost it makes another with `npx cauce user reset`. */
  administrator: { email: string; password: string } | null;
  /** Of the HTTP channel, when it was made now. */
  token: string | null;
  /** What no institution has reviewed of the texts: protocols with the languages. */
  unreviewed: readonly { protocol: string; locales: readonly string[] }[];
  /** What the log says of the start, once whoever started it has read the rest. */
  about: { port: number; protocols: readonly string[]; store: 'mongo' | 'sqlite' };
  /** Stops taking, ends what runs, closes what is open. */
  stop(): Promise<void>;
}

/**
 * Throws ConfigError, ProtocolRefused with what to do.
 *
 * @param proving told of each protocol whose proof begins: it takes a while, once for each version
 */
export async function start(config: Config, root: string, log: Log, proving: (id: string) => void): Promise<Started> {
  const sources = protocolFolders(root).map(readProtocolFolder);
  const protocols = sources.map(parseSource);
  if (!protocols.some(p => p.id === config.protocol))
    throw new ConfigError(
      `CAUCE_PROTOCOL es "${config.protocol}", y en protocols/ hay ${protocols.map(p => p.id).join(', ') || 'ninguno'}.`,
    );
  const web = await listen(config.host, config.port);
  try {
    await refuseUnusableData(config);
    const prove = provingOnce(proving);
    // Before the first data are made: an unsafe protocol leaves nothing behind.
    if (!hasData(config)) for (const source of sources) refuseUnsafe(source, prove);
    const data = await openData(config);
    try {
      return await compose({ config, root, log, web, data, sources, prove });
    } catch (error) {
      await data.close();
      throw error;
    }
  } catch (error) {
    await web.close();
    throw error;
  }
}

interface Made {
  config: Config;
  root: string;
  log: Log;
  web: Listening;
  data: Data;
  sources: readonly Source[];
  prove: (protocol: Protocol) => readonly Proof[];
}

async function compose({ config, root, log, web, data, sources, prove }: Made): Promise<Started> {
  const { store, vault, ids, clock } = data;
  // Before the proof, which takes a while.
  await refuseUncallable(data, config.calls !== null);
  const published = await Published.open({ store, trained: readTrained(root), prove, engine: engineOf(root) }, sources);
  const origin = config.publicUrl ?? urlOf(config.host, web.port);
  const token = httpToken(data.folder, config.httpToken);
  const mailer = mailerOf({ ...config, data: data.folder });
  const telephony = telephonyOf(config, { origin, log });

  const service = createService({
    store,
    vault,
    clock,
    ids,
    protocols: published,
    defaultProtocol: config.protocol,
    mailer,
    knowledge: knowledgeOf(config, { ...data, log }),
    log,
    worker: `${hostname()}:${process.pid}`,
    staffed: () => desk.staffed(),
    onCall: () => onCall.paging.canCall(),
  });
  const onCall = await openOnCall({
    service,
    mailer,
    telephony,
    origin,
    onCalled: (paged, called) => void noteCalled(service, paged, called),
  });
  const desk = createDesk({
    service,
    published,
    origin,
    paging: onCall.paging,
    drill: { protocol: config.protocol, lastsMs: config.drillMs },
  });
  const erasing: Parameters<typeof resumeErasures>[0] = {
    store,
    vault,
    clock,
    log: data.erasures,
    forget: (_, conversations) => service.forget(conversations),
  };
  await resumeErasures(erasing);

  const gate = gateOf(published);
  const spool = await Spool.open({
    folder: config.spool,
    sealer: await vault.systemSealer('spool'),
    clock,
    log,
    engine: service.inbound,
    known: id => void published.current(id),
    // In no console while the store is away: people are called who can be reached without one.
    unstored({ text, sos, protocol }) {
      if (sos || gate.isDanger(text, protocol)) onCall.paging.withoutStore();
    },
    emptied: () => onCall.paging.stored(),
    later(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  const http = createHttpChannel({
    engine: spool,
    token: token.token,
    gate,
    protocols: () => published.ids(),
    clock,
    log,
    ...(config.webhook ? { webhook: config.webhook } : {}),
  });
  const webchat = createWebchat({
    engine: spool,
    file: file => service.files.take(file),
    secret: vault.addressHash('service', 'webchat-sessions'),
    gate,
    clock,
    log,
  });
  service.addChannel(http.channel);
  service.addChannel(webchat.channel);

  const watch = createWatch(service, spool, () =>
    published.ids().map(id => ({ id, version: published.current(id).protocol.version })),
  );
  const app = createApp({
    behindProxy: config.publicUrl !== null,
    front: http.front,
    routers: [http.router, webchat.router, watch.router, desk.router, onCall.router],
    pages: citizenPage({
      folder: path.join(root, 'dist/citizen'),
      embedders: config.embedOrigins,
      unreviewed: unreviewedIn(published.current(config.protocol).protocol),
      ...(config.exitUrl ? { exitUrl: config.exitUrl } : {}),
    }),
    console: path.join(root, 'dist/console'),
    openapi: openApi([http.openapi], origin),
    log,
  });
  const administrator = await desk.firstAdministrator();
  await desk.recall();
  await service.start();
  spool.start();
  for (const id of published.ids()) rehearse(published.current(id), { now: clock.now(), ...QUIET_WORLD });
  web.serve(app);
  // Not before: a rehearsal takes the process for seconds, and each time that it slept through would be told as missed.
  const chores = startChores(
    [
      { name: 'notice', at: '*/2 * * * * *', run: () => service.notice() },
      { name: 'care', at: '*/30 * * * * *', run: () => service.care() },
      {
        name: 'erasures',
        at: '15 * * * * *',
        run: async () => void (await resumeErasures(erasing, clock.now() - ERASURE_CUT_MS)),
      },
      { name: 'keeping', at: '0 20 4 * * *', run: () => service.expire() },
      { name: 'sessions', at: '0 17 * * * *', run: () => desk.sweep() },
    ],
    log,
  );
  // Messages are taken meanwhile: who was open before comes on the board, and then consoles are let in.
  const consoles = openConsoles(desk, web, log);
  await consoles.first;
  return {
    local: urlOf(hereOf(config.host), web.port),
    page: `${origin}/`,
    console: `${origin}/console/`,
    docs: `${origin}/api/docs`,
    administrator,
    token: token.made ? token.token : null,
    unreviewed: published
      .ids()
      .map(id => ({ protocol: id, locales: unreviewedIn(published.current(id).protocol) }))
      .filter(({ locales }) => locales.length > 0),
    about: { port: web.port, protocols: published.ids(), store: config.mongo ? 'mongo' : 'sqlite' },
    async stop() {
      log.info('service stopping');
      await chores.stop();
      await desk.stopping();
      consoles.close();
      const closed = web.close();
      // Pages that read live go, or the server would wait for them.
      await webchat.channel.close();
      await closed;
      await spool.stop();
      await onCall.paging.idle();
      await desk.close();
      await service.stop();
      await mailer.close();
      await data.close();
      log.info('service stopped');
    },
  };
}

/** The timeline of the emergency says whom the service called, and who answered. */
async function noteCalled(
  { conversations, threads, ids, log }: Service,
  { conversation }: { conversation: string },
  called: Parameters<NonNullable<PagingParts['onCalled']>>[1],
): Promise<void> {
  try {
    const thread = await threads.ofConversation(conversation);
    if (thread) await conversations.note(thread, `act:${ids.next()}`, { type: 'NOTE', called });
  } catch (error) {
    log.error('call of a person on call not noted', { conversation, reason: reasonOf(error) });
  }
}

/** Languages whose texts no institution has reviewed. */
const unreviewedIn = ({ textsReviewed }: Protocol): string[] =>
  Object.keys(textsReviewed).filter(locale => textsReviewed[locale] !== true);

/** As good as any: nobody hears what is said in it. */
const QUIET_WORLD = { open: true, staffed: true, onCall: false } as const;

/** How long a store that goes away in the middle of it is left alone. */
const LOAD_AGAIN_MS = 2_000;
/** An erasure that began longer ago and is not done was cut short. */
const ERASURE_CUT_MS = 60_000;

/** `first`: the first try is over. While the store is away, it is tried again until it works or the service stops. */
function openConsoles(desk: Desk, web: Listening, log: Log): { first: Promise<void>; close(): void } {
  let sockets: SocketServer | null = null;
  let stopped = false;
  let again: NodeJS.Timeout | null = null;
  const load = async (): Promise<void> => {
    try {
      await desk.load();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn('board not loaded, tried again', { reason: error.message });
      again = stopped ? null : setTimeout(() => void load(), LOAD_AGAIN_MS);
      return;
    }
    if (stopped) return;
    sockets = new SocketServer(web.server, SOCKETS);
    desk.attach(sockets);
  };
  return {
    first: load(),
    // The web server is closed by its own: with the sockets it would wait for every page that reads.
    close() {
      stopped = true;
      if (again) clearTimeout(again);
      sockets?.disconnectSockets(true);
      sockets?.engine.close();
    },
  };
}

/** Was there a start before? Where the store is on another machine, the keys and the log of erasures are still here. */
function hasData({ data, mongo }: Config): boolean {
  return mongo ? existsSync(data) && readdirSync(data).length > 0 : existsSync(databaseIn(data));
}

/** Each protocol is proved once in a start, whoever asks. */
function provingOnce(told: (id: string) => void): (protocol: Protocol) => readonly Proof[] {
  const proofs = new Map<string, readonly Proof[]>();
  return protocol => {
    const known = proofs.get(protocol.hash);
    if (known) return known;
    told(protocol.id);
    const { rows } = verify(protocol);
    proofs.set(protocol.hash, rows);
    return rows;
  };
}

/** Names this build: a proof by another one is done again. Null while running from sources, where it changes at every save. */
function engineOf(root: string): string | null {
  const mark = path.join(root, 'dist/.server-hash');
  return import.meta.dirname.startsWith(path.join(root, 'dist')) && existsSync(mark)
    ? readFileSync(mark, 'utf8')
    : null;
}
