/**
 * Does what a person asked, once: checks it on the state after every earlier turn, commits it, and answers with the turn
 * it became, or with why not and who has her. The same id again gets the same answer and does nothing.
 */
import { untoldBecause } from '../../flows/booking/bookedOutside.js';
import type { FlowEvent, Person, World } from '../../flows/events.js';
import { HIGH } from '../../flows/sense/types.js';
import { parsePhone, THIS_PHONE } from '../../flows/text/phone.js';
import { contextOf } from '../../flows/turn.js';
import type { Appointments } from '../appointments/appointments.js';
import { type Act, type ActReply, type ActRequest, isDrill, type QueueRow, type Refusal } from '../console/contract.js';
import type { Conversations, Live, Thread } from '../conversations.js';
import { Recent } from '../order.js';
import type { Users } from '../people/users.js';
import { type Store, StoreUnavailable } from '../store/store.js';
import type { Threads } from '../threads.js';
import {
  type Actor,
  type Booked,
  type DeskAct,
  eventsOfAct,
  FREE,
  type Prepared,
  QUEUE,
  refusalOf,
  type Refused,
} from './acts.js';
import { type Handed, type HandoverAct, handoverOf, isHandover } from './handover.js';
import { inTurns, type Means } from './inTurns.js';
import { CAPACITY } from './presence.js';
import { may } from '../console/rights.js';
import { sinceOf } from './rows.js';
import { refusal, type Screen } from './screen.js';
import { type SafetyParts, unsafeNow } from './unsafe.js';
import type { Words } from './words.js';

export interface DoingParts {
  store: Store;
  threads: Threads;
  conversations: Conversations;
  appointments: Appointments;
  users: Users;
  world(protocol: string): World;
  /** How many conversations a person has now. */
  load(user: string): number;
  /** She has a page of the console open. */
  isHere(user: string): boolean;
  service: SafetyParts;
}

/** Each is a turn: often enough that whoever goes on typing is not taken for gone. */
const TYPES_EVERY_MS = 20_000;
const TYPED_MOST = 1_000;

type Who = Pick<Screen, 'actor' | 'locale'>;
/** What `decide` found: events to commit, or why not. */
type Found = { events: readonly FlowEvent[] } | Refusal;

export class Doing {
  readonly #parts: DoingParts;
  readonly #now = new Map<string, Promise<ActReply>>();
  /** When a person was last said to be typing, by conversation. */
  readonly #typed = new Recent<number>(TYPED_MOST);

  constructor(parts: DoingParts) {
    this.#parts = parts;
  }

