/**
 * The HTTP channel: another system (a gateway, a script, an office's own chat) brings messages and fetches replies.
 *
 *     POST /channels/http/messages                              {conversation, id, text, at?, protocol?} → 202 {seq}
 *     POST /channels/http/messages?reply=wait                   → 200 {seq, replies}
 *     either, while the store is away                           → 202 {spooled: true}: kept, and answered when it is back
 *     GET  /channels/http/conversations/{id}/messages?after=0   → {messages}
 *
 * Replies are fetched, unless a webhook is configured: then each one is posted there as well. Whoever asks for what comes
 * after a message says that it has everything up to it: the executive sees those as sent. A webhook that says so takes messages
 * away again, too.
 */
import { hash, timingSafeEqual } from 'node:crypto';
import express, { type Router } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { nearest } from '../../../flows/text/nearness.js';
import type { Clock } from '../../clock.js';
import type { Gate } from '../../gate.js';
import type { Channel, Shows } from '../channel.js';
import { type Engine, type Line, UnknownProtocol } from '../engine.js';
import { Receipts } from '../receipts.js';
import { fitted, jsonBody, rawBody } from '../web/body.js';
import { toMs } from '../web/fields.js';
import { createLimiter, type Limits, networkOf, type Rate } from '../web/limits.js';
import { type ChannelLog, Refusal, refusals } from '../web/refusal.js';
import { type Front, frontOf, type Posted, type Posting } from './front.js';
import { conversationPath, httpPaths, inboundMessage, linesQuery, postQuery } from './schemas.js';
import { removalSender, type WebhookOptions, webhookSender } from './webhook.js';

export interface HttpOptions {
  engine: Engine;
  /** What callers send as `Authorization: Bearer …`. */
  token: string;
  /** What is taken of one who writes too much. */
  gate: Gate;
  /** Ids of the protocols that can be asked for. */
  protocols(): readonly string[];
  limits?: Limits;
  /** How many wrong tokens one network may try. */
  guesses?: Rate;
  /** Where replies are posted; without it they wait to be fetched. */
  webhook?: WebhookOptions;
  clock: Clock;
  log: ChannelLog;
}

const ID = 'http';
const MESSAGES = '/channels/http/messages';

/** The other system shows choices as it likes, or the text alone; a text is no longer than a message of a chat application. */
export const SHOWS: Shows = { buttons: { most: 10, label: 60 }, numberedToo: true, list: null, body: 4_096 };

/** A gateway with a wrong token is found by then. */
const GUESSES: Rate = { points: 30, seconds: 60 };
/** A person types slower than this, a script that plays a conversation does not. One gateway may bring a whole country. */
const LIMITS: Limits = { address: { points: 600, seconds: 60 }, ip: { points: 600_000, seconds: 60 } };

