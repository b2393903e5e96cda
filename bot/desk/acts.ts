/**
 * From what a person does on a screen to the events of the machine, or to the reason why not. The console's server and
 * the dialogue simulator both ask here, so that what passes a protocol's tests is what passes at the desk.
 *
 * Everything that the machine would silently ignore is refused here with its reason: nobody presses a button in vain.
 */
import type { Context } from '../../flows/context.js';
import {
  CALL_SLOTS,
  type FlowEvent,
  type Happened,
  type Person,
  type RiskLevel,
  type Slot,
  type World,
} from '../../flows/events.js';
import { RISKS } from '../../flows/sense/types.js';
import { contextOf } from '../../flows/turn.js';
import { silenceOf } from '../../flows/emergency/watches.js';
import type { Act, Refusal, Role } from '../console/contract.js';
import type { Live } from '../conversations.js';
import { callsOf } from './calls.js';
import type { HandoverAct } from './handover.js';
import { institutionOf } from './institutions.js';
import { may } from '../console/rights.js';
import { safeContact } from './safeContact.js';

/** Who acts. */
export interface Actor extends Person {
  roles: readonly Role[];
}

/** Key of the sentence that tells her why (words.ts). */
export type Why =
  | 'role'
  | 'owned'
  | 'take-first'
  | 'over'
  | 'outcome-missing'
  | 'emergency-open'
  | 'no-emergency'
  | 'unknown-step'
  | 'unknown-question'
  | 'unknown-institution'
  | 'unknown-person'
  | 'not-here'
  | 'unknown-call'
  | 'call-recorded'
  | 'calls-full'
  | 'not-blocked'
  | 'no-appointment'
  | 'not-silent'
  | 'not-safe'
  | 'reason'
  | 'consent'
  | 'hours-unread'
  | 'contest'
  | 'nothing-to-contest'
  | 'empty'
  | 'slot-taken'
  | 'word-short'
  | 'word-everyday'
  | 'word-same';

export interface Refused {
  refused: Refusal['code'];
  why: Why;
  /** What it is about, as she wrote it. */
  word?: string;
}

/** Turns to apply one after the other; none when it is so already. */
export type Doing = { events: readonly FlowEvent[] } | Refused;

/** What a booking of the calendar became; `book` needs it, because a time is taken in the store before the machine knows. */
export interface Booked {
  slot: Slot;
  appointment: string;
  /** Which number is called, where she has given none. E.164. */
  phone?: string;
}

/** All but a handover, which is no matter of the machine (handover.ts). */
export type DeskAct = Exclude<Act, HandoverAct>;

/** What had to be looked up before the machine is asked. */
export interface Prepared {
  booked?: Booked | undefined;
  /** To whom a transfer goes, when it goes to one person. */
  to?: Person | undefined;
  /** Whom a note calls to look. */
  called?: readonly Person[] | undefined;
}

/** Where a transfer goes that goes to nobody in particular. */
export const QUEUE = 'queue';

/** Acts that anybody who attends may do, whoever has her. */
export const FREE: ReadonlySet<Act['do']> = new Set(['note', 'label', 'quiet', 'start_emergency']);

/** Acts that only make sense from the one who has her; who has nobody takes her by doing it. */
const TAKES_FIRST: ReadonlySet<Act['do']> = new Set(['call', 'close']);

export function eventsOfAct(
  act: DeskAct,
  by: Actor,
  live: Pick<Live, 'running' | 'snapshot'>,
  world: World,
  prepared: Prepared = {},
): Doing {
  const context = contextOf(live.snapshot);
  const refused = refusalOf(act, by, context);
  if (refused) return refused;
  const { id, name } = by;
  const made = MAKE[act.do]({ act: act as never, by: { id, name }, context, live, prepared });
  if ('refused' in made) return made;
  const events = made.events.map(event => ({ ...event, world }));
  const takes = TAKES_FIRST.has(act.do) && events.length > 0 && !isMine(context, by);
  return { events: takes ? [{ type: 'TAKE', by: { id, name }, world }, ...events] : events };
}

/** Whose she is, and whether this role may: what can be said before looking at the act itself. */
export function refusalOf(act: Act, by: Actor, { owner }: Pick<Context, 'owner'>): Refused | null {
  if (!may(by.roles, 'attend')) return no('forbidden', 'role');
  if (owner.kind !== 'executive' || owner.id === by.id || FREE.has(act.do)) return null;
  // Taking over names whom she saw to have her: never by accident, and never from a third one.
  const moves = act.do === 'transfer' || (act.do === 'take' && act.from === owner.id);
  if (moves && may(by.roles, 'reassign')) return null;
  return no('owned', 'owned');
}

// ---- one act each -------------------------------------------------------------------------------------------------------

export type Made = { events: readonly Happened[] } | Refused;

