/**
 * What happens at the desk, without the wire: pages come and go, look, open, act; turns change rows, open conversations
 * and alarms, one turn of a conversation after the other. Patches are gathered for a moment and told to all.
 */
import { reasonOf } from '../log.js';
import {
  type Act,
  type ActReply,
  type ActRequest,
  type AppointmentsReply,
  type DrillRunning,
  isDrill,
  isUntakenSos,
  type OpenReply,
  type OpenRequest,
  type Presence as Said,
  type QueueRow,
  type Refusal,
  type SignedIn,
  type SupportRequest,
  sosSince,
  type SyncReply,
} from '../console/contract.js';
import { Erased } from '../privacy/sealer.js';
import type { Committed } from '../conversations.js';
import { InOrder } from '../order.js';
import type { User, Users } from '../people/users.js';
import { agreedWords } from './agreedWords.js';
import { alarmOf, Alarms, callsPeople, hears, type Told } from './alarms.js';
import { Archive } from './archive.js';
import { Board } from './board.js';
import { calendarOf } from './calendar.js';
import type { DeskParts } from './desk.js';
import { Doing } from './doing.js';
import { InView } from './inView.js';
import { lostOf } from './lost.js';
import { Opened } from './opened.js';
import { Presence } from './presence.js';
import { ReadMarks } from './readMarks.js';
import { Reads } from './reads.js';
import { erased, refusal, type Screen, supervisorsAmong } from './screen.js';

/** Changes within this become one patch. */
const GATHER_MS = 30;
const USERS_EVERY_MS = 5_000;

export class Floor {
  readonly #service: DeskParts['service'];
  readonly #users: Users;
  readonly #protocols: () => readonly string[];
  readonly #board: Board;
  readonly #marks: ReadMarks;
  readonly #inView: InView;
  readonly #opened: Opened;
  /** Who is at work. */
  readonly presence: Presence;
  readonly #alarms = new Alarms();
  readonly #doing: Doing;
  readonly #reads: Reads;
  readonly #paging: DeskParts['paging'] | null;
  /** What is over, asked by the wire itself. */
  readonly archive: Archive;
  readonly agreedWords: ReturnType<typeof agreedWords>;
  readonly #order = new InOrder();
  readonly #screens = new Map<string, Screen>();
  #people: readonly User[] = [];
  #peopleAt = -Infinity;
  #flushing: NodeJS.Timeout | null = null;

