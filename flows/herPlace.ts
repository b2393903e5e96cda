/**
 * What becomes of her address with each thing that she writes: half of one is completed, a number joins its street, a
 * correction takes its place, and that she is somewhere else now replaces it. Half of one never replaces a whole by itself.
 */
import type { Context } from './context.js';
import type { Reading } from './reading.js';
import { plain } from './text/plain.js';
import type { Place } from './text/place.js';
import { type Move, readHouse, readMove } from './text/moved.js';

/**
 * `completes`: it adds to the address that is kept, or corrects it. `counts`: a bare number of one or two digits, which may
 * also be how many they are. `moves`: she is somewhere else now.
 */
export type PlaceChange = 'completes' | 'counts' | 'moves';

/** What her text does to the address that is kept; null when it does nothing to it, or is a whole address by itself. */
export function placeChange({ place }: Pick<Context, 'place'>, read: Reading): PlaceChange | null {
  return changeOf(place, read)?.[0] ?? null;
}

/** With what she writes now, as far as it is sure what it is. */
export function withPlaceRead(context: Context, read: Reading, counts = false): Context {
  const [how, place] = changeOf(context.place, read) ?? [];
  if (place && (how !== 'counts' || counts)) return kept(context, place);
  return read.place ? withPlace(context, read.place) : context;
}

/** Keeps the better of what is known: a street completes a commune, and the other way round; half of one never replaces a whole. */
export function withPlace(context: Context, place: Place): Context {
  const before = context.place;
  if (context.marks.place === 'full' && !isWhole(place)) return context;
  // A number and a home are of their own street.
  const rest =
    before && place.street && before.street && !isSame(before.street, place.street) ? areaOf(before) : before;
  const text = before && !(place.street && place.commune) ? `${before.text}, ${place.text}` : place.text;
  return kept(context, before && before.text !== place.text ? { ...rest, ...place, text } : { ...rest, ...place });
}

const kept = (context: Context, place: Place): Context => ({
  ...context,
  place,
  marks: { ...context.marks, place: isWhole(place) ? 'full' : 'partial' },
});

const isWhole = ({ street, commune, lat }: Place): boolean =>
  lat !== undefined || (street !== undefined && commune !== undefined);

function changeOf(before: Place | null, read: Reading): [PlaceChange, Place] | null {
  const now = read.place;
  if (!before || read.media || (now && isWhole(now))) return null;
  const add = (more: Partial<Place>): Place => ({ ...before, ...more, text: `${before.text}, ${read.text.trim()}` });
  const house = readHouse(read.text);
  if (house) {
    if (before.number === undefined) return [house.sure ? 'completes' : 'counts', add({ number: house.number })];
    return house.sure && before.number !== house.number && /\p{L}/u.test(read.text)
      ? ['completes', add({ number: house.number })]
      : null;
  }
  const moved = readMove(read.text);
  if (now?.street) {
    // Before she had named a street, this is the rest of what was asked.
    if (!isWhole(before) && (before.street === undefined || isSame(before.street, now.street))) return null;
    const other: Place = { ...areaOf(before), ...now, confidence: now.number ? 'high' : 'medium' };
    if (moved && !(before.street && isSame(before.street, now.street) && before.number === now.number))
      return ['moves', other];
    return isWhole(before) && now.number && isOnly(read.text, now) ? ['completes', other] : null;
  }
  if (moved && moved !== 'unnamed')
    return [isWhole(before) || before.street ? 'moves' : 'completes', movedFrom(before, moved, now, read.text)];
  return isWhole(before) && now?.unit && now.unit !== before.unit && isOnly(read.text, now)
    ? ['completes', add({ unit: now.unit })]
    : null;
}

function movedFrom(before: Place, { at, number, beside }: Move, now: Place | null, text: string): Place {
  if (number || beside) {
    const { unit: _, lat: _lat, lon: _lon, ...street } = before;
    return { ...street, ...(number ? { number } : {}), ...(beside ? { unit: at } : {}), text };
  }
  return { ...areaOf(before), ...now, street: at, text, confidence: 'medium' };
}

/** Its commune, and nothing of the spot. */
function areaOf({ text, commune, communeCode, region, confidence }: Place): Place {
  return {
    text,
    confidence,
    ...(commune ? { commune } : {}),
    ...(communeCode ? { communeCode } : {}),
    ...(region ? { region } : {}),
  };
}

const isSame = (a: string, b: string): boolean => plain(a) === plain(b);

/** Hardly a word more than the address: told in passing, an address may be anybody's. */
const isOnly = (text: string, { street = '', number = '', unit = '' }: Place): boolean =>
  wordsIn(text) - wordsIn(`${street} ${number} ${unit}`) <= 3;
const wordsIn = (text: string): number => plain(text, { punctuation: false }).split(' ').filter(Boolean).length;
