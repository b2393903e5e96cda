/** Places that she tells and where she is not (leftPlace.ts), kept for the people; and what an emergency opens with. */
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { flatAlone } from './flatFirst.js';
import { placeChange, placeKept } from './herPlace.js';
import { latest } from '../danger/herWords.js';
import { type Aside, isOfAnother, placeAside, sayWhole } from './leftPlace.js';
import { placesIn, withBoth } from './otherPlaces.js';
import type { Reading } from '../reading.js';
import { isElsewhere } from './toldPlace.js';
import { type Place, readPlace } from '../text/place/place.js';
import { isWritersOwn, WRITERS } from './writersPlace.js';
import { homeLeft, withoutFar } from '../text/place/whereNow.js';

/** What is known of her place before the machine moves: as an emergency opens nothing of it where she says that she is not there. */
export function placeBefore(context: Context, event: FlowEvent, read: Reading): Place | null {
  if (context.marks.emergency) return context.place;
  if (event.type !== 'SOS') return placeKept(context, read);
  if (placeChange(context, read) === 'leaves') return null;
  // "En el 304 le están pegando": the door, before the address that she is asked for.
  return context.place ?? (read.media ? null : flatAlone(read.text, read.place));
}

/** With it, and with what she gave before where it is not said which of them counts. */
export function withPlaceBefore(context: Context, event: FlowEvent, read: Reading): Context {
  const place = placeBefore(context, event, read);
  if (place === context.place) return context;
  // "Estoy en A o en B": both, before anything opened too.
  const all = context.marks.emergency ? [] : placesIn(context, read);
  if (all.length > 1) return all.reduce((told, one) => withBoth(told, { ...told, place: one }, one), context);
  return withBoth(context, { ...context, place }, read, placeChange(context, read));
}

/** With what her text sets aside, for the people who read it to whoever comes. */
export function withAside(context: Context, event: FlowEvent, read: Reading): Context['known'] {
  const at = event.world.now;
  const told = asidesOf(context, read).filter(
    one => !context.known.some(({ about, text }) => about === one.about && text === one.text),
  );
  if (told.length === 0) return context.known;
  return latest([...context.known, ...told.map(one => ({ ...one, at, by: 'citizen' }))]);
}

function asidesOf(context: Context, read: Reading): { about: Aside; text: string }[] {
  if (read.media) return [];
  const shown = (about: Aside, place: Place | null): { about: Aside; text: string }[] =>
    place?.street === undefined && place?.commune === undefined ? [] : [{ about, text: sayWhole(place) }];
  if (placeChange(context, read) === 'leaves') return shown('place-left', context.place);
  if (isWritersOwn(context, read) && isElsewhere(context, read)) return shown(WRITERS, read.place);
  if (isOfAnother(context)) return [];
  const far = placeAside(context, read.text) ? withoutFar(read.text) : read.text;
  const others = far === read.text ? null : readPlace(farOf(read.text, far));
  return [...shown('place-home', readPlace(homeLeft(read.text))), ...shown('place-other', others)];
}

/** What of a text is not in the rest of it. */
const farOf = (text: string, rest: string): string =>
  rest.split('\n').reduce((left, part) => (part.trim() === '' ? left : left.replace(part.trim(), ' ')), text);
