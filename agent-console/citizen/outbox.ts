/**
 * Her messages on their way: each leaves once and in order, waits here while there is no connection, and says truthfully
 * where it is. A message is sent again with the same id until the server says that it has it, so nothing is lost or doubled.
 */
import { Patience } from './patience.js';
import type { Session } from './session.js';
import { call, type Own, type World } from './wire.js';

/** `kept`: the server has it and cannot read it yet, because its database is away. */
export type OwnState = 'waiting' | 'sending' | 'kept' | 'stored' | 'failed';

export interface OutboxEvents {
  /** `why` with a failure: the status of the refusal. */
  state(id: string, state: OwnState, why?: number): void;
  /** There was an answer, or there was none: `urgent` when that was to a call for help. */
  reached(yes: boolean, urgent: boolean): void;
  /** The server asked to go slower. */
  limited(): void;
}

const SLOW_DOWN = 429;
const UNKNOWN_SESSION = 401;
/** These will be refused again however often they are sent. */
const FINAL = [400, 409, 413];

export class Outbox {
  readonly #world: World;
  readonly #base: string;
  readonly #session: Session;
  readonly #events: OutboxEvents;
  /** Danger does not stand behind what waits: it has a lane of its own. */
  readonly #lanes: { urgent: Lane; usual: Lane };
  #closed = false;

  constructor(world: World, base: string, session: Session, events: OutboxEvents) {
    this.#world = world;
    this.#base = base;
    this.#session = session;
    this.#events = events;
    this.#lanes = {
      urgent: { queue: [], running: false, patience: new Patience(world) },
      usual: { queue: [], running: false, patience: new Patience(world) },
    };
  }

  send(message: Own): void {
    const lane = message.sos ? this.#lanes.urgent : this.#lanes.usual;
    lane.queue.push(message);
    this.#events.state(message.id, 'waiting');
    if (message.sos) this.hurry();
    void this.#run(lane);
  }

  hurry(): void {
    this.#lanes.urgent.patience.hurry();
    this.#lanes.usual.patience.hurry();
  }

  close(): void {
    this.#closed = true;
    for (const lane of Object.values(this.#lanes)) lane.queue.length = 0;
    this.hurry();
  }

  async #run(lane: Lane): Promise<void> {
    if (lane.running) return;
    lane.running = true;
    while (lane.queue.length > 0 && !this.#closed) {
      const wait = await this.#deliver(lane.queue[0]!);
      if (wait === 'done') {
        lane.queue.shift();
        lane.patience.rest();
      } else if (!this.#closed) {
        await lane.patience.wait(wait);
      }
    }
    lane.running = false;
  }

  /** `done`, or the milliseconds to wait before another try (undefined: as patience says). */
  async #deliver(message: Own): Promise<'done' | number | undefined> {
    this.#events.state(message.id, 'sending');
    let answer: Response;
    let token: string;
    try {
      token = await this.#session.bearer();
      answer = await call(this.#world, this.#base, {
        method: 'POST',
        token,
        ...(message.file
          ? { path: `files?id=${message.id}`, bytes: message.file }
          : { path: 'messages', body: this.#bodyOf(message) }),
      });
    } catch {
      this.#events.reached(false, message.sos);
      this.#events.state(message.id, 'waiting');
      return undefined;
    }
    if (answer.ok) {
      this.#events.reached(true, message.sos);
      this.#events.state(message.id, (await isSpooled(answer)) ? 'kept' : 'stored');
      return 'done';
    }
    if (FINAL.includes(answer.status)) {
      this.#events.state(message.id, 'failed', answer.status);
      return 'done';
    }
    this.#events.state(message.id, 'waiting');
    if (answer.status === UNKNOWN_SESSION) {
      this.#session.drop(token);
      return 0;
    }
    if (answer.status === SLOW_DOWN) this.#events.limited();
    else this.#events.reached(false, message.sos);
    const seconds = Number(answer.headers.get('retry-after'));
    return seconds > 0 ? seconds * 1_000 : undefined;
  }

  #bodyOf({ id, text, sos, place, locale, chose, at }: Own): unknown {
    const waited = Math.max(0, Math.round(this.#world.now() - at));
    return { id, text, waited, ...(chose ? { locale } : {}), ...(sos ? { sos } : {}), ...(place ? { place } : {}) };
  }
}

const isSpooled = async (answer: Response): Promise<boolean> =>
  ((await answer.json().catch(() => ({}))) as { spooled?: true }).spooled === true;

interface Lane {
  queue: Own[];
  running: boolean;
  patience: Patience;
}
