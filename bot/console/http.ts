/**
 * Signing in and out of the console over HTTP, as contract.ts says: /console/api/{sign-in, me, sign-out, password};
 * how the last drills went, for whoever watches over them: /console/api/drills; and the files that citizens sent:
 * /console/api/files/<id>.
 *
 * Everything but signing in and reading needs the header `x-csrf`; signing in needs a JSON body, which no form of
 * another site can send.
 */
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { z } from 'zod';
import { networkOf } from '../channels/web/limits.js';
import type { Clock } from '../clock.js';
import { sayIn, type Words } from '../desk/words.js';
import type { Log } from '../log.js';
import { passwordProblem } from '../people/passwords.js';
import { isSameSecret, type Session, type Sessions } from '../people/sessions.js';
import type { SigningIn } from '../people/signing-in.js';
import { may } from './rights.js';
import type { User, Users } from '../people/users.js';
import { StoreUnavailable } from '../store/store.js';
import type { DrillsView, Locale, SignedIn } from './contract.js';
import { cookieGone, cookieOf, isHere, tokenIn } from './cookie.js';

export interface ApiParts {
  users: Users;
  sessions: Sessions;
  signing: SigningIn;
  /** The service is reached over https. */
  tls: boolean;
  institution(locale: Locale): string;
  /** Emergencies that this person has now. */
  emergenciesOf(user: string): SignedIn['emergencies'];
  drills(): Promise<DrillsView>;
  /** A file that a citizen sent; `no` for somebody who must say why first, null where there is none. */
  file(id: string, reader: { id: string; name: string }): Promise<{ type: string; bytes: Uint8Array } | 'no' | null>;
  clock: Clock;
  log: Log;
  /** Somebody signed out of this session, or others ended (null): their lines are cut. */
  onEnded(session: string | null): void;
}

const signInBody = z.strictObject({ email: z.string().max(320), password: z.string().max(1_000) });
const passwordBody = z.strictObject({ current: z.string().max(1_000), next: z.string().max(1_000) });

/** The reader of documents of a browser does not run in a sandbox of ours; it has its own. */
const FILE_POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'";

/** An answer that is not what was asked for. */
class No extends Error {
  override name = 'No';
  readonly status: number;
  readonly code: string;
  readonly words: Words;
  readonly more: { field?: string; retryAfterS?: number };

  constructor(status: number, code: string, words: Words, more: { field?: string; retryAfterS?: number } = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.words = words;
    this.more = more;
  }
}