  /** Never throws for what can be told. */
  act(request: ActRequest, who: Who): Promise<ActReply> {
    const running = this.#now.get(request.id);
    if (running) return running;
    const doing = this.#act(request, who)
      .catch((error: unknown) => {
        if (error instanceof StoreUnavailable) return refusal(who.locale, 'unavailable', 'refused.unavailable');
        throw error;
      })
      .finally(() => this.#now.delete(request.id));
    this.#now.set(request.id, doing);
    return doing;
  }

  /** Who had her is gone: she goes back to the queue. Done once for each time that somebody had her. */
  async lost(row: QueueRow, why: 'disconnected' | 'idle'): Promise<void> {
    const { threads, conversations, world } = this.#parts;
    const thread = await threads.ofConversation(row.conversation);
    const { id = '' } = row.owner;
    if (!thread) return;
    await conversations.apply(thread, `act:lost-${id}-${row.epoch}`, live =>
      live.head.owner === id && live.head.epoch === row.epoch
        ? {
            event: { type: 'OWNER_LOST', person: id, why, world: world(live.running.protocol.id) },
            fields: { person: id, why },
          }
        : null,
    );
  }

  /** Whoever has her begins to write to her in an emergency: the robot eases no more, and leaves her the word. */
  async types({ conversation }: QueueRow, { id, name }: Actor, at: number): Promise<void> {
    const { threads, conversations, world } = this.#parts;
    const before = this.#typed.get(conversation);
    if (before !== undefined && Math.abs(at - before) < TYPES_EVERY_MS) return;
    this.#typed.set(conversation, at);
    const thread = await threads.ofConversation(conversation);
    if (!thread) return;
    const by = { id, name };
    await conversations.apply(thread, `act:types-${by.id}-${at}`, live =>
      live.head.owner === by.id && live.head.emergency !== 'idle'
        ? { event: { type: 'TYPES', by, world: world(live.running.protocol.id) } }
        : null,
    );
  }

  async #act({ id, conversation, epoch, act }: ActRequest, who: Who): Promise<ActReply> {
    const { store, threads, conversations } = this.#parts;
    const thread = await threads.ofConversation(conversation);
    const state = thread && (await conversations.state(conversation));
    if (!thread || !state) return refusal(who.locale, 'not-found', 'refused.not-found');
    const done = await store.turnByCause(conversation, `act:${id}`);
    if (done) return { ok: true, turn: done.turn, epoch: done.facts.epoch };

    if (isDrill(state.head) && state.head.emergency === 'idle')
      return refusal(who.locale, 'invalid', 'refused.drill-over');
    // A time that somebody real may need.
    if (isDrill(state.head) && act.do === 'book') return refusal(who.locale, 'invalid', 'refused.drill-book');

    const before = await this.#prepare(act, who, thread, state);
    if ('ok' in before) return before;
    if (isHandover(act)) return this.#handOver(act, { cause: `act:${id}`, epoch, to: before.to }, who, thread);
    // Only what the screen did not know yet may be an act that was cut in the middle.
    const isBegun = epoch < state.head.epoch && (await store.turnByCause(conversation, `act:${id}:1`)) !== null;
    const became = await inTurns<Refusal>(conversations, {
      thread,
      cause: `act:${id}`,
      // Once she is hers, what was on the screen is older than this very act.
      means: (live, done) =>
        refusedBy((done === 0 && !isBegun && stale(live, epoch, act, who)) || this.#found(live, act, who, before)),
      fields: (event, live) => fieldsOf(event, who.actor, live, before),
    });
    if (became.kind === 'refused') return became.why;
    if (became.kind === 'nothing')
      return became.live
        ? { ok: true, turn: became.live.head.turn, epoch: became.live.head.epoch }
        : refusal(who.locale, 'not-found', 'refused.not-found');
    const { last } = became;
    return last.kind === 'duplicate'
      ? { ok: true, turn: last.turn.turn, epoch: last.turn.facts.epoch }
      : { ok: true, turn: last.commit.head.turn, epoch: last.commit.head.epoch };
  }

  /** Decided on the last state, as any act, and done once. */
  async #handOver(
    act: HandoverAct,
    { cause, epoch, to }: { cause: string; epoch: number; to: Person | undefined },
    who: Who,
    thread: Thread,
  ): Promise<ActReply> {
    const { conversations, world } = this.#parts;
    const { id, name } = who.actor;
    if (!may(who.actor.roles, 'attend')) return refusal(who.locale, 'forbidden', 'refused.role');
    const found: { live: Live | null; why: Refusal | null } = { live: null, why: null };
    const decide = (live: Live): Handed => {
      Object.assign(found, { live, why: stale(live, epoch, act, who) });
      const handed = found.why
        ? null
        : handoverOf(act, { id, name }, live.head, to, world(live.running.protocol.id).now);
      const isMore = act.do === 'accept' && handed !== null && handed !== 'done';
      if (isMore && this.#isFull(live, who.actor))
        found.why = refusal(who.locale, 'invalid', 'refused.capacity', { n: CAPACITY });
      else if (handed === null) found.why ??= told({ refused: 'owned', why: 'owned' }, live, who);
      return found.why ? null : handed;
    };
    const applied =
      act.do === 'accept'
        ? await conversations.apply(thread, cause, live => {
            const handed = decide(live);
            if (handed === null || handed === 'done' || !('event' in handed)) return null;
            const { event, fields } = handed;
            return { event: { ...event, world: world(live.running.protocol.id) }, fields };
          })
        : await conversations.note(thread, cause, live => {
            const handed = decide(live);
            return handed !== null && handed !== 'done' && 'note' in handed ? handed.note : null;
          });
    if (applied.kind === 'stored')
      return { ok: true, turn: applied.commit.head.turn, epoch: applied.commit.head.epoch };
    if (applied.kind === 'duplicate') return { ok: true, turn: applied.turn.turn, epoch: applied.turn.facts.epoch };
    if (found.why) return found.why;
    return found.live
      ? { ok: true, turn: found.live.head.turn, epoch: found.live.head.epoch }
      : refusal(who.locale, 'not-found', 'refused.not-found');
  }

  /** In high danger nobody is told that she has too many already. */
  #isFull({ head }: Live, { id }: Actor): boolean {
    return head.emergency === 'idle' && head.risk < HIGH && this.#parts.load(id) >= CAPACITY;
  }