  constructor({
    service,
    published,
    users,
    paging,
  }: Pick<DeskParts, 'service' | 'published' | 'paging'> & { users: Users }) {
    const { store, ids, vault, clock, conversations, contacts, threads, appointments, world } = service;
    const now = (): number => clock.now();
    this.#service = service;
    this.#users = users;
    this.#paging = paging ?? null;
    this.#protocols = () => published.ids();
    this.#board = new Board(now());
    this.presence = new Presence(now());
    this.#marks = new ReadMarks({ store, log: service.log });
    this.#inView = new InView({
      store,
      conversations,
      contacts,
      board: this.#board,
      marks: this.#marks,
      now,
      dropped: conversation => this.#sound(this.#alarms.gone(conversation, now())),
    });
    this.#opened = new Opened({ store, conversations, contacts, world, now });
    this.#doing = new Doing({
      store,
      threads,
      conversations,
      appointments,
      users,
      world,
      load: user => this.#board.loadOf(user),
      isHere: user => this.presence.goneSince(user) === null,
      service,
    });
    this.#reads = new Reads({ store, ids, now, sealer: contact => vault.sealer(contact) });
    const row = (conversation: string): Promise<QueueRow | null> => this.#inView.row(conversation);
    this.archive = new Archive({ service, users, reads: this.#reads, row });
    this.agreedWords = agreedWords({ service, reads: this.#reads, row });
  }

  async load(): Promise<void> {
    // First of all: an SOS may come, or its time be over, while the board is being made.
    await this.#paging?.load();
    await this.#inView.load();
    for (const row of this.#board.rows.values()) this.#alarms.afterStart(row, this.#now());
    await this.#staff();
  }

  async idle(): Promise<void> {
    if (this.#flushing) clearTimeout(this.#flushing);
    await this.#order.idle();
    await this.#marks.settled();
  }

  // ---- turns ------------------------------------------------------------------------------------------------------------------

  /** Never rejects: what fails here is told, and the next turn sets it right. */
  committed(commit: Committed): Promise<void> {
    return this.#order
      .run(commit.head.conversation, () => this.#committed(commit))
      .catch((error: unknown) => {
        if (!(error instanceof Erased)) this.#failed('desk turn failed', commit.head.conversation, commit.turn)(error);
      });
  }

  async #committed(commit: Committed): Promise<void> {
    const before = this.#board.rows.get(commit.head.conversation)?.risk;
    const row = await this.#inView.turned(commit);
    const isShown = this.#board.rows.has(row.conversation);
    const { body, turn } = commit;
    this.#sound(isShown ? this.#alarms.afterTurn(row, body, turn.at, before) : this.#alarms.called(row, body, turn.at));
    this.#gather();
    if (isShown && isUntakenSos(row) && callsPeople(commit.body)) this.#callTo(row, 'untaken');
    await this.#opened.committed(commit, row);
  }

  /** Whoever is on call. What fails there is told, and tried again by the next alert. */
  #callTo(row: QueueRow, why: 'untaken' | 'unseen'): void {
    const { conversation, name, protocol } = row;
    const { zone } = this.#service.protocols.current(protocol).protocol;
    void this.#paging
      ?.raise({ conversation, name, since: sosSince(row), why, zone, drill: isDrill(row) })
      .catch(this.#failed('people on call not called', conversation));
  }

  /** Nothing that these women wrote stays on the board or on a screen. */
  erased(conversations: readonly string[]): void {
    for (const conversation of conversations) {
      // After what is being shown of it at this moment.
      this.#order
        .run(conversation, () => {
          this.#inView.erased(conversation);
          this.#opened.erased(conversation);
          for (const screen of this.#screens.values()) screen.tell('erased', conversation);
          return this.#marks.forget(conversation);
        })
        .catch(this.#failed('read mark not deleted', conversation));
    }
    this.#gather();
  }

  // ---- pages -------------------------------------------------------------------------------------------------------------------

  async joined(screen: Screen): Promise<void> {
    this.#screens.set(screen.id, screen);
    this.presence.joined(screen.id, screen.actor, this.#now());
    for (const alarm of this.#alarms.current(screen.actor)) screen.tell('alarm', alarm);
    await this.#staff({ isNew: !this.#people.some(one => one.id === screen.actor.id) });
  }

  left(page: string): void {
    this.#screens.delete(page);
    this.#opened.leaveAll(page);
    this.presence.left(page, this.#now());
    this.#gather();
  }

  present(page: string, said: Said): void {
    this.presence.said(page, said, this.#now());
    this.#gather();
  }

  sync(since: number | undefined): SyncReply {
    this.#flush();
    return this.#board.sync(since, this.#now());
  }

  open({ conversation, reason = '', after = 0 }: OpenRequest, screen: Screen): Promise<OpenReply> {
    const gone = refusal(screen.locale, 'not-found', 'refused.not-found');
    return this.#order.run(conversation, async (): Promise<OpenReply> => {
      try {
        const row = await this.#inView.row(conversation);
        const head = row && (await this.#service.store.head(conversation));
        if (!row || !head) return gone;
        if (await this.#service.vault.isErased(head.contact)) return erased;
        if (reason.trim() === '' && this.#reads.needsReason(row, screen.actor))
          return refusal(
            screen.locale,
            'reason-needed',
            'refused.read-reason',
            {},
            { owner: row.owner, epoch: row.epoch },
          );
        await this.#reads.record({ conversation, contact: head.contact, reason: reason.trim() }, screen.actor);
        const view = await this.#opened.open(conversation, row, screen, after);
        if (view) this.#sound(this.#alarms.opened(row, screen.actor, this.#now()));
        return view ? { ok: true, view } : gone;
      } catch (error) {
        if (error instanceof Erased) return erased;
        throw error;
      }
    });
  }

  leave(conversation: string, page: string): void {
    this.#opened.leave(conversation, page);
  }

  /** Colleagues see who writes; she sees it only of the one who has her. */
  typing(conversation: string, { id, actor }: Screen): void {
    this.#opened.typing(conversation, id);
    const row = this.#board.rows.get(conversation);
    if (row?.owner.id !== actor.id) return;
    this.#service.inbound.personTypes(conversation, actor.name);
    if (row.emergency !== 'idle')
      this.#doing.types(row, actor, this.#now()).catch(this.#failed('typing not told', conversation));
  }

  seen(conversation: string, { actor }: Screen): void {
    const row = this.#inView.seen(conversation);
    if (row) this.#sound(this.#alarms.seen(row, actor.id, this.#now()));
    this.#gather();
  }

  async support(
    { conversation, on }: SupportRequest,
    { actor, locale }: Screen,
  ): Promise<{ ok: true; told: string[] } | Refusal> {
    const row = this.#board.rows.get(conversation);
    if (!row) return refusal(locale, 'not-found', 'refused.not-found');
    this.#sound(this.#alarms.support(row, actor, on, this.#now()));
    return { ok: true, told: supervisorsAmong(this.#screens.values(), actor) };
  }

  act(request: ActRequest & { act: Act }, screen: Screen): Promise<ActReply> {
    return this.#doing.act(request, screen);
  }

  async appointments(range: { from: number; to: number }): Promise<AppointmentsReply> {
    return {
      ok: true,
      ...(await calendarOf(this.#service, this.#protocols(), range, conversation => this.#inView.row(conversation))),
    };
  }

  // ---- time ---------------------------------------------------------------------------------------------------------------------

  /** Who is gone, what nobody sees, who stopped typing. */
  async tick(): Promise<void> {
    const now = this.#now();
    // Before all that needs the store: while it is away, people are called whom nothing else here can reach.
    await this.#paging?.tick(conversation => {
      const row = this.#board.rows.get(conversation);
      return row !== undefined && isUntakenSos(row);
    });
    this.#opened.tick();
    this.#inView.sweep();
    await this.#staff();
    this.#sound(this.#alarms.late(this.#board.rows, now));
    for (const row of this.#alarms.unseen(
      this.#board.rows,
      conversation => this.presence.isShown(conversation, now),
      now,
    )) {
      this.#service.log.error('emergency seen by nobody', {
        conversation: row.conversation,
        sinceMs: now - sosSince(row),
      });
      this.#callTo(row, 'unseen');
      this.#sound([{ alarm: alarmOf(row, 'sos', sosSince(row)), to: null }]);
    }
    const lost = lostOf(this.#board.rows.values(), this.presence, now);
    await Promise.all(lost.map(row => this.#doing.lost(row, 'disconnected')));
    this.#flush();
  }

  async #staff({ isNew } = { isNew: false }): Promise<void> {
    const now = this.#now();
    if (isNew || now - this.#peopleAt >= USERS_EVERY_MS || now < this.#peopleAt) {
      this.#people = await this.#users.all();
      this.#peopleAt = now;
    }
    this.#gather();
  }

  showDrill(running: DrillRunning | null): void {
    this.#board.setDrill(running);
    this.#gather();
  }

  /** Somebody real is in danger, and nobody has her. */
  isSomebodyWaiting(): boolean {
    return [...this.#board.rows.values()].some(row => isUntakenSos(row) && !isDrill(row));
  }

  emergenciesOf(user: string): SignedIn['emergencies'] {
    return this.#board.emergenciesOf(user);
  }

  #sound(told: readonly Told[]): void {
    for (const one of told)
      for (const screen of this.#screens.values()) if (hears(one, screen.actor)) screen.tell('alarm', one.alarm);
  }

  #gather(): void {
    if (this.#flushing !== null || this.#screens.size === 0) return;
    this.#flushing = setTimeout(() => this.#flush(), GATHER_MS);
  }

  #flush(): void {
    if (this.#flushing) clearTimeout(this.#flushing);
    this.#flushing = null;
    this.#board.setStaff(this.presence.staff(this.#people, user => this.#board.loadOf(user)));
    const patch = this.#board.flush(this.#now());
    if (patch) for (const screen of this.#screens.values()) screen.tell('patch', patch);
  }

  #failed(what: string, conversation: string, at?: { turn: number }): (error: unknown) => void {
    return error =>
      this.#service.log.error(what, { conversation, ...(at && { turn: at.turn }), reason: reasonOf(error) });
  }

  #now(): number {
    return this.#service.clock.now();
  }
}
