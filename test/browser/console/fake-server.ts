/**
 * A server for the console's tests: the built pages with the headers of the real one, signing in with scripted accounts,
 * and Socket.IO speaking the contract. Made to misbehave on purpose: cut, silent, with gaps.
 */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Server, type Socket } from 'socket.io';
import type { Alarm, Presence, Role, SignedIn, ToClient, ToServer } from '../../../bot/console/contract.js';
import { found, opened, saved } from './fake-archive.js';
import { FakeDesk } from './fake-desk.js';
import type { Story } from './parts.js';
import { night } from './scenes.js';

interface Account {
  id: string;
  name: string;
  email: string;
  password: string;
  roles: Role[];
  oneTime: boolean;
}

const account = (id: string, name: string, roles: Role[], oneTime = false): Account => ({
  id,
  name,
  email: `${id}@institucion.cl`,
  password: `clave de ${id}`,
  roles,
  oneTime,
});

export class FakeServer {
  readonly accounts = [
    account('ana', 'Ana Rojas', ['executive']),
    account('eva', 'Eva Pinto', ['supervisor']),
    account('paz', 'Paz Mora', ['executive'], true),
    account('dis', 'Diana Soto', ['designer']),
  ];
  readonly presences = new Map<string, Presence>();
  readonly typed: string[] = [];
  readonly seen: string[] = [];
  readonly desk: FakeDesk;
  /** Answers of acts are held until it resolves. */
  hold: Promise<void> = Promise.resolve();
  /** Conversations that are asked for are held until it resolves. */
  holdOpen: Promise<void> = Promise.resolve();
  /** Connections are refused while true. */
  isDown = false;
  readonly #io: Server<ToServer, ToClient>;
  readonly #http: HttpServer;
  readonly #tries = new Map<string, number>();
  readonly #signedOut = new Set<string>();

  private constructor(dist: string, stories: readonly Story[]) {
    this.#http = createServer(this.#pages(dist));
    this.#io = new Server(this.#http, { path: '/console/socket', transports: ['websocket'], serveClient: false });
    this.desk = new FakeDesk(
      stories,
      {
        patch: patch => this.#io.emit('patch', patch),
        turns: patch => this.#io.to(patch.conversation).emit('turns', patch),
        states: patch => this.#io.to(patch.conversation).emit('states', patch),
      },
      () => Date.now(),
    );
    this.#io.use((socket, next) =>
      next(this.isDown || !this.#who(socket.request.headers.cookie) ? new Error('not-signed-in') : undefined),
    );
    this.#io.on('connection', socket => this.#serve(socket));
  }

