/**
 * What the desk, the queue and the store's questions see of a conversation: its head, computed from the turn before and
 * what the turn changed. Live turns and `cauce rebuild` use the same two functions, so that both give the same head.
 */
import type { Context } from '../flows/context.js';
import { isWhich } from '../flows/place/otherPlaces.js';
import { isOpen, type Snapshot } from '../flows/turn.js';
import type { TurnBody } from './record.js';
import type { Head } from './store/store.js';

interface After {
  turn: number;
  seq: number;
  at: number;
  inbound: boolean;
  parked: string | undefined;
  /** Why people were alerted, in order. */
  alerts: readonly string[];
  /** How a person ended an emergency by this turn. */
  ending: Ending | null;
}

/** Before its first turn. */
export function newHead(
  about: Pick<Head, 'conversation' | 'contact' | 'channel' | 'protocol' | 'version' | 'locale'>,
  now: number,
): Head {
  return {
    ...about,
    turn: 0,
    snapshotTurn: 0,
    seq: 0,
    owner: 'bot',
    epoch: 0,
    risk: 0,
    emergency: 'idle',
    open: false,
    step: '',
    createdAt: now,
    updatedAt: now,
    queuedAt: null,
    lastInboundAt: null,
    desk: {},
  };
}

/** After a turn that moved the machine, to this state value. Without personal text. */
export function headAfter(before: Head, value: unknown, context: Context, after: After): Head {
  const { owner } = context;
  const queued = owner.kind === 'queue';
  const emergency = phaseOf(value);
  return {
    ...before,
    turn: after.turn,
    snapshotTurn: after.turn,
    seq: after.seq,
    owner: ownerOf(context),
    epoch: context.epoch,
    risk: context.risk,
    emergency,
    // A message that nothing could process waits for a person, whatever the machine says.
    open: isOpen({ value } as Snapshot) || after.parked !== undefined,
    step: context.step ?? '',
    locale: context.locale,
    updatedAt: after.at,
    queuedAt: queued ? (before.owner === 'queue' ? before.queuedAt : after.at) : null,
    lastInboundAt: after.inbound ? after.at : before.lastInboundAt,
    desk: deskAfter(before, context, emergency, after),
  };
}

/** After a fact about messages or effects: the machine stays where it was. One that failed calls for a person. */
export function headNoted(before: Head, turn: number, at: number, event: TurnBody['event']): Head {
  const missing = event.state === 'failed' ? 'unacked' : typeof event.unarrived === 'number' ? 'unarrived' : null;
  const alarm = missing ? { alert: missing, alertAt: at } : {};
  const removed = event.state === 'removed' && typeof event.upTo === 'number' ? { removed: event.upTo } : {};
  const arrival = arrivalOf(before, event, at);
  const offer = event.offer === undefined ? {} : { offer: event.offer };
  return { ...before, turn, updatedAt: at, desk: { ...before.desk, ...alarm, ...removed, ...arrival, ...offer } };
}

/** Lines of the conversation up to this seq are no more on her screen. */
export const removedUpTo = ({ desk }: Pick<Head, 'desk'>): number => Number(desk.removed ?? 0);

/** Our messages up to this seq have come to her screen, as far as her channel tells. */
export const arrivedUpTo = ({ desk }: Pick<Head, 'desk'>): number => Number(desk.arrived ?? 0);
/** People were told that something of this emergency has not, and it has not since. */
export const isToldUnarrived = ({ desk }: Pick<Head, 'desk'>): boolean =>
  desk.unarrived !== undefined && desk.unarrived !== null;
/** When that was said to her; null while nothing is missing. */
export const unarrivedSince = ({ desk }: Pick<Head, 'desk'>): number | null =>
  isToldUnarrived({ desk }) && typeof desk.unarrivedSince === 'number' ? desk.unarrivedSince : null;

function arrivalOf(before: Head, { state, upTo, unarrived, since }: TurnBody['event'], at: number): Head['desk'] {
  if (typeof unarrived === 'number') return { unarrived, unarrivedSince: since ?? at };
  if (typeof upTo !== 'number') return {};
  const isOver = isToldUnarrived(before) && upTo >= Number(before.desk.unarrived);
  const over = isOver ? { unarrived: null, unarrivedSince: null } : {};
  // What she had removed is awaited no more.
  if (state === 'removed') return over;
  return state === 'delivered' || state === 'read' ? { arrived: Math.max(arrivedUpTo(before), upTo), ...over } : {};
}

