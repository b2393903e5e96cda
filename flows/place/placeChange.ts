/** What her text does to the address that is kept, and what it is then. */
import { otherBeside, withBeside } from './besidePlace.js';
import { flatAlone, withFlat } from './flatFirst.js';
import { firstOf } from './firstPlace.js';
import { hereAfterGone } from './goneBefore.js';
import { hostHome } from './hostPlace.js';
import { backTo, isOfAnother, isSurelyOfAnother, leftFirst, leftOf, type Told, wentAlong } from './leftPlace.js';
import { isSpotFound, spotOf } from './missingPlace.js';
import { cornerIn, cornerPutRight } from './newCorner.js';
import { behindDoor, houseBeside, type Numbered, withNewNumber } from './newNumber.js';
import { correctionOf, withItsNumber } from './newStreet.js';
import { isInDoubt, isWhich, otherTown } from './otherPlaces.js';
import { outsideOf } from './outsidePlace.js';
import {
  adds,
  areasOf,
  hasSuch,
  isSame,
  isSameStreet,
  isWhole,
  joined,
  lacksFlat,
  movedFrom,
  moreWords,
  ownWords,
  placeAfter,
  unitsOf,
} from './placeParts.js';
import { isStreetsName, ledStreet, readStreet } from '../text/place/corrected.js';
import { readFlat, readHouse, tellsFlight } from '../text/place/houseNumber.js';
import { isUnnamed, lackOf, nameOf } from '../text/place/landmarks.js';
import { readMove } from '../text/place/moved.js';
import { asOthersOwn, asSentTo, asStopped, deniesFirst } from '../text/place/otherMoved.js';
import { isOnlyPlace, type Place, readPlace, wordsBeside } from '../text/place/place.js';
import { isArea, isRoad } from '../text/place/placeWords.js';
import { isMoving, tellsSide, tellsWay, withoutVehicle } from '../text/place/underWay.js';
import { withoutFar } from '../text/place/whereNow.js';
import { isThereNow, notWhereSheIs, tellsOfWriter, whosePlace } from '../text/place/whose.js';
import { isElsewhere, isOnlyHers, isOnlyWriters, ofOther, type Placed, theirHome } from './toldPlace.js';
import { besideWriters, writersOf } from './writersPlace.js';

/**
 * `completes`: it adds to the address that is kept, or corrects it. `suffices`: so, and nothing more is asked of it, though it
 * has no street: "metro los héroes, Santiago". `counts`: a bare number of one or two digits, which may
 * also be how many they are. `denies`: a number of it is wrong, and she does not say which is right. `moves`: she is somewhere else now; `leaves`: so, or
 * nobody is to be sent there, and it is not known where she is, but perhaps the commune.
 */
export type PlaceChange = 'completes' | 'suffices' | 'counts' | 'denies' | 'moves' | 'leaves';

/** @returns how, what it is then, and other readings of it where it is not sure which is meant */
export function changeOf(context: Told, said: Placed): Change | null {
  const change = changeIn(context, said);
  const { place } = context;
  // "Yo estoy en el hospital, trabajando", of who calls for another: that one's door stays, and both are seen.
  // Who fled tells of herself, unless she said that she writes for another.
  const isWriters = tellsOfWriter(said.text) && (context.forAnother === true || !tellsFlight(said.text));
  if (change?.[0] === 'moves' && change[1] && place && isOfAnother(context) && isWriters)
    return ['completes', place, [change[1]]];
  // "O estoy en Los Olmos 77", "voy corriendo a Los Olmos 77".
  return change?.[0] === 'moves' && isInDoubt(said.text) && change[1] && !isMoving(change[1])
    ? ['completes', change[1], change[2]]
    : change;
}
type Change = [PlaceChange, Place | null, (readonly Place[])?];

/** "Corrí", then "en el oxxo de portugal": where she is, in place of what she left. */
function changeIn(context: Told, said: Placed): Change | null {
  const here = isOfAnother(context) ? null : hereAfterGone(context, said);
  const [how, now, others] = here ? (changeOfText(context, here) ?? []) : [];
  if (how === 'moves' && now) return [how, { ...now, text: said.text.trim() }, others];
  const change = changeOfText(context, said);
  const left = change === null && !isAddress(said) ? leftFirst(context, said) : null;
  if (!left) return change;
  return left.now ? ['moves', left.now] : ['leaves', left.area];
}

/** Whole by itself, and kept as that. */
const isAddress = ({ text, place }: Placed): boolean =>
  place?.street !== undefined && place.number !== undefined && isWhole(place) && notWhereSheIs(text) === null;