  static async start(dist: string, stories: readonly Story[] = night(Date.now())): Promise<FakeServer> {
    const server = new FakeServer(dist, stories);
    await new Promise<void>(resolve => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/console/`;
  }

  alarm(alarm: Alarm): void {
    this.#io.emit('alarm', alarm);
  }

  viewers(conversation: string, viewers: string[], typing: string[] = []): void {
    this.#io.to(conversation).emit('viewers', { conversation, viewers, typing });
  }

  /** Cuts every line; with `isDown` nobody comes back until it is set to false. */
  cut(isDown: boolean): void {
    this.isDown = isDown;
    this.#io.disconnectSockets(true);
  }

  /** The session ends here without a word. */
  expire(user: string): void {
    this.#signedOut.add(user);
    this.#io.disconnectSockets(true);
  }

  async close(): Promise<void> {
    await this.#io.close();
    this.#http.closeAllConnections();
  }

  #pages(dist: string): express.Express {
    const app = express();
    app.use((_request, response, next) => {
      response.set(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      response.set('x-content-type-options', 'nosniff');
      next();
    });
    app.use('/console/api', express.json(), (request, response, next) => {
      const mustProve = request.path !== '/sign-in' && request.method !== 'GET';
      if (mustProve && request.get('x-csrf') !== 'csrf-token')
        response.status(403).json({ error: { code: 'csrf', message: 'Falta la prueba.' } });
      else if (this.isDown) response.status(503).json({ error: { code: 'down', message: '' } });
      else next();
    });
    app.post('/console/api/sign-in', (request, response) => {
      const { email, password } = request.body as { email: string; password: string };
      const found = this.accounts.find(one => one.email === email);
      const tries = this.#tries.get(email) ?? 0;
      if (tries >= 5) {
        response.status(429).json({ error: { code: 'wait', message: '' }, retryAfterS: 600 });
      } else if (found?.password !== password) {
        this.#tries.set(email, tries + 1);
        response.status(401).json({ error: { code: 'wrong', message: 'El correo o la contraseña no coinciden.' } });
      } else {
        this.#signedOut.delete(found.id);
        response
          .cookie('session', found.id, { httpOnly: true, sameSite: 'strict', path: '/' })
          .json(this.#signedIn(found));
      }
    });
    app.get('/console/api/me', (request, response) => {
      const found = this.#who(request.headers.cookie);
      if (found) response.json(this.#signedIn(found));
      else response.status(401).json({ error: { code: 'not-signed-in', message: '' } });
    });
    app.post('/console/api/sign-out', (_request, response) => {
      response.clearCookie('session').status(204).end();
    });
    app.post('/console/api/password', (request, response) => {
      const found = this.#who(request.headers.cookie);
      const { current, next } = request.body as { current: string; next: string };
      if (!found || found.password !== current) {
        response
          .status(400)
          .json({ error: { code: 'wrong', message: 'La contraseña de un solo uso no es esa.', field: 'current' } });
        return;
      }
      Object.assign(found, { password: next, oneTime: false });
      response.status(204).end();
    });
    app.use('/console', express.static(dist));
    return app;
  }

  #signedIn({ id, name, email, roles, oneTime }: Account): SignedIn {
    return {
      user: { id, name, email, roles, locale: 'es', mustChangePassword: oneTime },
      csrf: 'csrf-token',
      institution: 'Institución de prueba',
      serverNow: Date.now(),
      draftKey: Buffer.alloc(32, id).toString('base64'),
      emergencies: [...this.desk.stories.values()].flatMap(({ row }) =>
        row.emergency !== 'idle' && row.owner.id === id ? [{ conversation: row.conversation, name: row.name }] : [],
      ),
    };
  }

  #who(cookie: string | undefined): Account | undefined {
    const id = /session=(\w+)/.exec(cookie ?? '')?.[1];
    return this.#signedOut.has(id ?? '') ? undefined : this.accounts.find(one => one.id === id);
  }

  #serve(socket: Socket<ToServer, ToClient>): void {
    const who = this.#who(socket.request.headers.cookie);
    if (!who) return;
    socket.on('sync', (request, reply) => reply(this.desk.sync(request)));
    socket.on('open', ({ conversation, reason }, reply) => {
      const answer = () => {
        const view = this.desk.open(conversation, reason);
        if (view.ok) void socket.join(conversation);
        reply(view);
      };
      void this.holdOpen.then(answer);
    });
    socket.on('leave', conversation => void socket.leave(conversation));
    socket.on('act', (request, reply) => void this.hold.then(() => reply(this.desk.act(request, who))));
    socket.on('presence', presence => void this.presences.set(who.id, presence));
    socket.on('typing', conversation => void this.typed.push(conversation));
    socket.on('seen', conversation => {
      this.seen.push(conversation);
      this.desk.change(conversation, { unread: 0 });
    });
    socket.on('appointments', (_request, reply) => reply(this.desk.appointments));
    socket.on('foresee', (_request, reply) => reply(this.desk.foreseen));
    socket.on('find', (request, reply) => reply(found(request)));
    socket.on('record', (request, reply) => reply(opened(request)));
    socket.on('agreed-words', (_request, reply) =>
      reply({ ok: true, checkWord: 'girasol', coverWords: ['paraguas', 'la tía Marta'] }),
    );
    socket.on('record-file', (request, reply) => reply(saved(request)));
  }
}
