/** What is left of a conversation's memory when the talk, or an emergency, is over. */
import { type Context, initialMarks } from './context.js';
import { outlasts } from './danger/herWords.js';
import { EARLIER, sayWhole } from './place/leftPlace.js';
import { answerable } from './sight/mute.js';
import { CHECK_WORD, DUE } from './sight/safeContact.js';
import { decided, placesOf } from './place/otherPlaces.js';
import { lastingly } from './emergency/unfit.js';

/** A new conversation starts clean, but for what belongs to the person. */
export function overSession(context: Context, now: number): Context {
  const { blocked, priority, booked, survey, mail } = context.marks;
  const { forAnother: _, said: __, otherPlaces, asksWhich: ___, ofHim: ____, ...lasting } = context;
  const isOver = context.appointment !== null && context.appointment.at < now;
  return {
    ...lasting,
    ...lastingly(context.unfit),
    tries: 0,
    need: null,
    // The word that proves that it is her outlasts the talk.
    kept: CHECK_WORD in context.kept ? { [CHECK_WORD]: context.kept[CHECK_WORD] } : {},
    asked: 0,
    slots: [],
    slot: null,
    answered: '',
    toldBefore: [],
    // Where she was in another talk is no place to send anybody to.
    place: context.marks.emergency ? context.place : null,
    ...(context.marks.emergency && otherPlaces ? { otherPlaces } : {}),
    marks: {
      ...initialMarks,
      blocked,
      priority,
      booked: isOver ? false : booked,
      survey,
      mail: mail === 'no' ? 'no' : 'unknown',
      greeted: true,
      returning: true,
    },
  };
}

/**
 * Where she was, for the people of an emergency that opens later and has no address of its own: told under its own name as of
 * before, and no place to send anybody to. Of more than one that stood side by side each is told.
 */
function earlierPlaces(before: Context, now: number): Context['known'] {
  const { known } = before;
  const texts = placesOf(before).map(place =>
    place.lat === undefined ? sayWhole(place) : `${place.lat}, ${place.lon}`,
  );
  if (texts.length === 0) return known.filter(({ about }) => about === EARLIER);
  const at = known.findLast(({ about }) => about === 'said')?.at ?? now;
  return [...new Set(texts)].flatMap(text => (text === '' ? [] : [{ about: EARLIER, text, at, by: 'citizen' }]));
}

/** What belongs to an emergency ends with it. */
export function overEmergency(before: Context, now: number): Context {
  const { asking: _, opened: __, toldBefore: ____, said: _____, ...context } = decided(before);
  const { marks, known } = context;
  const { [DUE]: ___, ...kept } = context.kept;
  return {
    ...context,
    asked: 0,
    near: false,
    late: false,
    eased: 0,
    alerts: 0,
    ledger: [],
    calls: [null, null, null],
    marks: { ...marks, outcome: false, open: 0, emergency: false, cover: false, place: 'none', ...answerable(marks) },
    place: null,
    danger: [],
    known: [...known.filter(outlasts), ...earlierPlaces(before, now)],
    kept,
  };
}
