/** Serves routers on a free port, as the service does, for tests that speak real HTTP. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';

export interface Served {
  /** Without a slash at the end. */
  url: string;
  server: Server;
  /** Ends it, and every connection that is open. */
  close(): Promise<void>;
}

export async function serve(...routers: RequestHandler[]): Promise<Served> {
  const app = express();
  for (const router of routers) app.use(router);
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A log that keeps what was said. */
export function keptLog() {
  const said: { level: string; event: string; fields?: Record<string, unknown> }[] = [];
  const at = (level: string) => (event: string, fields?: Record<string, unknown>) =>
    void said.push({ level, event, ...(fields ? { fields } : {}) });
  return { said, info: at('info'), warn: at('warn'), error: at('error') };
}
