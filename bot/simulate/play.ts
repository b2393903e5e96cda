/** Plays one dialogue on the engine, turn by turn, and holds what happened against what is expected. */
import { safeWindow } from '../../flows/text/time/safeHours.js';
import type { EventOf, FlowEvent } from '../../flows/events.js';
import type { Protocol } from '../../flows/protocol.js';
import { begin, contextOf } from '../../flows/turn.js';
import type { Incoming } from '../channels/channel.js';
import type { Protocols, Thread } from '../conversations.js';
import { type Actor, type Booked, type DeskAct, eventsOfAct } from '../desk/acts.js';
import { inTurns } from '../desk/inTurns.js';
import { StoreUnavailable } from '../store/store.js';
import { actOf, actorOf, openCall, toldOf } from './acts.js';
import { wayTo } from './before.js';
import { CannotPlay } from './cannot.js';
import type { Dialogue, ExecutiveTurn, SystemTurn, Turn } from './dialogue.js';
import { failuresOf } from './expect.js';
import { type Played, STORE_DOWN } from './events.js';
import { Report } from './report.js';
import { Stage } from './stage.js';
import { slotInstant, startOf } from './times.js';
import { refuseUnknownWords } from './words.js';

/** Whose telephone she writes from. */
const ADDRESS = 'simulated';
/** After the last turn what was already on its way leaves: a held mail, a retry. */
const AFTERWARDS_MS = 60_000;

export async function play(dialogue: Dialogue, protocols: Protocols): Promise<Played> {
  const protocol = protocols.current(dialogue.protocol).protocol;
  refuseUnbuilt(dialogue);
  refuseUnknownWords(dialogue, protocol);
  const startsAt = startOf(dialogue.setup.starts);
  const { executives, slots } = dialogue.setup;
  const stage = await Stage.open({
    protocols,
    protocol: protocol.id,
    channel: dialogue.channel,
    startsAt,
    executives: executives ?? null,
    slots: slots?.map(time => slotInstant(time, startsAt, protocol.zone)) ?? null,
  });
  try {
    const player = new Player(stage, dialogue, protocol, startsAt);
    await player.run();
    return {
      id: dialogue.id,
      events: player.report.events,
      failures: failuresOf(dialogue.expect, player.report.events),
    };
  } finally {
    await stage.close();
  }
}

/** Kinds of steps that dialogues of other services need. */
function refuseUnbuilt(dialogue: Dialogue): void {
  const missing =
    dialogue.setup.cases || dialogue.turns.some(t => t.from === 'system' && t.do === 'unit_answers')
      ? 'case'
      : dialogue.turns.some(t => t.from === 'system' && t.do === 'event')
        ? 'life-event'
        : null;
  if (missing)
    throw new CannotPlay(
      `${dialogue.file}:${dialogue.line}: "${dialogue.id}" necesita pasos de tipo "${missing}", que esta versión no tiene`,
    );
}

class Player {
  readonly report: Report;
  readonly #stage: Stage;
  readonly #dialogue: Dialogue;
  readonly #protocol: Protocol;
  readonly #startsAt: number;
  readonly #ids = new Set<string>();
  /** What the engine did not take while its store was away: the channel brings it again, in order. */
  #waiting: Incoming[] = [];
  #acts = 0;
  #mails = 0;

  constructor(stage: Stage, dialogue: Dialogue, protocol: Protocol, startsAt: number) {
    this.#stage = stage;
    this.#dialogue = dialogue;
    this.#protocol = protocol;
    this.#startsAt = startsAt;
    this.report = new Report(() => (stage.clock.now() - startsAt) / 1_000, protocol);
    this.#listen();
  }

  async run(): Promise<void> {
    await this.#setUp();
    for (const [i, turn] of this.#dialogue.turns.entries()) {
      await this.#stage.until(this.#startsAt + turn.at_s * 1_000, this.#look);
      await this.#turn(turn, i);
      await this.#stage.settle();
      await this.#look();
    }
    await this.#stage.afterwards(AFTERWARDS_MS, this.#look);
  }

