/**
 * That she is out of the house, of which she says no more than that: the address stays in use, since she may be before its door,
 * and the street stands beside it until she says which it is.
 */
import { areaOf } from './placeParts.js';
import { readMove } from '../text/place/moved.js';
import { answersInside, answersOutside, isOutside } from '../text/place/outside.js';
import type { Place } from '../text/place/place.js';
import { isMoving } from '../text/place/underWay.js';

/** Somewhere in the street, in the town of the address that is kept; null where her text does not say that, or nothing is kept. */
export function outsideOf(before: Place, text: string): Place | null {
  const move = readMove(text);
  // "Salí corriendo, estoy en la plaza": there.
  if (move !== null && move !== 'unnamed') return null;
  const isHome = before.street !== undefined && !isMoving(before);
  return isHome && isOutside(text) ? { ...areaOf(before), unit: OUTSIDE, text: OUTSIDE, confidence: 'low' } : null;
}

/** As it is read back, beside the address. */
const OUTSIDE = 'en la calle';
export const isOut = ({ street, unit }: Place): boolean => street === undefined && unit === OUTSIDE;

/** Of places one of which is outside, the one that she means by "afuera" or "adentro"; null where she says neither. */
export function outOrIn(all: readonly Place[], text: string): Place | null {
  const out = all.find(isOut);
  const homes = all.filter(one => !isOut(one));
  if (!out) return null;
  if (answersOutside(text)) return out;
  return homes.length === 1 && answersInside(text) ? homes[0]! : null;
}
