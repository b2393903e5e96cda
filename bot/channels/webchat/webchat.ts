/**
 * The web chat: her page writes and reads without an account.
 *
 *     POST /channels/webchat/sessions                → 201 {session}; nothing is stored before she writes
 *     POST /channels/webchat/messages                {id, text, waited?, locale?, sos?, place?} → 202 {seq} once durable; {spooled: true}
 *                                                    while the store is away: kept, and answered when it is back
 *     POST /channels/webchat/files?id=…              the bytes of a photo, a voice note or a document → 202 {seq}; never spooled
 *     GET  /channels/webchat/events                  event stream of lines, who writes and typing (stream.ts)
 *     GET  /channels/webchat/messages?after=0        the same by asking, where streams do not pass → {messages, writer}
 *     POST /channels/webchat/received                {seq}: lines up to here are on her screen
 *
 * The session is the bearer token. It travels in a header and never in an address, which browsers, proxies and logs keep.
 * Her page comes for its lines, so nothing waits in the outbox (`acks: 'none'`) and a robot's line can never overtake a
 * person who took the conversation: what she reads is the log itself. The page then says what it got, and the executive
 * sees *delivered*. *Read* is never told: it would say that somebody looked.
 */
import express, { type Request, type Router } from 'express';
import type { Clock } from '../../clock.js';
import type { Gate } from '../../gate.js';
import type { SentFile } from '../../files.js';
import { ATTACHMENT_MOST } from '../../store/blobs.js';
import type { Channel, Incoming, Shows } from '../channel.js';
import type { Engine } from '../engine.js';
import { Receipts } from '../receipts.js';
import { fitted, jsonBody, rawBody } from '../web/body.js';
import { createLimiter, type Limits, networkOf } from '../web/limits.js';
import { type ChannelLog, Refusal, refusals } from '../web/refusal.js';
import { fileQuery, linesQuery, receivedUpTo, written } from './schemas.js';
import { createSessions } from './sessions.js';
import { nameOf, openStream, shown } from './stream.js';

export interface WebchatOptions {
  engine: Engine;
  /** Seals sessions: see `createSessions`. */
  secret: string | Uint8Array;
  /** Keeps a file that she sends. Throws AttachmentRefused, StoreUnavailable. */
  file(file: SentFile): Promise<NonNullable<Incoming['media']>>;
  /** What is taken of one who writes too much. */
  gate: Gate;
  /** The protocol of a new conversation; the service's default one when absent. */
  protocol?: string;
  limits?: Limits;
  /** Milliseconds between the pings of a stream. */
  pingMs?: number;
  clock: Clock;
  log: ChannelLog;
}

const ID = 'webchat';

/** The page breaks the line of a long button, so that what a sheet is called fits on one: 80 characters are three lines of a small telephone. */
export const SHOWS: Shows = { buttons: { most: 10, label: 80 }, list: null, body: 10_000 };

/** A person in fear writes many short lines; a whole office or a mobile network may stand behind one address. */
const LIMITS: Limits = { address: { points: 40, seconds: 60 }, ip: { points: 1_200, seconds: 60 } };
/** Files are large, and nobody has many to send at once. */
const FILE_LIMITS: Limits = { address: { points: 12, seconds: 600 }, ip: { points: 240, seconds: 600 } };
/** What a page got is no message. */
const NO_CALL: Gate = { isSos: () => false, isDanger: () => false, isSensed: () => false };
const PING_MS = 15_000;
/** A reload may open the next stream before the last one is closed. */
const STREAMS_OF_A_SESSION = 4;
const STREAMS_OF_A_NETWORK = 500;

