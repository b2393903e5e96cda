/**
 * What becomes of her address with each thing that she writes: half of one is completed, a number joins its street, a
 * correction takes its place, and that she is somewhere else now replaces it. Half of one never replaces a whole by itself.
 */
import type { Context, Marks } from './context.js';
import type { Reading } from './reading.js';
import { isOfDanger } from './toldBefore.js';
import { isSpotFound, spotOf } from './missingPlace.js';
import {
  adds,
  hasSuch,
  isSame,
  isWhole,
  joined,
  lacksFlat,
  movedFrom,
  moreWords,
  ownWords,
  placeAfter,
  unitsOf,
} from './placeParts.js';
import { isUnnamed, lackOf, nameOf } from './text/landmarks.js';
import { isOnlyPlace, type Place, readPlace, wordsBeside } from './text/place.js';
import { isArea } from './text/placeWords.js';
import { isStreetsName, ledStreet, readStreet } from './text/corrected.js';
import { readFlat, readHouse, readNewNumber, tellsFlight } from './text/houseNumber.js';
import { readMove } from './text/moved.js';
import { firstOf } from './firstPlace.js';
import { houseBeside, isNumberTold, type Numbered, withNewNumber } from './newNumber.js';
import { isMoving, tellsWay } from './text/underWay.js';
import { ofLooseStreet } from './looseStreet.js';
import { backTo, isOfAnother, leftOf, placeAside, THIRD, type Told } from './leftPlace.js';
import {
  decided,
  isWhich,
  otherTown,
  pickedOf,
  placesIn,
  placeSet,
  withBoth,
  withNumberKnown,
  withReadings,
} from './otherPlaces.js';
import { correctionOf, withItsNumber } from './newStreet.js';
import { type TheirHome, withTheirHome } from './theirHome.js';
import { withoutFar, withoutHomeLeft } from './text/whereNow.js';
import { isHisFor, isThereNow, notWhereSheIs, toldOfOther, whosePlace } from './text/whose.js';

/**
 * `completes`: it adds to the address that is kept, or corrects it. `suffices`: so, and nothing more is asked of it, though it
 * has no street: "metro los héroes, Santiago". `counts`: a bare number of one or two digits, which may
 * also be how many they are. `denies`: a number of it is wrong, and she does not say which is right. `moves`: she is somewhere else now; `leaves`: so, or
 * nobody is to be sent there, and it is not known where she is, but perhaps the commune.
 */
export type PlaceChange = 'completes' | 'suffices' | 'counts' | 'denies' | 'moves' | 'leaves';

/** What her text does to the address that is kept; null when it does nothing to it, or is a whole address by itself. */
export function placeChange(context: Told, read: Reading): PlaceChange | null {
  return pickedOf(context, read) ? 'completes' : (changeOf(context, read)?.[0] ?? null);
}

/** With what she writes now, as far as it is sure what it is. */
export function withPlaceRead(context: Context, said: Reading, counts = false): Context {
  const picked = pickedOf(context, said);
  if (picked) return decided(kept(context, picked));
  const all = placesIn(context, said);
  if (all.length > 0) return all.reduce((before, place) => withBoth(before, kept(before, place), place), context);
  const [how, change, readings] = changeOf(context, said) ?? [];
  if (readings) {
    const read = change ? withBoth(context, kept(context, change), said, how) : context;
    // Another street, and not surely in place of the first: both are asked about.
    const isOther = change?.street !== context.place?.street && isWhich(read);
    return isOther ? read : withReadings(read, readings);
  }
  const after = withBoth(context, withPlaceSaid(context, said, counts), said, how);
  return how === 'completes' && after.place && isNumberTold(context.place, after.place)
    ? withNumberKnown(after, after.place)
    : after;
}

