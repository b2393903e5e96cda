/**
 * What can happen to a conversation, as the verifier tries it: her text (its readings are unknowns, see unknowns.ts),
 * danger, every act of an executive, every answer of the world, every timer that is armed. Only events that the
 * configuration handles are tried: XState leaves the others without effect.
 *
 * Two executives stand for all of them, because guards can only ask whether it is the owner or another one. The first
 * idle call slot stands for the idle ones and the first busy one for the busy: the slots are compiled from one
 * definition, and guards can only ask how many are open.
 */
import { getNextTransitions } from 'xstate';
import {
  CALL_OUTCOMES,
  CALL_SLOTS,
  type CallState,
  type FlowEvent,
  type Happened,
  type Institution,
  isTimer,
  type Person,
  type SosWhy,
  type World,
} from '../events.js';
import type { Protocol } from '../protocol.js';
import type { Snapshot } from '../turn.js';
import { unreadReading } from './unread.js';

export const OWNER: Person = { id: 'e1', name: 'Ana' };
export const OTHER: Person = { id: 'e2', name: 'Rosa' };
/** A Wednesday at noon in Chile. */
export const WORLD: World = { now: Date.UTC(2026, 10, 25, 15), open: true, staffed: true, onCall: true };
const PROPOSAL = { provider: 'botpress', text: 'lo que propone', source: 'un documento', confidence: 1 };
export const SLOT = { at: WORLD.now + 86_400_000, staff: 's1' };

/** Why an SOS came is asked by guards, which tell apart what they ask (symbolic.ts). What is done before them only knows hers. */
const WHYS: readonly SosWhy[] = ['word', 'signal'];
const STATES: readonly CallState[] = ['dialing', 'ringing', 'talking', 'ended'];

/** Types of the events that this configuration handles, timers included, with the path of the state that does. */
export function handled(snapshot: Snapshot): Map<string, readonly string[][]> {
  const types = new Map<string, string[][]>();
  for (const { eventType, source } of getNextTransitions(snapshot))
    types.set(eventType, [...(types.get(eventType) ?? []), source.path]);
  return types;
}

/** The events to try of one handled type. `everyStep`: a release to each step, and not only to where it was. */
export function eventsOf(type: string, snapshot: Snapshot, protocol: Protocol, everyStep: boolean): FlowEvent[] {
  if (isTimer(type)) return [{ type, world: WORLD }];
  const make = BY_TYPE[type];
  return make ? make(snapshot, protocol, everyStep).map(event => ({ ...event, world: WORLD })) : [];
}

type Make = (snapshot: Snapshot, protocol: Protocol, everyStep: boolean) => Happened[];

const both = (event: (by: Person) => Happened): Happened[] => [event(OWNER), event(OTHER)];
const slots = (snapshot: Snapshot, busy: boolean): number[] =>
  Array.from({ length: CALL_SLOTS }, (_, slot) => slot)
    .filter(slot => ((snapshot.value as Record<string, unknown>)[`call${slot}`] !== 'idle') === busy)
    .slice(0, 1);

export function institutionOf({ directory }: Protocol): Institution {
  const found =
    directory.institutions.find(i => i.emergency_dispatch && i.phones.length > 0) ?? directory.institutions[0]!;
  return { id: found.id, name: found.name, number: found.phones[0]?.dial ?? '', kind: found.kind };
}

