/**
 * Effects: what a turn asks of the world, as data. The shell does each one after the commit, at least once, with the
 * effect's id as idempotency key, and what came of it returns as an event. One handler per type in bot/effects.
 */
import { saidForCallers } from './danger/herWords.js';
import type { Context } from './context.js';
import type { FlowEvent } from './events.js';
import { type Condition, holds, type Known, pickedSlot, readingOf } from './guards.js';
import { leavingOut } from './booking/herTimes.js';
import { outsideQuestion } from './knowledge.js';
import { profileOf } from './sight/safeContact.js';

export const EFFECTS = [
  'alert',
  'place-call',
  'find-slots',
  'hold-slot',
  'book-slot',
  'free-slot',
  'doubt-slot',
  'e-mail',
  'ask-knowledge',
  'record',
  'contact',
  'remove',
] as const;
export type EffectType = (typeof EFFECTS)[number];

export interface Effect {
  type: EffectType;
  params: Record<string, unknown>;
}

/** Milliseconds between a decision to mail and its leaving: an SOS in between keeps it here. */
export const MAIL_HOLD_MS = 30_000;

/** An alert that is given only where she says what whoever calls must know, with that as its reason. */
export const ALERT_FOR_CALLERS = 'for-callers';
/** A new attack in an emergency that nobody has: it sounds, and whoever is on call is called to it. */
export const ATTACK_AGAIN = 'attack-again';

/**
 * Fills what an effect needs from the conversation as it stands at that point of the turn. Null where there is nothing to
 * do: what only the people are told is looked for here, and not by a guard, because the talk goes on alike.
 */
export function effectOf(
  type: EffectType,
  given: Record<string, unknown>,
  context: Context,
  event: FlowEvent,
  known: Known,
): Effect | null {
  if (given.why === ALERT_FOR_CALLERS) {
    const why = saidForCallers(readingOf(event));
    return why ? effectOf(type, { ...given, why }, context, event, known) : null;
  }
  const { when, ...params } = given;
  if (when && !holds(when as Condition, context, event, known)) return null;
  return { type, params: { ...params, ...FILL[type](context, event, known, params) } };
}

type Fill = (
  context: Context,
  event: FlowEvent,
  known: Known,
  given: Record<string, unknown>,
) => Record<string, unknown>;

/** What the person who ends it writes down: to whom she was referred and what came of it, why it was none, or a note. */
function said(event: FlowEvent): Record<string, unknown> {
  if (event.type === 'REFERRAL')
    return { referral: { institution: event.institution, outcome: event.outcome, by: event.by.id } };
  if (event.type === 'DISCARD') return { discarded: { reason: event.reason, by: event.by.id } };
  return event.type === 'CLOSE' && event.note ? { note: event.note } : {};
}

/** What is known of her and of what was done, as a record keeps it. */
export const recorded = (context: Context): Record<string, unknown> => ({
  place: context.place,
  ...(context.otherPlaces ? { otherPlaces: context.otherPlaces } : {}),
  known: context.known,
  calls: [...context.ledger, ...context.calls.filter(call => call !== null)],
  guideline: context.guideline,
  risk: context.risk,
  riskBy: context.riskBy,
  danger: context.danger,
  kept: context.kept,
  appointment: context.appointment,
});

const FILL: Record<EffectType, Fill> = {
  // Up to where, the log knows.
  remove: () => ({}),
  alert: context => ({ risk: context.risk, count: context.alerts + 1 }),
  'place-call': (_, event) =>
    event.type === 'CALL' ? { slot: event.slot, institution: event.institution, by: event.by.id } : {},
  'find-slots': (context, event) => ({
    // What she writes now is kept already, within what she said before.
    windows: leavingOut(
      !readingOf(event)?.when.length && (context.kept.wanted as unknown[] | undefined)?.length
        ? context.kept.wanted
        : context.kept.windows,
      context,
    ),
    current: context.appointment?.at ?? null,
  }),
  // `kept`: the one that was hers before she had to leave.
  'hold-slot': (context, event, known, { kept }) => ({
    slot: kept ? context.slot : (pickedSlot(context, event, known) ?? context.slots[0] ?? null),
    replaces: context.appointment?.id ?? null,
  }),
  'book-slot': context => ({
    slot: context.slot,
    phone: context.kept.phone ?? null,
    note: context.kept.phone_note ?? null,
    replaces: context.appointment?.id ?? null,
  }),
  // `booked`: she wants no call at all; `only`: what is kept for her besides stays so.
  'free-slot': (context, _event, _known, { booked }) => ({
    slot: booked === 'only' ? null : context.slot,
    ...(booked ? { appointment: context.appointment?.id ?? null } : {}),
  }),
  // What she says of the hour she has; null: it stands.
  'doubt-slot': ({ appointment }) => ({ appointment: appointment?.id ?? null, doubt: appointment?.doubt ?? null }),
  'e-mail': context => ({
    to: context.kept.email ?? null,
    locale: context.locale,
    appointment: context.appointment,
    given: context.kept.given ?? [],
    holdMs: MAIL_HOLD_MS,
  }),
  'ask-knowledge': context => ({ question: outsideQuestion(context) }),
  record: (context, event) => ({ ...recorded(context), ...said(event) }),
  contact: (context, event) => ({
    hours: readingOf(event)?.hours ?? [],
    priority: context.marks.priority,
    by: 'by' in event && event.by ? event.by.id : null,
    reason: 'reason' in event ? event.reason : null,
    ...(event.type === 'PROFILE' ? { change: profileOf(event.change) } : {}),
  }),
};
