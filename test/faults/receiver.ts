/** The other system's end of the webhook: takes every reply and remembers it, by conversation and in order of arrival. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Posted {
  conversation: string;
  message: { id: string; seq: number };
}

export class Receiver {
  readonly url: string;
  /** The same id is the same message: only its first arrival is kept, as the contract says. */
  readonly taken = new Map<string, { id: string; seq: number }[]>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/replies`;
  }

  static async listening(): Promise<Receiver> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      void json(request).then(
        body => {
          receiver.#take(body as Posted);
          response.writeHead(204).end();
        },
        // The service died while it was posting.
        () => response.destroy(),
      );
    });
    return receiver;
  }

  #take({ conversation, message }: Posted): void {
    const taken = this.taken.get(conversation) ?? [];
    if (!taken.some(known => known.id === message.id)) taken.push({ id: message.id, seq: message.seq });
    this.taken.set(conversation, taken);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
