/**
 * The other side of the bench: so many connections that each send a message, wait for the answer and send the next. It
 * writes and reads HTTP by hand on kept sockets, because a library's client would cost more than what is measured.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Latencies, latenciesOf } from './figures.js';

export interface Target {
  port: number;
  token: string;
}

export interface Message {
  conversation: string;
  id: string;
  text: string;
}

export interface Load {
  /** Messages answered with 202. */
  answered: number;
  /** Anything else that came back. */
  refused: number;
  /** Answered a second. */
  rate: number;
  /** Milliseconds from writing a message to reading its answer. */
  latency: Latencies;
}

interface Options {
  connections: number;
  /** Before anything is counted, on the same connections: those that are new wait for the server to accept them. */
  warmMs?: number;
  /** Stops after so many milliseconds, or when `next` has no more. */
  forMs: number;
  next(): Message | null;
  /** Told when counting begins. */
  warmed?(): void;
  /** Told at once, so that a loss after it is a loss. */
  answered?(message: Message): void;
}

/** A server that goes away ends the load; what it had answered counts. */
export async function load(
  target: Target,
  { connections, warmMs = 0, forMs, next, warmed, answered }: Options,
): Promise<Load> {
  const lines = await Promise.all(Array.from({ length: connections }, () => Line.to(target)));
  let times: number[] = [];
  let refused = 0;
  let begun = performance.now();
  const counted = begun + warmMs;
  const until = counted + forMs;
  let warm = warmMs === 0;
  await Promise.all(
    lines.map(async line => {
      for (let message = next(); message && line && performance.now() < until; message = next()) {
        const sent = performance.now();
        if (!warm && sent >= counted) {
          warm = true;
          [times, refused, begun] = [[], 0, sent];
          warmed?.();
        }
        const status = await line.ask(message);
        if (status === null) break;
        if (status !== 202) refused++;
        else {
          times.push(performance.now() - sent);
          answered?.(message);
        }
      }
      line?.end();
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  return { answered: times.length, refused, rate: times.length / seconds, latency: latenciesOf(times) };
}

/** One connection with one question at a time. */
class Line {
  readonly #socket: Socket;
  readonly #head: string;
  #read = '';
  #settle: ((status: number | null) => void) | null = null;

  private constructor(socket: Socket, token: string) {
    this.#socket = socket;
    this.#head = `POST /channels/http/messages HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: `;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', () => this.#answer(null));
    socket.on('close', () => this.#answer(null));
  }

  static async to({ port, token }: Target): Promise<Line | null> {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return new Line(socket, token);
    } catch {
      return null;
    }
  }

  /** The status; null when the server went away. */
  ask(message: Message): Promise<number | null> {
    if (this.#socket.destroyed) return Promise.resolve(null);
    const body = JSON.stringify(message);
    return new Promise(resolve => {
      this.#settle = resolve;
      this.#socket.write(`${this.#head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#read += text;
    const end = this.#read.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/^content-length: *(\d+)/im.exec(this.#read.slice(0, end))?.[1] ?? 0);
    if (this.#read.length < end + 4 + length) return;
    const status = Number(this.#read.slice(9, 12));
    this.#read = '';
    this.#answer(status);
  }

  #answer(status: number | null): void {
    this.#settle?.(status);
    this.#settle = null;
  }
}
