/**
 * What a step may do, as data: say a text, state a fact of the service, change what is remembered, ask the shell for
 * an effect. A closed set, so that a protocol cannot do anything that verify does not know.
 */
import { COUNT_MOST, type Known, readingOf, sheetOf } from './guards.js';
import { type GuidelineChange, withGuideline } from './emergency/guidelineAnswers.js';
import type { Call, Context, Marks } from './context.js';
import type { EffectType } from './effects.js';
import type { FlowEvent, RiskLevel, SosWhy } from './events.js';
import { withTold } from './danger/toldBefore.js';
import { withPlaceCounted, withPlaceDoubted, withPlaceRead, withPlaceSet } from './place/herPlace.js';
import { outsideQuestion } from './knowledge.js';
import type { Milestone } from './milestones.js';
import { soonerThan, timesOf, withDayAsked } from './booking/herTimes.js';
import { asking, withKnown } from './danger/herWords.js';
import { marked } from './sight/mute.js';
import { followed, joined, needOf, onOffer, picked } from './talk/need.js';
import type { Option, Reading } from './reading.js';
import { withSafeContact } from './sight/safeContact.js';
import { type SlotsChange, withSlots } from './booking/slots.js';
import { telephoneOf } from './talk/telephones.js';
import { THIS_PHONE } from './text/phone.js';
import { overEmergency, overSession } from './sessions.js';

export type Author = 'bot' | 'safety' | 'executive';

export type Action =
  | Say
  | { mark: Milestone }
  | { change: Change }
  /** An effect of the shell; effects.ts says how its parameters are filled. */
  | { effect: EffectType; params?: Record<string, unknown> }
  /** Danger, decided by a step: opens the emergency in this same turn. */
  | { raise: 'SOS'; why: SosWhy }
  /** Whoever has her left her without an answer for too long. */
  | { raise: 'OWNER_LOST' };

export interface Say {
  say: string;
  author?: Author;
  /** Said instead of `say` when the question is asked again. */
  retry?: string;
  /** Labels are texts too: `<key>.<option>`. */
  choices?: readonly { id: string; label: string }[];
  /** Also while we keep quiet: what is worth the risk of a buzz. */
  anyway?: boolean;
  /** Also into a hand that may be another's, and while we keep quiet: it reveals nothing. */
  neutral?: boolean;
  /** A sheet whose text is said: of `need`, of what she writes now, the last one she was given, or by name. */
  sheet?: 'need' | 'read' | 'last' | { id: string };
  /** In full each time, though the same words stand last on her screen: a life may hang on them (echo.ts). */
  whole?: true;
  /** Other keys that say the same: with each message of hers the next one is said. */
  vary?: readonly string[];
  /** Variants of the key, tried first: by kind of danger, by kind of institution, or by what she writes on. */
  by?: 'danger' | 'call' | 'telephone';
  /** The sheets that she may mean are shown as choices; the last one, with this label, is none of them. */
  offers?: string;
  /** What becomes true by saying it: only if it was really said, not while we keep quiet. */
  fact?: Milestone | readonly Milestone[];
  /** What an executive writes, from the event. */
  words?: true;
}

export type Change =
  | { set: Partial<Marks> }
  | { tries: 'reset' | 'more' }
  /** `follow`: with what the last sheet answered. `offer`: the nearest sheets, though one of them may be sure. */
  | { need: 'read' | 'join' | 'follow' | 'offer' | 'drop' | 'lapse' }
  /** Of the sheets on offer, the one that her text picks; the option is the one that is none of them. */
  | { pick: Option }
  | { keep: string; as: KeepAs }
  | { forget: string }
  /** `house`: also a bare number of one or two digits. `doubted`: it was read back, and is not so. `kept`: what was kept of it before counts. */
  | { place: 'read' | 'house' | 'doubted' | 'kept' }
  /** A sheet was given: a copy may be asked for. */
  | { given: 'need' | 'read' | { id: string } }
  /** `answer`: to what was last asked of what whoever comes must know. */
  | { known: string }
  | { asks: string }
  | { count: 'asked' | 'eased' | 'alerts'; to: 'more' | 'reset' }
  | { owner: 'bot' | 'queue' | 'executive' | 'rest'; reason?: string }
  | { call: 'dial' | 'state' | 'result' }
  | { slots: SlotsChange }
  | { question: 'more' | 'reset' }
  /** Her question goes to a provider outside: what it proposes is for this one. */
  | { outside: 'asked' }
  | GuidelineChange
  | { risk: 'event' | RiskLevel }
  | { step: string }
  | { writes: 'for-another' }
  /** Nothing of ours is left on her screen, as she said; or what her channel could not take away (`rest`). */
  | { erased: true | 'rest' }
  | { session: 'over' | 'emergency-over' }
  | { contact: 'blocked' | 'unblocked' | 'label' | 'safe' };

