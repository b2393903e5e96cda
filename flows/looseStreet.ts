/**
 * A street in pieces, a message each, before anything is asked: "los alerces", "45", "ñuñoa". A name alone may be anything, so
 * that it is only held until the next message tells what it is: a house number or a commune makes it a place.
 */
import type { Context } from './context.js';
import type { Reading } from './reading.js';
import { readStreet } from './text/corrected.js';
import { readHouse } from './text/moved.js';
import { isOnlyPlace, type Place, readPlace } from './text/place.js';

/** The name that her next message may make a street; none inside an emergency, where it is asked for and kept at once. */
export function looseAfter(context: Context, read: Reading): Pick<Context, 'looseStreet'> {
  const { marks, looseStreet } = context;
  const isName =
    !marks.emergency &&
    !marks.doubt &&
    read.intent !== 'aggressor' &&
    read.sensed.sheet === null &&
    !read.reads('asks');
  if (isName && read.place === null && readStreet(read.text, true) !== null) return { looseStreet: read.text.trim() };
  if (looseStreet === undefined) return {};
  // Its number may come after its commune.
  const place = ofLooseStreet(context, read);
  return { looseStreet: place && place.number === undefined ? looseStreet : undefined };
}

/** The place that the name before and this message make together; null where this one tells of anything else. */
export function ofLooseStreet(
  { looseStreet }: Pick<Context, 'looseStreet'>,
  { text, place: now }: Reading,
): Place | null {
  if (looseStreet === undefined) return null;
  const house = readHouse(text, true);
  // "2" picks from a list.
  if (house && house.number.length >= NUMBER_LEAST) return readPlace(`${looseStreet} ${house.number}`);
  const isTown = now?.commune !== undefined && now.street === undefined && now.unit === undefined;
  if (!isTown || !isOnlyPlace(text, now)) return null;
  const { text: _, ...town } = now;
  return { ...town, street: looseStreet, text: `${looseStreet}, ${text.trim()}`, confidence: 'medium' };
}
const NUMBER_LEAST = 2;