  #listen(): void {
    this.#stage.service.onCommit(commit => {
      // What the channel was given before this turn happened before it.
      this.#sent();
      this.report.committed(commit);
    });
  }

  #sent(): void {
    for (const message of this.#stage.line.take()) this.report.sent(message);
  }

  readonly #look = async (): Promise<void> => {
    this.#sent();
    for (; this.#mails < this.#stage.mails.length; this.#mails++) this.report.mailed(this.#stage.mails[this.#mails]!);
    const thread = await this.#thread();
    if (thread)
      this.report.timers(await this.#stage.service.store.timers(thread.conversation).catch(() => []), this.#startsAt);
  };

  async #thread(): Promise<Thread | null> {
    return this.#stage.service.threads.find(this.#dialogue.channel, ADDRESS).catch(() => null);
  }

  // ---- the world before the first turn ------------------------------------------------------------------------------------

  async #setUp(): Promise<void> {
    const { contact } = this.#dialogue.setup;
    const { service } = this.#stage;
    if (contact) {
      const thread = await service.threads.open(this.#dialogue.channel, ADDRESS, this.#protocol.id);
      if (contact.labels?.includes('priority'))
        await this.#act({ do: 'label', label: 'priority', on: true }, actorOf('A'));
      if (contact.blocked) await this.#act({ do: 'close', reason: contact.blocked }, actorOf('A'));
      const { check_word, safe_hours } = contact.profile ?? {};
      const safeHours = safe_hours?.map(hours => safeWindow(hours)).filter(window => window !== null);
      if (check_word || safeHours)
        await service.contacts.profile(thread.contact, {
          ...(check_word ? { checkWord: check_word } : {}),
          ...(safeHours ? { safeHours } : {}),
        });
    }
    await this.#begin();
    await this.#stage.settle();
    await this.#look();
    this.report.begin();
  }

  async #begin(): Promise<void> {
    const { setup, file, lineOf } = this.#dialogue;
    if (setup.step === undefined) return;
    const { service, clock } = this.#stage;
    const where = `${file}:${lineOf(['setup', 'step'])}`;
    const way = wayTo(service.protocols.current(this.#protocol.id), setup.step, clock.now(), where);
    const thread = await this.#open();
    for (const [i, { event, text }] of way.entries()) {
      const id = `before-${i + 1}`;
      const now = clock.now();
      await service.conversations.apply(thread, `act:${id}`, () => ({
        event: { ...event, world: { ...event.world, now } },
        ...(text === null ? {} : { inbound: { id, text, at: now } }),
      }));
      await this.#stage.settle();
    }
  }

  // ---- turns --------------------------------------------------------------------------------------------------------------

  async #turn(turn: Turn, index: number): Promise<void> {
    if (turn.from === 'executive') return this.#executive(turn);
    if (turn.from === 'system') return this.#system(turn);
    const id = turn.id ?? `turn-${index + 1}`;
    const duplicate = this.#ids.has(id);
    this.#ids.add(id);
    const { text = '', media, lat, lon, sent_s } = turn;
    this.report.add({ kind: 'inbound', text, id, ...(media ? { media } : {}), ...(duplicate ? { duplicate } : {}) });
    this.#waiting.push({
      channel: this.#dialogue.channel,
      address: ADDRESS,
      id,
      text,
      protocol: this.#protocol.id,
      ...(media
        ? { media: { type: media, ...(lat === undefined ? {} : { lat }), ...(lon === undefined ? {} : { lon }) } }
        : {}),
      ...(sent_s === undefined ? {} : { sentAt: this.#startsAt + sent_s * 1_000 }),
    });
    await this.#deliver();
  }

  async #deliver(): Promise<void> {
    while (this.#waiting[0]) {
      try {
        await this.#stage.service.inbound.receive(this.#waiting[0]);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        this.report.add({ kind: 'refused', what: `message ${this.#waiting[0].id}`, why: STORE_DOWN });
        return;
      }
      this.#waiting.shift();
    }
  }

  async #executive(turn: ExecutiveTurn): Promise<void> {
    const actor = actorOf(turn.as);
    if (turn.do === 'connect') return this.#stage.staff.came(turn.as);
    if (turn.do === 'disconnect') {
      this.#stage.staff.leaves(turn.as);
      return this.#happens({ type: 'OWNER_LOST', person: actor.id, why: 'disconnected' });
    }
    this.#stage.staff.came(turn.as);
    const startsAt = turn.do === 'book' ? slotInstant(turn.slot, this.#stage.clock.now(), this.#protocol.zone) : 0;
    await this.#act(await this.#withContext(context => actOf(turn, context, startsAt)), actor);
  }

  async #system(turn: SystemTurn): Promise<void> {
    const { service, line, staff, clock } = this.#stage;
    const { zone } = this.#protocol;
    switch (turn.do) {
      case 'wait':
      case 'knowledge':
        // Nobody outside is asked in a dialogue: the sheets are always there.
        return;
      case 'executives':
        return staff.set(turn.n);
      case 'channel':
        line.up = turn.state === 'up';
        return;
      case 'store':
        this.#stage.setStore(turn.state);
        return turn.state === 'down' ? undefined : this.#deliver();
      case 'restart':
        await this.#stage.restart();
        return this.#listen();
      case 'ack': {
        const last = line.last;
        return last
          ? service.inbound.acked({
              channel: line.id,
              conversation: last.conversation,
              seq: last.seq,
              state: turn.state,
            })
          : undefined;
      }
      case 'slots': {
        const times = turn.times.map(time => slotInstant(time, clock.now(), zone)).sort((a, b) => a - b);
        this.#stage.opened(times);
        return this.#happens({ type: 'SLOTS', slots: times.map(at => ({ at, staff: 'staff-1' })), asked: false });
      }
      case 'slot_taken': {
        const at =
          turn.time === 'first'
            ? await this.#withContext(c => c.slot?.at ?? c.slots[0]?.at ?? null)
            : slotInstant(turn.time, clock.now(), zone);
        if (at === null) return;
        const slot = { at, staff: 'staff-1' };
        await service.appointments.block(this.#protocol, slot);
        return this.#happens({ type: 'TAKEN', slot });
      }
      case 'call_state':
        return this.#telephone(turn);
      case 'unit_answers':
      case 'event':
        throw new CannotPlay(`${turn.do}: nadie lo oye`);
    }
  }

  /** The telephone says how a call goes; one that nobody opened was dialled by hand. */
  async #telephone(turn: Extract<SystemTurn, { do: 'call_state' }>): Promise<void> {
    const actor = await this.#withContext(({ owner }) => actorOf(owner.kind === 'executive' ? owner.id : 'A'));
    this.#stage.staff.came(actor.id);
    const open = () => this.#withContext(context => openCall(context, turn.institution));
    if ((await open()) === null) await this.#act({ do: 'call', institution: turn.institution }, actor);
    const slot = await open();
    if (slot === null) return;
    if (turn.state === 'ringing') await this.#act({ do: 'call_state', slot, state: 'ringing' }, actor);
    if (turn.state === 'answered') await this.#act({ do: 'call_state', slot, state: 'talking' }, actor);
    const outcome =
      turn.outcome ??
      (turn.state === 'no_answer' || turn.state === 'busy' || turn.state === 'failed' ? turn.state : null);
    if (outcome) await this.#act({ ...toldOf(turn), do: 'call_result', slot, outcome }, actor);
  }

  // ---- to the engine ----------------------------------------------------------------------------------------------------------

  async #withContext<T>(read: (context: ReturnType<typeof contextOf>) => T): Promise<T> {
    const thread = await this.#open();
    const live = await this.#stage.service.conversations.state(thread.conversation);
    return read(contextOf(live?.snapshot ?? begin(this.#stage.service.protocols.current(this.#protocol.id).compiled)));
  }

  #open(): Promise<Thread> {
    return this.#stage.service.threads.open(this.#dialogue.channel, ADDRESS, this.#protocol.id);
  }

  /** One act of an executive, in as many turns as the desk makes of it. */
  async #act(act: DeskAct, actor: Actor): Promise<void> {
    const { service } = this.#stage;
    const cause = `act:simulated-${++this.#acts}`;
    try {
      const thread = await this.#open();
      const booked = act.do === 'book' ? await this.#book(act.startsAt, thread) : undefined;
      const became = await inTurns<string>(service.conversations, {
        thread,
        cause,
        means: live => {
          const doing = eventsOfAct(act, actor, live, service.world(this.#protocol.id), { booked });
          return 'refused' in doing ? { refused: doing.why } : doing;
        },
        fields: fieldsOf,
      });
      if (became.kind === 'refused') this.report.add({ kind: 'refused', what: act.do, why: became.why });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.report.add({ kind: 'refused', what: act.do, why: STORE_DOWN });
    }
  }

  async #book(at: number, thread: Thread): Promise<Booked | undefined> {
    const { service, clock } = this.#stage;
    const slot = { at, staff: 'staff-1' };
    const replaces = await this.#withContext(c => c.appointment?.id ?? null);
    const booked = await service.appointments.book(this.#protocol, slot, thread, clock.now(), replaces);
    return booked ? { slot, appointment: booked.id } : undefined;
  }

  async #happens(event: Happening): Promise<void> {
    const { service } = this.#stage;
    const made = { ...event, world: service.world(this.#protocol.id) } as FlowEvent;
    await service.conversations.apply(await this.#open(), `act:simulated-${++this.#acts}`, () => ({
      event: made,
      fields: fieldsOf(made),
    }));
  }
}

type Happening = { [T in 'OWNER_LOST' | 'SLOTS' | 'TAKEN']: Omit<EventOf<T>, 'world'> }[
  | 'OWNER_LOST'
  | 'SLOTS'
  | 'TAKEN'];

/** What the record keeps of an event besides its type. */
const fieldsOf = ({ type: _type, world: _world, ...fields }: FlowEvent): Record<string, unknown> => fields;
