/**
 * The consoles' line: Socket.IO over websocket, let in by the session's cookie and the page's proof. What comes in is
 * checked against the contract; what the desk says goes out to each page. A session that ended is cut.
 */
import type { Server, ServerOptions, Socket } from 'socket.io';
import type { Drills } from '../drill/drills.js';
import { refusal, type Screen } from '../desk/screen.js';
import type { foreseen } from '../desk/foreseen.js';
import type { Floor } from '../desk/floor.js';
import { may } from './rights.js';
import { type Log, reasonOf } from '../log.js';
import { InOrder } from '../order.js';
import { isSameSecret, type Session, type Sessions } from '../people/sessions.js';
import type { DrillRequest, DrillsView, Refusal, ToClient, ToServer } from './contract.js';
import { tokenIn } from './cookie.js';
import { read } from './schemas.js';

/** How the Socket.IO server of the consoles must be made. A page that is gone is noticed within 15 s. */
export const SOCKETS: Partial<ServerOptions> = {
  path: '/console/socket',
  transports: ['websocket'],
  serveClient: false,
  maxHttpBufferSize: 64 * 1024,
  pingInterval: 5_000,
  pingTimeout: 10_000,
  connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: false },
};

interface Parts {
  floor: Floor;
  foresees: ReturnType<typeof foreseen>;
  drills: Pick<Drills, 'start' | 'end' | 'view'>;
  sessions: Sessions;
  /** The service is reached over https. */
  tls: boolean;
  log: Log;
}

type Line = Socket<ToServer, ToClient, Record<string, never>, { session: Session }>;