export type KeepAs =
  | 'text'
  | 'number'
  | 'date'
  | 'email'
  | 'phone'
  /** The one she writes from, by a plain yes. */
  | 'this-phone'
  | 'telephone'
  | 'rut'
  | 'commune'
  | 'folio'
  | 'location'
  | 'yesno'
  | 'grade'
  | 'hours'
  | 'when'
  /** When she wants to be called, with what she asked before: a day or an hour and hardly a word more, or when he is away. */
  | 'wanted'
  /** Before the times she is shown. */
  | 'sooner';

/** What she said that she erased is not counted again, although her channel could not take it away. */
const restOf = ({ ours }: Context, event: FlowEvent): number => {
  const { left } = event as { left?: number };
  return Math.min(ours ?? Infinity, left ?? 0);
};

/** Applies one change; pure, never mutates. */
export function changed(context: Context, event: FlowEvent, change: Change, known: Known): Context {
  if ('set' in change) return { ...context, marks: marked(context.marks, change.set) };
  if ('tries' in change)
    return { ...context, tries: change.tries === 'reset' ? 0 : Math.min(context.tries + 1, COUNT_MOST) };
  if ('count' in change)
    return { ...context, [change.count]: change.to === 'reset' ? 0 : Math.min(context[change.count] + 1, COUNT_MOST) };
  if ('question' in change)
    return { ...context, question: change.question === 'reset' ? 0 : Math.min(context.question + 1, COUNT_MOST) };
  if ('given' in change)
    return withGiven(
      context,
      sheetOf(change.given, context, event, known.sheets),
      questionOf(change.given, context, event),
    );
  if ('outside' in change) return { ...context, outside: outsideQuestion(context) };
  if ('step' in change) return { ...context, step: change.step };
  if ('asks' in change) return asking(context, change.asks);
  if ('writes' in change) return { ...context, forAnother: true };
  if ('erased' in change) return { ...context, ours: change.erased === true ? 0 : restOf(context, event) };
  if ('owner' in change) return withOwner(context, event, change);
  if ('call' in change) return withCall(context, event, change.call);
  if ('risk' in change) return withRisk(context, event, change.risk);
  if ('session' in change)
    return change.session === 'over' ? overSession(context, event.world.now) : overEmergency(context, event.world.now);
  if ('contact' in change) return withContact(context, event, change.contact);
  if ('need' in change && change.need === 'drop') return { ...context, need: null };
  // What was offered long ago is not shown to whoever holds the telephone now.
  if ('need' in change && change.need === 'lapse') return context.need?.offered ? { ...context, need: null } : context;
  if ('slots' in change) return withSlots(context, event, change.slots, known);
  if ('guideline' in change) return withGuideline(context, event, change);
  if ('forget' in change) {
    const { [change.forget]: _, ...kept } = context.kept;
    return { ...context, kept };
  }
  if ('place' in change && change.place === 'kept') return withPlaceCounted(context);
  const read = readingOf(event);
  if ('known' in change) {
    const told = withTold(context, event.world.now);
    return read ? withKnown(told, event, read, change.known) : told;
  }
  if (!read) return 'place' in change && event.type === 'PLACE' ? withPlaceSet(context, event.text) : context;
  if ('pick' in change) return picked(context, read, change.pick, known);
  if ('place' in change)
    return change.place === 'doubted'
      ? withPlaceDoubted(context)
      : withPlaceRead(context, read, change.place === 'house');
  if ('need' in change)
    return {
      ...withDayAsked(context, read),
      need:
        change.need === 'join'
          ? joined(context.need, read, known)
          : change.need === 'follow'
            ? followed(context, read, known)
            : change.need === 'offer'
              ? onOffer(read, known)
              : needOf(read, known),
    };
  const { as } = change;
  if (as === 'sooner') return { ...context, kept: { ...context.kept, windows: soonerThan(context, known.zone) } };
  const value = as === 'wanted' || as === 'when' ? timesOf(context, read, as) : keptValue(read, as);
  return { ...context, kept: { ...context.kept, [change.keep]: value } };
}