export interface Asked<D extends DeskAct['do']> {
  act: Extract<Act, { do: D }>;
  by: Person;
  context: Context;
  live: Pick<Live, 'running' | 'snapshot'>;
  prepared: Prepared;
}

const MAKE: { [D in DeskAct['do']]: (asked: Asked<D>) => Made } = {
  take: ({ by, context }) => (isMine(context, by) ? NOTHING : one({ type: 'TAKE', by })),

  say: ({ act, by }) =>
    isEmpty(act.text)
      ? no('invalid', 'empty')
      : one({ type: 'SAY', by, text: act.text, ...(act.anyway ? { anyway: true } : {}) }),

  note: ({ act, by }) => (isEmpty(act.text) ? no('invalid', 'empty') : one({ type: 'NOTE', by, text: act.text })),

  release({ act, by, context, live }) {
    if (!isMine(context, by)) return no('invalid', 'take-first');
    if (context.marks.open > 0) return no('outcome-missing', 'outcome-missing');
    if (context.marks.emergency) return no('invalid', 'emergency-open');
    const step = act.step ?? null;
    if (step !== null && !(step in live.running.protocol.steps)) return no('invalid', 'unknown-step');
    return one({ type: 'RELEASE', by, step });
  },

  transfer({ act, by, context, prepared: { to } }) {
    const { owner } = context;
    if (owner.kind === 'bot' || owner.kind === 'rest') return no('invalid', 'take-first');
    if (context.marks.emergency && owner.kind === 'executive') {
      // Nobody may be without a person while she is in danger: she changes hands at once.
      if (to) return isMine(context, to) ? NOTHING : one({ type: 'TAKE', by: to });
      if (context.marks.open > 0) return no('outcome-missing', 'outcome-missing');
    }
    // A supervisor gives it away in the owner's name; the turn's record says who did it.
    return one({
      type: 'TRANSFER',
      by: owner.kind === 'executive' ? { id: owner.id, name: owner.name } : by,
      to: act.to,
    });
  },

  mark_risk({ act, by, context }) {
    const level = RISKS.indexOf(act.level) as RiskLevel;
    const reason = act.reason?.trim() || null;
    if (level < context.risk && reason === null) return no('reason-needed', 'reason');
    return one({ type: 'RISK', by, level, reason });
  },

  safe_contact: safeContact,

  label: ({ act, by, context }) =>
    context.marks.priority === act.on ? NOTHING : one({ type: 'LABEL', by, priority: act.on }),

  start_emergency: ({ context }) =>
    context.marks.emergency ? NOTHING : one({ type: 'SOS', why: 'executive', read: null }),

  discard_emergency({ act, by, context }) {
    if (!context.marks.emergency) return no('invalid', 'no-emergency');
    if (context.marks.open > 0) return no('outcome-missing', 'outcome-missing');
    return isEmpty(act.reason)
      ? no('reason-needed', 'reason')
      : one({ type: 'DISCARD', by, reason: act.reason.trim() });
  },

  answer_guideline({ act, by, context, live }) {
    const { item, value, quote, note, recency } = act;
    if (!live.running.protocol.guideline.questions.some(q => q.id === item)) return no('invalid', 'unknown-question');
    const before = context.guideline[item];
    // What another said yes to is taken back with a reason only; to say yes, or when it was, none is needed.
    if (value === 'no' && before?.value === 'yes' && before.by !== by.name) return no('reason-needed', 'contest');
    // Pressed again it says nothing new, and would stand twice in the story.
    const isSame = before?.value === value && before.by === by.name && (before.recency ?? null) === (recency ?? null);
    if (isSame && quote === undefined && isEmpty(note)) return NOTHING;
    return one({
      type: 'GUIDELINE',
      by,
      item,
      value,
      quote: quote ?? null,
      note: note?.trim() || null,
      ...(recency && value === 'yes' ? { recency } : {}),
    });
  },

  contest_guideline({ act, by, context }) {
    const { item, value, reason } = act;
    const before = context.guideline[item];
    if (!before || before.by === by.name || before.value === value) return no('invalid', 'nothing-to-contest');
    if (isEmpty(reason)) return no('reason-needed', 'reason');
    return one({ type: 'GUIDELINE', by, item, value, quote: null, note: reason.trim(), contests: true });
  },

  call({ act, by, context, live }) {
    const institution = institutionOf(live.running.protocol, act.institution, context.place);
    if (!institution) return no('invalid', 'unknown-institution');
    const slot = context.calls.findIndex(call => call === null);
    if (slot < 0 || slot >= CALL_SLOTS) return no('invalid', 'calls-full');
    // Whoever telephones for her says by it that there is an emergency: its watches keep the call from being forgotten.
    const opens: readonly Happened[] = context.marks.emergency ? [] : [{ type: 'SOS', why: 'executive', read: null }];
    return { events: [...opens, { type: 'CALL', by, slot, institution }] };
  },

  redial({ act, by, context }) {
    const all = callsOf(context);
    const found = all.find(one => one.number === act.slot);
    if (!found) return no('invalid', 'unknown-call');
    const { institution, state, outcome } = found.call;
    if (found.slot !== null)
      return state === 'dialing' || state === 'ringing'
        ? // She is told that it is dialled again, and not before it that nobody answered.
          {
            events: [
              { type: 'CALL_RESULT', by, slot: found.slot, outcome: 'no_answer', untold: true },
              { type: 'CALL', by, slot: found.slot, institution },
            ],
          }
        : no('invalid', 'unknown-call');
    // Its first half is done: each event is decided anew, on what the one before it made.
    const isOpen = all.some(one => one.slot !== null && one.call.institution.id === institution.id);
    const slot = context.calls.findIndex(call => call === null);
    if (outcome !== 'no_answer' || isOpen) return no('invalid', 'call-recorded');
    return slot < 0 ? no('invalid', 'calls-full') : one({ type: 'CALL', by, slot, institution });
  },

  call_state({ act, by, context }) {
    const slot = slotOf(context, act.slot);
    return typeof slot === 'number' ? one({ type: 'CALL_STATE', by, slot, state: act.state }) : slot;
  },

  call_result({ act, by, context }) {
    const slot = slotOf(context, act.slot);
    if (typeof slot !== 'number') return slot;
    const { outcome, by: answeredBy, reference, unit, eta, note, tell = true } = act;
    const told = Object.fromEntries(
      Object.entries({ answeredBy, reference, unit, eta, note }).filter(([, text]) => !isEmpty(text)),
    );
    return one({ type: 'CALL_RESULT', by, slot, outcome, ...told, ...(tell ? {} : { untold: true }) });
  },

  check_silence({ by, context: { marks }, live }) {
    if (silenceOf(live.snapshot.value) !== 'silent') return no('invalid', 'not-silent');
    if (marks.quiet || marks.doubt || marks.safe === 'no') return no('invalid', 'not-safe');
    return one({ type: 'CHECK', by });
  },

  decide_silence: ({ act, by, live }) =>
    silenceOf(live.snapshot.value) === 'none'
      ? no('invalid', 'not-silent')
      : one({ type: 'DECIDE', by, decision: act.decision }),

  set_place: ({ act, by }) =>
    isEmpty(act.text) ? no('invalid', 'empty') : one({ type: 'PLACE', by, text: act.text.trim() }),

  record_referral({ act, by, context }) {
    if (!context.marks.emergency) return no('invalid', 'no-emergency');
    if (context.marks.open > 0) return no('outcome-missing', 'outcome-missing');
    if (isEmpty(act.outcome)) return no('reason-needed', 'reason');
    return one({ type: 'REFERRAL', by, institution: act.institution ?? null, outcome: act.outcome.trim() });
  },

  quiet: ({ act, by, context }) => (context.marks.quiet === act.on ? NOTHING : one({ type: 'QUIET', by, on: act.on })),

  book: ({ prepared: { booked } }) =>
    booked ? one({ type: 'BOOKED', ...booked, person: true }) : no('slot-taken', 'slot-taken'),

  unbook({ by, context }) {
    if (!context.appointment) return no('invalid', 'no-appointment');
    // The robot may be speaking of that very hour.
    return context.owner.kind === 'bot' ? no('invalid', 'take-first') : one({ type: 'UNBOOK', by });
  },

  close({ act, by, context }) {
    if (context.marks.open > 0) return no('outcome-missing', 'outcome-missing');
    // What was done in an emergency is recorded, or discarded with a reason, before anybody lets go of her.
    if (context.marks.emergency) return no('invalid', 'emergency-open');
    if (context.owner.kind === 'rest') return no('invalid', 'over');
    return one({ type: 'CLOSE', by, reason: act.reason, note: act.note?.trim() || null });
  },

  unblock({ act, by, context }) {
    if (!context.marks.blocked) return no('invalid', 'not-blocked');
    return isEmpty(act.reason)
      ? no('reason-needed', 'reason')
      : one({ type: 'UNBLOCK', by, reason: act.reason.trim() });
  },
};

const NOTHING: Made = { events: [] };
const one = (event: Happened): Made => ({ events: [event] });
const no = (refused: Refusal['code'], why: Why): Refused => ({ refused, why });
const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === '';
const isMine = ({ owner }: Pick<Context, 'owner'>, by: Person): boolean =>
  owner.kind === 'executive' && owner.id === by.id;

/** The machine's slot of a call that still has no outcome. */
function slotOf(context: Context, number: number): number | Refused {
  const found = callsOf(context).find(call => call.number === number);
  if (!found) return no('invalid', 'unknown-call');
  return found.slot ?? no('invalid', 'call-recorded');
}