export function serveConsoles(io: Server, { floor, foresees, drills, sessions, tls, log }: Parts) {
  const lines = new Map<string, Line>();

  io.use((socket, next) => void admit(socket as Line, next));
  io.on('connection', socket => serve(socket as Line));

  async function admit(socket: Line, next: (refused?: Error) => void): Promise<void> {
    try {
      const refused = await letIn(socket);
      next(refused === null ? undefined : new Error(refused));
    } catch (error) {
      log.error('console refused', { reason: reasonOf(error) });
      next(new Error('unavailable'));
    }
  }

  /** Why a page may not come in, or null. */
  async function letIn(socket: Line): Promise<string | null> {
    const session = await sessions.find(tokenIn(socket.handshake.headers.cookie, tls));
    if (!session) return 'not-signed-in';
    const { csrf } = socket.handshake.auth as { csrf?: unknown };
    if (typeof csrf !== 'string' || !isSameSecret(csrf, session.csrf)) return 'not-signed-in';
    if (session.user.mustChangePassword) return 'password';
    if (!may(session.user.roles, 'desk')) return 'forbidden';
    socket.data.session = session;
    return null;
  }

  function serve(socket: Line): void {
    const { session } = socket.data;
    const { id, name, roles, locale } = session.user;
    // The page says which language it is in; the account's counts for one that does not.
    const chosen = read('language', (socket.handshake.auth as { locale?: unknown }).locale);
    const screen: Screen = {
      id: socket.id,
      actor: { id, name, roles },
      locale: chosen ?? locale,
      tell: (event, ...payload) => void socket.emit(event, ...payload),
      isHere: () => lines.get(socket.id) === socket,
    };
    /** To open asks the store first: what the page says of that conversation afterwards must not overtake it. */
    const order = new InOrder();
    lines.set(socket.id, socket);
    void attempt(() => floor.joined(screen));

    socket.on('sync', (sent, reply) => {
      const request = read('sync', sent);
      answer(reply, floor.sync(request?.since));
    });
    socket.on('open', (sent, reply) => {
      const conversation = read('open', sent)?.conversation ?? '';
      void order.run(conversation, () => asked(screen, 'open', sent, reply, request => floor.open(request, screen)));
    });
    socket.on('act', (sent, reply) => {
      void asked(screen, 'act', sent, reply, request => floor.act(request, screen));
    });
    socket.on('appointments', (sent, reply) => {
      void asked(screen, 'appointments', sent, reply, request => floor.appointments(request));
    });
    socket.on('foresee', (sent, reply) => {
      void asked(screen, 'foresee', sent, reply, request => foresees(request, screen));
    });
    socket.on('find', (sent, reply) => {
      void asked(screen, 'find', sent, reply, request => floor.archive.find(request));
    });
    socket.on('record', (sent, reply) => {
      void asked(screen, 'record', sent, reply, request => floor.archive.record(request, screen));
    });
    socket.on('record-file', (sent, reply) => {
      void asked(screen, 'record-file', sent, reply, request => floor.archive.file(request, screen));
    });
    socket.on('agreed-words', (sent, reply) => {
      void asked(screen, 'agreed-words', sent, reply, request => floor.agreedWords(request.conversation, screen));
    });
    socket.on('support', (sent, reply) => {
      void asked(screen, 'support', sent, reply, request => floor.support(request, screen));
    });
    socket.on('drill', (sent, reply) => {
      void asked(screen, 'drill', sent, reply, request => drilled(screen, request));
    });
    socket.on('drills', (sent, reply) => {
      void asked(screen, 'drills', sent, reply, () => drilled(screen));
    });
    socket.on('presence', sent => {
      const said = read('presence', sent);
      if (said) floor.present(socket.id, said);
    });
    socket.on('language', sent => {
      screen.locale = read('language', sent) ?? screen.locale;
    });
    on('leave', conversation => {
      void order.run(conversation, async () => floor.leave(conversation, socket.id));
    });
    on('typing', conversation => floor.typing(conversation, screen));
    on('seen', conversation => floor.seen(conversation, screen));
    socket.on('disconnect', () => {
      lines.delete(socket.id);
      floor.left(socket.id);
    });

    function on(event: 'leave' | 'typing' | 'seen', does: (conversation: string) => void): void {
      socket.on(event, (sent: unknown) => {
        const conversation = read('conversation', sent);
        if (conversation !== null) does(conversation);
      });
    }
  }

  /** What was asked of drills is done, and how they stand then. */
  async function drilled(
    { actor, locale }: Screen,
    request?: DrillRequest,
  ): Promise<({ ok: true } & DrillsView) | Refusal> {
    if (!may(actor.roles, 'drill')) return refusal(locale, 'forbidden', 'refused.role');
    const by = { id: actor.id, name: actor.name };
    const refused = request ? await drills[request.do](by) : null;
    return refused ? refusal(locale, 'invalid', `refused.${refused}`) : { ok: true, ...(await drills.view()) };
  }

  /** A question that the session must still allow and the contract must know; what fails here is told, never thrown at the page. */
  async function asked<
    K extends Exclude<Parameters<typeof read>[0], 'sync' | 'presence' | 'conversation' | 'language'>,
    A,
  >(
    screen: Screen,
    kind: K,
    sent: unknown,
    reply: (answer: A) => void,
    does: (request: NonNullable<ReturnType<typeof read<K>>>) => Promise<A>,
  ): Promise<void> {
    const line = lines.get(screen.id);
    const say = (
      code: 'not-signed-in' | 'invalid' | 'unavailable',
      words: 'signin.ended' | 'refused.unreadable' | 'refused.unavailable',
    ) => answer(reply, refusal(screen.locale, code, words) as A);
    await attempt(
      async () => {
        if (!line || !(await sessions.holds(line.data.session.id))) return say('not-signed-in', 'signin.ended');
        const request = read(kind, sent);
        if (request === null) return say('invalid', 'refused.unreadable');
        answer(reply, await does(request));
      },
      () => say('unavailable', 'refused.unavailable'),
    );
  }

  async function attempt(work: () => Promise<void>, failed: () => void = () => undefined): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error('console question failed', { reason: reasonOf(error) });
      failed();
    }
  }

  return {
    /** Somebody signed out of a session, or others ended (null): their pages are told, or cut. */
    async ended(session: string | null): Promise<void> {
      for (const line of lines.values()) {
        if (line.data.session.id !== session) continue;
        line.emit('signed-out');
        line.disconnect(true);
      }
      await check();
    },
    check,
  };

  /** Cuts the lines whose session does not hold any more: expired, or the account was disabled elsewhere. */
  async function check(): Promise<void> {
    const ids = [...new Set([...lines.values()].map(line => line.data.session.id))];
    const held = await Promise.all(ids.map(id => sessions.holds(id)));
    for (const line of lines.values()) if (held[ids.indexOf(line.data.session.id)] === false) line.disconnect(true);
  }
}

/** A page that wants no answer sends no callback. */
function answer<A>(reply: ((answer: A) => void) | undefined, value: A): void {
  if (typeof reply === 'function') reply(value);
}