export function createWebchat(options: WebchatOptions): { channel: Channel; router: Router } {
  const { engine, clock, log } = options;
  const sessions = createSessions(options.secret);
  const limit = createLimiter(options.limits ?? LIMITS, options.gate, (address, sent) =>
    engine.pressing({ channel: ID, address, ...sent }),
  );
  const limitFiles = createLimiter(FILE_LIMITS, NO_CALL);
  const limitReceipts = createLimiter(options.limits ?? LIMITS, NO_CALL);
  const streams = new Map<string, { network: string; close(): void }[]>();
  const networks = new Map<string, number>();
  const receipts = new Receipts();
  const last = { inbound: null as number | null, sent: null as number | null };

  const addressOf = (request: Request): string => {
    const token = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '')?.[1];
    const address = token === undefined ? null : sessions.addressOf(token);
    if (address === null)
      throw new Refusal(401, 'There is no such session. Begin one: POST /channels/webchat/sessions.');
    return address;
  };

  /** @param of name of the conversation */
  const gave = (of: string, seq: number): void => {
    last.sent = clock.now();
    receipts.gave(of, seq);
  };

  const router = express.Router();
  router.use('/channels/webchat', (_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    next();
  });

  router.post('/channels/webchat/sessions', (_request, response) => {
    response.status(201).json({ session: sessions.make() });
  });

  router.post('/channels/webchat/messages', rawBody(), async (request, response) => {
    const address = addressOf(request);
    const { id, text, waited, locale, sos, place } = jsonBody(written, request.body);
    if (!sos)
      await limit({ address, ip: request.ip, text, id, ...(options.protocol ? { protocol: options.protocol } : {}) });
    const received = await engine.receive({
      channel: ID,
      address,
      id,
      text,
      ...(waited ? { sentAt: clock.now() - waited } : {}),
      ...(locale ? { locale } : {}),
      ...(sos ? { sos } : {}),
      ...(place ? { media: { type: 'location' as const, ...place } } : {}),
      ...(options.protocol ? { protocol: options.protocol } : {}),
    });
    last.inbound = clock.now();
    response.status(202).json(received.kind === 'spooled' ? { spooled: true } : { seq: received.seq });
  });

  router.post('/channels/webchat/files', rawBody(ATTACHMENT_MOST), async (request, response) => {
    const address = addressOf(request);
    const { id } = fitted(fileQuery, request.query);
    const { protocol } = options;
    const of = { channel: ID, address, id, ...(protocol ? { protocol } : {}) };
    await limitFiles({ address, ip: request.ip, text: '' });
    const media = await options.file({ ...of, bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0) });
    const received = await engine.receive({ ...of, text: '', media });
    last.inbound = clock.now();
    response.status(202).json(received.kind === 'spooled' ? { spooled: true } : { seq: received.seq });
  });

  router.get('/channels/webchat/messages', async (request, response) => {
    const address = addressOf(request);
    const { after, of } = fitted(linesQuery, request.query);
    const at = nameOf(await engine.conversation(ID, address));
    const isAnother = of !== '' && at !== of;
    const lines = await engine.lines(ID, address, isAnother ? 0 : Number(after));
    response.json({
      messages: lines.map(line => shown(line, at)),
      writer: await engine.writer(ID, address),
      ...(isAnother ? { anew: true } : {}),
    });
    if (lines.length > 0) gave(at, lines.at(-1)!.seq);
  });

  router.get('/channels/webchat/events', (request, response) => {
    const address = addressOf(request);
    const { after, of } = fitted(linesQuery, { ...request.query, after: request.get('last-event-id') ?? '0' });
    const network = networkOf(request.ip ?? '');
    if ((networks.get(network) ?? 0) >= STREAMS_OF_A_NETWORK) {
      throw new Refusal(
        429,
        'Too many pages read live from this network. Ask for the lines: GET /channels/webchat/messages.',
      );
    }
    const mine = streams.get(address) ?? [];
    if (mine.length >= STREAMS_OF_A_SESSION) mine[0]!.close();
    const stream = openStream(response, {
      engine,
      channel: ID,
      address,
      after: Number(after),
      of,
      pingMs: options.pingMs ?? PING_MS,
      gave,
    });
    const kept = { network, close: stream.close };
    streams.set(address, [...(streams.get(address) ?? []), kept]);
    networks.set(network, (networks.get(network) ?? 0) + 1);
    response.on('close', () => {
      const rest = (streams.get(address) ?? []).filter(one => one !== kept);
      if (rest.length > 0) streams.set(address, rest);
      else streams.delete(address);
      const left = networks.get(network)! - 1;
      if (left > 0) networks.set(network, left);
      else networks.delete(network);
    });
  });

  router.post('/channels/webchat/received', rawBody(), async (request, response) => {
    const address = addressOf(request);
    const { seq, of } = jsonBody(receivedUpTo, request.body);
    const conversation = await engine.conversation(ID, address);
    const at = nameOf(conversation);
    // Of what was erased nothing is told any more.
    const isOfThis = conversation !== null && (of === undefined || of === at);
    // Given by another process, or before this one was started: it has come all the same, if there is such a line.
    if (isOfThis && !receipts.knows(at)) {
      await limitReceipts({ address, ip: request.ip, text: '' });
      const [line] = await engine.lines(ID, address, seq - 1);
      if (line?.seq === seq) receipts.gave(at, seq);
    }
    const upTo = isOfThis ? receipts.news(at, seq) : null;
    if (conversation && upTo !== null) {
      await limitReceipts({ address, ip: request.ip, text: '' });
      await engine.acked({ channel: ID, conversation, seq: upTo, state: 'delivered' });
      receipts.told(at, upTo);
    }
    response.status(204).end();
  });

  router.use('/channels/webchat', refusals(log));

  const channel: Channel = {
    id: ID,
    capabilities: {
      ...SHOWS,
      acks: 'none',
      arrivals: true,
      typing: true,
      callable: false,
    },
    send: () => Promise.reject(new Error('pages of the web chat come for their lines: nothing is sent to them')),
    // Her page takes away what the log says is removed, and is not given it again.
    remove: () => Promise.resolve('all'),
    health: () => ({ state: 'ok', lastInboundAt: last.inbound, lastSentAt: last.sent }),
    close() {
      for (const stream of [...streams.values()].flat()) stream.close();
      return Promise.resolve();
    },
  };
  return { channel, router };
}
