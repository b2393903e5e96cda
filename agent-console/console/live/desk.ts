/**
 * Everything live behind the screens of one signed-in person: the line, the queue, the open conversation, alarms,
 * presence, what she is writing. Knows no words and no React: screens watch its stores.
 */
import type {
  Act,
  ActReply,
  AppointmentsReply,
  Foreseen,
  ForeseenRequest,
  Locale,
  Refusal,
  SignedIn,
  Staff,
} from '../../../bot/console/contract.js';
import { Acts } from './acts.js';
import { Alarms, REPEAT_MS, type AlarmView } from './alarms.js';
import type { Clock } from './clock.js';
import type { Drafts } from './drafts.js';
import { Link, NoAnswer } from './link.js';
import { Opened } from './opened.js';
import { Outgoing } from './outgoing.js';
import { emptyView, Projection, type DeskView } from './projection.js';
import type { Sounds } from './sound.js';
import { Store } from './store.js';

export interface DeskTools {
  /** What the person reads the console in. */
  locale: Store<Locale>;
  clock: Clock;
  drafts: Drafts;
  sounds: Sounds;
  /** Runs once, before the next paint. */
  frame(run: () => void): void;
  newId(): string;
  /** An SOS began and this page is hidden. */
  notice(): void;
  /** The session ended: `signed-out` on purpose somewhere, `expired` otherwise. */
  over(why: 'signed-out' | 'expired'): void;
  /** Whether the session still holds; null when the server does not answer. */
  stillSignedIn(): Promise<boolean | null>;
}

const PRESENCE_EVERY_MS = 5_000;
/** The server takes no more of them at once. */
const SHOWING_MOST = 500;
/** A beat of one second that comes later than this: the computer slept. */
const SLEPT_MS = 30_000;

export class Desk {
  readonly view = new Store<DeskView>(emptyView);
  readonly alarms = new Store<AlarmView>({ untaken: [], given: [], handled: 0, others: [] });
  readonly state: Store<Staff['state']>;
  /** Since when the queue is known to be incomplete; null when it is whole. */
  readonly staleSince = new Store<number | null>(null);
  /** How many conversations changed while the line was cut; set at each return. */
  readonly returned = new Store<{ changed: number; times: number } | null>(null);
  /** Acts that the server has not answered, as `conversation act`. */
  readonly busy = new Store<ReadonlySet<string>>(new Set());
  readonly me: SignedIn['user'];
  readonly link: Link;
  readonly opened: Opened;
  readonly outgoing: Outgoing;
  readonly drafts: Drafts;
  readonly clock: Clock;
  readonly #acts: Acts;
  readonly #tools: DeskTools;
  readonly #projection = new Projection();
  readonly #alarms = new Alarms();
  readonly #showing = new Map<string, readonly string[]>();
  #framed = false;
  #syncing = false;
  #lastBeat = 0;
  #lastSound = 0;
  #lastPresence = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #stopSpeaking: (() => void) | undefined;

  constructor(session: SignedIn, state: Staff['state'], tools: DeskTools) {
    this.me = session.user;
    this.#tools = tools;
    this.clock = tools.clock;
    this.drafts = tools.drafts;
    this.state = new Store(state);
    this.link = new Link(session.csrf, tools.locale.get(), this.clock.now);
    this.opened = new Opened(this.link, this.clock.now);
    this.#acts = new Acts(this.link, tools.newId);
    this.outgoing = new Outgoing({
      acts: this.#acts,
      drafts: tools.drafts,
      isOnline: () => this.link.state.get().kind === 'online',
      now: this.clock.now,
      newId: tools.newId,
    });
    this.opened.onTurn = (conversation, turn) => this.outgoing.settle(conversation, turn);
    this.#listen();
  }

  start(): void {
    this.#lastBeat = this.clock.now();
    this.#timer = setInterval(() => this.#beat(), 1000);
    this.#stopSpeaking = this.#tools.locale.subscribe(() => this.#speak());
    this.link.connect();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stopSpeaking?.();
    this.link.close();
  }

  /** One act on a conversation, with the epoch that its row shows. Never throws. */
  async act(conversation: string, act: Act): Promise<ActReply> {
    const name = `${conversation} ${act.do}`;
    this.busy.update(busy => new Set(busy).add(name));
    const reply = await this.#acts.run(conversation, this.epochOf(conversation), act);
    this.busy.update(busy => new Set([...busy].filter(other => other !== name)));
    return reply;
  }

  epochOf(conversation: string): number {
    const opened = this.opened.view.get();
    const inThread = opened.kind === 'open' && opened.conversation === conversation ? opened.thread.row.epoch : 0;
    return this.#acts.epochOf(conversation, Math.max(inThread, this.view.get().rows.get(conversation)?.epoch ?? 0));
  }

  open(conversation: string, reason?: string): void {
    void this.opened.open(conversation, reason).then(() => this.outgoing.restore(conversation));
    this.shows('chat', [conversation]);
  }

  appointments(from: number, to: number): Promise<AppointmentsReply | null> {
    return this.link.ask('appointments', { from, to }).catch(() => null);
  }

  /** What she will read of an act on the calendar; null without an answer. */
  async foresee(request: ForeseenRequest): Promise<Foreseen | Refusal | null> {
    const reply = await this.link.ask('foresee', request).catch(() => null);
    if (reply?.ok) this.#acts.saw(request.conversation, reply.epoch);
    return reply;
  }

  setState(state: Staff['state']): void {
    this.state.set(state);
    this.#present();
    this.#sound();
  }

