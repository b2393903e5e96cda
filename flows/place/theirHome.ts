/** Of who writes for another and tells both homes, the other's: in place of her own, on the street or in the building of both. */
import { isWritersDoor } from '../text/place/harmAt.js';
import { homeOfOther, homeOfWriter } from '../text/place/homes.js';
import { SURE_DIGITS } from '../text/place/houseNumber.js';
import type { Place } from '../text/place/place.js';
import { isArea, unitKind } from '../text/place/placeWords.js';
import { whosePlace } from '../text/place/whose.js';

/** `others`: what the number may be as well. */
export interface TheirHome {
  place: Place;
  others?: readonly Place[];
}

/**
 * @param before what is kept
 * @param now what she writes holds
 * @returns null where her text tells no home of the other
 */
export function withTheirHome(before: Place | null, now: Place | null, text: string): TheirHome | null {
  const home = homeOfOther(text);
  const street = now?.street ?? before?.street;
  if (!home || (street === undefined && !now?.unit && !before?.unit)) return null;
  const { said: _, ...at } = { ...before, ...now };
  // "Soy vecina del 302" is the door of who writes.
  const units = at.unit?.split(', ').filter(unit => !isWritersDoor(unit, text)) ?? [];
  const kind = home.kind ?? units.findLast(unit => HOMES.has(unitKind(unit)))?.split(' ')[0] ?? 'depto';
  const others = units.filter(unit => unitKind(unit) !== unitKind(`${kind} ${home.number}`));
  const told = {
    ...at,
    text: before && before.text !== text ? `${before.text}, ${text.trim()}` : text.trim(),
    confidence: at.confidence ?? ('low' as const),
  };
  const inUnit = { ...told, unit: [...others, `${kind} ${home.number}`].join(', ') };
  if (home.isInside) return { place: inUnit };
  const mayBeHouse = home.kind === undefined || HOUSES.has(home.kind);
  const { unit: _unit, ...onStreet } = told;
  const house = { ...onStreet, number: home.number };
  const own = mayBeHouse && street !== undefined && !isArea(street) ? homeOfWriter(text) : null;
  const writers = own === 'that' ? at.number : own?.number;
  // "Yo vivo en el 88, ella en el 90": the number that stands is a house, and so is the other.
  if (writers !== undefined && writers === at.number && home.number !== writers && (own !== 'that' || !at.unit))
    return { place: house };
  // Of neither it is known that it is a house.
  if (writers !== undefined && at.number === undefined && !at.unit) return { place: house, others: [inUnit] };
  // "Su casa es la 302" has no home but that one.
  const hasHome = before?.unit !== undefined || (now?.unit !== undefined && now.number !== undefined);
  if (!mayBeHouse || hasHome || at.number === undefined || street === undefined || isArea(street))
    return { place: inUnit };
  if (home.number === at.number) return null;
  // Of two houses of a street each has its number; of the other's alone it may be a flat in that building.
  const isLong = home.number.replace(/\D/g, '').length >= SURE_DIGITS;
  if (home.isBeside || (isHers(before, now, text) && (isLong || home.kind !== undefined))) return { place: house };
  if (isHers(before, now, text)) return { place: house, others: [inUnit] };
  return isLong ? { place: inUnit, others: [house] } : { place: inUnit };
}

/** The number that stands is that of who writes. */
function isHers(before: Place | null, now: Place | null, text: string): boolean {
  const whose = whosePlace(now?.number === undefined ? (before?.text ?? '') : text);
  return whose === 'own' || whose === 'perhaps-own';
}

/** Of which a building or a street has many. */
const HOMES: ReadonlySet<string> = new Set(['depto', 'casa']);
const HOUSES: ReadonlySet<string> = new Set(['casa', 'house', 'kay']);