export function consoleApi(parts: ApiParts): Router {
  const { users, sessions, signing, tls, clock, log, onEnded } = parts;
  const router = express.Router();
  const api = express.Router();
  router.use('/console/api', api);

  api.use((_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    next();
  });
  api.use(express.json({ limit: '8kb', strict: true }));

  api.post('/sign-in', async (request, response) => {
    if (!(tls && request.secure) && !isHere(request)) throw new No(403, 'insecure', 'signin.insecure');
    const { email, password } = read(signInBody, request.body);
    const user = await tried(request, email, password);
    if (!user) throw new No(401, 'wrong', 'signin.wrong');
    const before = await sessions.find(tokenIn(request.headers.cookie, tls));
    if (before) await sessions.end(before.id);
    const { token, session } = await sessions.begin(user);
    log.info('person signed in', { user: user.id });
    response.set('set-cookie', cookieOf(token, tls)).json(signedIn(session));
  });

  api.get('/me', async (request, response) => {
    response.json(signedIn(await sessionOf(request)));
  });

  api.get('/drills', async (request, response) => {
    const { user } = await sessionOf(request);
    if (!may(user.roles, 'drill') || user.mustChangePassword) throw new No(403, 'forbidden', 'refused.role');
    response.json(await parts.drills());
  });

  // A file of hers, for whoever may read her conversation now. It can run nothing, and is kept by no browser.
  api.get('/files/:id', async (request, response) => {
    const { user } = await sessionOf(request);
    if (!may(user.roles, 'desk') || user.mustChangePassword) throw new No(403, 'forbidden', 'refused.role');
    const file = await parts.file(request.params.id, user);
    if (file === 'no') throw new No(403, 'reason-needed', 'refused.read-reason');
    if (file === null) throw new No(404, 'not-found', 'signin.missing');
    response
      .set({
        'content-type': file.type,
        'content-disposition': 'inline',
        'content-security-policy': FILE_POLICY + (file.type === 'application/pdf' ? '' : '; sandbox'),
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(Buffer.from(file.bytes));
  });

  api.post('/sign-out', proved(), async (request, response) => {
    const session = await sessionOf(request);
    await sessions.end(session.id);
    onEnded(session.id);
    log.info('person signed out', { user: session.user.id });
    response.set('set-cookie', cookieGone(tls)).status(204).end();
  });

  api.post('/password', proved(), async (request, response) => {
    const { id, user } = await sessionOf(request);
    const { current, next } = read(passwordBody, request.body);
    if (!(await tried(request, user.email, current)))
      throw new No(400, 'wrong', 'password.wrong', { field: 'current' });
    const problem = passwordProblem(next, { email: user.email, current });
    if (problem) throw new No(400, problem, `password.${problem}`, { field: 'next' });
    await users.setPassword(user.email, next);
    // Whoever was in with the old one is out.
    await sessions.endAllOf(user.id, id);
    onEnded(null);
    log.info('password changed', { user: user.id });
    response.status(204).end();
  });

  api.use(() => {
    throw new No(404, 'not-found', 'signin.missing');
  });
  api.use(refusals(log));
  return router;

  /** Null for a wrong password. Tries are counted wherever one may be guessed. */
  async function tried(request: Request, email: string, password: string): Promise<User | null> {
    const answer = await signing.try(email, password, networkOf(request.ip ?? ''));
    if (answer.result === 'wait') throw new No(429, 'wait', 'signin.wait', { retryAfterS: answer.retryAfterS });
    return answer.result === 'ok' ? answer.user : null;
  }

  async function sessionOf(request: Request): Promise<Session> {
    const session = await sessions.find(tokenIn(request.headers.cookie, tls));
    if (!session) throw new No(401, 'not-signed-in', 'signin.ended');
    return session;
  }

  function proved(): RequestHandler {
    return async (request, _response, next) => {
      const session = await sessionOf(request);
      if (!isSameSecret(request.get('x-csrf') ?? '', session.csrf)) throw new No(403, 'csrf', 'signin.csrf');
      next();
    };
  }

  function signedIn({ user, csrf, draftKey }: Session): SignedIn {
    const { id, name, email, roles, locale, mustChangePassword } = user;
    return {
      user: { id, name, email, roles: [...roles], locale, mustChangePassword },
      csrf,
      institution: parts.institution(locale),
      serverNow: clock.now(),
      draftKey,
      emergencies: parts.emergenciesOf(id),
    };
  }
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const found = schema.safeParse(body);
  if (!found.success) throw new No(400, 'invalid', 'signin.unreadable');
  return found.data;
}

function refusals(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const no = noOf(error);
    if (no.status === 500)
      log.error('request failed', {
        method: request.method,
        route: (request.route as { path?: unknown } | undefined)?.path ?? null,
        reason: error instanceof Error ? error.name : typeof error,
      });
    send(response, no, localeOf(request.get('accept-language')));
  };
}

function send(response: Response, { status, code, words, more }: No, locale: Locale): void {
  const { retryAfterS, field } = more;
  const message = sayIn(locale, words, { minutes: Math.ceil((retryAfterS ?? 0) / 60) });
  if (retryAfterS !== undefined) response.set('retry-after', String(retryAfterS));
  response.status(status).json({
    error: { code, message, ...(field ? { field } : {}) },
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
  });
}

function noOf(error: unknown): No {
  if (error instanceof No) return error;
  if (error instanceof StoreUnavailable) return new No(503, 'unavailable', 'refused.unavailable', { retryAfterS: 2 });
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' && status >= 400 && status < 500
    ? new No(400, 'invalid', 'signin.unreadable')
    : new No(500, 'internal', 'signin.broken');
}

/** The language that a browser asks for, where nobody is signed in. */
const localeOf = (acceptLanguage: string | undefined): Locale => (/^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'es');
