/** A piece of an address that is put right by itself: another street, another commune; and what of the rest stands beside it. */
import { areaOf, areasOf, isSame, isSameStreet, isWhole, moreWords, unitsOf } from './placeParts.js';
import { deniesName, type Piece, readCorrection, saysWrongStreet } from '../text/place/corrected.js';
import type { Place } from '../text/place/place.js';
import { isArea, isCue } from '../text/place/placeWords.js';
import { words } from '../text/plain.js';

/** A piece of a whole address that is another than was kept. */
export function correctionOf(before: Place, text: string): Place | null {
  if (before.street === undefined) return townPutRight(before, text);
  const denied = readCorrection(text, before.doubted === true, before.street);
  // Of half an address only what is said not to be its street.
  const piece: Piece | null = isWhole(before) || denied?.street !== undefined ? denied : null;
  if (!piece) return null;
  const { street, number, commune } = piece;
  const otherStreet = street !== undefined && !isSameStreet(street, before.street);
  const otherCommune = commune !== undefined && commune !== before.commune;
  if (!otherStreet && !otherCommune && (number === undefined || number === before.number)) return null;
  // A number and a home are of their own street; a point on the map is of neither.
  const { lat: _lat, lon: _lon, ...rest } = before;
  const same = { ...rest, ...((street ? renamedIn(before, street) : null) ?? moreWords(before, piece, text)) };
  const isRenamed = number === undefined && street !== undefined && restStands(before, street, text);
  const isAnew = otherStreet && !isRenamed;
  // Her villa has other streets too.
  const unit = unitsOf(isAnew ? (otherCommune ? undefined : areasOf(before.unit).unit) : before.unit, piece.unit);
  const place: Place = {
    ...(isAnew ? areaOf(before) : same),
    ...piece,
    ...(unit ? { unit } : {}),
    text: `${before.text}, ${text.trim()}`,
  };
  return { ...place, confidence: place.number ? 'high' : 'medium' };
}

/** "No es Parral, es Retiro", of a town and no street: the other takes its place, also one that is called like a word. */
function townPutRight(before: Place, text: string): Place | null {
  const { commune } = before;
  const piece = commune !== undefined && deniesName(text, commune) ? readCorrection(text, true) : null;
  if (piece?.commune === undefined || piece.commune === commune || piece.street !== undefined) return null;
  return { ...before, ...piece, text: text.trim() };
}

/**
 * Her number and her home stay where only the name of the street was wrong: she says so ("no es río loa, es río maule", "me
 * equivoqué de calle"), both streets are of her villa, or one is numbered as the other is ("pasaje 5", "pasaje 6"; "4 norte").
 */
function restStands({ street = '', unit = '' }: Place, next: string, text: string): boolean {
  if (isArea(next) || isArea(street)) return false;
  return (
    deniesName(text, street) ||
    saysWrongStreet(text) ||
    unit.split(', ').some(isArea) ||
    numberless(street) === numberless(next) ||
    (isCue(words(street)[0] ?? '') && words(street)[0] === words(next)[0])
  );
}

/** "Pasaje 5" and "pasaje 6", "4 norte" and "5 norte"; a name has no number, and is itself. */
const numberless = (street: string): string =>
  words(street)
    .map(word => (/^\d{1,2}[a-z]?$/.test(word) ? '#' : word))
    .join(' ');

/** The new street with the number of the first, where it is not known whether that stands; undefined where nothing is in doubt. */
export function withItsNumber(before: Place, now: Place, text: string): readonly Place[] | undefined {
  const { street = '', number } = before;
  const isRenamed = now.street !== undefined && !isSame(now.street, street) && now.commune === before.commune;
  const isLost = number !== undefined && now.number === undefined;
  if (!isRenamed || !isLost || before.doubted || isArea(now.street!)) return undefined;
  return [{ ...now, number, ...(before.unit ? { unit: before.unit } : {}), text: `${before.text}, ${text.trim()}` }];
}

/** Where her words are read back: with the other street in place of the one that they have. */
function renamedIn({ said, street }: Place, next: string): Pick<Place, 'said'> | null {
  const at = said === undefined || street === undefined ? -1 : said.indexOf(street);
  return at < 0 ? null : { said: said!.slice(0, at) + next + said!.slice(at + street!.length) };
}
