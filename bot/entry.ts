/**
 * What a decided turn becomes in the store: one entry with the sealed body, the head, timers and the outbox. Nothing is
 * written here, and nothing read: a turn that meets another process is simply made again.
 */
import type { Context } from '../flows/context.js';
import { isTimer } from '../flows/events.js';
import { withoutWords } from '../flows/withoutWords.js';
import { freeze } from '../flows/snapshot.js';
import { contextOf, type Turned, withContext } from '../flows/turn.js';
import type { Decision, Live, Sealer, Thread } from './conversations.js';
import { alertsOf, endingOf, headAfter, headNoted } from './heads.js';
import type { Ids } from './ids.js';
import { encode, type RecordedMessage, type TurnBody } from './record.js';
import type { Entry, Head, OutboxRow, StoredTurn, TimerRow, TurnFacts } from './store/store.js';

/** A decision with what the machine made of it. */
export type Made = Decision & { turned: Turned };

export interface Drafted {
  entry: Entry;
  body: TurnBody;
  next: Live;
}

/** What a turn's body is sealed for. */
export const purposeOf = (conversation: string, turn: number): string => `turn:${conversation}:${turn}`;

/** What is said to her in an emergency is on her screen by then, or people are told. */
const ARRIVES_MS = 20_000;

/**
 * @param pushes false: readers come for their messages, and none goes to the outbox
 * @param tells the channel tells of each message that it has arrived
 */
export function turnEntry(
  thread: Thread,
  live: Live,
  cause: string,
  made: Made,
  { ids, pushes, tells }: { ids: Ids; pushes: boolean; tells: boolean },
): Drafted {
  const { head, running, sealer } = live;
  const { turned, event } = made;
  const { now } = event.world;
  const turn = head.turn + 1;
  const context = contextOf(turned.snapshot);
  const messages = messagesOf(made, context.locale, head.seq, ids);
  const seq = head.seq + messages.length;
  const effects = turned.effects.map(effect => ({ id: ids.next(), ...effect, params: named(effect, head, now) }));
  const body: TurnBody = {
    event: { type: event.type, ...made.fields },
    ...(made.sensed ? { sensed: made.sensed } : {}),
    messages,
    ...(turned.hushed.length > 0 ? { hushed: turned.hushed } : {}),
    ...(effects.length > 0 ? { effects } : {}),
    ...(made.parked ? { parked: made.parked } : {}),
    snapshot: freeze(running.compiled, turned.snapshot),
  };
  const after = headAfter(head, turned.snapshot.value, context, {
    turn,
    seq,
    at: now,
    inbound: made.inbound !== undefined,
    parked: made.parked,
    alerts: alertsOf(body),
    ending: endingOf(body),
  });
  const timers = rearmed(live.arms, turned, event.type, { conversation: thread.conversation, arm: String(turn), now });
  const facts: TurnFacts = {
    event: event.type,
    from: head.step,
    to: after.step,
    owner: after.owner,
    epoch: after.epoch,
    risk: context.risk,
    milestones: turned.milestones,
    seq: messages[0]?.seq ?? seq,
    messages: messages.length,
    protocol: thread.protocol,
    version: running.protocol.hash,
  };
  const entry: Entry = {
    turn: sealedTurn(thread, { turn, cause, at: now, facts }, body, sealer),
    head: after,
    timersSet: timers.set,
    timersCancelled: timers.cancelled,
    outbox: outboxOf(thread, turn, context, body, {
      sealer,
      now,
      pushes,
      watches: tells && after.emergency !== 'idle',
    }),
  };
  const { takenOver: _done, ...rest } = live;
  return { entry, body, next: { ...rest, snapshot: turned.snapshot, head: after, arms: timers.arms } };
}

/**
 * The record of an emergency is one, from its draft to its end, which clears when the emergency began: so each says it. What
 * is removed is all before this turn, and her word that asked for it.
 */
function named({ type, params }: Turned['effects'][number], { desk, seq }: Head, now: number): Record<string, unknown> {
  if (type === 'remove') return { ...params, upTo: seq + 1 };
  return type === 'record' && params.record === 'emergency' ? { ...params, since: desk.emergencySince ?? now } : params;
}

/** A fact about messages or effects, without a transition. */
export function noteEntry(thread: Thread, live: Live, cause: string, event: TurnBody['event'], now: number): Drafted {
  const { head, sealer } = live;
  const turn = head.turn + 1;
  const { step, owner, epoch, risk, seq, protocol, version } = head;
  const facts: TurnFacts = {
    event: event.type,
    from: step,
    to: step,
    owner,
    epoch,
    risk,
    milestones: [],
    seq,
    messages: 0,
    protocol,
    version,
  };
  const body: TurnBody = { event, messages: [] };
  const after = headNoted(head, turn, now, event);
  const entry: Entry = {
    turn: sealedTurn(thread, { turn, cause, at: now, facts }, body, sealer),
    head: after,
    timersSet: [],
    timersCancelled: [],
    outbox: [],
  };
  return { entry, body, next: { ...live, head: after } };
}

