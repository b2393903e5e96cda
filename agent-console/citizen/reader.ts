/**
 * What the service writes to her, live: a stream, or asking every few seconds where streams do not pass (old browsers,
 * proxies that hold answers back). Whatever happens to the connection, each line comes once and in order, because every
 * try says the last seq that is here.
 */
import { createEventReader } from './events.js';
import { Patience } from './patience.js';
import type { Session } from './session.js';
import { call, type Line, type Typing, type World, type Writer } from './wire.js';

export interface ReaderEvents {
  line(line: Line): void;
  /** Another conversation begins: what was shown is no more. */
  anew(): void;
  writer(writer: Writer): void;
  typing(typing: Typing): void;
  reached(yes: boolean): void;
}

/** A stream says who writes as soon as it opens; when nothing comes, something holds it back. */
const FIRST_WITHIN_MS = 10_000;
/** The server pings every 15 s. */
const SILENT_MOST_MS = 40_000;
/** The server pings every 15 s: after longer than this a connection that looks open is doubted. */
const DOUBTED_AFTER_MS = 20_000;
/** So many streams in a row through which nothing came, and we ask instead … */
const SILENT_STREAMS = 2;
const ASK_EVERY_MS = 3_000;
/** … this many times, and then try a stream again. */
const ASKS = 40;
/** Several lines come at once: one receipt for them. */
const RECEIPT_AFTER_MS = 400;
/** One that got lost is tried again: in an emergency people are told of what is not on her screen in 20 s. */
const RECEIPT_AGAIN_MS = 4_000;
const UNKNOWN_SESSION = 401;

export class Reader {
  readonly #world: World;
  readonly #base: string;
  readonly #session: Session;
  readonly #events: ReaderEvents;
  readonly #patience: Patience;
  #running = false;
  #closed = false;
  /** So many times more we ask instead of listening. */
  #asks = 0;
  #silent = 0;
  #heardAt = 0;
  #token = '';
  #last = 0;
  /** Of which conversation the last line was. */
  #of = '';
  #receipt: (() => void) | null = null;
  #abort: AbortController | null = null;

  constructor(world: World, base: string, session: Session, events: ReaderEvents) {
    this.#world = world;
    this.#base = base;
    this.#session = session;
    this.#events = events;
    this.#patience = new Patience(world);
  }

  /** Reads on for as long as there is a session. Begun again, it only looks whether that is another one now. */
  async start(): Promise<void> {
    if (this.#running) {
      if (this.#session.token !== this.#token) this.#abort?.abort();
      return;
    }
    this.#running = true;
    while (!this.#closed && this.#session.token) {
      this.#begin(this.#session.token);
      try {
        if (this.#asks > 0) await this.#ask();
        else await this.#listen();
      } catch {
        this.#lost();
      }
      if (!this.#closed && this.#session.token) await this.#patience.wait(this.#asks > 0 ? ASK_EVERY_MS : undefined);
    }
    this.#running = false;
  }

  /** Tries now; a stream that has been silent, as after a sleep, is opened anew. */
  hurry(): void {
    if (this.#world.now() - this.#heardAt > DOUBTED_AFTER_MS) this.#abort?.abort();
    this.#patience.hurry();
  }

  close(): void {
    this.#closed = true;
    this.#receipt?.();
    this.#abort?.abort();
    this.hurry();
  }

  /** Another session counts its lines from the start. */
  #begin(token: string): void {
    if (token === this.#token) return;
    this.#token = token;
    this.#last = 0;
    this.#of = '';
  }

  async #listen(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const givenUp = (): void => abort.abort();
    let cancel = this.#world.later(FIRST_WITHIN_MS, givenUp);
    this.#silent++;
    try {
      const answer = await this.#world.fetch(new URL(`channels/webchat/events?of=${this.#of}`, this.#base), {
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        headers: { authorization: `Bearer ${this.#token}`, 'last-event-id': String(this.#last) },
        signal: abort.signal,
      });
      if (this.#refused(answer)) return;
      if (!answer.ok || !answer.body) {
        if (answer.status < 500) this.#asks = ASKS;
        throw new Error(`no stream: ${answer.status}`);
      }
      const body = answer.body.getReader();
      const decoder = new TextDecoder();
      const read = createEventReader();
      for (;;) {
        const { value, done } = await body.read();
        if (done) break;
        this.#silent = 0;
        this.#heardAt = this.#world.now();
        this.#reached();
        cancel();
        cancel = this.#world.later(SILENT_MOST_MS, givenUp);
        for (const event of read(decoder.decode(value, { stream: true })))
          this.#take(event.name, JSON.parse(event.data));
      }
    } finally {
      cancel();
      if (this.#silent >= SILENT_STREAMS) this.#asks = ASKS;
    }
  }

  async #ask(): Promise<void> {
    this.#asks--;
    this.#silent = 0;
    const answer = await call(this.#world, this.#base, {
      method: 'GET',
      path: `messages?after=${this.#last}&of=${this.#of}`,
      token: this.#token,
    });
    if (this.#refused(answer)) return;
    if (!answer.ok) throw new Error(`no lines: ${answer.status}`);
    const { messages, writer, anew } = (await answer.json()) as { messages: Line[]; writer: Writer; anew?: true };
    this.#reached();
    if (anew) this.#take('anew', {});
    for (const line of messages) this.#take('line', line);
    this.#take('writer', writer);
  }

  #take(name: string, data: unknown): void {
    if (this.#closed) return;
    if (name === 'writer') this.#events.writer(data as Writer);
    if (name === 'typing') this.#events.typing(data as Typing);
    if (name === 'anew') {
      this.#last = 0;
      this.#of = '';
      this.#events.anew();
    }
    if (name !== 'line') return;
    const line = data as Line;
    if (line.seq <= this.#last) return;
    this.#last = line.seq;
    this.#of = line.of;
    this.#events.line(line);
    if (line.direction === 'out') this.#receiptSoon();
  }

  #receiptSoon(ms = RECEIPT_AFTER_MS): void {
    if (this.#closed) return;
    this.#receipt ??= this.#world.later(ms, () => {
      this.#receipt = null;
      // It says "up to here": whatever came meanwhile is told by it as well.
      call(this.#world, this.#base, {
        method: 'POST',
        path: 'received',
        token: this.#token,
        body: { seq: this.#last, of: this.#of },
      }).then(
        ({ status }) => status >= 500 && this.#receiptSoon(RECEIPT_AGAIN_MS),
        () => this.#receiptSoon(RECEIPT_AGAIN_MS),
      );
    });
  }

  #refused(answer: Response): boolean {
    if (answer.status !== UNKNOWN_SESSION) return false;
    this.#session.drop(this.#token);
    return true;
  }

  #reached(): void {
    this.#patience.rest();
    this.#events.reached(true);
  }

  #lost(): void {
    if (!this.#closed) this.#events.reached(false);
  }
}
