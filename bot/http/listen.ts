/** Takes the port before anything else is made, so that a port in use leaves nothing behind; answers that it lives, and nothing else, until the service is ready. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../config.js';
import type { Readiness } from './health.js';

export interface Listening {
  server: Server;
  port: number;
  /** From now on requests go here. */
  serve(app: RequestListener): void;
  /** Takes no more connections, lets what is being answered end, and cuts the rest after a while. */
  close(): Promise<void>;
}

/** Long enough for an answer, short enough for whoever waits for the service to stop. */
const GRACE_MS = 2_000;

/** Throws ConfigError when the address cannot be had. */
export async function listen(host: string, port: number): Promise<Listening> {
  let app: RequestListener = starting;
  const server = createServer((request, response) => app(request, response));
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new ConfigError(reasonOf(error as NodeJS.ErrnoException, host, port));
  }
  return {
    server,
    port: (server.address() as AddressInfo).port,
    serve(next) {
      app = next;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** It lives, and is ready for nothing yet. */
const starting: RequestListener = ({ url = '' }, response) => {
  const [address] = url.split('?');
  const say = (status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', 'retry-after': '2' });
    response.end(JSON.stringify(body));
  };
  if (address === '/healthz') return say(200, { alive: true });
  if (address === '/readyz') return say(503, NOT_READY);
  return say(503, { error: { code: 'unavailable', message: 'The service is starting.' } });
};

/** As health.ts says it. */
const NOT_READY: Readiness = {
  ready: false,
  store: { ready: false, reason: 'The service is starting.' },
  timers: { waiting: 0, lagMs: 0 },
  outbox: { waiting: 0, lagMs: 0 },
  spool: { waiting: 0, lagMs: 0 },
  protocols: [],
  channels: {},
  knowledge: {},
};

function reasonOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `El puerto ${port} de ${host} está ocupado. Detenga lo que lo usa, o elija otro con PORT o --port (0 toma uno libre).`;
  if (code === 'EACCES')
    return `Este usuario no puede escuchar en el puerto ${port}. Elija uno mayor que 1023 con PORT o --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST es ${JSON.stringify(host)}, que no es una dirección de esta máquina. Use 127.0.0.1, o 0.0.0.0 detrás de un proxy con TLS.`;
  return `No se puede escuchar en ${host}:${port}: ${message}.`;
}