/** What was written in it is gone; what she is known by stays. Of those before, `expiredBody` is left. */
export function expiryEntry(thread: Thread, live: Live, cause: string, now: number): Drafted {
  const context = withoutWords(contextOf(live.snapshot));
  const snapshot = withContext(live.snapshot, context);
  const { entry, next } = noteEntry(thread, live, cause, { type: 'NOTE' }, now);
  const { turn } = entry.turn;
  const head: Head = {
    ...live.head,
    turn,
    snapshotTurn: turn,
    step: context.step ?? '',
    desk: { ...live.head.desk, expiredTurn: turn },
  };
  const body: TurnBody = {
    event: { type: 'NOTE', expired: true },
    messages: [],
    head,
    snapshot: freeze(live.running.compiled, snapshot),
  };
  const { cause: why, at, facts } = entry.turn;
  return {
    entry: { ...entry, head, turn: sealedTurn(thread, { turn, cause: why, at, facts }, body, live.sealer) },
    body,
    next: { ...next, snapshot, head },
  };
}

/** What is left of an earlier turn. */
export function expiredBody({ conversation, turn, facts }: StoredTurn, sealer: Sealer): Uint8Array {
  const body: TurnBody = { event: { type: facts.event }, messages: [], expired: true };
  return sealer.seal(encode(body), purposeOf(conversation, turn));
}

function sealedTurn(
  { conversation, contact }: Thread,
  about: Pick<StoredTurn, 'turn' | 'cause' | 'at' | 'facts'>,
  body: TurnBody,
  sealer: Sealer,
): StoredTurn {
  return { conversation, contact, ...about, body: sealer.seal(encode(body), purposeOf(conversation, about.turn)) };
}

/** Hers first, then what is said to it. */
function messagesOf({ inbound, turned, event }: Made, locale: string, last: number, ids: Ids): RecordedMessage[] {
  const messages: RecordedMessage[] = [];
  if (inbound) messages.push({ ...inbound, seq: last + 1, direction: 'in', author: 'citizen', locale });
  for (const { author, name, text, key, choices, sheet, locale } of turned.messages) {
    messages.push({
      seq: last + messages.length + 1,
      direction: 'out',
      id: ids.next(),
      author,
      ...(name ? { name } : {}),
      text,
      key,
      ...(choices ? { choices } : {}),
      ...(sheet ? { sheet } : {}),
      ...(event.type === 'SAY' && event.anyway && author === 'executive' ? { anyway: true as const } : {}),
      at: event.world.now,
      locale,
    });
  }
  return messages;
}

/** The arm is the number of the turn: new at each arming. */
function rearmed(
  before: ReadonlyMap<string, string>,
  { timers }: Turned,
  event: string,
  { conversation, arm, now }: { conversation: string; arm: string; now: number },
): { arms: Map<string, string>; set: TimerRow[]; cancelled: string[] } {
  const arms = new Map(before);
  const set: TimerRow[] = [];
  const cancelled: string[] = [];
  // One that fired is over, unless this turn arms it again.
  if (isTimer(event) && !timers.has(event) && arms.delete(event)) cancelled.push(event);
  for (const [timer, change] of timers) {
    if (change === 'cancelled') {
      if (arms.delete(timer)) cancelled.push(timer);
    } else {
      arms.set(timer, arm);
      set.push({ conversation, timer, arm, dueAt: now + change.delayMs });
    }
  }
  return { arms, set, cancelled };
}

function outboxOf(
  { conversation, contact, channel }: Thread,
  turn: number,
  { epoch }: Context,
  { messages, effects = [] }: TurnBody,
  { sealer, now, pushes, watches }: { sealer: Sealer; now: number; pushes: boolean; watches: boolean },
): OutboxRow[] {
  const rows: OutboxRow[] = [];
  const add = (
    id: string,
    { lane, way, type }: Pick<OutboxRow, 'lane' | 'way' | 'type'>,
    dueAt: number,
    what: unknown,
  ): void => {
    const body = sealer.seal(Buffer.from(JSON.stringify(what)), `outbox:${id}`);
    rows.push({
      id,
      conversation,
      contact,
      lane,
      way,
      order: turn * 1_000 + rows.length,
      type,
      epoch,
      dueAt,
      attempts: 0,
      body,
    });
  };
  if (pushes)
    for (const message of messages)
      if (message.direction === 'out')
        add(message.id, { lane: conversation, way: `say:${channel}`, type: 'say' }, now, message);
  for (const { id, type, params } of effects) {
    // Consoles learn of an alert from the commit itself.
    if (type !== 'alert')
      add(id, { lane: `${conversation}:${type}`, way: type, type }, now + Number(params.holdMs ?? 0), params);
  }
  // The last one stands for all: what arrives has those before it.
  const said = messages.findLast(message => message.direction === 'out');
  if (watches && said) {
    const way = 'watch-arrival';
    const params = { seq: said.seq, message: said.id, since: now };
    add(`${said.id}:arrival`, { lane: `${conversation}:${way}`, way, type: way }, now + ARRIVES_MS, params);
  }
  return rows;
}