  #found(live: Live, act: DeskAct, who: Who, prepared: Prepared): Found {
    const doing = eventsOfAct(act, who.actor, live, this.#parts.world(live.running.protocol.id), prepared);
    if ('refused' in doing) return told(doing, live, who);
    const isMore = act.do === 'take' && doing.events.length > 0;
    if (isMore && this.#isFull(live, who.actor))
      return refusal(who.locale, 'invalid', 'refused.capacity', { n: CAPACITY });
    return doing;
  }

  /** What has to be looked up, or reserved, before the machine is asked. */
  async #prepare(act: Act, who: Who, thread: Thread, state: Live): Promise<Prepared | Refusal> {
    if (act.do === 'hand_over' || (act.do === 'transfer' && act.to !== QUEUE)) {
      const to = await this.#parts.users.get(act.to);
      if (!to || to.disabled || !may(to.roles, 'attend'))
        return refusal(who.locale, 'invalid', 'refused.unknown-person');
      if (!this.#parts.isHere(to.id)) return refusal(who.locale, 'invalid', 'refused.not-here', { name: to.name });
      return { to: { id: to.id, name: to.name } };
    }
    if (act.do === 'note' && act.calls) return this.#called(act.calls, who);
    if (act.do === 'say' && act.anyway !== true) {
      const isRefused = refusalOf(act, who.actor, contextOf(state.snapshot)) !== null;
      return (isRefused ? null : await unsafeNow(this.#parts.service, thread, state, who.locale)) ?? {};
    }
    if (act.do !== 'book') return {};
    const refused = refusalOf(act, who.actor, contextOf(state.snapshot));
    if (refused) return told(refused, state, who);
    const phone = this.#numberOf(act.phone, thread, state);
    // In her own words: an hour without a number is a call that nobody can make.
    if (phone === null) return { ok: false, code: 'number-needed', message: '' };
    const booked = await this.#book(act.startsAt, thread, state);
    return booked
      ? { booked: { ...booked, ...(phone === '' ? {} : { phone }) } }
      : refusal(who.locale, 'slot-taken', 'refused.slot-taken');
  }

  /** Whom a note calls: all of them, or it is not written, so that nobody is taken for told. */
  async #called(ids: readonly string[], { actor, locale }: Who): Promise<Prepared | Refusal> {
    const called: Person[] = [];
    for (const one of new Set(ids)) {
      if (one === actor.id) continue;
      const user = await this.#parts.users.get(one);
      if (!user || user.disabled || !may(user.roles, 'attend'))
        return refusal(locale, 'invalid', 'refused.unknown-person');
      if (!this.#parts.isHere(one)) return refusal(locale, 'invalid', 'refused.not-here-called', { name: user.name });
      called.push({ id: user.id, name: user.name });
    }
    return { called };
  }

  /** What was written, to be dialled; empty where she has one without it; null where there is none, or it is not one. */
  #numberOf(written: string | undefined, { channel }: Thread, { snapshot }: Live): string | null {
    if (written !== undefined && written.trim() !== '') {
      const phone = parsePhone(written);
      return phone.ok && phone.value.kind !== 'short' ? phone.value.dial : null;
    }
    const given = contextOf(snapshot).kept.phone;
    // Whoever writes there can be called where she writes from.
    const isCallable = this.#parts.service.channels.get(channel)?.capabilities.callable ?? true;
    const isGiven = typeof given === 'string' && given !== THIS_PHONE;
    return isGiven || isCallable ? '' : null;
  }

  /** Free, or hers already from a first try of this act. */
  async #book(startsAt: number, thread: Thread, { running: { protocol }, snapshot }: Live): Promise<Booked | null> {
    const { appointments, world } = this.#parts;
    const { now } = world(protocol.id);
    const hers = (await appointments.between(startsAt, startsAt)).find(one => one.conversation === thread.conversation);
    const free = hers
      ? { at: startsAt, staff: hers.staff }
      : (await appointments.free(protocol, now)).find(one => one.at === startsAt);
    const booked =
      free && (await appointments.book(protocol, free, thread, now, contextOf(snapshot).appointment?.id ?? null));
    return booked ? { slot: { at: booked.at, staff: booked.staff }, appointment: booked.id } : null;
  }
}

const refusedBy = (found: Found): Means<Refusal> => ('events' in found ? found : { refused: found });

/** Acts that do not depend on who had her when the screen was drawn; `take` is decided by who has her now. */
const ANY_EPOCH: ReadonlySet<Act['do']> = new Set([...FREE, 'take']);

function stale({ head, snapshot }: Live, epoch: number, act: Act, who: Who): Refusal | null {
  if (epoch >= head.epoch || ANY_EPOCH.has(act.do)) return null;
  const owned = refusalOf(act, who.actor, contextOf(snapshot));
  if (owned) return null; // told with its own reason
  return refusal(who.locale, 'stale', 'refused.stale', {}, { owner: ownerIn({ head, snapshot }), epoch: head.epoch });
}

function told({ refused, why, word = '' }: Refused, { head, snapshot }: Live, who: Who): Refusal {
  const owner = ownerIn({ head, snapshot });
  return refusal(
    who.locale,
    refused,
    `refused.${why}` as Words,
    { name: owner.name ?? '', word },
    refused === 'owned' ? { owner, epoch: head.epoch } : {},
  );
}

function ownerIn({ head, snapshot }: Pick<Live, 'head' | 'snapshot'>): QueueRow['owner'] {
  const { owner } = contextOf(snapshot);
  return owner.kind === 'executive' ? { ...owner, ...sinceOf(head) } : { kind: owner.kind };
}

/** What the record keeps of an event: all but the world, and what an executive said, which stands in the messages. */
function fieldsOf(
  event: FlowEvent,
  { id, name }: Actor,
  live: Live,
  { to, called = [] }: Prepared,
): Record<string, unknown> {
  const { type, world: _world, read: _read, ...rest } = event as FlowEvent & { read?: unknown };
  const fields: Record<string, unknown> = { ...rest, by: { id, name } };
  if (type === 'SAY') delete fields.text;
  if (to !== undefined) fields.toName = to.name;
  if (type === 'NOTE' && called.length > 0) fields.calls = called;
  const { owner } = contextOf(live.snapshot);
  if (type === 'TAKE' && owner.kind === 'executive') fields.fromName = owner.name;
  Object.assign(fields, calledIn(event, live));
  if (type === 'BOOKED' || type === 'UNBOOK')
    fields.untold = untoldBecause(contextOf(live.snapshot), event, live.running.protocol);
  return fields;
}

/** Whose call it is, which an event about one that is open does not say. */
export function calledIn(event: FlowEvent, { snapshot }: Pick<Live, 'snapshot'>): { institution?: string } {
  const call = 'slot' in event && typeof event.slot === 'number' ? contextOf(snapshot).calls[event.slot] : null;
  return call && event.type !== 'CALL' ? { institution: call.institution.name } : {};
}
