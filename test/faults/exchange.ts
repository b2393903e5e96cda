/** Where people on call are called by webhook: each has a path, and each can fail in its own way. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface Rung {
  /** Whose webhook, by the path. */
  who: string;
  /** Pseudonym of the conversation; null where the store was away. */
  name: string | null;
  why: string;
  drill: boolean;
  /** Where it is said that somebody sees to it. */
  acknowledge: string | null;
  /** It was answered as taken. */
  taken: boolean;
}

export class Exchange {
  readonly url: string;
  readonly rung: Rung[] = [];
  /** How those fail whose webhook does not take a call. */
  readonly faults = new Map<string, 'answers-500' | 'hangs'>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async listening(): Promise<Exchange> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const exchange = new Exchange(server);
    server.on('request', (request, response) => {
      const who = (request.url ?? '').slice(1);
      void json(request).then(
        body => {
          const { page } = body as {
            page: { name: string | null; why: string; drill?: boolean; acknowledge: string | null };
          };
          const { name, why, acknowledge } = page;
          const fault = exchange.faults.get(who);
          exchange.rung.push({ who, name, why, acknowledge, drill: page.drill === true, taken: fault === undefined });
          if (fault !== 'hangs') response.writeHead(fault ? 500 : 204).end();
        },
        // The service died while it was calling.
        () => response.destroy(),
      );
    });
    return exchange;
  }

  /** Calls about this conversation. */
  about(name: string | null): Rung[] {
    return this.rung.filter(one => one.name === name);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