  /** Which conversations a part of the page paints now: the server raises an alarm for an SOS that nobody's page shows. */
  shows(part: 'queue' | 'chat', conversations: readonly string[]): void {
    const before = this.#showing.get(part) ?? [];
    if (before.join() === conversations.join()) return;
    this.#showing.set(part, conversations);
    const sos = new Set(this.alarms.get().untaken.map(one => one.conversation));
    // An SOS on the screen is told at once; scrolling through the rest, at the next beat.
    if (conversations.some(one => sos.has(one) && !before.includes(one))) this.#present();
    else this.#lastPresence = 0;
  }

  /** The person saw the SOS that wait: they are silent for a while, for her. */
  seen(): void {
    this.#alarms.seen(this.alarms.get(), this.clock.now());
  }

  /** The page is on screen again: timers of a hidden page run late, so everything is drawn and asked again. */
  wake(): void {
    this.clock.beat(true);
    this.#present();
    if (this.link.state.get().kind === 'online') void this.#sync();
  }

  #listen(): void {
    this.link.state.subscribe(() => this.#lineChanged());
    this.link.onRefused = () => void this.#refused();
    this.link.on('alarm', alarm => {
      const sound = this.#alarms.receive(alarm);
      // Before any batch and outside the frame: this is the one thing that may not wait.
      this.alarms.set(this.#alarms.view(this.#projection.view.rows));
      if (sound === 'sos') {
        this.#sound(true);
        if (document.hidden) this.#tools.notice();
      } else if (sound && this.alarms.get().untaken.length === 0) this.#tools.sounds.play(sound);
    });
    this.link.on('patch', patch => {
      this.#alarms.settle(patch.rows ?? []);
      const outcome = this.#projection.receive(patch);
      this.#paint();
      if (outcome === 'gap') void this.#sync();
    });
    this.link.on('turns', patch => this.opened.turns(patch));
    this.link.on('states', patch => this.opened.states(patch));
    this.link.on('viewers', patch => this.opened.viewers(patch));
    this.link.on('erased', conversation => this.opened.erased(conversation));
    this.link.on('signed-out', () => this.#tools.over('signed-out'));
  }

  #lineChanged(): void {
    const line = this.link.state.get();
    if (line.kind === 'online') {
      this.#alarms.reset();
      void this.#sync(line.times > 1).then(() => this.outgoing.flush());
      void this.opened.refresh();
      this.#present();
    } else {
      this.#projection.disconnected();
      this.staleSince.update(since => since ?? ('since' in line ? line.since : null));
      this.opened.cut();
    }
  }

  /** Another language was chosen: what the server wrote into the open conversation is asked for again in it. */
  #speak(): void {
    this.link.speak(this.#tools.locale.get());
    void this.opened.refresh();
  }

  async #refused(): Promise<void> {
    if ((await this.#tools.stillSignedIn()) === false) this.#tools.over('expired');
  }

  /** Asks for what is missing until nothing is. */
  async #sync(isReturn = false): Promise<void> {
    if (this.#syncing) return;
    this.#syncing = true;
    this.staleSince.update(since => since ?? this.clock.now());
    let changed = 0;
    try {
      for (let complete = false; !complete; ) {
        const reply = await this.link.ask('sync', this.#projection.ask());
        this.clock.set(reply.now);
        const loaded = this.#projection.load(reply);
        changed += loaded.changed;
        complete = loaded.complete;
      }
      this.#alarms.settle(this.#projection.view.rows.values());
      this.staleSince.set(null);
      this.#paint();
      if (isReturn) this.returned.update(last => ({ changed, times: (last?.times ?? 0) + 1 }));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.#projection.disconnected();
      // The line is there and the answer is not: asked again at the next beat that finds it stale.
    } finally {
      this.#syncing = false;
    }
  }

  /** Patches are painted once a frame. */
  #paint(): void {
    if (this.#framed) return;
    this.#framed = true;
    this.#tools.frame(() => {
      this.#framed = false;
      this.view.set(this.#projection.view);
      this.alarms.set(this.#alarms.view(this.#projection.view.rows));
      this.#sound();
    });
  }

  #beat(): void {
    const now = this.clock.now();
    const slept = now - this.#lastBeat > SLEPT_MS;
    this.#lastBeat = now;
    if (slept) return this.wake();
    this.clock.beat();
    this.#sound();
    if (now - this.#lastPresence >= PRESENCE_EVERY_MS) this.#present();
    if (this.link.state.get().kind !== 'online') return;
    if (this.staleSince.get() !== null) void this.#sync();
    // What the server did not answer in time waits here though the line was never cut.
    void this.outgoing.flush();
  }

  /** A1: two notes, again every eight seconds while it must. */
  #sound(isNew = false): void {
    const now = this.clock.now();
    if (!this.#alarms.mustSound(this.alarms.get(), this.state.get(), now)) return;
    if (!isNew && now - this.#lastSound < REPEAT_MS) return;
    this.#lastSound = now;
    this.#tools.sounds.play('sos');
  }

  #present(): void {
    this.#lastPresence = this.clock.now();
    const visible = !document.hidden;
    const painted = [...this.#showing.values()].flat();
    // The first line of every page says, in red and by sound, that they wait, also where no list is.
    const told = this.state.get() === 'available' ? this.alarms.get().untaken.map(one => one.conversation) : [];
    const showing = visible ? [...new Set([...painted, ...told])].slice(0, SHOWING_MOST) : [];
    this.link.tell('presence', { state: this.state.get(), showing, visible });
  }
}