export function createHttpChannel(options: HttpOptions): {
  channel: Channel;
  router: Router;
  /** Before every router. */
  front: Front;
  openapi: ReturnType<typeof httpPaths>;
} {
  const { engine, clock, log } = options;
  const limit = createLimiter(options.limits ?? LIMITS, options.gate, (address, written) =>
    engine.pressing({ channel: ID, address, ...written }),
  );
  const post = options.webhook ? webhookSender(options.webhook, clock) : null;
  const last = { inbound: null as number | null, sent: null as number | null, failing: false };
  const noted = async <T>(posted: Promise<T>): Promise<T> => {
    try {
      const answer = await posted;
      Object.assign(last, { sent: clock.now(), failing: false });
      return answer;
    } catch (error) {
      last.failing = true;
      throw error;
    }
  };
  const removal = options.webhook?.removes ? removalSender(options.webhook, clock) : null;

  const receipts = new Receipts();
  const taken = async (conversation: string, after: number): Promise<void> => {
    // With a webhook the channel itself knows what left.
    const seq = post ? null : receipts.news(conversation, after);
    if (seq === null) return;
    await engine.acked({ channel: ID, conversation, seq, state: 'sent' });
    receipts.told(conversation, seq);
  };

  const admit = bearer(options.token, options.guesses ?? GUESSES);
  const take = async ({ query, body, ip }: Posted): Promise<{ status: number; body: unknown }> => {
    const { reply } = fitted(postQuery, query);
    const { conversation, id, text, at, protocol } = jsonBody(inboundMessage, body);
    await limit({ address: conversation, ip, text, id, ...(protocol ? { protocol } : {}) });
    // One that has begun is of another protocol, whatever this word means: the engine says so.
    if (protocol !== undefined && !options.protocols().includes(protocol)) {
      if ((await engine.conversation(ID, conversation)) === null) throw unknown(protocol, options.protocols());
    }
    const received = await engine.receive({
      channel: ID,
      address: conversation,
      id,
      text,
      ...(at === undefined ? {} : { sentAt: toMs(at) }),
      ...(protocol ? { protocol } : {}),
    });
    last.inbound = clock.now();
    if (received.kind === 'spooled') return { status: 202, body: { spooled: true } };
    return reply === 'wait'
      ? { status: 200, body: { seq: received.seq, replies: received.replies.map(replyOf) } }
      : { status: 202, body: { seq: received.seq } };
  };

  const router = express.Router();
  router.use('/channels/http', async (request, _response, next) => {
    await admit(request.get('authorization'), request.ip);
    next();
  });

  router.post(MESSAGES, rawBody(), async (request, response) => {
    const { query, ip } = request;
    const { status, body } = await take({ query, body: request.body as Buffer, ip });
    response.status(status).json(body);
  });

  router.get('/channels/http/conversations/:id/messages', async (request, response) => {
    const { id } = fitted(conversationPath, request.params);
    const { after } = fitted(linesQuery, request.query);
    const conversation = await engine.conversation(ID, id);
    if (conversation) await taken(conversation, Number(after));
    const lines = await engine.lines(ID, id, Number(after));
    const out = lines.findLast(line => line.direction === 'out');
    if (out && conversation) receipts.gave(conversation, out.seq);
    response.set('cache-control', 'no-store').json({ messages: lines.map(lineOf) });
  });

  router.use('/channels/http', refusals(log));

  const channel: Channel = {
    id: ID,
    capabilities: {
      ...SHOWS,
      acks: post ? 'sent' : 'none',
      ...(removal ? { removesOurs: true } : {}),
      typing: false,
      // The other system brings people by whatever name it has for them; most have a telephone.
      callable: true,
    },
    async send(message) {
      if (!post) throw new Error('the http channel has no webhook: its replies are fetched');
      return noted(post(message));
    },
    ...(removal ? { remove: asked => noted(removal(asked)) } : {}),
    health: () => ({
      state: last.failing ? 'degraded' : 'ok',
      ...(last.failing
        ? { detail: 'The webhook did not take the last reply; it is tried again. Look at the receiver.' }
        : {}),
      lastInboundAt: last.inbound,
      lastSentAt: last.sent,
    }),
    close: () => Promise.resolve(),
  };
  return { channel, router, front: frontOf({ path: MESSAGES, admit, take, log }), openapi: httpPaths() };
}

/**
 * Both sides are hashed first, so that the time of comparing tells neither content nor length. Whoever tries tokens is
 * slowed (429); the right one passes all the same, for behind one address somebody may be calling for help.
 * Throws Refusal (401, 429).
 */
function bearer(token: string, guesses: Rate): Posting['admit'] {
  const wanted = digest(token);
  const wrong = new RateLimiterMemory({ points: guesses.points, duration: guesses.seconds });
  return async (authorization, ip) => {
    const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (given === undefined) throw new Refusal(401, 'Send the header "Authorization: Bearer <CAUCE_HTTP_TOKEN>".');
    if (timingSafeEqual(digest(given), wanted)) return;
    try {
      await wrong.consume(networkOf(ip ?? ''));
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full;
      const retryAfterS = Math.max(1, Math.ceil(full.msBeforeNext / 1_000));
      throw new Refusal(429, `Too many wrong tokens. Try again in ${retryAfterS} s.`, { retryAfterS });
    }
    throw new Refusal(401, 'The token is not the one configured here.');
  };
}

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

function unknown(protocol: string, known: readonly string[]): UnknownProtocol {
  const meant = nearest(protocol, known);
  return new UnknownProtocol(
    `protocol: there is none with this id. ${meant ? `Did you mean "${meant}"?` : `Known: ${known.join(', ')}.`}`,
  );
}

const replyOf = ({ seq, author, text, choices }: Line) => ({ seq, author, text, ...(choices ? { choices } : {}) });

const lineOf = ({ seq, direction, id, author, text, choices, at, sentAt }: Line) => ({
  seq,
  direction,
  id,
  author,
  text,
  ...(choices ? { choices } : {}),
  at,
  ...(sentAt === undefined ? {} : { sentAt }),
});