const BY_TYPE: Readonly<Record<string, Make>> = {
  MSG: (_, protocol) => [{ type: 'MSG', read: unreadReading(protocol.sheets[0]?.id ?? null) }],
  SOS: (_, protocol) => WHYS.map(why => ({ type: 'SOS', why, read: unreadReading(protocol.sheets[0]?.id ?? null) })),
  TAKE: () => both(by => ({ type: 'TAKE', by })),
  SAY: () => both(by => ({ type: 'SAY', by, text: 'Hola, te leo.' })),
  TYPES: () => both(by => ({ type: 'TYPES', by })),
  CHECK: () => both(by => ({ type: 'CHECK', by })),
  DECIDE: () => both(by => ({ type: 'DECIDE', by, decision: 'wait' })),
  NOTE: () => [{ type: 'NOTE', by: OWNER, text: 'nota' }],
  RELEASE: (_, protocol, everyStep) => [
    ...both(by => ({ type: 'RELEASE', by, step: null })),
    ...(everyStep ? protocol.talk.steps.map((step): Happened => ({ type: 'RELEASE', by: OWNER, step })) : []),
  ],
  TRANSFER: () => both(by => ({ type: 'TRANSFER', by, to: 'general' })),
  RISK: () => [{ type: 'RISK', by: OWNER, level: 3, reason: null }],
  PROFILE: () => [{ type: 'PROFILE', by: OWNER, change: { where: 'solo desde el trabajo' } }],
  LABEL: () => [{ type: 'LABEL', by: OWNER, priority: true }],
  DISCARD: () => both(by => ({ type: 'DISCARD', by, reason: 'falsa alarma' })),
  GUIDELINE: (_, { guideline }) => [
    { type: 'GUIDELINE', by: OWNER, item: guideline.questions[0]!.id, value: 'yes', quote: null, note: null },
  ],
  CALL: (snapshot, protocol) =>
    slots(snapshot, false).map(slot => ({ type: 'CALL', by: OWNER, slot, institution: institutionOf(protocol) })),
  CALL_STATE: snapshot =>
    slots(snapshot, true).flatMap(slot =>
      STATES.map((state): Happened => ({ type: 'CALL_STATE', slot, state, by: OWNER })),
    ),
  CALL_RESULT: snapshot =>
    slots(snapshot, true).flatMap(slot =>
      CALL_OUTCOMES.map((outcome): Happened => ({ type: 'CALL_RESULT', slot, outcome, by: OWNER })),
    ),
  PLACE: () => [{ type: 'PLACE', by: OWNER, text: 'Los Aromos 114, Peñalolén' }],
  REFERRAL: (_, protocol) =>
    both(by => ({ type: 'REFERRAL', by, institution: institutionOf(protocol).id, outcome: 'atendida' })),
  QUIET: () => [true, false].map(on => ({ type: 'QUIET', by: OWNER, on })),
  CLOSE: () =>
    (['done', 'aggressor', 'prank'] as const).flatMap(reason =>
      both(by => ({ type: 'CLOSE', by, reason, note: null })),
    ),
  UNBLOCK: () => [{ type: 'UNBLOCK', by: OWNER, reason: 'error' }],
  UNBOOK: () => [{ type: 'UNBOOK', by: OWNER }],
  OWNER_LOST: () => [
    { type: 'OWNER_LOST', person: OWNER.id, why: 'disconnected' },
    { type: 'OWNER_LOST', person: OWNER.id, why: 'idle' },
  ],
  SLOTS: () =>
    [
      { n: 0, near: false },
      { n: 1, near: false },
      { n: 2, near: false },
      { n: 2, near: true },
    ].map(({ n, near }) => ({
      type: 'SLOTS',
      slots: Array.from({ length: n }, (_, i) => ({ ...SLOT, at: SLOT.at + i * 3_600_000 })),
      asked: true,
      near,
    })),
  HELD: () => [{ type: 'HELD', slot: SLOT, until: WORLD.now + 600_000 }],
  TAKEN: () => [{ type: 'TAKEN', slot: SLOT }],
  BOOKED: () => [
    { type: 'BOOKED', slot: SLOT, appointment: 'a1' },
    { type: 'BOOKED', slot: SLOT, appointment: 'a1', person: true },
  ],
  MAILED: () => [{ type: 'MAILED', what: 'advice' }],
  MAIL_FAILED: () => [{ type: 'MAIL_FAILED', what: 'advice', reason: 'sin respuesta' }],
  REMOVED: () => [{ type: 'REMOVED', removed: 2, left: 1 }],
  NOT_REMOVED: () => [{ type: 'NOT_REMOVED', reason: 'sin respuesta' }],
  RECORDED: () => [{ type: 'RECORDED', record: 'data-request', folio: 'M-2026-000731' }],
  PROPOSED: () => [{ type: 'PROPOSED', proposal: PROPOSAL }],
  PARKED: () => [{ type: 'PARKED', reason: 'error', text: 'lo que escribió' }],
  EVENT: () => [{ type: 'EVENT', name: 'algo', data: {} }],
};

/** Event types that the verifier knows how to try; a handled one that is not here would go unproved. */
export const isTried = (type: string): boolean => isTimer(type) || type in BY_TYPE;
