/**
 * What becomes of her address with each thing that she writes: half of one is completed, a number joins its street, a
 * correction takes its place, and that she is somewhere else now replaces it. Half of one never replaces a whole by itself.
 */
import type { Context, Marks } from '../context.js';
import { flatAlone } from './flatFirst.js';
import { hostHome } from './hostPlace.js';
import { leftFirst, THIRD, type Told } from './leftPlace.js';
import { ofLooseStreet } from './looseStreet.js';
import { isNumberTold } from './newNumber.js';
import {
  decided,
  isBeside,
  isInDoubt,
  isWhich,
  placesIn,
  placeSet,
  withBoth,
  withNumberKnown,
  withReadings,
} from './otherPlaces.js';
import { arrivedAt, pickedOf, there, withHomeOfAll } from './pickedPlace.js';
import { changeOf, type PlaceChange, toldAsOwn } from './placeChange.js';
import { isOut } from './outsidePlace.js';
import { areaOf, isWhole, joined } from './placeParts.js';
import type { Reading } from '../reading.js';
import { destinationIn } from '../text/place/bound.js';
import { alternativeIn } from '../text/place/either.js';
import { readNewNumber } from '../text/place/houseNumber.js';
import { readMove } from '../text/place/moved.js';
import { isOutside } from '../text/place/outside.js';
import { isOnlyPlace, type Place } from '../text/place/place.js';
import { whosePlace } from '../text/place/whose.js';
import { withOthers } from '../text/place/withOthers.js';
import { isOfDanger } from '../danger/toldBefore.js';
import { isElsewhere, isOnlyHers, isOnlyWriters, ofOther, theirHome } from './toldPlace.js';

/** What her text does to the address that is kept; null when it does nothing to it, or is a whole address by itself. */
export function placeChange(context: Told, read: Reading): PlaceChange | null {
  if (arrivedAt(context, read)) return 'moves';
  const picked = pickedOf(context, read);
  if (picked && isOut(picked)) return 'leaves';
  return picked || withHomeOfAll(context, read) ? 'completes' : (changeOf(context, read)?.[0] ?? null);
}

/**
 * She tells of having gone, or that she goes, and it is not sure that she is there: another place stands beside the one that
 * is kept, or she names no more than the town to which she goes.
 */
export function mayMove(context: Context, read: Reading): boolean {
  if (context.place === null || read.media || context.marks.doubt) return false;
  const { text, place } = read;
  const isBound = destinationIn(text) !== null;
  const own = toldAsOwn(context, read);
  const isTold = own !== null && readMove(own) !== null;
  if (
    !isBound &&
    !isTold &&
    !isOutside(text) &&
    withOthers(text) === null &&
    readMove(text) === null &&
    readNewNumber(alternativeIn(text) ?? text)?.goes === undefined
  )
    return false;
  const after = withPlaceRead(context, read, true);
  if (isWhich(after) && after.otherPlaces !== context.otherPlaces) return true;
  return (isBound || isTold) && place?.commune !== undefined && place.commune !== context.place.commune;
}

/** With what she writes now, as far as it is sure what it is. */
export function withPlaceRead(context: Context, said: Reading, counts = false): Context {
  const picked = arrivedAt(context, said) ?? pickedOf(context, said);
  if (picked && isOut(picked))
    return decided(kept(context, { ...areaOf(picked), text: picked.commune ?? picked.text }));
  if (picked) return decided(kept(context, there(picked)));
  const ofAll = withHomeOfAll(context, said);
  if (ofAll) return ofAll;
  const all = isOnlyWriters(context, said) ? [] : placesIn(context, said);
  if (all.length > 0) return all.reduce((before, place) => withBoth(before, kept(before, place), place), context);
  const [how, change, readings] = changeOf(context, said) ?? [];
  if (readings) {
    if (readings.some(isOut)) return withReadings(context, readings);
    // "Me vine donde mi tía", and then "vive en Errázuriz 710": the same house.
    const { otherPlaces = [] } = context;
    const before = hostHome(context, said)
      ? { ...context, otherPlaces: otherPlaces.filter(one => !isOut(one)) }
      : context;
    const read = change ? withBoth(before, kept(before, change), said, how) : before;
    // Another street, and not surely in place of the first: both are asked about.
    const isOther = change?.street !== context.place?.street && isWhich(read);
    return isOther ? read : withReadings(read, readings);
  }
  const after = withBoth(context, withPlaceSaid(context, said, counts), said, how);
  const isSure = how === 'completes' && !isInDoubt(said.text);
  return isSure && after.place && isNumberTold(context.place, after.place)
    ? withNumberKnown(after, after.place)
    : after;
}