function keptValue(read: Reading, as: KeepAs): unknown {
  switch (as) {
    case 'email':
    case 'phone':
    case 'folio':
    case 'grade':
    case 'number':
    case 'rut':
    case 'date':
    case 'hours':
      return read[as];
    case 'telephone':
      return telephoneOf(read);
    case 'this-phone':
      return THIS_PHONE;
    case 'location':
    case 'commune':
      return read.place;
    default:
      return read.text;
  }
}

function withOwner(
  context: Context,
  event: FlowEvent,
  { owner, reason }: Extract<Change, { owner: unknown }>,
): Context {
  const next =
    owner === 'executive'
      ? 'by' in event && event.by
        ? { kind: 'executive' as const, id: event.by.id, name: event.by.name }
        : context.owner
      : owner === 'queue'
        ? { kind: 'queue' as const, reason: reason ?? '' }
        : { kind: owner };
  const same =
    next.kind === context.owner.kind &&
    (next.kind !== 'executive' || (context.owner.kind === 'executive' && context.owner.id === next.id));
  // Who waits for a person, or has one, is read.
  const { ofHim: _, ...read } = context;
  return {
    ...(next.kind === 'queue' || next.kind === 'executive' ? read : context),
    owner: next,
    epoch: same ? context.epoch : context.epoch + 1,
    marks: {
      ...context.marks,
      person: next.kind === 'executive',
      ...(next.kind === context.owner.kind ? {} : { waited: 'no' as const }),
    },
  };
}

function withRisk(context: Context, event: FlowEvent, to: 'event' | RiskLevel): Context {
  if (to !== 'event') return { ...context, risk: Math.max(context.risk, to) as RiskLevel };
  if (event.type !== 'RISK') return context;
  // Only a person lowers, and only with a reason (the desk refuses an act without one).
  return event.level < context.risk && !event.reason
    ? context
    : { ...context, risk: event.level, riskBy: event.by.name };
}

function withCall(context: Context, event: FlowEvent, what: 'dial' | 'state' | 'result'): Context {
  if (event.type !== 'CALL' && event.type !== 'CALL_STATE' && event.type !== 'CALL_RESULT') return context;
  const calls = [...context.calls];
  const now = event.world.now;
  const by = event.by?.name ?? null;
  if (what === 'dial' && event.type === 'CALL') {
    calls[event.slot] = {
      institution: event.institution,
      state: 'dialing',
      outcome: null,
      dialedAt: now,
      changedAt: now,
      by,
    };
    return counted({ ...context, calls });
  }
  const call = calls[event.slot];
  if (!call) return context;
  if (what === 'state' && event.type === 'CALL_STATE') {
    calls[event.slot] = { ...call, state: event.state, changedAt: now };
    return { ...context, calls };
  }
  if (event.type !== 'CALL_RESULT') return context;
  const ended: Call = { ...call, state: 'recorded', outcome: event.outcome, changedAt: now, by: by ?? call.by };
  for (const field of ['reference', 'unit', 'eta', 'note', 'answeredBy'] as const)
    if (event[field]) ended[field] = event[field];
  calls[event.slot] = null;
  return counted({ ...context, calls, ledger: [...context.ledger, ended], marks: { ...context.marks, outcome: true } });
}

const counted = (context: Context): Context => ({
  ...context,
  marks: { ...context.marks, open: context.calls.filter(Boolean).length as Marks['open'] },
});

function withContact(context: Context, event: FlowEvent, what: 'blocked' | 'unblocked' | 'label' | 'safe'): Context {
  if (what === 'safe') return withSafeContact(context, event);
  if (what === 'label')
    return event.type === 'LABEL' ? { ...context, marks: { ...context.marks, priority: event.priority } } : context;
  return { ...context, marks: { ...context.marks, blocked: what === 'blocked' } };
}

function withGiven(context: Context, sheet: string | null, question: string): Context {
  const given = (context.kept.given ?? []) as string[];
  return sheet
    ? {
        ...context,
        kept: { ...context.kept, given: [...given.filter(id => id !== sheet), sheet].slice(-10) },
        answered: question,
      }
    : context;
}

/** What she asked, that a sheet answers; of one that is given whatever she wrote, nothing. */
function questionOf(about: 'need' | 'read' | { id: string }, context: Context, event: FlowEvent): string {
  if (about === 'need') return context.need?.text ?? '';
  return about === 'read' ? (readingOf(event)?.text ?? '') : '';
}
