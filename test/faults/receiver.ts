/**
 * The other system's end of the webhook: takes every reply and remembers it, by conversation and in order of arrival; and
 * takes away again what it is asked to.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Posted {
  conversation: string;
  message?: { id: string; seq: number; text: string };
  remove?: { id: string; messages: { id: string; seq: number }[] };
}

export class Receiver {
  readonly url: string;
  /** The same id is the same message: only its first arrival is kept, as the contract says. */
  readonly taken = new Map<string, { id: string; seq: number }[]>();
  /** What the replies say that are on her screen, by id. */
  readonly shown = new Map<string, string>();
  /** Ids of the removals that came, each as often as it came. */
  readonly removals: string[] = [];
  /** What a removal is answered with instead of being done. */
  refuses: number | null = null;
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
          const { status, answer } = receiver.#answer(body as Posted);
          response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
        },
        // The service died while it was posting.
        () => response.destroy(),
      );
    });
    return receiver;
  }

  #answer({ conversation, message, remove }: Posted): { status: number; answer?: string } {
    if (message) this.#take(conversation, message);
    if (!remove) return { status: 204 };
    this.removals.push(remove.id);
    if (this.refuses !== null) return { status: this.refuses };
    const ids = remove.messages.map(({ id }) => id);
    for (const id of ids) this.shown.delete(id);
    return { status: 200, answer: JSON.stringify({ removed: ids }) };
  }

  #take(conversation: string, message: { id: string; seq: number; text: string }): void {
    const taken = this.taken.get(conversation) ?? [];
    if (!taken.some(known => known.id === message.id)) {
      taken.push({ id: message.id, seq: message.seq });
      this.shown.set(message.id, message.text);
    }
    this.taken.set(conversation, taken);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
