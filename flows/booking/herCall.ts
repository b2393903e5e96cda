/**
 * The call she has, by what she writes, in every state of the talk: taken back where it may ring in his hands, and in doubt
 * where she tells that its hour does not suit or that he is there at it. A call in doubt stays in the calendar, marked so that
 * nobody rings by routine, until she has another hour, says that she keeps it, or it is cancelled.
 */
import { changed } from '../actions.js';
import type { Context } from '../context.js';
import { type Effect, effectOf } from '../effects.js';
import type { FlowEvent } from '../events.js';
import { holds, readingOf } from '../guards.js';
import type { Protocol } from '../protocol.js';
import { WATCHED } from '../sight/mute.js';
import { HIGH } from '../sense/types.js';
import { RINGS } from '../danger/pieces.js';
import { isHisHour } from '../text/time/when.js';
import { CANCELLED } from '../steps/cancel-appointment.js';
import { UNSURE } from '../danger/dangerQuestion.js';
import { callsOff, callsOffUnseen, foundOut } from '../talk/talkMoves.js';

/** He knows of the call; he is there at its hour. Why the people are told. */
const FOUND_OUT = 'found-out';
const HOUR_UNSAFE = 'hour-unsafe';
/** He has the telephone that would ring. */
const HAS_CALLED = 'has-called-telephone';

/** Nothing is said into the telephone that he may see. */
const UNSEEN = ['hush', 'beside', ...WATCHED];

/** What becomes of her call: what is remembered, what the shell does, why the people are told, and the text that she is given. */
export interface CallAfter {
  context: Context;
  effects: readonly Effect[];
  told: readonly string[];
  say: string | null;
}

/** Null where nothing becomes of it; the text is null also where it is taken back without a word. */
export function callAfter(context: Context, event: FlowEvent, protocol: Protocol): CallAfter | null {
  const read = readingOf(event);
  if (!read || !context.marks.booked) return null;
  const told = read.reads('found-out') || read.reads('knows-of-call') ? [FOUND_OUT] : [];
  if (takesBack(context, event, protocol)) {
    const unseen = holds(callsOffUnseen, context, event, protocol) || holds(foundOut, context, event, protocol);
    return {
      context: changed(context, event, { slots: 'cancelled' }, protocol),
      effects: [effectOf('free-slot', { booked: true }, context, event, protocol)].filter(it => it !== null),
      told,
      say: unseen ? null : CANCELLED,
    };
  }
  const doubt = doubted(context, event, protocol);
  if (doubt) return { ...doubt, told: [...told, ...doubt.told] };
  return told.length > 0 ? { context, effects: [], told, say: null } : null;
}

/**
 * As she calls for help, or is asked whether there is danger, or where he may be reading, what she takes back may ring in his hands: with
 * whatever else is done. "No llamen" is of those who would come. In every other state a step does it, or a person.
 */
function takesBack(context: Context, event: FlowEvent, protocol: Protocol): boolean {
  const unseen = holds(callsOffUnseen, context, event, protocol);
  const isAsked = context.step === UNSURE || asksFirst(context, event);
  const isDanger = event.type === 'SOS' || context.marks.emergency;
  // He saw of it, and she asks for nothing: nobody rings by routine, and people decide.
  if (unseen && !isDanger && holds(foundOut, context, event, protocol)) return false;
  if (!isDanger && !isAsked && !unseen) return false;
  const read = readingOf(event);
  const ofOthers = read?.reads('asks-no-calls') === true && !read.reads(RINGS);
  return !ofOthers && holds(callsOff, context, event, protocol);
}

/**
 * "Cancele la hora, mi marido va a estar en la casa": she is asked whether there is danger, and no step comes to what she takes
 * back. Where nothing may be said to her a person cancels it.
 */
function asksFirst({ marks, owner }: Context, event: FlowEvent): boolean {
  const read = readingOf(event);
  if (!read || read.risk < HIGH || !read.reads('cancel-slot') || UNSEEN.some(name => read.reads(name))) return false;
  return owner.kind !== 'executive' && !marks.quiet && !marks.doubt && !marks.cover && !marks.blocked;
}

/** Once for each reason: a second message of the same tells nobody anew. */
function doubted(context: Context, event: FlowEvent, protocol: Protocol): CallAfter | null {
  const why = doubtIn(context, event, protocol);
  const { appointment } = context;
  if (!appointment || !why || appointment.doubt === why || appointment.doubt === 'unsafe') return null;
  // A receipt on its way names that hour.
  const mail = context.marks.mail === 'given' ? 'unknown' : context.marks.mail;
  const after: Context = { ...context, appointment: { ...appointment, doubt: why }, marks: { ...context.marks, mail } };
  return {
    context: after,
    effects: [effectOf('doubt-slot', {}, after, event, protocol)].filter(it => it !== null),
    told: why === 'unsafe' ? [HOUR_UNSAFE] : [],
    say: null,
  };
}

function doubtIn(context: Context, event: FlowEvent, protocol: Protocol): 'unsafe' | 'cannot' | null {
  const read = readingOf(event);
  const { appointment, owner } = context;
  const { now } = event.world;
  if (!read || !appointment || appointment.at < now) return null;
  // A person has her, or she is met with silence: what she takes back is for a person to cancel, and nobody rings meanwhile.
  const isHeld = owner.kind === 'executive' || UNSEEN.some(name => read.reads(name));
  if (isHeld && holds(callsOff, context, event, protocol)) return 'unsafe';
  if (
    read.reads('slot-unsafe') ||
    read.reads('not-rung') ||
    read.reads('condition-of-call') ||
    read.reads(HAS_CALLED) ||
    isHisHour(read.text, appointment.at, { now, zone: protocol.zone })
  )
    return 'unsafe';
  return read.reads('slot-conflict') ? 'cannot' : null;
}