function withPlaceSaid(context: Context, said: Reading, counts: boolean): Context {
  const theirs = theirHome(context, said);
  if (theirs) return kept(context, theirs.place);
  const read = ofOther(context, said);
  const first = leftFirst(context, said) ? changeOf(context, said) : null;
  if (first?.[0] === 'leaves') return first[1] ? kept(context, first[1]) : withoutPlace(context);
  if (first?.[0] === 'moves' && first[1]) return kept(context, first[1]);
  if (isOnlyHers(context, read) || isElsewhere(context, read)) return context;
  const [how, place] = changeOf(context, read) ?? [];
  if (how === 'leaves') return place ? kept(context, place) : withoutPlace(context);
  if (how === 'denies') return context;
  if (place && (how !== 'counts' || counts)) return kept(context, place);
  // Where she goes is no part of where she is.
  const isOther = isInDoubt(said.text) && context.place && read.place && isBeside(context.place, read.place);
  if (isOther) return kept(context, read.place!);
  return read.place ? withPlace(context, read.place) : context;
}

/**
 * What is kept of her place while nothing is asked about it: an address and hardly a word more, which nobody writes by the
 * way; where she is, told beside danger; and a whole address of which she says that she is there. People see it, and an
 * emergency that opens later begins with it.
 */
export function placeKept(context: Context, read: Reading): Place | null {
  const [how, left] = context.place ? (changeOf(context, read) ?? []) : [];
  if (how === 'leaves') return left ?? null;
  // Who else may write, and whether she asks, is told sooner than whether there is a place in it.
  const mayBeHers = !context.marks.doubt && read.intent !== 'aggressor' && !read.reads('asks');
  const pieced = mayBeHers ? ofLooseStreet(context, read) : null;
  if (pieced) return withPlace(context, pieced).place;
  const flat = mayBeHers && !context.place && isOfDanger(context, read) ? flatAlone(read.text, read.place) : null;
  if (flat) return flat;
  const isHers = mayBeHers && read.place !== null && !isElsewhere(context, read);
  if (!isHers || !(ALONE.some(name => read.reads(name)) || isPiece(context, read) || isTold(context, read)))
    return context.place;
  return withPlaceRead(context, read).place;
}

const ALONE = ['address', 'location'];

/** As an emergency would take it that opens now; and of no danger, where she says that she is there. */
function isTold(context: Context, read: Reading): boolean {
  if (OF_THEN.some(name => read.reads(name)) && !read.reads('now')) return false;
  if (isOfDanger(context, read)) return true;
  const whose = whosePlace(read.text);
  return (whose === 'own' || whose === 'perhaps-own') && read.place?.confidence === 'high' && read.reads('full-place');
}
const OF_THEN = ['was-before', 'long-over'];

/** The rest of what she gave. */
const isPiece = ({ place }: Context, { text, place: now }: Reading): boolean =>
  place !== null && now !== null && isOnlyPlace(text, now);

/** What is known of a place, as the machine counts it. */
export const markOf = (place: Place | null): Marks['place'] => (place ? (isWhole(place) ? 'full' : 'partial') : 'none');

/** Keeps the better of what is known: a street completes a commune, and the other way round; half of one never replaces a whole. */
function withPlace(context: Context, place: Place): Context {
  const before = context.place;
  if (context.marks.place === 'full' && !isWhole(place)) return context;
  if (!before || before.text === place.text) return kept(context, { ...before, ...place });
  const whole = joined(before, place);
  // What she told before goes with it while anything of it does.
  const isAnew = place.street && place.commune && whole.unit === place.unit;
  return kept(context, { ...whole, text: isAnew ? place.text : `${before.text}, ${place.text}` });
}

/** What she writes next of it is an answer. */
function kept(context: Context, now: Place): Context {
  const { doubted: _, ...place } = now;
  return { ...context, place, marks: { ...context.marks, place: markOf(place) } };
}

export const withPlaceSet = (context: Context, text: string): Context =>
  decided(kept(context, placeSet(context.place, text)));

const withoutPlace = (context: Context): Context => ({
  ...context,
  place: null,
  marks: { ...context.marks, place: 'none' },
});

/** What she gave before anything was asked: known as an emergency opens. */
export const withPlaceCounted = (context: Context): Context =>
  context.place ? { ...context, marks: { ...context.marks, place: markOf(context.place) } } : context;

/** Her address was read back, and it is not so: any piece that she writes now takes the place of that piece. */
export const withPlaceDoubted = (context: Context): Context =>
  context.place ? { ...context, place: { ...context.place, doubted: true } } : context;

/** Kinds of danger, as a text is chosen by them: who said that she writes for a friend is asked where that one is. */
export const dangerOf = (
  key: string,
  { danger, forAnother }: Pick<Context, 'danger' | 'forAnother'>,
): readonly string[] => (forAnother && ASKS_WHERE.has(key) ? [...danger, THIRD] : danger);
const ASKS_WHERE: ReadonlySet<string> = new Set(['sos.open', 'sos.open-placed', 'sos.ask-place', 'sos.left']);