function changeOfText(context: Told, said: Placed): Change | null {
  const { place: before, asked } = context;
  // Who names a neighbour by the way writes for herself.
  const door = isSurelyOfAnother(context) || said.media ? null : behindDoor(before, said.text);
  const isGoing = door !== null && before !== null && withNewNumber(before, said.text) !== null;
  if (door && !isGoing) return ['completes', door.place, door.others];
  const host = hostHome(context, said);
  if (host) return ['completes', host, [before!]];
  const theirs = theirHome(context, said);
  if (theirs) return before || theirs.others || writersOf(context) ? ['completes', theirs.place, theirs.others] : null;
  if (isOnlyWriters(context, said)) return null;
  const read = ofOther(context, said);
  const now = read.place;
  if (!before && !read.media) {
    const back = besideWriters(context, read) ?? backTo(context, read);
    const flat = context.marks.emergency && !back ? flatAlone(read.text, now) : null;
    return enough(back || flat ? ['completes', (back ?? flat)!] : firstOf(context, read));
  }
  if (!before || read.media) return null;
  const gone = goneTo(context, before, said);
  if (gone) return gone;
  if (isOnlyHers(context, read) || isElsewhere(context, read)) return null;
  const along = wentAlong(context, said);
  if (along) return ['moves', along];
  // "Mi vieja vive en Pudahuel pero no estoy ahí" is of that one.
  const left = withoutFar(said.text) === said.text ? leftOf(context, read) : null;
  if (left) return ['leaves', isWhich(context) && !now ? null : left.area];
  const out = isOfAnother(context) || now ? null : outsideOf(before, read.text);
  if (out) return ['completes', before, [out]];
  // First she said where she is herself.
  const mine = whosePlace(before.text);
  if (now && whosePlace(read.text) === 'other' && (mine === 'own' || mine === 'perhaps-own') && isOfAnother(context))
    return ['completes', now];
  if (now && isWhole(now)) return null;
  const isOthers = isOfAnother(context);
  const corner = cornerPutRight(before, read.text);
  if (corner) return ['completes', corner.place, corner.others];
  const more = withBeside(before, read.text) ?? withFlat(before, read.text, now);
  if (more) return ['completes', more];
  const elsewhere = otherBeside(before, read.text);
  if (elsewhere) return ['completes', before, [elsewhere]];
  const numbered = withNewNumber(before, read.text, isOthers);
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
  // "Hacia Valparaíso": which side of the road, and not in which town.
  if (
    before.commune === undefined &&
    isRoad(before.street ?? before.unit ?? '') &&
    tellsSide(read.text) &&
    !now?.street
  )
    return ['suffices', { ...add({}), said: `${ownWords(before)}, ${read.text.trim()}` }];
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
  // "Santa raquel con gabriela", to what is missing beside Puente Alto.
  const crossing = before.street === undefined && !now ? cornerIn(before, read.text) : null;
  if (crossing) return ['completes', add({ street: crossing, confidence: 'medium' })];
  const piece = correctionOf(before, read.text);
  if (piece) return ['completes', piece, withItsNumber(before, piece, read.text)];
  const moved = withoutVehicle(readMove(read.text));
  if (moved && moved !== 'unnamed' && moved.underWay) {
    if (moved.at || now?.commune) return ['moves', movedFrom(before, moved, now, read.text)];
    if (!now?.street) return null;
  }
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
    const isOnSame = before.street !== undefined && isSameStreet(before.street, now.street);
    const unit = isOnSame ? unitsOf(moved ? areasOf(before.unit).unit : before.unit, now.unit) : now.unit;
    const other: Place = {
      ...placeAfter(before, now),
      ...(unit ? { unit } : {}),
      confidence: now.number ? 'high' : 'medium',
    };
    if (moved && !(before.street && isSame(before.street, now.street) && before.number === now.number))
      return ['moves', other];
    return isWhole(before) && now.number && isOnlyPlace(read.text, now) ? ['completes', other] : null;
  }
  if (moved && moved !== 'unnamed')
    return [isWhole(before) || before.street ? 'moves' : 'completes', movedFrom(before, moved, now, read.text)];
  const town = isWhole(before) ? otherTown(before, now, read.text) : null;
  if (town) return [town, now];
  const unit = unitsOf(before.unit, now?.unit);
  return isWhole(before) && now && unit && unit !== before.unit && isOnlyPlace(read.text, now)
    ? ['completes', { ...add({ unit }), ...(now.said ? { said: `${ownWords(before)}, ${now.said}` } : {}) }]
    : null;
}

/**
 * That the other is somewhere else now, that those who are sent are to go there, or that what takes her has stopped, in her
 * words as whoever is there would write them of herself; null where her text tells none of it.
 */
export const toldAsOwn = (context: Told, { text }: Pick<Placed, 'text'>): string | null => {
  const own = (isOfAnother(context) ? asOthersOwn(text) : null) ?? asSentTo(text);
  if (own !== null || !context.place) return own;
  const { street, unit } = context.place;
  return isMoving(context.place) || isRoad(street ?? unit ?? '') ? asStopped(text) : null;
};

/** Who left may be he: both places stand, unless she says that it is not the first. */
function goneTo(context: Told, before: Place, said: Placed): Change | null {
  const own = toldAsOwn(context, said);
  if (own === null) return null;
  const { forAnother: _, ...hers } = context;
  const [how, place] = changeIn({ ...hers, danger: [] }, { ...said, text: own, place: readPlace(own) }) ?? [];
  if ((how !== 'moves' && how !== 'suffices') || !place || (place.street ?? place.unit) === undefined) return null;
  const now = { ...place, text: said.text.trim() };
  if (now.number === before.number && now.unit === before.unit && isSame(now.street ?? '', before.street ?? ''))
    return null;
  const isSure = isMoving(before) || isRoad(before.street ?? before.unit ?? '') || deniesFirst(said.text);
  return isSure ? ['moves', now] : ['completes', now, [before]];
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