/** Whether people were told goes with the emergency that it was about. */
const arrivalIn = (desk: Head['desk'], emergency: string) => ({
  ...('arrived' in desk ? { arrived: desk.arrived } : {}),
  ...(emergency !== 'idle' && 'unarrived' in desk
    ? { unarrived: desk.unarrived, unarrivedSince: desk.unarrivedSince ?? null }
    : {}),
});

/** An offer is of who has her: whoever else has her since, it is over. */
const offerIn = (desk: Head['desk'], isSameOwner: boolean) => (isSameOwner && desk.offer ? { offer: desk.offer } : {});

const removedIn = (desk: Head['desk']) => ('removed' in desk ? { removed: desk.removed } : {});

export const alertsOf = ({ effects = [] }: Pick<TurnBody, 'effects'>): string[] =>
  effects.filter(e => e.type === 'alert').map(e => String(e.params.why));

type Ending = 'recorded' | 'discarded';

/** Null also for what only would end one: whether one was open is seen in the heads. */
export function endingOf({ event, effects = [] }: Pick<TurnBody, 'event' | 'effects'>): Ending | null {
  if (event.type === 'DISCARD') return 'discarded';
  return effects.some(e => e.type === 'record' && e.params.record === 'emergency') ? 'recorded' : null;
}

function deskAfter(
  { desk, owner, emergency: phaseBefore, risk: riskBefore }: Head,
  context: Context,
  emergency: string,
  after: After,
): Head['desk'] {
  const { marks } = context;
  const queued = context.owner.kind === 'queue';
  const executive = context.owner.kind === 'executive' ? context.owner : null;
  const unread = Number(desk.unread ?? 0);
  // How one ended says nothing of an emergency or a danger that comes after it.
  const endedAt = (how: Ending, before: unknown): unknown => {
    if (emergency !== 'idle') return null;
    if (phaseBefore !== 'idle') return after.ending === how ? after.at : null;
    return context.risk === riskBefore ? (before ?? null) : null;
  };
  return {
    reason: context.owner.kind === 'queue' ? context.owner.reason : (desk.reason ?? ''),
    ownerName: executive?.name ?? null,
    ownerSince: executive ? (owner === executive.id ? (desk.ownerSince ?? null) : after.at) : null,
    ...offerIn(desk, owner === ownerOf(context)),
    // What the robot decided under an older epoch never leaves (outbox.ts).
    ...removedIn(desk),
    ...arrivalIn(desk, emergency),
    takenEpoch: executive ? context.epoch : (desk.takenEpoch ?? 0),
    riskBy: context.riskBy,
    priority: marks.priority,
    blocked: marks.blocked,
    quiet: marks.quiet,
    doubt: marks.doubt,
    ...(isWhich(context) ? { places: true } : {}),
    agreed: context.opened === 'agreed',
    emergencySince: emergency === 'idle' ? null : phaseBefore === 'idle' ? after.at : (desk.emergencySince ?? after.at),
    emergencyRecordedAt: endedAt('recorded', desk.emergencyRecordedAt),
    emergencyDiscardedAt: endedAt('discarded', desk.emergencyDiscardedAt),
    // Notes of a call may hold her words or her address: they stay in the sealed body.
    calls: context.calls.map(call => call && { ...call, note: undefined }),
    unread: after.inbound ? unread + 1 : executive && owner !== ownerOf(context) ? 0 : unread,
    appointment: context.appointment,
    ...(after.parked ? { parked: after.parked } : desk.parked && queued ? { parked: desk.parked } : {}),
    ...(after.alerts.length > 0
      ? { alert: after.alerts.at(-1), alertAt: after.at }
      : { alert: desk.alert ?? null, alertAt: desk.alertAt ?? null }),
  };
}

const ownerOf = ({ owner }: Context): string => (owner.kind === 'executive' ? owner.id : owner.kind);

function phaseOf(value: unknown): string {
  const { emergency } = value as { emergency: string | { active: { chat: string | Record<string, unknown> } } };
  if (typeof emergency === 'string') return 'idle';
  const { chat } = emergency.active;
  return typeof chat === 'string' ? chat : Object.keys(chat)[0]!;
}