function withPlaceSaid(context: Context, said: Reading, counts: boolean): Context {
  const theirs = theirHome(context, said);
  if (theirs) return kept(context, theirs.place);
  const read = ofOther(context, said);
  if (isOnlyHers(context, read) || isElsewhere(context, read)) return context;
  const [how, place] = changeOf(context, read) ?? [];
  if (how === 'leaves') return place ? kept(context, place) : withoutPlace(context);
  if (how === 'denies') return context;
  if (place && (how !== 'counts' || counts)) return kept(context, place);
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

/**
 * His place, a relative's or one that she asks about: nobody is sent there. Who writes for another tells where that one is,
 * and an address with its number, of him who may be before her door or in what she asks, is kept.
 *
 * @param as the reading of it that is asked for: of two places that she tells only her own may be a whole address
 */
export function isElsewhere(context: Told, { text, place, media }: Placed, as = 'place'): boolean {
  if (!place || media || place.lat !== undefined || place.link !== undefined) return false;
  if (placeAside(context, text)) {
    const here = ofOther(context, { text, place, media }).place;
    return here === null || (as === 'full-place' && (here.street === undefined || here.commune === undefined));
  }
  const how = notWhereSheIs(text);
  if (how === null || (how !== 'asked' && isOfAnother(context))) return false;
  if (how === 'asked') return place.street === undefined && wordsBeside(text, place) > 1;
  return how === 'theirs' || place.street === undefined || isHisFor(text) || isMoving(place);
}

/**
 * She writes for another, whose place is kept, and tells her own: "vive en Puente Alto", "yo estoy en Buin". Help goes to
 * the other. What she does not say to be hers may be the street of that commune.
 */
function isOnlyHers(context: Told, { text, place: now, media }: Placed): boolean {
  const { place: before } = context;
  if (!before || !now || media || !isOfAnother(context)) return false;
  const whose = whosePlace(text);
  if (whose !== 'own' && whose !== 'perhaps-own') return false;
  const differs = (a?: string, b?: string): boolean => a !== undefined && b !== undefined && !isSame(a, b);
  return (
    (whose === 'own' && whosePlace(before.text) === 'other') ||
    differs(before.commune, now.commune) ||
    differs(before.street, now.street)
  );
}

/** Of one who writes for another and tells both places, that of the other; of who writes for herself, her own. */
function ofOther(context: Told, { text, place, media }: Placed): Placed {
  if (!place || media || place.lat !== undefined || place.link !== undefined) return { text, place, media };
  if (!isOfAnother(context)) {
    const here = placeAside(context, text) ? withoutFar(text) : text;
    return { text: withoutHomeLeft(here), place: here === text ? place : readPlace(here), media };
  }
  const part = toldOfOther(text);
  return { text: part, place: part === text ? place : (readPlace(part) ?? place), media };
}
type Placed = Pick<Reading, 'text' | 'place' | 'media'>;

const theirHome = (context: Told, { text, place, media }: Placed): TheirHome | null =>
  media || !isOfAnother(context) || readNewNumber(text)?.goes ? null : withTheirHome(context.place, place, text);

/** @returns how, what it is then, and other readings of it where it is not sure which is meant */
function changeOf(context: Told, said: Placed): [PlaceChange, Place | null, (readonly Place[])?] | null {
  const { place: before, asked } = context;
  const theirs = theirHome(context, said);
  if (theirs) return before || theirs.others ? ['completes', theirs.place, theirs.others] : null;
  const read = ofOther(context, said);
  const now = read.place;
  if (!before && !read.media) {
    const back = backTo(context, read);
    return enough(back ? ['completes', back] : firstOf(context, read));
  }
  if (!before || read.media || isOnlyHers(context, read) || isElsewhere(context, read)) return null;
  // "Mi vieja vive en Pudahuel pero no estoy ahí" is of that one.
  const left = withoutFar(said.text) === said.text ? leftOf(context, read) : null;
  if (left) return ['leaves', isWhich(context) && !now ? null : left.area];
  // First she said where she is herself.
  const mine = whosePlace(before.text);
  if (now && whosePlace(read.text) === 'other' && (mine === 'own' || mine === 'perhaps-own') && isOfAnother(context))
    return ['completes', now];
  if (now && isWhole(now)) return null;
  const isOthers = isOfAnother(context);
  const numbered = withNewNumber(before, read.text);
  // Where she has gone herself may be no place of the other for whom she writes.
  if (isOthers && numbered?.how === 'moves' && (context.forAnother === true || !tellsFlight(read.text)))
    return ['completes', before, [numbered.place]];
  if (numbered) return 'place' in numbered ? [numbered.how, numbered.place, numbered.others] : changeless(numbered);
  const beside = isOthers ? null : houseBeside(before, read.text);
  if (beside) return ['moves', beside];
  const add = (more: Partial<Place>): Place => ({
    ...before,
    ...more,
    ...moreWords(before, more, read.text),
    text: `${before.text}, ${read.text.trim()}`,
  });
  const isNumberAsked = before.number === undefined || before.doubted === true;
  const led = before.street === undefined && !now ? ledStreet(read.text) : null;
  if (led) return ['completes', { ...joined(before, led), text: `${before.text}, ${read.text.trim()}` }];
  if (isMoving(before) && tellsWay(read.text))
    return ['completes', { ...add({}), said: `${ownWords(before)}, ${read.text.trim()}` }];
  const house = readHouse(read.text, before.street !== undefined && isNumberAsked);
  // "Casa 12" of a villa, or in place of casa 21, is a home; of a street it is its number.
  const isHome =
    now?.unit !== undefined &&
    (before.number !== undefined || isArea(before.street ?? '') || hasSuch(before, now.unit));
  if (house && !isHome) {
    // "Torre b", then "el 504": what was not said yet of that home.
    const flat = before.doubted !== true && lacksFlat(before.unit) ? readFlat(read.text, isNumberAsked) : null;
    if (flat) return [flat.sure ? 'completes' : 'counts', add({ unit: `${before.unit}, ${flat.number}` })];
    if (isNumberAsked) return [house.sure ? 'completes' : 'counts', add({ number: house.number })];
    return house.sure && /\p{L}/u.test(read.text) ? ['completes', add({ number: house.number })] : null;
  }
  const which = named(before, read);
  if (which) return enough(['completes', which]);
  const mayBeStreet = before.commune !== undefined && before.street === undefined && (!now || isStreetsName(read.text));
  const street = asked <= 1 && mayBeStreet ? readStreet(read.text) : null;
  if (street) return ['completes', add({ street, confidence: 'medium' })];
  const piece = correctionOf(before, read.text);
  if (piece) return ['completes', piece, withItsNumber(before, piece, read.text)];
  const moved = readMove(read.text);
  if (moved && moved !== 'unnamed' && moved.underWay && (moved.at || now?.commune))
    return ['moves', movedFrom(before, moved, now, read.text)];
  // "Estoy en el sector de Rinconada a la entrada de Cauquenes", after a whole address in Renca.
  if (isWhole(before) && now?.commune && now.commune !== before.commune && isThereNow(read.text))
    return [
      'moves',
      !now.street && moved && moved !== 'unnamed' ? movedFrom(before, moved, now, read.text) : placeAfter(before, now),
    ];
  if (isWhole(before) && moved === 'unnamed' && isTown(before, now) && wordsBeside(read.text, now) <= TO_TOWN_MOST)
    return ['moves', now];
  if (now?.street) {
    if (isWhole(before) && before.street && adds(before.street, now.street) && isOnlyPlace(read.text, now))
      return ['completes', { ...joined(before, now), text: `${before.text}, ${now.text}` }];
    // Before she had named a street, this is the rest of what was asked.
    if (!isWhole(before) && (before.street === undefined || isSame(before.street, now.street))) return null;
    const other: Place = { ...placeAfter(before, now), confidence: now.number ? 'high' : 'medium' };
    if (moved && !(before.street && isSame(before.street, now.street) && before.number === now.number))
      return ['moves', other];
    return isWhole(before) && now.number && isOnlyPlace(read.text, now) ? ['completes', other] : null;
  }
  if (moved && moved !== 'unnamed')
    return [isWhole(before) || before.street ? 'moves' : 'completes', movedFrom(before, moved, now, read.text)];
  if (isWhole(before) && otherTown(before, now, read.text)) return [otherTown(before, now, read.text)!, now];
  const unit = unitsOf(before.unit, now?.unit);
  return isWhole(before) && now && unit && unit !== before.unit && isOnlyPlace(read.text, now)
    ? ['completes', { ...add({ unit }), ...(now.said ? { said: `${ownWords(before)}, ${now.said}` } : {}) }]
    : null;
}

const changeless = ({ how }: Numbered): [PlaceChange, null] | null => (how === 'denies' ? [how, null] : null);

/**
 * Which one it is, of a place that is only called by what it is: its name, or its commune, after which its name is asked;
 * of what moves, the town that it goes through.
 */
function named(before: Place, { text, place: now }: Placed): Place | null {
  const spot = spotOf(before);
  if (spot === undefined || !isUnnamed(spot)) return null;
  const isAsked = lackOf(spot) === 'name';
  // "Baquedano" to which station it is, "san juan" to which hospital: its name, and no street.
  const isStation = isAsked && now?.street !== undefined && now.street === text.trim() && !CROSSES.test(text);
  if (now?.street && !isStation) return null;
  const name = isStation ? text.trim() : (nameOf(text) ?? (isAsked && !now ? readStreet(text, true) : null));
  const { unit: _, street: _street, ...rest } = now ?? {};
  const whole = { ...before, ...rest, text: `${before.text}, ${text.trim()}` };
  if (name) return { ...whole, ...(before.street ? { street: `${spot} ${name}` } : { unit: `${spot} ${name}` }) };
  return before.commune === undefined && isTown(before, now) && isOnlyPlace(text, now)
    ? { ...joined(before, now), text: whole.text }
    : null;
}
const CROSSES = / (?:con|y|esquina) /;

/** Another commune, and nothing of the place in it. */
const isTown = (before: Place, now: Place | null): now is Place =>
  now?.commune !== undefined && now.commune !== before.commune && now.street === undefined && now.unit === undefined;
const TO_TOWN_MOST = 4;

/** Where nothing is left to ask, though no street is known. */
const enough = (change: [PlaceChange, Place] | null): [PlaceChange, Place] | null =>
  change?.[0] === 'completes' && isSpotFound(change[1]) ? ['suffices', change[1]] : change;
